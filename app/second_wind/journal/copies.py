"""Safe copies of the journal: when one is due, and what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from second_wind.core.clock import Clock
from second_wind.core.copy_errors import NoSuchCopy
from second_wind.core.errors import KnownError
from second_wind.storage import acts, backups, second_place
from second_wind.storage.database import Database

INTERVAL = timedelta(minutes=10)
"""At least so much lies between two regular copies while the journal is open."""

SHORTEST_INTERVAL = timedelta(minutes=1)
"""At least so much lies between two copies on closing, for scripts that log many things."""

REPLACED = "replaced"
"""Why a copy is made of a journal whose file another program has replaced."""


@dataclass(frozen=True, slots=True)
class SafeCopy:
    """One copy: when (UTC) and why it was made, and how many bytes it has."""

    path: Path
    made_at: datetime
    reason: str
    size: int


class Copies:
    """The copies of one open journal."""

    def __init__(self, database: Database, clock: Clock, second: Path | None = None) -> None:
        """Remember what to copy, and the second place for it; nothing is read yet."""
        self.database = database
        self._clock = clock
        self._second = second
        self.second_place_problem: KnownError | None = None

    def make(self, reason: str) -> Path:
        """Make a proved copy and return its path; that the second place is gone stops nothing."""
        now, journal = self._clock.now(), self.database.path
        self.database.require_drive()
        with self.database.reading() as database:
            copy = backups.make(database, journal, now, reason)
        self.second_place_problem = None
        if self._second is not None:
            try:
                second_place.mirror(journal, self._second, now, self.database.key)
            except KnownError as error:
                self.second_place_problem = error
        return copy

    def make_if_due(self, interval: timedelta = INTERVAL, reason: str = "regular") -> Path | None:
        """Make a copy if something changed since the last one and that is `interval` old."""
        with self.database.reading() as database:
            changed = acts.last_moment(database)
        made = backups.moments(self.database.path)
        return self.make(reason) if is_due(changed, made, self._clock.now(), interval) else None

    def make_on_closing(self) -> KnownError | None:
        """Make a copy if something changed, and return why it failed instead of raising it."""
        try:
            made = self.make_if_due(SHORTEST_INTERVAL, "close")
        except KnownError as error:
            return error
        return self.second_place_problem if made else None

    def last(self) -> datetime | None:
        """Return when the newest copy was made (UTC)."""
        return max(backups.moments(self.database.path), default=None)

    def save_to(self, target: Path) -> None:
        """Write a proved copy to a file, over whatever it held."""
        with self.database.reading() as database:
            backups.save_to(database, self.database.path, target)

    def use_second_place(self, folder: Path | None) -> None:
        """Use another second place from now on, or none."""
        self._second = folder
        self.second_place_problem = None


def is_due(
    changed: datetime | None, copies: Iterable[datetime], now: datetime, interval: timedelta
) -> bool:
    """Tell whether something changed since the last copy and that is `interval` old.

    Copies dated after `now` don't count: a clock that was wrong once must not stop all others.
    """
    if changed is None:
        return False
    last = max((each for each in copies if each <= now), default=None)
    return last is None or (changed > last and now - last >= interval)


def safe_copies(journal: Path) -> list[SafeCopy]:
    """Return the copies of a journal, newest first, whether it can be opened or not."""
    found = []
    for path in reversed(backups.listed(journal)):
        made = backups.made_at(journal, path)
        if made is not None:
            reason = backups.reason_of(journal, path)
            found.append(SafeCopy(path, made, reason, path.stat().st_size))
    return found


def find_copy(journal: Path, name: str) -> Path:
    """Return the copy of that name, or the file at that path: a copy from another place.

    Raises
    ------
    NoSuchCopy
        If there is none.
    """
    for path in (backups.directory(journal) / name, Path(name).expanduser()):
        if name and path.is_file():
            return path
    raise NoSuchCopy(name)


def moment_text(journal: Path, copy: Path, now: datetime) -> str:
    """Return when a copy was made, in local time, or its name if that tells no moment."""
    made = backups.made_at(journal, copy)
    return f"{made.astimezone(now.tzinfo):%Y-%m-%d %H:%M}" if made else copy.name
