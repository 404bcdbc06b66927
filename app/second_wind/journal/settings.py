"""Settings that belong to the log."""

from collections.abc import Mapping
from dataclasses import dataclass

from second_wind.core.clock import DEFAULT_DAY_START
from second_wind.core.errors import InvalidAmount

_LATEST_DAY_START = 6
_DEFAULT_GOAL = 20
_HIGHEST_GOAL = 240


@dataclass(frozen=True, slots=True)
class LogSettings:
    """How the person wants the log kept.

    Attributes
    ----------
    day_start : int
        Hour at which a new day begins, 0 to 6.
    goal : int
        Minutes of movement a day, 1 to 240; the steps and the analysis stay at 20.
    """

    day_start: int = DEFAULT_DAY_START
    goal: int = _DEFAULT_GOAL

    @classmethod
    def from_stored(cls, stored: Mapping[str, str]) -> "LogSettings":
        """Return the settings; a value out of range falls back to its default."""
        return cls(
            _within(stored.get("day_start"), 0, _LATEST_DAY_START, DEFAULT_DAY_START),
            _within(stored.get("goal"), 1, _HIGHEST_GOAL, _DEFAULT_GOAL),
        )

    def stored(self) -> dict[str, str]:
        """Return the texts that are stored."""
        return {"day_start": str(self.day_start), "goal": str(self.goal)}


def check_settings(settings: LogSettings) -> None:
    """Pass settings that may be stored.

    Raises
    ------
    InvalidAmount
        If one is out of range.
    """
    ranges = (
        ("day start", settings.day_start, 0, _LATEST_DAY_START),
        ("goal", settings.goal, 1, _HIGHEST_GOAL),
    )
    for what, given, lowest, highest in ranges:
        if not lowest <= given <= highest:
            raise InvalidAmount(what, str(given), lowest, highest)


def _within(text: str | None, lowest: int, highest: int, default: int) -> int:
    number = int(text) if text is not None and text.isdecimal() else default
    return number if lowest <= number <= highest else default
