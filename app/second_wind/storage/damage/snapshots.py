"""Another journal or a copy, read whole into memory: brought up to date, never touched."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic

from second_wind.core.errors.journal_errors import DamagedJournal, JournalBusy
from second_wind.core.secrets.passphrase_key import Key
from second_wind.storage.damage.recognition import recognise
from second_wind.storage.pages.proof import refuse_unproved
from second_wind.storage.sqlite.encryption import memory_for, read_only
from second_wind.storage.sqlite.faults import known_faults
from second_wind.storage.sqlite.soundness import faults_in
from second_wind.storage.tables import migrations
from second_wind.storage.tables.sql import OpenDatabase, connection

_PATIENCE = 10.0
"""Seconds to wait for a program that is writing to the other file."""


@contextmanager
def snapshot(path: Path, key: Key | None = None) -> Iterator[sqlite3.Connection]:
    """Open a sound journal as it is now, in memory and in the shape of the newest version.

    In memory, so that a program that is killed leaves no second copy of a person's words.

    Raises
    ------
    KnownError
        If it can't be read, is locked, damaged, newer than this program, or not ours.
    """
    with known_faults(path), closing(in_memory(path, key)) as memory:
        refuse_unproved(connection(memory), path)
        yield connection(memory)


def in_memory(path: Path, key: Key | None = None) -> OpenDatabase:
    """Return a copy of a whole journal in memory, in the shape of the newest version.

    Raises
    ------
    KnownError
        As for `snapshot`; that each row is what was written is not proved.
    """
    with known_faults(path):
        recognise(path, key)
        memory = memory_for(path, key, {"foreign_keys": 1})
        try:
            with closing(read_only(path, key)) as source:
                _copy(source, connection(memory), path)
            if faults_in(connection(memory)):
                raise DamagedJournal(path)
            _bring_up_to_date(memory, path)
        except BaseException:
            memory.close()
            raise
        return memory


def _copy(source: sqlite3.Connection, target: sqlite3.Connection, path: Path) -> None:
    begun = monotonic()

    def give_up(_status: int, left: int, _all: int) -> None:
        # Python's own loop would wait for ever.
        if left and monotonic() - begun > _PATIENCE:
            raise JournalBusy(path)

    source.backup(target, progress=give_up)


def _bring_up_to_date(memory: OpenDatabase, path: Path) -> None:
    (version,) = connection(memory).execute("PRAGMA user_version").fetchone()
    if version < 1:
        raise DamagedJournal(path)
    with memory.atomic():
        migrations.migrate(memory, version)
