"""Safe copies of the journal: when one is due, and what came of it."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from second_wind.core.clock import Clock
from second_wind.core.errors import KnownError
from second_wind.storage import acts, backups
from second_wind.storage.database import Database

INTERVAL = timedelta(minutes=10)
"""At least so much lies between two regular copies while the journal is open."""

SHORTEST_INTERVAL = timedelta(minutes=1)
"""At least so much lies between two copies on closing, for scripts that log many things."""


class Copies:
    """The copies of one open journal."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Remember what to copy; nothing is read yet."""
        self._database = database
        self._clock = clock

    def make(self, reason: str) -> Path:
        """Make a proved copy and return its path."""
        with self._database.reading() as database:
            return backups.make(database, self._database.path, self._clock.now(), reason)

    def make_if_due(self, interval: timedelta = INTERVAL, reason: str = "regular") -> Path | None:
        """Make a copy if something changed since the last one and that is `interval` old."""
        with self._database.reading() as database:
            changed = acts.last_moment(database)
        made = backups.moments(self._database.path)
        return self.make(reason) if is_due(changed, made, self._clock.now(), interval) else None

    def make_on_closing(self) -> KnownError | None:
        """Make a copy if something changed, and return why it failed instead of raising it."""
        try:
            self.make_if_due(SHORTEST_INTERVAL, "close")
        except KnownError as error:
            return error
        return None

    def last(self) -> datetime | None:
        """Return when the newest copy was made (UTC)."""
        return max(backups.moments(self._database.path), default=None)


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
