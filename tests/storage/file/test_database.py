"""The file: private, durable, refused when it is not ours, written by one at a time."""

import shutil
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier, Thread

import pytest

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.journal_errors import (
    DamagedJournal,
    JournalBusy,
    JournalUnreachable,
    NewerJournal,
    NotAJournal,
)
from second_wind.core.log.clock import FixedClock
from second_wind.paths import AppPaths
from second_wind.storage.file import database as database_module
from second_wind.storage.file.database import Database
from second_wind.storage.tables import migrations
from second_wind.storage.tables.sql import execute

NOW = datetime(2026, 11, 22, tzinfo=UTC)
State = dict[str, tuple[int, bytes]]


def mode(path: Path) -> int:
    """Return the permission bits."""
    return stat.S_IMODE(path.stat().st_mode)


def state(directory: Path) -> State:
    """Return every file of a directory with its time of change and its bytes."""
    return {each.name: (each.stat().st_mtime_ns, each.read_bytes()) for each in directory.iterdir()}


def ask(database: Database, pragma: str) -> object:
    """Return what a PRAGMA says."""
    with database.reading() as db:
        return execute(db, f"PRAGMA {pragma}").fetchone()[0]


def test_new_file_is_for_the_person_alone(tmp_path: Path) -> None:
    """Nobody else on the computer can read the journal, its log, or its directory."""
    path = tmp_path / "home/journal.sqlite3"
    with closing(Database(path, NOW)) as database, database.writing() as db:
        execute(db, "INSERT INTO setting VALUES ('a', '', '', NULL, '', '')")
        files = [path, *path.parent.glob("*-wal"), *path.parent.glob("*-shm")]
        assert [mode(each) for each in files] == [0o600] * 3
    assert mode(path.parent) == 0o700


def test_rights_of_existing_directory_are_left_alone(tmp_path: Path) -> None:
    """A journal beside other files doesn't lock others out of them."""
    tmp_path.chmod(0o755)
    Database(tmp_path / "journal.sqlite3", NOW).close()
    assert mode(tmp_path) == 0o755


def test_every_connection_writes_durably(database: Database) -> None:
    """A commit is on the disk, in a write-ahead log, with foreign keys held."""
    asked = ("synchronous", "journal_mode", "foreign_keys", "user_version")
    assert [ask(database, each) for each in asked] == [2, "wal", 1, migrations.newest()]


def test_closing_leaves_one_file(database: Database) -> None:
    """The write-ahead log is folded in, so that the one file is the whole journal."""
    with database.writing() as db:
        execute(db, "INSERT INTO setting VALUES ('a', '', '', NULL, '', '')")
    database.close()
    assert [each.name for each in database.path.parent.iterdir()] == ["journal.sqlite3"]


def test_nothing_opens_it_again_after_closing(database: Database) -> None:
    """Reading a closed journal is a bug that shows, not a connection that nobody closes."""
    database.close()
    assert not database.is_open
    with pytest.raises(sqlite3.ProgrammingError):
        database.foreign_change()


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE theirs (a)")


def _newer(path: Path) -> None:
    Database(path, NOW).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 7")


def _without_version(path: Path) -> None:
    Database(path, NOW).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 0")


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (_foreign, NotAJournal),
        (_newer, NewerJournal),
        (_without_version, DamagedJournal),
        (lambda path: path.write_bytes(b"not a database" * 100), DamagedJournal),
        (lambda path: path.write_bytes(b"SQLite format 3\0"), DamagedJournal),
        (lambda path: path.write_bytes(b"x"), DamagedJournal),
    ],
)
def test_refused_file_is_not_touched(make: object, error: type[KnownError], tmp_path: Path) -> None:
    """A file of another program, of a newer version, or damaged keeps its bytes and its times."""
    path = tmp_path / "journal.sqlite3"
    make(path)  # type: ignore[operator]
    before = state(tmp_path)
    with pytest.raises(error):
        Database(path, NOW)
    assert state(tmp_path) == before


def test_newer_file_is_refused_with_both_numbers(tmp_path: Path) -> None:
    """The person learns which version wrote the file and which one this program knows."""
    _newer(tmp_path / "journal.sqlite3")
    with pytest.raises(NewerJournal) as refused:
        Database(tmp_path / "journal.sqlite3", NOW)
    assert (refused.value.found, refused.value.known) == (7, migrations.newest())


