"""Turns SQLite's errors into known ones."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.journal_errors import (
    DamagedJournal,
    DiskFull,
    GarbledEntries,
    JournalBusy,
    JournalUnreachable,
    Unreadable,
)
from second_wind.storage.sqlite.encryption import database_errors
from second_wind.storage.tables.fields import Garbled

_KINDS: dict[str, type[DiskFull | JournalBusy | JournalUnreachable | DamagedJournal]] = {
    "SQLITE_FULL": DiskFull,
    "SQLITE_IOERR_SHMSIZE": DiskFull,
    "SQLITE_BUSY": JournalBusy,
    "SQLITE_LOCKED": JournalBusy,
    "SQLITE_PROTOCOL": JournalBusy,
    "SQLITE_CANTOPEN": JournalUnreachable,
    "SQLITE_READONLY": JournalUnreachable,
    "SQLITE_IOERR": JournalUnreachable,
    "SQLITE_PERM": JournalUnreachable,
    "SQLITE_AUTH": JournalUnreachable,
    "SQLITE_CORRUPT": DamagedJournal,
    "SQLITE_NOTADB": DamagedJournal,
    "SQLITE_CONSTRAINT_TRIGGER": GarbledEntries,  # a seal that does not fit
}
_NO_TEXT = ("Could not decode to UTF-8", "user-defined function raised exception")
"""How Python, not SQLite, says that a text is garbage; the latter where it would be sealed."""
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_PERHAPS_NO_ROOM = ("SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_READONLY")
"""How SQLite tells that a quota is used up, or that there is no room for one more file."""
_PROBE = 64 * 1024
_NAMELESS = ("", "SQLITE_ERROR")
_NAMES = {
    "attempt to write a readonly database": "SQLITE_READONLY",
    "database disk image is malformed": "SQLITE_CORRUPT",
    "database is locked": "SQLITE_BUSY",
    "database or disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "file is not a database": "SQLITE_NOTADB",
    "unable to open database file": "SQLITE_CANTOPEN",
}
"""SQLite's own words for them, which no version has changed."""


@contextmanager
def known_faults(path: Path) -> Iterator[None]:
    """Raise what SQLite reports about the file at `path` as a known error; let bugs through."""
    try:
        yield
    except database_errors() as error:
        known = _known(error, path)
        if known is None:
            raise
        try:
            raise known from error
        finally:
            # Held by its own traceback, it would keep the failed statement, and that the file.
            del known
    except Garbled as error:
        raise GarbledEntries(path) from error
    # Damage may claim lengths beyond all memory, and be quoted in SQLite's own messages.
    except (MemoryError, UnicodeDecodeError) as error:
        raise DamagedJournal(path) from error
    except OSError as error:
        kind = DiskFull if error.errno in _NO_ROOM else _unreachable(path)
        raise kind(path) from error


def _unreachable(path: Path) -> type[JournalUnreachable]:
    """Tell a file or a folder that may not be read from what can't be written or found."""
    try:
        may_be_read = not path.exists() or os.access(path, os.R_OK)
    except OSError:  # nobody may look into its folder
        may_be_read = True
    return JournalUnreachable if may_be_read else Unreadable


def _known(error: BaseException, path: Path) -> KnownError | None:
    # A full disk inside a transaction surfaces as a failed rollback; the reason is further down.
    for each in _chain(error):
        name = _name_of(each)
        for prefix, kind in _KINDS.items():
            if name.startswith(prefix):
                full = name.startswith(_PERHAPS_NO_ROOM) and _has_no_room(path)
                kind = _unreachable(path) if kind is JournalUnreachable else kind
                return DiskFull(path) if full else kind(path)
        if str(each).startswith(_NO_TEXT):
            return DamagedJournal(path)
    return None


def _name_of(error: BaseException) -> str:
    """Return SQLite's name of an error; SQLCipher tells some in words alone."""
    name = str(getattr(error, "sqlite_errorname", ""))
    return _NAMES.get(str(error), name) if name in _NAMELESS else name


def _has_no_room(path: Path) -> bool:
    """Try to write beside a file; nothing of it is left."""
    probe = path.with_name(f".{path.name}.room")
    try:
        handle = os.open(probe, os.O_CREAT | os.O_WRONLY, 0o600)
        try:
            written = os.write(handle, bytes(_PROBE))
            os.fsync(handle)
        finally:
            os.close(handle)
            probe.unlink()
    except OSError as error:
        return error.errno in _NO_ROOM
    return written < _PROBE


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        each = waiting.pop()
        if each is not None and id(each) not in seen:
            seen.add(id(each))
            yield each
            waiting += [each.__cause__, each.__context__]
