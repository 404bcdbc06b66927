"""Time: the only place that asks what time it is, and which day of the log that belongs to."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol

DEFAULT_DAY_START = 4
"""The hour at which a new day begins unless the person chose another (0 to 6)."""


class Clock(Protocol):
    """Tells the local time, with its offset from UTC."""

    def now(self) -> datetime:
        """Return the current local time, aware of its zone."""


class SystemClock:
    """The computer's own clock and time zone."""

    def now(self) -> datetime:
        """Return the current local time, aware of its zone."""
        return datetime.now(UTC).astimezone()


class FixedClock:
    """A clock that stands still until it is moved: for tests and demonstrations."""

    def __init__(self, moment: datetime) -> None:
        """Stand at a moment."""
        self.moment = moment

    def now(self) -> datetime:
        """Return the moment at which the clock stands."""
        return self.moment

    def advance(self, **by: float) -> None:
        """Move on by a `timedelta` given by its parts, such as `minutes=3`."""
        self.moment += timedelta(**by)


def day_of(moment: datetime, day_start: int) -> date:
    """Return the log's day at a local moment: hours before `day_start` end the day before."""
    day = moment.date()
    return day - timedelta(days=1) if moment.hour < day_start else day


def order_in_day(at: time | None, day_start: int) -> tuple[bool, bool, time]:
    """Return a sort key for times within one journal day: untimed first, after midnight last."""
    return (at is not None, at is not None and at.hour < day_start, at or time())
