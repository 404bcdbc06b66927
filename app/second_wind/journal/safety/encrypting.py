"""Encrypts a journal with all that belongs to it, takes that back, and changes the passphrase."""

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from glob import escape
from pathlib import Path

from second_wind.computer import second_place
from second_wind.computer.conflicts import conflict_copies
from second_wind.core.errors.base import KnownError
from second_wind.core.errors.copy_errors import NoJournalYet
from second_wind.core.errors.encryption_errors import (
    AlreadyEncrypted,
    KeyChangeUnfinished,
    NotEncrypted,
    SamePassphrase,
)
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.files.tidying import photos_of
from second_wind.journal.safety.locked import is_locked
from second_wind.storage.copies import backups
from second_wind.storage.damage.recognition import recognise
from second_wind.storage.file import recoding
from second_wind.storage.file.database import Database
from second_wind.storage.file.swap import set_aside_files
from second_wind.storage.sqlite import encryption
from second_wind.storage.sqlite.faults import known_faults

_REASON = "before-encryption"


@dataclass(frozen=True, slots=True)
class Recoded:
    """What a change of the key came to.

    Attributes
    ----------
    files : int
        How many files have it now: the journal, its photos and its copies.
    left : tuple of Path
        Files that could not be read, such as damaged ones that were set aside; they are as they
        were, so after encrypting they may hold words in plain.
    second_place_problem : KnownError or None
        Why copies in the second place are as they were.
    unfinished : KeyChangeUnfinished or None
        Why not every file is in its place yet; the new key holds all the same, and whoever opens
        the journal next finishes it first.
    """

    files: int
    left: tuple[Path, ...]
    second_place_problem: KnownError | None
    unfinished: KeyChangeUnfinished | None = None


def unlock(journal: Path, key: Key) -> None:
    """Pass if the key opens a journal; else say why not. A plain journal needs none.

    Raises
    ------
    KnownError
        WrongPassphrase, TruncatedJournal or DamagedJournal, or what else keeps it shut.
    """
    with known_faults(journal):
        recognise(journal, key)


def encrypt(journal: Path, new: Key, now: datetime, second: Path | None = None) -> Recoded:
    """Encrypt a plain journal, its photos and all copies; nobody may have it open.

    Raises
    ------
    KnownError
        If it is encrypted already, open, or damaged, or there is no room; nothing was changed.
    """
    encryption.driver()
    if is_locked(journal):
        raise AlreadyEncrypted(journal)
    return _recode(journal, None, new, now, second)


def decrypt(journal: Path, old: Key, now: datetime, second: Path | None = None) -> Recoded:
    """Make an encrypted journal, its photos and all copies plain; nobody may have it open.

    Raises
    ------
    KnownError
        If it isn't encrypted, or as for `encrypt`; nothing was changed.
    """
    if not is_locked(journal):
        raise NotEncrypted(journal)
    return _recode(journal, old, None, now, second)


def rekey(journal: Path, old: Key, new: Key, now: datetime, second: Path | None = None) -> Recoded:
    """Change the passphrase of a journal, its photos and all copies; nobody may have it open.

    Raises
    ------
    KnownError
        If it isn't encrypted, or as for `encrypt`; nothing was changed.
    """
    if not is_locked(journal):
        raise NotEncrypted(journal)
    unlock(journal, old)
    if old.is_same(new):
        raise SamePassphrase
    return _recode(journal, old, new, now, second)


def _recode(
    journal: Path, old: Key | None, new: Key | None, now: datetime, second: Path | None
) -> Recoded:
    if not journal.exists():
        raise NoJournalYet(journal)
    _copy_first(journal, old, now)
    done = recoding.recode(journal, photos_of(journal), _copies(journal), old, new)
    # What copies there take over comes from those here, so it has to wait for them.
    problem = done.unfinished or _renew_second_place(journal, second, old, new)
    return Recoded(done.files, done.left, problem if second else None, done.unfinished)


def _copy_first(journal: Path, old: Key | None, now: datetime) -> None:
    """Make a safe copy of a sound journal."""
    with closing(Database(journal, now, old)) as database, database.reading() as reader:
        database.refuse_damage()
        backups.make(reader, journal, now, _REASON)


def _copies(journal: Path) -> list[Path]:
    """Return every file that holds what the journal held once."""
    place, stem = backups.directory(journal), escape(journal.name.removesuffix(".sqlite3"))
    merged = [*place.glob(f"merged-{stem}*.sqlite3"), *place.glob(f"merged-[0-9]*-{stem}*.sqlite3")]
    return [
        *backups.listed(journal),
        *sorted(merged),
        *backups.unproved(journal),
        *set_aside_files(journal),
        *conflict_copies(journal),
    ]


def _renew_second_place(
    journal: Path, second: Path | None, old: Key | None, new: Key | None
) -> KnownError | None:
    try:
        if second is not None:
            second_place.renew(journal, second, old, new)
    except KnownError as error:
        return error
    return None
