"""Writes a database anew with another key, or none, and compares the two row by row."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.copy_errors import JournalOpen
from second_wind.core.errors.encryption_errors import EncryptionProblem
from second_wind.core.errors.journal_errors import DamagedJournal, JournalBusy
from second_wind.core.secrets.passphrase_key import Key
from second_wind.storage.sqlite import encryption
from second_wind.storage.sqlite.faults import known_faults

_SHORT_PATIENCE = 2.0
_ACTS = ("act_change", "act")
"""They hold what was deleted, so they don't outlive a change of the key, nor a migration."""


@dataclass(frozen=True, slots=True)
class Source:
    """A database that is read; `lives` if it is no copy."""

    path: Path
    database: sqlite3.Connection
    lives: bool


@contextmanager
def alone(path: Path, key: Key | None) -> Iterator[Source]:
    """Open a file for this process alone, its log folded into it.

    Raises
    ------
    JournalOpen
        If a program, or this one, has it open.
    """
    try:
        with known_faults(path):
            # By the driver that this process itself would have it open with.
            with closing(encryption.connect(path, key, _SHORT_PATIENCE)) as database:
                (mode,) = database.execute("PRAGMA journal_mode = delete").fetchone()
            if mode != "delete":
                raise JournalOpen(path)
            with closing(_opened(path, key, "rw")) as database:
                database.execute("PRAGMA locking_mode = exclusive").fetchone()
                database.execute("BEGIN EXCLUSIVE")
                database.execute("COMMIT")
                yield Source(path, database, lives=True)
    except JournalBusy as error:
        raise JournalOpen(path) from error


@contextmanager
def reading(path: Path, key: Key | None) -> Iterator[Source]:
    """Open a copy, which nobody writes to.

    Raises
    ------
    DamagedJournal
        If a log lies beside it: what the two hold together is for a recovery to find out.
    """
    if path.with_name(f"{path.name}-wal").exists():
        raise DamagedJournal(path)
    with known_faults(path), closing(_opened(path, key, "ro&immutable=1")) as database:
        yield Source(path, database, lives=False)


def rewrite(source: Source, target: Path, key: Key | None) -> None:
    """Write all that a database holds to a new file with another key, and prove it.

    Raises
    ------
    KnownError
        If it is damaged, or there is no room.
    """
    with known_faults(target):
        os.close(os.open(target, os.O_CREAT | os.O_RDWR | os.O_TRUNC, 0o600))
    database = source.database
    marks = {name: _mark(database, "main", name) for name in ("user_version", "application_id")}
    with _attached(database, target, key):
        # Nobody needs the new file before it is whole and was brought to the disk.
        database.execute("PRAGMA staged.journal_mode = off").fetchone()
        database.execute("PRAGMA staged.synchronous = off")
        with _faults_of_either(source.path, target):
            database.execute("SELECT sqlcipher_export('staged')").fetchone()
            for name, value in marks.items():
                database.execute(f"PRAGMA staged.{name} = {value}")
    _prove(source, target, key, marks)
    if source.lives:
        _forget_acts(target, key)
    with known_faults(target), target.open("rb") as file:
        os.fsync(file.fileno())


def renew(path: Path, old: Key | None, new: Key | None) -> None:
    """Give a copy another key: whole or not at all."""
    partial = path.with_name(f".{path.name}.partial")
    try:
        with reading(path, old) as source:
            rewrite(source, partial, new)
        with known_faults(path):
            partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def is_fault_of(error: KnownError, path: Path) -> bool:
    """Tell whether a file itself can't be read, rather than another one written."""
    return isinstance(error, DamagedJournal | EncryptionProblem) and (
        getattr(error, "path", None) == path
    )


@contextmanager
def _faults_of_either(source: Path, target: Path) -> Iterator[None]:
    """Blame a full disk on the new file, and damage on the old one."""
    try:
        with known_faults(target):
            yield
    except DamagedJournal as error:
        raise DamagedJournal(source) from error


def _opened(path: Path, key: Key | None, mode: str) -> sqlite3.Connection:
    """Open a file with SQLCipher, which reads plain ones, too."""
    return encryption.opened_by_sqlcipher(f"{path.absolute().as_uri()}?mode={mode}", path, key)


@contextmanager
def _attached(database: sqlite3.Connection, target: Path, key: Key | None) -> Iterator[None]:
    """Have a file open beside the main one, under the name of staged."""
    _attach(database, target, key)
    try:
        yield
    except BaseException:
        # What went wrong counts, not that a broken file can't be let go in order.
        with suppress(*encryption.database_errors()):
            database.execute("DETACH staged")
        raise
    database.execute("DETACH staged")


def _attach(database: sqlite3.Connection, target: Path, key: Key | None) -> None:
    clause = encryption.key_clause(key, key.salt_for_new()) if key else "''"
    database.execute(f"ATTACH ? AS staged KEY {clause}", (str(target),))


def _prove(source: Source, target: Path, key: Key | None, marks: dict[str, int]) -> None:
    """Read the new file back from the disk, and compare it with the old one.

    Raises
    ------
    DamagedJournal
        If they differ.
    """
    database = source.database
    with _attached(database, target, key), _faults_of_either(source.path, target):
        found = {name: _mark(database, "staged", name) for name in marks}
        sealed = not key or not database.execute("PRAGMA staged.cipher_integrity_check").fetchall()
        whole = database.execute("PRAGMA staged.quick_check(1)").fetchone() == ("ok",)
        orphans = database.execute("PRAGMA staged.foreign_key_check").fetchone()
        if found != marks or not (sealed and whole) or orphans or not _are_alike(database):
            raise DamagedJournal(source.path)


def _are_alike(database: sqlite3.Connection) -> bool:
    """Tell whether both hold the same tables with the same rows under the same numbers."""
    schemas = [
        database.execute(
            f"SELECT type, name, tbl_name, sql FROM {each}.sqlite_schema ORDER BY type, name"
        ).fetchall()
        for each in ("main", "staged")
    ]
    if schemas[0] != schemas[1]:
        return False
    return all(_has_same_rows(database, *each) for each in _tables(database))


def _tables(database: sqlite3.Connection) -> list[tuple[str, bool]]:
    """Return the tables that hold rows, and whether their rows have numbers."""
    listed = database.execute("PRAGMA main.table_list").fetchall()
    return [
        (name, not without)
        for schema, name, kind, _, without, _ in listed
        if schema == "main" and kind in ("table", "shadow") and name != "sqlite_schema"
    ]


def _has_same_rows(database: sqlite3.Connection, table: str, numbered: bool) -> bool:
    wanted = "rowid, *" if numbered else "*"
    both = [
        database.execute(f'SELECT {wanted} FROM {each}."{table}"') for each in ("main", "staged")
    ]
    return all(one == other for one, other in zip_longest(*both))


def _forget_acts(target: Path, key: Key | None) -> None:
    with known_faults(target), closing(encryption.connect(target, key)) as database, database:
        present = {name for (name,) in database.execute("SELECT name FROM sqlite_schema")}
        database.execute("PRAGMA secure_delete = on")
        for table in _ACTS:
            if table in present:
                database.execute(f"DELETE FROM {table}")


def _mark(database: sqlite3.Connection, schema: str, name: str) -> int:
    (value,) = database.execute(f"PRAGMA {schema}.{name}").fetchone()
    return int(value)
