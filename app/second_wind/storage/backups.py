"""Safe copies: made by SQLite's own backup, proved before they count, thinned with age."""

import os
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from second_wind.core.errors import DamagedJournal
from second_wind.storage.database import Database
from second_wind.storage.faults import known_faults
from second_wind.storage.fields import stamp
from second_wind.storage.sql import connection, execute

_DAILY, _WEEKLY, _MONTHLY = 12, 10, 9
_KEPT_WHOLE = timedelta(hours=6)
_SUFFIX = ".backup.sqlite3"


def directory(journal: Path) -> Path:
    """Return where the copies of a journal lie."""
    return journal.with_name("backups")


def make(database: Database, now: datetime, reason: str) -> Path:
    """Write a proved copy of the open journal and return its path.

    Raises
    ------
    KnownError
        If there is no room, the directory can't be written, or the copy is not sound.
    """
    place = directory(database.path)
    final = place / f"{_prefix(database.path)}{_moment_name(now)}-{reason}{_SUFFIX}"
    partial = final.with_suffix(".partial")
    with known_faults(database.path):
        place.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(partial, os.O_CREAT | os.O_RDWR | os.O_TRUNC, 0o600))
        try:
            _copy(database, partial)
            partial.replace(final)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise
        _sync_directory(place)
    thin(database.path, now)
    return final


def listed(journal: Path) -> list[Path]:
    """Return the copies of a journal, oldest first."""
    return sorted(directory(journal).glob(f"{_prefix(journal)}*{_SUFFIX}"))


def made_at(copy: Path) -> datetime:
    """Return the moment (UTC) that a copy's name tells."""
    text = copy.name.removesuffix(_SUFFIX).split("_", 1)[1][:22]
    return datetime.strptime(text + "+0000", "%Y%m%dT%H%M%S.%f%z")


def thin(journal: Path, now: datetime) -> None:
    """Delete the copies that the retention policy no longer keeps."""
    copies = listed(journal)
    keep = kept([made_at(each) for each in copies], now)
    for copy, kept_one in zip(copies, keep, strict=True):
        if not kept_one:
            copy.unlink(missing_ok=True)


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


def _copy(database: Database, partial: Path) -> None:
    # One read transaction, so that another process can't write between copy and comparison.
    with database.reading() as source, source.atomic("DEFERRED"):
        target = sqlite3.connect(partial)
        try:
            connection(source).backup(target)
            target.execute("PRAGMA journal_mode = delete")
            _prove(target, database, partial)
        finally:
            target.close()
    with partial.open("rb") as file:
        os.fsync(file.fileno())


def _prove(copy: sqlite3.Connection, database: Database, path: Path) -> None:
    if copy.execute("PRAGMA quick_check").fetchone() != ("ok",):
        raise DamagedJournal(path)
    tables = [name for (name,) in copy.execute("SELECT name FROM sqlite_schema WHERE type='table'")]
    for table in tables:
        count = f'SELECT count(*) FROM "{table}"'
        if copy.execute(count).fetchone() != execute(database.peewee, count).fetchone():
            raise DamagedJournal(path)


def _sync_directory(place: Path) -> None:
    if os.name == "posix":
        handle = os.open(place, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)


def _prefix(journal: Path) -> str:
    return f"{journal.stem}_"


def _moment_name(now: datetime) -> str:
    return stamp(now)[:26].replace("-", "").replace(":", "")
