"""Safe copies: made by SQLite's own backup, proved before they count, thinned with age."""

import os
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from second_wind.core.errors.journal_errors import DamagedJournal
from second_wind.core.secrets.passphrase_key import Key
from second_wind.storage.sqlite.encryption import connect
from second_wind.storage.sqlite.faults import known_faults
from second_wind.storage.tables.fields import stamp
from second_wind.storage.tables.sql import OpenDatabase, connection

if TYPE_CHECKING:
    from second_wind.storage.copies.copy_order import Dated

_DAILY, _WEEKLY, _MONTHLY = 12, 10, 9
_KEPT_WHOLE = timedelta(hours=6)
_ABANDONED = timedelta(hours=1)
_SUFFIX = ".backup.sqlite3"
_UNPROVED = ".unproved.sqlite3"
_PARTIAL = ".partial"
_NAME = re.compile(r"_(\d{8}T\d{6}\.\d{6})-([a-z-]+)")


def directory(journal: Path) -> Path:
    """Return where the copies of a journal lie."""
    return journal.with_name("backups")


def make(
    database: OpenDatabase,
    journal: Path,
    now: datetime,
    reason: str,
    *,
    or_unproved: bool = False,
) -> Path:
    """Write a proved copy of the open journal and return its path.

    Parameters
    ----------
    or_unproved : write one of a damaged journal, too, under a name that says so: it is no safe
        copy, stands for none, and lets none go.

    Raises
    ------
    KnownError
        If there is no room, the directory can't be written, or the journal is damaged.
    """
    place = directory(journal)
    name = f"{_prefix(journal)}_{_moment_name(now)}-{reason}"
    partial = place / f"{name}{_SUFFIX}{_PARTIAL}"
    with known_faults(place):
        place.mkdir(mode=0o700, exist_ok=True)
        _sweep(journal, now)
        try:
            is_proved = _is_proved_copy(database, journal, partial, or_unproved=or_unproved)
            final = place / f"{name}{_SUFFIX if is_proved else _UNPROVED}"
            partial.replace(final)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise
        sync_directory(place)
        if is_proved:
            thin(journal, now, key=database.key, proved=final)
    return final


def unproved(journal: Path) -> list[Path]:
    """Return what was copied of a damaged journal before it was given up, oldest first."""
    return sorted(each for each in _beside(journal) if each.name.endswith(_UNPROVED))


def save_to(database: OpenDatabase, journal: Path, target: Path) -> None:
    """Write a proved copy of the open journal to a file, over whatever it held.

    Raises
    ------
    KnownError
        If there is no room, the place can't be written, or the journal is damaged.
    """
    partial = target.with_name(f".{target.name}{_PARTIAL}")
    with known_faults(target):
        try:
            _copy(database, journal, partial)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
        sync_directory(target.parent)


def listed(journal: Path, place: Path | None = None) -> list[Path]:
    """Return the copies of a journal in the order of their names, so as clocks told the time.

    They lie beside it, or in another folder.
    """
    return sorted(each for each in _beside(journal, place) if _named(journal, each))


def made_at(journal: Path, copy: Path) -> datetime | None:
    """Return the moment (UTC) that the name of a copy of a journal tells."""
    named = _named(journal, copy)
    return datetime.fromisoformat(f"{named[1]}+00:00") if named else None


def reason_of(journal: Path, copy: Path) -> str:
    """Return why a copy was made, as its name tells, "" if it doesn't."""
    named = _named(journal, copy)
    return named[2] if named else ""


def moments(journal: Path, place: Path | None = None) -> list[datetime]:
    """Return when the copies of a journal were made (UTC), oldest first."""
    found = (made_at(journal, each) for each in listed(journal, place))
    return [each for each in found if each]


def dated(
    journal: Path, key: Key | None = None, now: datetime | None = None, place: Path | None = None
) -> "list[Dated]":
    """Return the copies of a journal, oldest first, as what they hold tells; see `copy_order`."""
    from second_wind.storage.copies.copy_order import in_order

    found = ((copy, made_at(journal, copy)) for copy in listed(journal, place))
    return in_order([(copy, moment) for copy, moment in found if moment], key, now)


def thin(
    journal: Path,
    now: datetime,
    place: Path | None = None,
    key: Key | None = None,
    proved: Path | None = None,
) -> None:
    """Delete the copies that the retention policy no longer keeps.

    One that can't be read stays, and stands for no other; so does one that is not sound any more
    and would let another go. `proved` was made this moment.
    """
    from second_wind.storage.pages.proof import is_sound

    # Read once: another process may make or delete copies meanwhile.
    found = [each for each in dated(journal, key, now, place) if each.reach is not None]
    while True:
        stay = kept([each.moment for each in found], now)
        let_go = [each for each, stays in zip(found, stay, strict=True) if not stays]
        unsound = [
            each
            for each in _standing_for(let_go, found)
            if each.path != proved and not is_sound(each.path, key)
        ]
        if not unsound:
            break
        found = [each for each in found if each not in unsound]
    for each in let_go:
        each.path.unlink(missing_ok=True)


