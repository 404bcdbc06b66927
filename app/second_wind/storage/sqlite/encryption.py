"""Opens files, plain or encrypted; SQLCipher is loaded when the first encrypted one is opened.

An encrypted file is one of SQLCipher 4 with its own settings, so that other programs open it with
the passphrase alone. Its first 16 bytes are its salt; where a plain file says "SQLite format 3".
"""

import importlib
import os
import sqlite3
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from second_wind.core.errors.encryption_errors import EncryptionMissing
from second_wind.core.files.regular_file import open_regular
from second_wind.core.secrets.passphrase_key import SALT_LENGTH, Key
from second_wind.storage.sqlite.disk_space import require_room
from second_wind.storage.tables import seals
from second_wind.storage.tables.sql import OpenDatabase

PAGE_SIZE = 4096
MAGIC = b"SQLite format 3\0"
_DRIVER = "sqlcipher3.dbapi2"
_SAMPLE = 2**20
_HALF, _MOST_ZEROS = (0.4, 0.6), 0.02
_PATIENCE = 10.0
_ALONE, _WITH_LOG = "mode=ro&immutable=1", "mode=ro"
_MEMORY = ":memory:"


def opened(
    path: Path, key: Key | None, pragmas: Mapping[str, object], patience: float = _PATIENCE
) -> OpenDatabase:
    """Open a file for all that is done with a journal, with its settings."""
    if key is None or is_plain(path, key):
        found = sqlite3.connect(path, timeout=patience, isolation_level=None)
        return _with(pragmas, OpenDatabase(_sealing(found)))
    salt = _salt(path, key)
    found = _encrypted(str(path), salt, key, isolation=None, patience=patience)
    identity = _identity(path)
    key.salts[identity] = salt
    # The file's number may be another file's soon.
    return _with(pragmas, OpenDatabase(found, key, partial(key.salts.pop, identity, None)))


def memory_for(path: Path, key: Key | None, pragmas: Mapping[str, object]) -> OpenDatabase:
    """Open memory that takes a copy of a file, encrypted as that is."""
    if key is None or is_plain(path, key):
        found = sqlite3.connect(_MEMORY, isolation_level=None)
        return _with(pragmas, OpenDatabase(_sealing(found)))
    salt = _salt(Path(_MEMORY), key)
    return _with(pragmas, OpenDatabase(_encrypted(_MEMORY, salt, key, isolation=None), key))


def _with(pragmas: Mapping[str, object], database: OpenDatabase) -> OpenDatabase:
    try:
        for name, value in pragmas.items():
            database.connection.execute(f"PRAGMA {name} = {value}")
    except BaseException:
        database.close()
        raise
    return database


def connect(path: Path, key: Key | None, patience: float = _PATIENCE) -> sqlite3.Connection:
    """Open a file, or begin a new one, encrypted if a key is given.

    Raises
    ------
    DiskFull
        If there is no room to write.
    """
    require_room(path)
    if key is None or is_plain(path, key):
        return _sealing(sqlite3.connect(path, timeout=patience))
    return _encrypted(str(path), _salt(path, key), key, patience=patience)


def read_only(
    path: Path, key: Key | None = None, *, without_log: bool = False
) -> sqlite3.Connection:
    """Open a file so that nothing in it changes.

    Raises
    ------
    DiskFull
        If there is no room for the index of its log, which SQLite makes even to read.
    """
    manner = _ALONE if without_log else _manner(path)
    if manner != _ALONE:
        require_room(path)
    if manner == _WITH_LOG and _index_can_not_be_made(path):
        return _beside_left_log(path, key)
    address = f"{path.absolute().as_uri()}?{manner}"
    if key is None or is_plain(path, key):
        return _sealing(sqlite3.connect(address, uri=True))
    return _encrypted(address, _salt(path, key), key, uri=True)


def _index_can_not_be_made(path: Path) -> bool:
    """Tell whether a log lies where nothing can be written, and nobody has it open."""
    index = path.with_name(f"{path.name}-shm")
    return not index.exists() and not os.access(path.parent, os.W_OK | os.X_OK)


