"""Tells whether a file is a journal of ours that this version reads, without touching it."""

import sqlite3
from contextlib import closing
from pathlib import Path
from struct import unpack
from time import monotonic, sleep

from second_wind.core.errors.copy_errors import JournalReplaced
from second_wind.core.errors.journal_errors import DamagedJournal, NewerJournal, NotAJournal
from second_wind.core.files.regular_file import open_regular
from second_wind.core.secrets.passphrase_key import Key
from second_wind.storage.copies import backups
from second_wind.storage.sqlite.encryption import MAGIC, database_errors, is_encrypted, read_only
from second_wind.storage.sqlite.file_locks import has_log_of_another_file, is_open_elsewhere
from second_wind.storage.tables import migrations
from second_wind.storage.tables.rows import tables

_HEADER_LENGTH, _SCHEMA_LENGTH = 100, 2**18
_OUR_TABLE = b"CREATE TABLE check_in"
_PATIENCE, _PAUSE = 3.0, 0.05
"""Seconds."""
_CHANGED = "SELECT noun, row FROM act_change"
_MERGED = f"{_CHANGED} JOIN act ON act.id = act_change.act WHERE act.name = 'merge'"
_NO_VERSION = 10_000
"""There won't be as many; such a number comes from damage."""


def recognise(path: Path, key: Key | None = None) -> None:
    """Refuse a file that is not ours, damaged, or newer; an empty one will become a journal.

    Raises
    ------
    KnownError
        DamagedJournal, NotAJournal, NewerJournal, or what keeps an encrypted file shut.
    """
    with open_regular(path) as file:
        header = file.read(_HEADER_LENGTH)
    if not header:
        return
    if not header.startswith(MAGIC):
        _recognise_encrypted(path, key)
        return
    if len(header) < _HEADER_LENGTH:
        raise DamagedJournal(path)
    version, application = unpack(">i", header[60:64])[0], unpack(">i", header[68:72])[0]
    if application != migrations.APPLICATION_ID:
        raise DamagedJournal(path) if _has_our_table(path) else NotAJournal(path)
    if not 0 < version < _NO_VERSION:
        raise DamagedJournal(path)
    refuse_newer(path, max(version, _version_in_log(path)))


def _recognise_encrypted(path: Path, key: Key | None) -> None:
    from second_wind.storage.damage.unlocking import marks_of

    application, version = marks_of(path, key)
    if application != migrations.APPLICATION_ID:
        raise NotAJournal(path)
    refuse_newer(path, version)


def refuse_torn(path: Path) -> None:
    """Refuse a journal whose log lost a page: SQLite would drop, unasked, what came after it.

    Raises
    ------
    DamagedJournal
        Only if no program has it open, since a log that grows can't be judged.
    """
    log = path.with_name(f"{path.name}-wal")
    if not log.exists() or is_open_elsewhere(path):
        return
    from second_wind.storage.pages.pages import log_is_torn

    if log_is_torn(path):
        raise DamagedJournal(path)


def refuse_log_of_before(path: Path, key: Key | None = None) -> None:
    """Refuse a file that was put in the place of one whose log a killed process has left.

    SQLite would play that log over it, and what is new in it would be gone; a recovery finds both.

    Raises
    ------
    DamagedJournal
    """
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and not is_open_elsewhere(path) and log_is_of_before(path, key):
        raise DamagedJournal(path)


def log_is_of_before(path: Path, key: Key | None = None) -> bool:
    """Tell whether a file holds rows that nobody would see any more with the log beside it.

    A log adds to what its file holds: rows never go, but for those of a merge that was taken back.
    """
    log = path.with_name(f"{path.name}-wal")
    if not log.exists() or not log.stat().st_size:
        return False
    try:
        with (
            closing(read_only(path, key, without_log=True)) as alone,
            closing(read_only(path, key)) as both,
        ):
            known = {*both.execute(_CHANGED).fetchall(), *alone.execute(_MERGED).fetchall()}
            return any(_ids(alone, each) - _ids(both, each) - known for each in tables(alone))
    except database_errors():  # that the file alone is not whole is no wonder
        return False


def _ids(database: sqlite3.Connection, table: str) -> set[tuple[str, str]]:
    return {(table, key) for (key,) in database.execute(f"SELECT id FROM {table}").fetchall()}


def refuse_log_of_another(path: Path) -> None:
    """Refuse a file beside which the log of the one lies that it replaced, and is still in use.

    SQLite would read and write that log as if it were this file's, and all that is new here would
    be gone. The program that has it open notices within a second.

    Raises
    ------
    JournalReplaced
    """
    begun = monotonic()
    while has_log_of_another_file(path):
        if monotonic() - begun > _PATIENCE:
            raise JournalReplaced(path)
        sleep(_PAUSE)


def _has_our_table(path: Path) -> bool:
    """Tell whether a file whose mark is not ours was made by this program all the same."""
    with open_regular(path) as file:
        return _OUR_TABLE in file.read(_SCHEMA_LENGTH)


def has_mark_of_ours(path: Path) -> bool:
    """Tell whether a file that can't be read as a journal may have been one: a CSV was none."""
    with open_regular(path) as file:
        is_database = file.read(len(MAGIC)) == MAGIC
    return is_database or _has_our_table(path) or is_encrypted(path)


def refuse_emptied(path: Path) -> None:
    """Refuse a file without content that once held a journal, as its copies or its log tell.

    SQLite would delete the log of an empty file, with all that it holds.

    Raises
    ------
    DamagedJournal
        Not if the file is missing: then a person may begin anew.
    """
    if path.is_file() and not path.stat().st_size:
        log = path.with_name(f"{path.name}-wal")
        if backups.listed(path) or (log.is_file() and log.stat().st_size):
            raise DamagedJournal(path)


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
    with closing(read_only(path)) as database:
        return int(database.execute("PRAGMA user_version").fetchone()[0])
