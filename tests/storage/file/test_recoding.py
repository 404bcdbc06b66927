"""All files of a journal get another key, or none: all of them or none of them."""

import errno
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from second_wind.core.errors.copy_errors import JournalOpen
from second_wind.core.errors.encryption_errors import KeyChangeUnfinished
from second_wind.core.errors.journal_errors import DamagedJournal, DiskFull
from second_wind.core.secrets.passphrase_key import Key
from second_wind.storage.file import recoding, rewriting, unfinished_notes
from second_wind.storage.sqlite import encryption

pytestmark = pytest.mark.usefixtures("sqlcipher")

SCHEMA = """
PRAGMA user_version = 7;
PRAGMA application_id = 77;
CREATE TABLE parent (id TEXT PRIMARY KEY NOT NULL, note TEXT);
CREATE TABLE child (of TEXT REFERENCES parent(id), picture BLOB);
CREATE TABLE numbers (n INTEGER PRIMARY KEY AUTOINCREMENT, real REAL);
CREATE TABLE plain (word TEXT);
CREATE TABLE bare (word TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE VIRTUAL TABLE found USING fts5(note, content='parent');
CREATE INDEX of_child ON child(of);
CREATE VIEW notes AS SELECT note FROM parent;
CREATE TRIGGER kept AFTER DELETE ON parent BEGIN INSERT INTO plain VALUES (OLD.note); END;
INSERT INTO parent SELECT hex(randomblob(8)), 'zebra ' || value FROM generate;
INSERT INTO child SELECT id, randomblob(9000) FROM parent;
INSERT INTO numbers (real) SELECT random() / 7.0 FROM generate;
DELETE FROM numbers WHERE n % 3 = 0;
INSERT INTO bare SELECT hex(randomblob(4)) FROM generate;
DELETE FROM child WHERE rowid % 4 = 0;
DELETE FROM parent WHERE id NOT IN (SELECT of FROM child);
INSERT INTO found (found) VALUES ('rebuild');
"""


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """Make a plain database with everything that a schema may have."""
    path = tmp_path / "journal.sqlite3"
    generate = "WITH RECURSIVE g(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM g LIMIT 60)"
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"CREATE TEMP TABLE generate AS {generate} SELECT value FROM g")
        database.executescript(SCHEMA)
        database.commit()
    return path


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Name a file of photos that isn't there."""
    return tmp_path / "photos.sqlite3"


def content(path: Path, key: Key | None) -> list[object]:
    """Return all that a database says, numbers of rows included."""
    with closing(encryption.connect(path, key)) as database:
        marks = [
            database.execute(f"PRAGMA {name}").fetchone()
            for name in ("user_version", "application_id")
        ]
        schema = database.execute("SELECT * FROM sqlite_schema ORDER BY name").fetchall()
        schema = [(kind, name, sql) for kind, name, _, _, sql in schema]
        rows = [
            database.execute(f"SELECT {each} ORDER BY 1, 2").fetchall()
            for each in (
                "rowid, * FROM parent",
                "rowid, * FROM child",
                "n, * FROM numbers",
                "rowid, * FROM plain",
                "word, * FROM bare",
                "seq, * FROM sqlite_sequence",
            )
        ]
        hits = database.execute("SELECT rowid, note FROM found WHERE found MATCH '7'").fetchall()
    return [marks, schema, rows, hits]


def beside(path: Path) -> list[str]:
    """Return the names of all files there."""
    return sorted(each.name for each in path.parent.iterdir())


def test_everything_in_a_file_survives_both_ways(journal: Path, photos: Path) -> None:
    """Marks, tables of any kind, indexes, triggers, views, the search, and the rows' numbers."""
    before = content(journal, None)
    one, other = Key("one"), Key("other")
    for old, new in ((None, one), (one, other), (other, None)):
        assert recoding.recode(journal, photos, [], old, new).files == 1
        assert content(journal, new) == before
        assert encryption.is_encrypted(journal) == (new is not None)
    assert beside(journal) == ["journal.sqlite3"]


def test_a_copy_that_cant_be_read_stays_as_it_is_and_is_named(journal: Path, photos: Path) -> None:
    """The others are done; nothing is half done."""
    torn, good = journal.with_name("torn"), journal.with_name("good")
    good.write_bytes(journal.read_bytes())
    torn.write_bytes(journal.read_bytes()[:5000])
    done = recoding.recode(journal, photos, [torn, good], None, Key("a"))
    assert (done.files, done.left) == (2, (torn,))
    assert torn.stat().st_size == 5000
    assert content(good, Key("a")) == content(journal, Key("a"))
    assert beside(journal) == ["good", "journal.sqlite3", "torn"]


