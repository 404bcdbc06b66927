"""When to ask how the day was: at most once a day, and once more if "later" was chosen."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from second_wind.core.log.clock import day_of

LATER = timedelta(hours=1)
"""For how long "later" puts a reminder off."""

_GRACE = timedelta(hours=1)
"""For how long a reminder set close to midnight may come after it."""

_KEPT = 14
"""Days whose reminders are remembered: clocks that are set back meet them again."""


@dataclass(frozen=True, slots=True)
class Wish:
    """When the person wants to be reminded.

    Attributes
    ----------
    at : time or None
        The local time of day; before the day's start it means the night after. None for never.
    since : datetime or None
        When this was asked for: a time that had passed by then waits for the next day.
    """

    at: time | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """What became of the reminders so far.

    Attributes
    ----------
    shown : tuple of date
        Days that had their reminder, the latest shown last.
    put_off : tuple of date
        Those for which "later" was chosen; it is offered once a day.
    later_for : date or None
        The day whose reminder waits to come once more.
    later_at : datetime or None
        The moment at which it does.
    """

    shown: tuple[date, ...] = ()
    put_off: tuple[date, ...] = ()
    later_for: date | None = None
    later_at: datetime | None = None

    def after_showing(self, day: date) -> "Memory":
        """Return the memory once a reminder for a day is on the screen."""
        shown = (*(each for each in self.shown if each != day), day)[-_KEPT:]
        return replace(self, shown=shown, later_for=None, later_at=None)

    def can_put_off(self, day: date) -> bool:
        """Tell whether "later" may still be chosen for a day."""
        return day not in self.put_off

    def after_later(self, day: date, now: datetime) -> "Memory":
        """Return the memory once "later" was chosen; it counts once for each day."""
        if not self.can_put_off(day):
            return self
        put_off = (*self.put_off, day)[-_KEPT:]
        later_at = now.astimezone(UTC) + LATER
        return replace(self, put_off=put_off, later_for=day, later_at=later_at)

    def after_not_today(self, day: date) -> "Memory":
        """Return the memory once the person wants to hear no more about a day."""
        put_off = (*(each for each in self.put_off if each != day), day)[-_KEPT:]
        return replace(self.after_showing(day), put_off=put_off)


@dataclass(frozen=True, slots=True)
class DayState:
    """What keeps a reminder for a day silent."""

    has_mood: bool = False
    is_rest: bool = False
    work_found: bool = False

    @property
    def is_silent(self) -> bool:
        """Whether nobody is to be asked about the day."""
        return self.has_mood or self.is_rest or self.work_found


def due(
    now: datetime,
    day_start: int,
    wish: Wish,
    memory: Memory,
    state_of: Callable[[date], DayState],
) -> date | None:
    """Return the day for which a reminder is to be shown now, None for no reminder.

    A reminder that could not come at its time (the computer slept, the program was closed) comes
    later on the same evening, and never in the night: until midnight, or for an hour after its
    time where that is later.

    Parameters
    ----------
    now : datetime
        The local time, aware of its zone.
    day_start : int
        Hour at which a day of the log begins.
    wish : Wish
        When the person wants to be reminded.
    memory : Memory
        What became of the reminders so far.
    state_of : callable
        Tells what a day holds; asked only when a reminder is due by time.
    """
    if wish.at is None:
        return None
    for day in (_put_off(now, memory), _by_time(now, day_start, wish, memory)):
        if day is not None and not state_of(day).is_silent:
            return day
    return None


def _put_off(now: datetime, memory: Memory) -> date | None:
    """Return the day whose reminder comes once more now."""
    if memory.later_for is None or memory.later_at is None or now < memory.later_at:
        return None
    begin = _wall(memory.later_at.astimezone(now.tzinfo))
    return memory.later_for if _wall(now) < _end(begin, memory.later_for) else None


def _by_time(now: datetime, day_start: int, wish: Wish, memory: Memory) -> date | None:
    """Return the day of the log that it is, if its reminder is due and was not shown."""
    day = day_of(now, day_start)
    if wish.at is None or day in memory.shown:
        return None
    is_after_midnight = wish.at.hour < day_start
    begin = datetime.combine(day + timedelta(days=is_after_midnight), wish.at)
    if _was_passed(begin, wish, now):
        return None
    return day if begin <= _wall(now) < _end(begin, day) else None


def _was_passed(begin: datetime, wish: Wish, now: datetime) -> bool:
    """Tell whether a reminder's time had passed when it was asked for."""
    if wish.since is None or wish.since > now:  # the clock was set back since
        return False
    asked = _wall(wish.since.astimezone(now.tzinfo))
    return begin < asked.replace(second=0, microsecond=0)


def _end(begin: datetime, day: date) -> datetime:
    """Return when a reminder for a day that could not come is given up."""
    midnight = datetime.combine(day + timedelta(days=1), time())
    return max(midnight, begin + _GRACE)


def _wall(moment: datetime) -> datetime:
    """Return what a clock on the wall shows: reminders follow it through every change of time."""
    return moment.replace(tzinfo=None)