def _standing_for(let_go: "Sequence[Dated]", found: "Sequence[Dated]") -> "list[Dated]":
    """Return the copies that stay and hold next to what those hold that are let go."""
    stand_ins = []
    for each, following in pairwise(found):
        if each in let_go and following not in let_go:
            stand_ins.append(following)
    return stand_ins


def kept(moments: Sequence[datetime], now: datetime) -> list[bool]:
    """Tell for each moment whether its copy stays.

    The last hours stay whole; then the newest copy of each of the last 12 days, 10 weeks and
    9 months that have one.
    """
    keep = {each for each in moments if now - each < _KEPT_WHOLE}
    for count, period in ((_DAILY, "%Y-%j"), (_WEEKLY, "%G-%V"), (_MONTHLY, "%Y-%m")):
        keep |= _newest_of_each(moments, period, count)
    return [each in keep for each in moments]


def _newest_of_each(moments: Iterable[datetime], period: str, count: int) -> set[datetime]:
    newest: dict[str, datetime] = {}
    for each in sorted(moments):
        newest[each.strftime(period)] = each
    return set(sorted(newest.values())[-count:])


def _is_proved_copy(
    source: OpenDatabase, journal: Path, partial: Path, *, or_unproved: bool
) -> bool:
    """Write a copy; tell whether it is proved, which it has to be if nothing else is allowed."""
    try:
        _copy(source, journal, partial)
    except DamagedJournal:
        if not or_unproved:
            raise
        with _new_file(source, partial) as copy:
            connection(source).backup(copy)
        return False
    return True


def _copy(source: OpenDatabase, journal: Path, partial: Path) -> None:
    from second_wind.storage.pages.proof import damage_of, proof_of

    # One snapshot for copy and comparison, however much another process writes meanwhile; it
    # begins with the first reading, not with BEGIN.
    with source.atomic("DEFERRED"), _new_file(source, partial) as copy:
        expected = _counts(connection(source))
        connection(source).backup(copy)
        copy.execute("PRAGMA journal_mode = delete")
        proof = proof_of(copy, journal)
        if not proof.is_sound:
            raise damage_of(proof, copy, journal)
        if _counts(copy) != expected:
            raise DamagedJournal(journal)


@contextmanager
def _new_file(source: OpenDatabase, path: Path) -> Iterator[sqlite3.Connection]:
    """Begin a file with the key of an open one; it is on the disk when all went well."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR | os.O_TRUNC, 0o600))
    with closing(connect(path, source.key)) as database:
        yield database
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _counts(database: sqlite3.Connection) -> dict[str, int]:
    tables = database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return {
        name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in tables
    }


def sweep_all(journal: Path) -> None:
    """Delete everything half-written; only for one who has the journal alone."""
    for each in _beside(journal):
        if _PARTIAL in each.name:
            each.unlink(missing_ok=True)


def _sweep(journal: Path, now: datetime) -> None:
    """Delete what killed processes left half-written."""
    for each in _beside(journal):
        # Another process may finish or sweep it meanwhile.
        with suppress(FileNotFoundError):
            age = now.timestamp() - each.stat().st_mtime
            if _PARTIAL in each.name and age > _ABANDONED.total_seconds():
                each.unlink()


def _beside(journal: Path, place: Path | None = None) -> list[Path]:
    place = place or directory(journal)
    with known_faults(place):
        if not place.is_dir():
            return []
        return [each for each in place.iterdir() if each.name.startswith(f"{_prefix(journal)}_")]


def _named(journal: Path, copy: Path) -> re.Match[str] | None:
    """Return the moment and the reason in a copy's name, None if it is no copy of ours.

    Journals such as `a.sqlite3` and `a_b.sqlite3` share one directory of copies.
    """
    middle = copy.name.removeprefix(_prefix(journal)).removesuffix(_SUFFIX)
    return _NAME.fullmatch(middle) if copy.name.endswith(_SUFFIX) else None


def sync_directory(place: Path) -> None:
    """Let a renamed file outlast a power cut."""
    if os.name == "posix":
        handle = os.open(place, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _prefix(journal: Path) -> str:
    return journal.name.removesuffix(".sqlite3")


def _moment_name(now: datetime) -> str:
    return stamp(now)[:26].replace("-", "").replace(":", "")
