"""What SQLite and the system report, told in known errors; bugs pass through."""

import errno
import sqlite3
from pathlib import Path

import pytest

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.journal_errors import (
    DamagedJournal,
    DiskFull,
    JournalBusy,
    JournalUnreachable,
)
from second_wind.storage.sqlite.faults import known_faults

PATH = Path("/somewhere/journal.sqlite3")


def reported(name: str) -> sqlite3.DatabaseError:
    """Return an error as sqlite3 raises it."""
    error = sqlite3.OperationalError("said by SQLite")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SQLITE_FULL", DiskFull),
        ("SQLITE_IOERR_SHMSIZE", DiskFull),
        ("SQLITE_BUSY", JournalBusy),
        ("SQLITE_BUSY_SNAPSHOT", JournalBusy),
        ("SQLITE_PROTOCOL", JournalBusy),
        ("SQLITE_CANTOPEN", JournalUnreachable),
        ("SQLITE_READONLY_DIRECTORY", JournalUnreachable),
        ("SQLITE_IOERR_WRITE", JournalUnreachable),
        ("SQLITE_CORRUPT_INDEX", DamagedJournal),
        ("SQLITE_NOTADB", DamagedJournal),
    ],
)
def test_each_report_has_its_kind(name: str, kind: type[KnownError]) -> None:
    """The kind says what happened, and where."""
    with pytest.raises(kind) as known, known_faults(PATH):
        raise reported(name)
    assert known.value.path == PATH  # type: ignore[attr-defined]


def test_reason_is_found_under_a_failed_rollback() -> None:
    """A full disk surfaces as a rollback that finds no transaction."""

    def roll_back() -> None:
        try:
            raise reported("SQLITE_FULL")
        except sqlite3.OperationalError as full:
            raise sqlite3.OperationalError("cannot rollback") from full

    with pytest.raises(DiskFull), known_faults(PATH):
        roll_back()


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EACCES, JournalUnreachable),
        (errno.EISDIR, JournalUnreachable),
    ],
)
def test_system_errors_have_their_kind(number: int, kind: type[KnownError]) -> None:
    """Files that are made beside SQLite's are told in the same words."""
    with pytest.raises(kind), known_faults(PATH):
        raise OSError(number, "said by the system")


@pytest.mark.parametrize(
    "bug", [sqlite3.IntegrityError("a row twice"), reported("SQLITE_ERROR"), ZeroDivisionError()]
)
def test_bugs_pass_through(bug: Exception) -> None:
    """What the person can do nothing about is not dressed up as a known error."""
    with pytest.raises(type(bug)), known_faults(PATH):
        raise bug


def test_known_errors_pass_through() -> None:
    """A refusal inside stays the refusal that it was."""
    refused = JournalBusy(PATH)
    with pytest.raises(JournalBusy) as raised, known_faults(Path("/other")):
        raise refused
    assert raised.value is refused


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("database or disk is full", DiskFull),
        ("disk I/O error", JournalUnreachable),
        ("attempt to write a readonly database", JournalUnreachable),
        ("unable to open database file", JournalUnreachable),
        ("database is locked", JournalBusy),
        ("database disk image is malformed", DamagedJournal),
        ("file is not a database", DamagedJournal),
    ],
)
def test_errors_that_say_it_in_words_alone(
    tmp_path: Path, text: str, kind: type[KnownError]
) -> None:
    """SQLCipher gives some without their names; the words are SQLite's own."""
    with pytest.raises(kind), known_faults(tmp_path / "journal.sqlite3"):
        raise sqlite3.OperationalError(text)