def _beside_left_log(path: Path, key: Key | None) -> sqlite3.Connection:
    from second_wind.storage.sqlite.left_log import opened_encrypted, opened_plain

    if key is None or is_plain(path, key):
        return _sealing(opened_plain(path))
    salt = _salt(path, key)
    return opened_encrypted(path, lambda copy: _encrypted(str(copy), salt, key))


def _manner(path: Path) -> str:
    """Return how a file is opened to be read."""
    if path.with_name(f"{path.name}-journal").exists():
        # A write was cut short, and half of it may be there: SQLite has to take it back first.
        return "mode=rw"
    # Without a log nobody has it open for writing, and SQLite need not make one to read.
    return _WITH_LOG if path.with_name(f"{path.name}-wal").exists() else _ALONE


def is_encrypted(path: Path) -> bool:
    """Tell, without a key, whether a file is encrypted, as far as its bytes show.

    Encrypted bytes are like noise. A plain journal whose first page is damaged has many more zeros
    and hardly a byte above 127.
    """
    try:
        with open_regular(path) as file:
            content = file.read(_SAMPLE)
    except FileNotFoundError:
        return False
    if len(content) < PAGE_SIZE or content.startswith(MAGIC):
        return False
    body = content[PAGE_SIZE:] or content
    high = len(body.translate(None, bytes(range(128)))) / len(body)
    return _HALF[0] < high < _HALF[1] and body.count(0) / len(body) < _MOST_ZEROS


def is_plain(path: Path, key: Key) -> bool:
    """Tell whether a file is plain, without looking into one that the key has open."""
    return _known_begin(path, key) == MAGIC


def begin_of(path: Path) -> bytes:
    """Return the first bytes of a file: its salt if it is encrypted, empty if there is none."""
    try:
        with open_regular(path) as file:
            return file.read(SALT_LENGTH)
    except FileNotFoundError:
        return b""


def database_errors(*others: type[Exception]) -> tuple[type[Exception], ...]:
    """Return what drivers raise about a database; to be asked in an `except`, so when one did."""
    loaded = sys.modules.get(_DRIVER)
    ours = (loaded.DatabaseError,) if loaded else ()
    return (sqlite3.DatabaseError, *ours, *others)


def driver() -> Any:
    """Return SQLCipher.

    Raises
    ------
    EncryptionMissing
        If it isn't installed.
    """
    try:
        return importlib.import_module(_DRIVER)
    except ImportError as error:
        raise EncryptionMissing("sqlcipher3") from error


def opened_by_sqlcipher(address: str, path: Path, key: Key | None) -> sqlite3.Connection:
    """Open a file, plain ones included, as SQLCipher does it; nothing is begun by itself."""
    if key is None or is_plain(path, key):
        opened: sqlite3.Connection = driver().connect(
            address, uri=True, isolation_level=None, timeout=_PATIENCE
        )
        return _sealing(opened)
    return _encrypted(address, _salt(path, key), key, uri=True, isolation=None)


def key_clause(key: Key, salt: bytes) -> str:
    """Return a key as SQLCipher reads it in SQL: 96 digits, none of which needs escaping."""
    return f"\"x'{key.for_salt(salt).hex()}{salt.hex()}'\""


def _encrypted(
    address: str,
    salt: bytes,
    key: Key,
    *,
    uri: bool = False,
    isolation: str | None = "",
    patience: float = _PATIENCE,
) -> sqlite3.Connection:
    opened: sqlite3.Connection = driver().connect(
        address, uri=uri, isolation_level=isolation, timeout=patience
    )
    # It would write to standard error what is told in a sentence.
    opened.execute("PRAGMA cipher_log_level = NONE")
    opened.execute(f"PRAGMA key = {key_clause(key, salt)}")
    return _sealing(opened)


def _sealing(opened: sqlite3.Connection) -> sqlite3.Connection:
    seals.register(opened)
    return opened


def _salt(path: Path, key: Key) -> bytes:
    begin = _known_begin(path, key)
    return begin if len(begin) == SALT_LENGTH else key.salt_for_new()


def _known_begin(path: Path, key: Key) -> bytes:
    try:
        return key.salts.get(_identity(path)) or begin_of(path)
    except FileNotFoundError:
        return b""


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino
