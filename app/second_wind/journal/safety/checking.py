"""A check of everything that a journal consists of, whether it can be opened or not."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from second_wind.computer.conflicts import conflict_copies
from second_wind.core.errors.base import KnownError
from second_wind.core.errors.encryption_errors import TruncatedJournal
from second_wind.core.errors.journal_errors import DamagedJournal
from second_wind.core.log.entries import Outing
from second_wind.core.people.doubtful_hours import DoubtfulHours
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.files.copies import SafeCopy, safe_copies
from second_wind.journal.files.doubts import doubts_in
from second_wind.journal.log.changes import ActName
from second_wind.journal.log.days import days_of
from second_wind.journal.safety.doubtful_hours import doubtful_in
from second_wind.storage.damage.recognition import log_is_of_before, recognise, refuse_emptied
from second_wind.storage.damage.rescue import Dispute
from second_wind.storage.damage.snapshots import snapshot
from second_wind.storage.pages.pages import log_is_torn
from second_wind.storage.pages.proof import act_names, forgotten_days, is_sound, proof_of
from second_wind.storage.photos.photo_files import PhotoCheck, check_photos
from second_wind.storage.sqlite.encryption import is_plain, read_only
from second_wind.storage.sqlite.faults import known_faults
from second_wind.storage.tables import rows
from second_wind.storage.tables.rows import Rows
from second_wind.storage.tables.seals import rows_with_seals

_TORN = "a damaged page in the write-ahead log"
_DAYLESS = "a setting, or what the window remembers, is not as it was written"
_OF_BEFORE = "the write-ahead log belongs to another file"


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found.

    Attributes
    ----------
    faults : tuple of str
        What is wrong with the file, in SQLite's words; empty if it is sound.
    garbled : tuple of date
        Days with an entry that is not what was written, or that only the newest copy has.
    photos : PhotoCheck
    photo_days : tuple of date
        Days with a photo that is damaged or missing.
    newest_copy : SafeCopy or None
        The newest sound copy.
    unsound_copies, conflicts : tuple of Path
        Copies that are damaged, and conflict copies beside the journal.
    hours : tuple of DoubtfulHours
        Entries whose hours an earlier version may have read wrongly.
    copies_problem : KnownError or None
        Why the folder of copies can't be read.
    doubts : tuple of Dispute
        Entries that a recovery stored though nobody could vouch for them.
    """

    journal: Path
    faults: tuple[str, ...]
    garbled: tuple[date, ...]
    photos: PhotoCheck
    photo_days: tuple[date, ...]
    newest_copy: SafeCopy | None
    copies: int
    unsound_copies: tuple[Path, ...]
    conflicts: tuple[Path, ...]
    is_encrypted: bool = False
    hours: tuple[DoubtfulHours, ...] = ()
    copies_problem: KnownError | None = None
    doubts: tuple[Dispute, ...] = ()

    @property
    def is_damaged(self) -> bool:
        """Whether the journal itself needs a recovery."""
        return bool(self.faults or self.garbled)

    @property
    def is_sound(self) -> bool:
        """Whether the journal and its photos are as they should be, as far as anybody knows."""
        return not self.is_damaged and not self.doubts and self.photos.is_sound


@dataclass(frozen=True, slots=True)
class Damage:
    """What is wrong with a journal alone, as in a `CheckReport`."""

    faults: tuple[str, ...]
    garbled: tuple[date, ...]

    def __bool__(self) -> bool:
        return bool(self.faults or self.garbled)


def examine(
    journal: Path, photos: Path, *, is_open_here: bool = False, key: Key | None = None
) -> CheckReport:
    """Check a journal, its photos and its copies; nothing is changed.

    A file that this process has open is read through SQLite alone: to open and close it in any
    other way would give up SQLite's locks on it, and another process could tear it.

    Raises
    ------
    KnownError
        If the file is newer than this program, not ours, or can't be reached.
    """
    copies, problem = _copies(journal, key)
    sound = [each for each in copies if is_sound(each.path, key)]
    newest = sound[0] if sound else None
    faults, garbled, mine = _read(journal, newest, key, is_open_here=is_open_here)
    kept = _photo_days(mine)
    photo_check = check_photos(photos, kept, key)
    return CheckReport(
        journal,
        tuple(faults),
        garbled,
        photo_check,
        unsound_days(photo_check, kept),
        newest,
        len(copies),
        tuple(each.path for each in copies if each not in sound),
        tuple(conflict_copies(journal)),
        is_encrypted=key is not None and not is_plain(journal, key),
        hours=() if garbled else doubtful_in(mine),
        copies_problem=problem,
        doubts=doubts_in(mine),
    )


def damage_in(journal: Path, key: Key | None = None) -> Damage:
    """Read all of a journal that this process has open, through SQLite alone; nothing is changed.

    Raises
    ------
    KnownError
        If it can't be looked at.
    """
    copies, _problem = _copies(journal, key)
    newest = next((each for each in copies if is_sound(each.path, key)), None)
    faults, garbled, _mine = _read(journal, newest, key, is_open_here=True)
    return Damage(tuple(faults), garbled)


def _copies(journal: Path, key: Key | None) -> tuple[list[SafeCopy], KnownError | None]:
    """Return the copies, or why nobody can tell which there are."""
    try:
        return safe_copies(journal, key), None
    except KnownError as error:
        return [], error


def days_of_photos(outings: Iterable[Outing]) -> dict[str, date]:
    """Return every photo that some outings have, with the outing's day."""
    return {key: each.day for each in outings for key in each.photos}


def unsound_days(photos: PhotoCheck, days: Mapping[str, date]) -> tuple[date, ...]:
    """Return the days with a photo that is damaged or missing, in order."""
    unsound = (*photos.damaged, *photos.missing)
    return tuple(sorted({days[each] for each in unsound if each in days}))


def _read(
    journal: Path, newest: SafeCopy | None, key: Key | None, *, is_open_here: bool
) -> tuple[list[str], tuple[date, ...], Rows]:
    """Return what is wrong with a file, days with garbled entries, and all rows if it is whole."""
    try:
        with known_faults(journal):
            faults = [] if is_open_here else _seen_from_outside(journal, key)
            if not journal.stat().st_size:  # only begun
                return faults, (), {}
            with closing(read_only(journal, key)) as database:
                theirs = _rows_of(newest, key)
                proof = proof_of(database, journal, theirs)
                faults += proof.faults or [
                    f"no act is called {each}" for each in act_names(database) - set(ActName)
                ]
                if "" in proof.days:
                    faults.append(_DAYLESS)
                if faults:
                    return faults, days_of(proof.days), {}
                mine = rows_with_seals(database)
                missing = forgotten_days(database, mine, theirs) if proof.is_sound else frozenset()
        return [], days_of(proof.days | missing), mine
    except TruncatedJournal as error:
        return [f"only {error.pages} of {error.expected} pages are there"], (), {}
    except DamagedJournal as error:
        return [str(error.__cause__ or "the first page can't be read")], (), {}


def _seen_from_outside(journal: Path, key: Key | None) -> list[str]:
    refuse_emptied(journal)
    recognise(journal, key)
    if log_is_torn(journal):
        return [_TORN]
    return [_OF_BEFORE] if log_is_of_before(journal, key) else []


def _rows_of(newest: SafeCopy | None, key: Key | None) -> Rows:
    if newest is None:
        return {}
    with snapshot(newest.path, key) as database:
        return rows.read(database)


def _photo_days(mine: Rows) -> dict[str, date]:
    """Return every photo that a live outing has, with the outing's day."""
    return dict(_photos(mine))


def _photos(mine: Rows) -> Iterator[tuple[str, date]]:
    for values in rows.alive(mine.get("outing", {})).values():
        try:
            day = date.fromisoformat(values["day"])
            yield from ((key, day) for key in json.loads(values["photos"]))
        except ValueError:  # garbled; told elsewhere
            continue
