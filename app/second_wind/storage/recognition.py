"""Tells whether a file is a journal of ours that this version reads, without touching it."""

import sqlite3
from contextlib import closing
from pathlib import Path
from struct import unpack

from second_wind.core.errors import DamagedJournal, NewerJournal, NotAJournal
from second_wind.storage import migrations

_MAGIC = b"SQLite format 3\0"
_HEADER_LENGTH = 100


def recognise(path: Path) -> None:
    """Refuse a file that is not ours, damaged, or newer; an empty one will become a journal.

    Raises
    ------
    KnownError
        DamagedJournal, NotAJournal or NewerJournal.
    """
    with path.open("rb") as file:
        header = file.read(_HEADER_LENGTH)
    if not header:
        return
    if len(header) < _HEADER_LENGTH or not header.startswith(_MAGIC):
        raise DamagedJournal(path)
    version, application = unpack(">i", header[60:64])[0], unpack(">i", header[68:72])[0]
    if application != migrations.APPLICATION_ID:
        raise NotAJournal(path)
    if version < 1:
        raise DamagedJournal(path)
    refuse_newer(path, max(version, _version_in_log(path)))


def refuse_newer(path: Path, version: int) -> None:
    """Refuse a version that this program doesn't know.

    Raises
    ------
    NewerJournal
        With both numbers.
    """
    if version > migrations.newest():
        raise NewerJournal(path, version, migrations.newest())


def _version_in_log(path: Path) -> int:
    """Return the version that a write-ahead log left by a killed process may hold, or 0."""
    if not path.with_name(f"{path.name}-wal").exists():
        return 0
    # Only a connection that can't write leaves the log alone when it is closed.
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
        return int(database.execute("PRAGMA user_version").fetchone()[0])
