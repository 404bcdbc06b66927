"""One rejection, and the rejections of one stage."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from second_wind.core.analysis.findings.base import KNOWN_FIRST_WEEK, Floats, Shortfall
from second_wind.core.analysis.findings.typical import TypicalCurve

_ROUNDING = 1e-6
"""Points: in a mood that never changed, all that a dent and its give-or-take are."""


class Status(StrEnum):
    """How the time after one rejection went, as computed."""

    LITTLE_DIP = "little_dip"
    RECOVERED = "recovered"
    CUT_SHORT = "cut_short"
    ONGOING = "ongoing"
    NOT_IN_3_WEEKS = "not_in_3_weeks"
    TOO_FEW = "too_few"


class Reading(StrEnum):
    """How one rejection may be put into words: its status after the rules of honesty."""

    LITTLE_DIP = "little_dip"
    DIPPED_LATER = "dipped_later"
    RECOVERED = "recovered"
    CUT_SHORT = "cut_short"
    ONGOING = "ongoing"
    NOT_IN_3_WEEKS = "not_in_3_weeks"
    TOO_FEW = "too_few"
    TOO_EARLY = "too_early"


@dataclass(frozen=True, slots=True, eq=False)
class RejectionFinding:
    """One rejection day.

    Attributes
    ----------
    day : date
        The day; several rejections on it are one finding.
    count : int
        Number of rejections on that day.
    ids : tuple of str
        Their identities, sorted.
    status : Status
        As computed; show `reading`, which keeps the rules of honesty.
    days : int or None
        Days until back near usual if recovered; 0 for little dip; the days followed for the
        others; None for too few.
    dent, dent_give_or_take : float
        Mean of days 0 to 6 BELOW usual in points (may be negative) and its 95 % give-or-take;
        NaN with fewer than 3 of these days logged.
    follow_up : int
        Last day looked at, 0 to 21: three weeks, the log's end or the day before the next one.
    logged_first_week : int
        How many of days 0 to 6 have a mood, 0 to 7.
    days_to_end : int
        Days from it to the last day with a mood.
    line : ndarray of float64, shape (29,)
        Change from usual on lags -7 to 21, other rejections and the weekend taken out;
        NaN where no mood was logged.
    others : tuple of int
        Lags of other rejection days within -7 to 21.
    stages : tuple of str
        The stages reached in that day's rejections, sorted, without repeats.
    """

    day: date
    count: int
    ids: tuple[str, ...]
    status: Status
    days: int | None
    dent: float
    dent_give_or_take: float
    follow_up: int
    logged_first_week: int
    days_to_end: int
    line: Floats
    others: tuple[int, ...] = ()
    stages: tuple[str, ...] = ()

    @property
    def known_first_week(self) -> bool:
        """Whether 3 or more of days 0 to 6 have a mood."""
        return self.logged_first_week >= KNOWN_FIRST_WEEK

    @property
    def reading(self) -> Reading:
        """The status as it may be worded."""
        if not self.known_first_week:
            return Reading.TOO_EARLY if self.days_to_end < 6 else Reading.TOO_FEW
        if self.status is Status.TOO_FEW:  # the week was logged: it is the usual level that lacks
            return Reading.TOO_EARLY
        if self.status is Status.LITTLE_DIP and self.dent > self.dent_give_or_take + _ROUNDING:
            return Reading.DIPPED_LATER
        return Reading(self.status.value)


@dataclass(frozen=True, slots=True, eq=False)
class StageFinding:
    """The rejections that reached one stage, side by side.

    Attributes
    ----------
    stage : str
    rejections : tuple of RejectionFinding
        Their lines and dents, from the analysis of the whole log.
    typical : TypicalCurve or None
        Their own curve, where this stage alone meets the minimum.
    typical_missing : tuple of Shortfall
    """

    stage: str
    rejections: tuple[RejectionFinding, ...]
    typical: TypicalCurve | None
    typical_missing: tuple[Shortfall, ...]
