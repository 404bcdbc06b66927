"""Mood around active days."""

from dataclasses import dataclass
from enum import StrEnum

from second_wind.core.analysis.findings.base import Interval, Shortfall


class ActivityName(StrEnum):
    """The four activities that are looked at."""

    EXERCISE_20 = "exercise_20"
    OUTING = "outing"
    VOLUNTEERING = "volunteering"
    TALK = "talk"


@dataclass(frozen=True, slots=True)
class ActivityFinding:
    """Mood on the day before, the day of and the day after one activity.

    Attributes
    ----------
    name : ActivityName
    before, same, after : Interval or None
        Points, active against inactive days, with 95 % whiskers; None where counts are short.
    difference : Interval or None
        After minus before with its 95 % range.
    low_sentence, high_sentence : float
        The range at 98.75 %, which any sentence goes by; NaN where counts are short.
    active_days, inactive_days, usable_days : int
        Days that were compared, counted on the day before.
    aftermath : Interval or None
        After minus before on days 0 to 9 after a rejection (details only).
    missing : tuple of Shortfall
        What it takes to show the difference; empty when it is shown.
    """

    name: ActivityName
    before: Interval | None
    same: Interval | None
    after: Interval | None
    difference: Interval | None
    low_sentence: float
    high_sentence: float
    active_days: int
    inactive_days: int
    usable_days: int
    aftermath: Interval | None
    missing: tuple[Shortfall, ...]

    @property
    def better_next_day(self) -> bool:
        """Whether the one claim that is ever made may be made."""
        return self.low_sentence > 0
