"""One SQLite file: opened safely, recognised, brought to the newest version."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from struct import unpack

from peewee import SqliteDatabase

from second_wind.core.errors import DamagedJournal, NewerJournal, NotAJournal
from second_wind.storage.faults import known_faults
from second_wind.storage.migrations import APPLICATION_ID, NEWEST, migrate
from second_wind.storage.sql import execute

_HEADER = b"SQLite format 3\0"
_HEADER_LENGTH = 100
_PRAGMAS = {"synchronous": "full", "foreign_keys": 1}
_PATIENCE = 10.0
"""Seconds to wait for another process that is writing."""


class Database:
    """An open journal file.

    Attributes
    ----------
    path : Path
        Where it lies.
    peewee : SqliteDatabase
        What queries are executed on; models are not bound to it.
    """

    def __init__(self, path: Path) -> None:
        """Open the file at `path`, and make it and its directory if there is none.

        Raises
        ------
        KnownError
            If it can't be opened, is damaged, newer than this program, or not ours.
        """
        self.path = path
        self.peewee = SqliteDatabase(str(path), pragmas=_PRAGMAS, timeout=_PATIENCE)
        with known_faults(path):
            make_private(path)
            _recognise(path)
            try:
                self._bring_up_to_date()
            except BaseException:
                self.peewee.close()
                raise

    def close(self) -> None:
        """Close the file; SQLite then folds the write-ahead log into it."""
        self.peewee.close()

    @contextmanager
    def writing(self) -> Iterator[SqliteDatabase]:
        """Hold the one writing transaction; what was written is on the disk when it ends."""
        with known_faults(self.path), self.peewee.atomic("IMMEDIATE"):
            yield self.peewee

    @contextmanager
    def reading(self) -> Iterator[SqliteDatabase]:
        """Read, with SQLite's errors made known."""
        with known_faults(self.path):
            yield self.peewee

    def foreign_change(self) -> int:
        """Return a number that changes when another connection has written."""
        with self.reading() as database:
            return int(execute(database, "PRAGMA data_version").fetchone()[0])

    def _bring_up_to_date(self) -> None:
        self.peewee.connect()
        if self._version() < NEWEST:
            with self.peewee.atomic("EXCLUSIVE"):
                # Another process may have done it while we waited for the lock.
                migrate(self.peewee, self._version())
        self._refuse_newer()
        execute(self.peewee, "PRAGMA journal_mode = wal").fetchall()

    def _version(self) -> int:
        return int(execute(self.peewee, "PRAGMA user_version").fetchone()[0])

    def _refuse_newer(self) -> None:
        if self._version() > NEWEST:
            raise NewerJournal(self.path, self._version(), NEWEST)


def make_private(path: Path) -> None:
    """Make the file and its directory, for the person alone, unless they exist."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _recognise(path: Path) -> None:
    """Refuse a file that is not ours or newer by its header alone, without touching it."""
    with path.open("rb") as file:
        header = file.read(_HEADER_LENGTH)
    if not header:
        return
    if not header.startswith(_HEADER):
        raise DamagedJournal(path)
    version, application = unpack(">i", header[60:64])[0], unpack(">i", header[68:72])[0]
    if application != APPLICATION_ID:
        raise NotAJournal(path)
    if version > NEWEST:
        raise NewerJournal(path, version, NEWEST)