def test_newer_version_in_the_log_of_a_killed_process_is_seen(
    database: Database, tmp_path: Path
) -> None:
    """A newer program killed after its migration leaves the version in the log: still refused."""
    with database.writing() as db:
        execute(db, "PRAGMA user_version = 7")
    killed = tmp_path / "killed"
    killed.mkdir()
    for suffix in ("", "-wal"):
        shutil.copy2(f"{database.path}{suffix}", killed)
    before = state(killed)
    with pytest.raises(NewerJournal):
        Database(killed / database.path.name, NOW)
    assert {name: was for name, was in state(killed).items() if name in before} == before


def test_directory_in_place_of_the_file(tmp_path: Path) -> None:
    """A directory of that name is refused, not opened."""
    with pytest.raises(JournalUnreachable):
        Database(tmp_path, NOW)


def test_file_in_place_of_the_directory(tmp_path: Path) -> None:
    """A file where the directory should be is refused."""
    (tmp_path / "home").write_text("x")
    with pytest.raises(JournalUnreachable):
        Database(tmp_path / "home/journal.sqlite3", NOW)


def test_failed_opening_leaves_nothing_open(tmp_path: Path) -> None:
    """A damaged schema is known as such, and the file is let go (the guard would tell)."""
    path = tmp_path / "journal.sqlite3"
    Database(path, NOW).close()
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 3000)
    with pytest.raises(DamagedJournal):
        Database(path, NOW)


def test_damaged_page_is_known_when_it_is_read(tmp_path: Path) -> None:
    """A page overwritten by something else is told as damage, not as a bug."""
    path = tmp_path / "journal.sqlite3"
    Database(path, NOW).close()
    with closing(sqlite3.connect(path)) as db:
        (page,) = db.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'check_in'"
        ).fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    with (
        closing(Database(path, NOW)) as database,
        pytest.raises(DamagedJournal),
        database.reading() as db,
    ):
        execute(db, "SELECT * FROM check_in").fetchall()


def test_file_locked_for_long_is_busy(paths: AppPaths, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process that doesn't let go is named, and nothing was changed."""
    monkeypatch.setattr(database_module, "_PATIENCE", 0.05)
    with (
        closing(Database(paths.journal, NOW)) as one,
        closing(Database(paths.journal, NOW)) as other,
        one.writing(),
        pytest.raises(JournalBusy),
        other.writing(),
    ):
        raise AssertionError("two wrote at once")


def test_readers_do_not_wait_for_the_writer(paths: AppPaths, clock: FixedClock) -> None:
    """While one process writes, another reads what was committed before."""
    with (
        closing(Database(paths.journal, NOW)) as one,
        closing(Database(paths.journal, NOW)) as other,
        one.writing() as writer,
        other.reading() as reader,
    ):
        execute(writer, "INSERT INTO setting VALUES ('a', '', '', NULL, '', '')")
        assert execute(reader, "SELECT count(*) FROM setting").fetchone() == (0,)


def test_a_failed_act_leaves_nothing(database: Database) -> None:
    """Whatever goes wrong inside a transaction, nothing of it is stored, and the next one works."""

    def fail() -> None:
        with database.writing() as db:
            execute(db, "INSERT INTO setting VALUES ('a', '', '', NULL, '', '')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with database.writing() as db:
        assert execute(db, "SELECT count(*) FROM setting").fetchone() == (0,)


def test_six_at_once_make_one_journal(tmp_path: Path) -> None:
    """Programs that start in the same moment on a new journal make it once and all work."""
    path, start, failed = tmp_path / "home/journal.sqlite3", Barrier(6), []

    def open_and_write(number: int) -> None:
        start.wait()
        try:
            with closing(Database(path, NOW)) as database, database.writing() as db:
                execute(db, "INSERT INTO setting VALUES (?, '', '', NULL, '', '')", (number,))
        except Exception as error:
            failed.append(error)

    threads = [Thread(target=open_and_write, args=(number,)) for number in range(6)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert failed == []
    with closing(Database(path, NOW)) as database, database.reading() as db:
        assert execute(db, "SELECT count(*) FROM setting").fetchone() == (6,)
