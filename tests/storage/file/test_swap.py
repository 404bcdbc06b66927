"""Another file in a journal's place: whole or not at all, the old one kept by name."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from second_wind.core.errors.copy_errors import JournalOpen, JournalReplaced
from second_wind.core.errors.journal_errors import JournalUnreachable
from second_wind.storage.file import swap
from second_wind.storage.file.database import Database
from second_wind.storage.tables.sql import execute

NOW = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)
HOLDER = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.execute("SELECT * FROM setting").fetchall()
print("open", flush=True)
sys.stdin.read()
"""


def put(path: Path, name: str) -> None:
    """Write a setting."""
    with closing(Database(path, NOW)) as database, database.writing() as db:
        execute(db, "INSERT INTO setting VALUES (?, '', '', NULL, '', '')", (name,))


def held(path: Path) -> list[str]:
    """Return the settings."""
    with closing(Database(path, NOW)) as database, database.reading() as db:
        return [key for (key,) in execute(db, "SELECT id FROM setting").fetchall()]


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """Make a journal with a log that a killed process left, and a new file for its place."""
    path = tmp_path / "journal.sqlite3"
    put(path, "old")
    new = swap.place_for_new(path)
    put(new, "new")
    with closing(Database(path, NOW)) as database, database.writing() as db:
        execute(db, "INSERT INTO setting VALUES ('log', '', '', NULL, '', '')")
        execute(db, "COMMIT")
        shutil.copy(f"{path}-wal", tmp_path / "wal")
        shutil.copy(path, tmp_path / "main")
        execute(db, "BEGIN")
    (tmp_path / "main").replace(path)
    (tmp_path / "wal").replace(f"{path}-wal")
    return path


def test_old_file_and_its_log_are_set_aside(journal: Path) -> None:
    """The new file holds what it should, the old one all that it held, by name."""
    aside = swap.swap(journal, NOW)
    assert aside.name == "journal.damaged-20261122-1432.sqlite3"
    assert held(journal) == ["new"]
    assert sorted(held(aside)) == ["log", "old"]
    assert swap.set_aside_files(journal) == [aside]
    assert not swap.place_for_new(journal).exists()


def test_nothing_set_aside_is_overwritten(journal: Path) -> None:
    """Twice in one minute makes two files."""
    first = swap.swap(journal, NOW)
    content = first.read_bytes()
    put(swap.place_for_new(journal), "newer")
    second = swap.swap(journal, NOW)
    assert second != first
    assert first.read_bytes() == content
    assert held(journal) == ["newer"]


@pytest.mark.parametrize("step", ["unlink", "replace"])
def test_next_start_finishes_what_was_begun(
    journal: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Killed between the steps, the old log never meets the new file."""

    def fail(*_args: object, **_more: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(Path, step, fail)
        with pytest.raises(ZeroDivisionError):
            swap.swap(journal, NOW)
    assert held(journal) == ["new"]
    assert held(journal) == ["new"]


def test_journal_open_elsewhere_is_left(journal: Path) -> None:
    """A window that has it open would go on writing where nobody looks: it must close first."""
    before = journal.read_bytes()
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, journal],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(JournalOpen):
            swap.swap(journal, NOW)
        assert journal.read_bytes() == before
        assert swap.set_aside_files(journal) == []
        holder.communicate()
    assert swap.swap(journal, NOW).exists()


def test_file_put_in_its_place_is_noticed(tmp_path: Path) -> None:
    """A program that syncs replaced the file: nothing is written that nobody would find again."""
    path, other = tmp_path / "journal.sqlite3", tmp_path / "other.sqlite3"
    put(other, "theirs")
    with closing(Database(path, NOW)) as database:
        other.replace(path)
        with pytest.raises(JournalReplaced), database.writing():
            raise AssertionError("it was written")
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT id FROM setting").fetchall() == [("theirs",)]


def test_a_second_try_takes_back_the_first(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed while the file is written anew, the next start does not put half of it in place."""

    def fail(*_args: object, **_more: object) -> None:
        raise OSError("the drive is busy")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail)
        with pytest.raises(JournalUnreachable):
            swap.swap(journal, NOW)
    swap.begin_new(journal).write_bytes(b"half of a file")
    swap.finish(journal)
    assert "old" in held(journal)
    (aside,) = swap.set_aside_files(journal)
    assert sorted(held(aside)) == ["log", "old"]
