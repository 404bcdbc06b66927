"""Tells a wrong passphrase from damage, and finds what decrypts the pages of a damaged journal."""

from contextlib import closing
from pathlib import Path

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.encryption_errors import (
    JournalLocked,
    TruncatedJournal,
    WrongPassphrase,
)
from second_wind.core.errors.journal_errors import DamagedJournal
from second_wind.core.secrets.passphrase_key import Key
from second_wind.storage.copies import backups
from second_wind.storage.sqlite import page_cipher
from second_wind.storage.sqlite.encryption import (
    MAGIC,
    PAGE_SIZE,
    begin_of,
    database_errors,
    is_encrypted,
    read_only,
)
from second_wind.storage.sqlite.page_cipher import Opener

_ABOUT_THE_FILE = ("SQLITE_NOTADB", "SQLITE_CORRUPT")
_COUNT = slice(28, 32)
"""Where the first page says how many pages the file has."""


def marks_of(path: Path, key: Key | None) -> tuple[int, int]:
    """Return whose an encrypted file is and which version, as its first page says.

    Raises
    ------
    KnownError
        JournalLocked without a key; else WrongPassphrase, TruncatedJournal or DamagedJournal.
    """
    if key is None:
        raise JournalLocked(path) if is_encrypted(path) else DamagedJournal(path)
    try:
        with closing(read_only(path, key)) as database:
            marks = [
                database.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("application_id", "user_version")
            ]
    except database_errors() as error:
        if not getattr(error, "sqlite_errorname", "").startswith(_ABOUT_THE_FILE):
            raise
        raise _reason(path, key) from error
    if _ends_within_a_page(path):
        raise _truncated(path, key, begin_of(path)) or DamagedJournal(path)
    return int(marks[0]), int(marks[1])


def opener_for(journal: Path, key: Key | None) -> Opener | None:
    """Return what decrypts the pages of a damaged journal; None if it isn't encrypted.

    Raises
    ------
    JournalLocked, WrongPassphrase
        If nothing can be read without a key, or with this one.
    """
    if begin_of(journal) == MAGIC:
        return None
    salt = page_cipher.fitting_salt(journal, key, _same_set(journal)) if key else None
    if key is not None and salt is not None:
        return page_cipher.opener(key, salt)
    if not is_encrypted(journal):
        return None
    raise _wrong(journal) if key else JournalLocked(journal)


def _reason(path: Path, key: Key) -> KnownError:
    """Return why an encrypted file can't be opened."""
    copies = backups.listed(path)
    salt = page_cipher.fitting_salt(path, key, _same_set(path))
    if salt is not None:
        return _truncated(path, key, salt) or DamagedJournal(path)
    # Nothing of it is sealed with this key. Is it the key of the copies, the file is to blame.
    if not is_encrypted(path) or any(
        page_cipher.fitting_salt(each, key, ()) for each in copies[-1:]
    ):
        return DamagedJournal(path)
    return _wrong(path)


def _same_set(path: Path) -> list[Path]:
    """Return the files that have the salt of a journal: its copies and its photos."""
    return [*backups.listed(path), *sorted(path.parent.glob("*photos*.sqlite3"))]


def _ends_within_a_page(path: Path) -> bool:
    """Tell what SQLite doesn't mind; while there is a log, it may be about to write the rest."""
    log = path.with_name(f"{path.name}-wal")
    return not log.exists() and path.stat().st_size % PAGE_SIZE != 0


def _truncated(path: Path, key: Key, salt: bytes) -> TruncatedJournal | None:
    with path.open("rb") as file:
        first = file.read(PAGE_SIZE)
    if not page_cipher.is_sealed(1, first, key.of_seals(salt)):
        return None
    pages = path.stat().st_size // PAGE_SIZE
    expected = int.from_bytes(page_cipher.opener(key, salt)(1, first)[_COUNT], "big")
    return TruncatedJournal(path, pages, expected) if pages < expected else None


def _wrong(path: Path) -> WrongPassphrase:
    moments = backups.moments(path)
    return WrongPassphrase(path, len(moments), moments[-1].date() if moments else None)
