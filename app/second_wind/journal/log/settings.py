"""Settings that belong to the log."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from second_wind.core.errors.entry_errors import InvalidAmount, TooLong
from second_wind.core.log.clock import DEFAULT_DAY_START
from second_wind.core.log.scale import STEPS

LATEST_DAY_START = 6
DEFAULT_GOAL = 20
HIGHEST_GOAL = 240
LONGEST_NAME = 30
"""Letters in the name of a mood step."""

_ON, _OFF = "on", "off"


class WeekStart(StrEnum):
    """The day with which a week begins."""

    SYSTEM = "system"
    MONDAY = "monday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"

    def weekday(self, of_system: int) -> int:
        """Return the day, 0 for Monday to 6 for Sunday; `of_system` where the system decides."""
        days = {WeekStart.MONDAY: 0, WeekStart.SATURDAY: 5, WeekStart.SUNDAY: 6}
        return days.get(self, of_system)


@dataclass(frozen=True, slots=True)
class LogSettings:
    """How the person wants the log kept.

    Attributes
    ----------
    day_start : int
        Hour at which a new day begins, 0 to 6.
    goal : int
        Minutes of movement a day, 1 to 240; the steps and the analysis stay at 20.
    mood_names : tuple of str
        The person's own names of the ten mood steps; empty where the usual one is meant.
    week_start : WeekStart
        For weeks that are summed up or drawn.
    exclude_lowest_days : bool
        Whether looking back leaves the lowest days out.
    put_off : tuple of (str, date)
        Follow-ups that rest: a person's identity, and the day on which to ask again.
    dismissed_lines : tuple of int
        Numbers of the lines after a rejection that the person doesn't want to read again.
    """

    day_start: int = DEFAULT_DAY_START
    goal: int = DEFAULT_GOAL
    mood_names: tuple[str, ...] = ("",) * len(STEPS)
    week_start: WeekStart = WeekStart.SYSTEM
    exclude_lowest_days: bool = False
    put_off: tuple[tuple[str, date], ...] = ()
    dismissed_lines: tuple[int, ...] = ()

    @classmethod
    def from_stored(cls, stored: Mapping[str, str]) -> "LogSettings":
        """Return the settings; a value out of range falls back to its default."""
        week_start = stored.get("week_start")
        return cls(
            _within(stored.get("day_start"), 0, LATEST_DAY_START, DEFAULT_DAY_START),
            _within(stored.get("goal"), 1, HIGHEST_GOAL, DEFAULT_GOAL),
            tuple(
                " ".join(stored.get(_name_key(step), "").split())[:LONGEST_NAME] for step in STEPS
            ),
            WeekStart(week_start) if week_start in list(WeekStart) else WeekStart.SYSTEM,
            stored.get("exclude_lowest_days") == _ON,
            _put_off(stored.get("put_off", "")),
            tuple(int(n) for n in stored.get("dismissed_lines", "").split() if n.isdecimal()),
        )

    def stored(self) -> dict[str, str]:
        """Return the texts that are stored."""
        names = {_name_key(step): name for step, name in zip(STEPS, self.mood_names, strict=True)}
        return names | {
            "day_start": str(self.day_start),
            "goal": str(self.goal),
            "week_start": self.week_start,
            "exclude_lowest_days": _ON if self.exclude_lowest_days else _OFF,
            "put_off": " ".join(f"{person}={day}" for person, day in self.put_off),
            "dismissed_lines": " ".join(map(str, self.dismissed_lines)),
        }

    def putting_off(self, person: str, until: date, today: date) -> "LogSettings":
        """Return the settings with one follow-up put off; those that rested long enough go."""
        kept = {key: day for key, day in self.put_off if day > today} | {person: until}
        return replace(self, put_off=tuple(kept.items()))


def check_settings(settings: LogSettings) -> None:
    """Pass settings that may be stored.

    Raises
    ------
    InvalidAmount, TooLong
        If one is out of range.
    """
    ranges = (
        ("day start", settings.day_start, 0, LATEST_DAY_START),
        ("goal", settings.goal, 1, HIGHEST_GOAL),
    )
    for what, given, lowest, highest in ranges:
        if not lowest <= given <= highest:
            raise InvalidAmount(what, str(given), lowest, highest)
    for name in settings.mood_names:
        if len(name) > LONGEST_NAME:
            raise TooLong("mood name", len(name), LONGEST_NAME)


def _name_key(step: int) -> str:
    return f"mood_name_{step}"


def _put_off(text: str) -> tuple[tuple[str, date], ...]:
    found: dict[str, date] = {}
    for each in text.split():
        person, _, day = each.partition("=")
        try:
            found[person] = date.fromisoformat(day)
        except ValueError:  # another hand wrote into the file; that one is simply due
            continue
    return tuple(found.items())


def _within(text: str | None, lowest: int, highest: int, default: int) -> int:
    number = int(text) if text is not None and text.isdecimal() else default
    return number if lowest <= number <= highest else default