def test_a_file_that_someone_has_open_is_left_alone(journal: Path, photos: Path) -> None:
    """In this process or another: what they wrote then would be lost."""
    before = journal.read_bytes()
    with closing(sqlite3.connect(journal)) as database:
        database.execute("PRAGMA journal_mode = wal").fetchone()
        database.execute("SELECT * FROM parent").fetchone()
        with pytest.raises(JournalOpen):
            recoding.recode(journal, photos, [], None, Key("a"))
    assert not encryption.is_encrypted(journal)
    assert len(before) == journal.stat().st_size


def test_a_damaged_journal_is_left_alone(journal: Path, photos: Path) -> None:
    """A recovery comes first; here nothing is lost in silence."""
    with journal.open("r+b") as file:
        file.seek(3 * 4096)
        file.write(b"\xff" * 4096)
    before = journal.read_bytes()
    with pytest.raises(DamagedJournal):
        recoding.recode(journal, photos, [], None, Key("a"))
    assert (journal.read_bytes(), beside(journal)) == (before, ["journal.sqlite3"])


def test_no_room_changes_nothing(
    journal: Path, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever was half-written is gone."""
    before = journal.read_bytes()
    write: Callable[..., None] = rewriting.rewrite

    def fail(*given: object) -> None:
        write(*given)
        raise DiskFull(journal)

    monkeypatch.setattr(rewriting, "rewrite", fail)
    with pytest.raises(DiskFull):
        recoding.recode(journal, photos, [], None, Key("a"))
    assert (journal.read_bytes(), beside(journal)) == (before, ["journal.sqlite3"])


def test_a_new_file_that_differs_is_not_used(
    journal: Path, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The comparison really looks at each row."""
    before = journal.read_bytes()
    attach = rewriting._attach
    times = []

    def meddling(database: sqlite3.Connection, target: Path, key: Key | None) -> None:
        attach(database, target, key)
        times.append(1)
        if len(times) == 2:  # between writing and reading back
            some = "(SELECT min(rowid) FROM staged.parent)"
            database.execute(f"UPDATE staged.parent SET note = 'other' WHERE rowid = {some}")

    monkeypatch.setattr(rewriting, "_attach", meddling)
    with pytest.raises(DamagedJournal):
        recoding.recode(journal, photos, [], None, Key("a"))
    assert (journal.read_bytes(), beside(journal)) == (before, ["journal.sqlite3"])


def test_what_was_begun_is_taken_back(journal: Path) -> None:
    """A process that was killed while it decrypted leaves no plain file behind."""
    staged = recoding.staged(journal)
    staged.write_bytes(b"SQLite format 3\0 and words")
    recoding._write_note(journal, [journal])
    recoding.finish(journal)
    assert beside(journal) == ["journal.sqlite3"]


def test_what_was_ready_is_finished_without_a_passphrase(journal: Path, photos: Path) -> None:
    """The old log goes first: it must never meet the new file."""
    copy = journal.with_name("copy")
    copy.write_bytes(b"old")
    recoding.staged(copy).write_bytes(b"new")
    recoding.staged(journal).write_bytes(b"new journal")
    log = journal.with_name("journal.sqlite3-wal")
    log.write_bytes(b"old log")
    recoding._write_note(journal, [journal, photos, copy])
    unfinished_notes.recoding_note(journal).rename(unfinished_notes.recoding_ready_note(journal))
    recoding.finish(journal)
    assert (journal.read_bytes(), copy.read_bytes()) == (b"new journal", b"new")
    assert beside(journal) == ["copy", "journal.sqlite3"]


def test_a_folder_that_was_moved_meanwhile(journal: Path, tmp_path: Path) -> None:
    """The note names files by their place beside the journal."""
    recoding.staged(journal).write_bytes(b"new")
    recoding._write_note(journal, [journal])
    unfinished_notes.recoding_note(journal).rename(unfinished_notes.recoding_ready_note(journal))
    moved = tmp_path / "moved"
    moved.mkdir()
    for each in list(tmp_path.iterdir()):
        if each != moved:
            each.rename(moved / each.name)
    recoding.finish(moved / "journal.sqlite3")
    assert (moved / "journal.sqlite3").read_bytes() == b"new"


@pytest.mark.parametrize("number", [1, 2])
def test_what_is_decided_holds_though_a_file_cant_be_put_in_its_place(
    journal: Path, photos: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """It is told as decided, nobody opens the files before it is finished, and nothing is lost."""
    copy = journal.with_name("copy")
    copy.write_bytes(journal.read_bytes())
    before, rename, seen = content(journal, None), os.replace, []

    def fail(source: Path, target: Path) -> None:
        if source.name.endswith(".recoded"):
            seen.append(source)
            if len(seen) >= number:
                raise OSError(errno.EIO, "not now")
        rename(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", fail)
        done = recoding.recode(journal, photos, [copy], None, Key("a"))
        assert isinstance(done.unfinished, KeyChangeUnfinished)
        with pytest.raises(KeyChangeUnfinished):
            recoding.finish(journal)
    recoding.finish(journal)
    assert content(journal, Key("a")) == content(copy, Key("a")) == before
    assert beside(journal) == ["copy", "journal.sqlite3"]
