"""The whole analysis of one log."""

from dataclasses import dataclass
from datetime import date, timedelta

from second_wind.core.analysis.findings.activities import ActivityFinding
from second_wind.core.analysis.findings.base import Floats, Interval, Shortfall, State
from second_wind.core.analysis.findings.checks import Checks
from second_wind.core.analysis.findings.later import Later
from second_wind.core.analysis.findings.rejections import RejectionFinding
from second_wind.core.analysis.findings.typical import TypicalCurve

CurveOrMissing = tuple[TypicalCurve | None, tuple[Shortfall, ...]]
TrendOrMissing = tuple[Interval | None, tuple[Shortfall, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """All that the analysis says about one log; its longest parts when they are asked for.

    Attributes
    ----------
    state : State
    first_day, last_day : date or None
        First and last day with a mood; None in an empty log.
    logged_days : int
        Days with a mood.
    rejection_days : int
        Distinct rejection days from `first_day` to `last_day`.
    outside_before, outside_after : int
        Rejections before the first and after the last day with a mood, not used.
    usual : ndarray of float64, shape (days,)
        The usual level from `first_day` to `last_day`; all NaN when there are too few check-ins.
    mood_line : ndarray of float64, shape (days,)
        The display line, broken at rejections; NaN where nothing was logged nearby. The usual
        level is drawn only where this line exists.
    residual_sd, residual_phi : float
        Spread (points) and day-to-day persistence (0 to 0.8) of mood around the fit; NaN without.
    tolerance : float
        Points below usual that still count as near usual; NaN without a fit.
    stretches : int
        Number of stretches of the log that the ranges were computed from.
    rejections : tuple of RejectionFinding
        In order of the days.
    curve, change, around : Later
        What `typical`, `trend` and `activities` give, each with the others untouched.
    checks : Checks
    usual_missing : tuple of Shortfall
        What it takes to show the usual level; empty when it is shown.
    """

    state: State
    first_day: date | None
    last_day: date | None
    logged_days: int
    rejection_days: int
    outside_before: int
    outside_after: int
    usual: Floats
    mood_line: Floats
    residual_sd: float
    residual_phi: float
    tolerance: float
    stretches: int
    rejections: tuple[RejectionFinding, ...]
    curve: Later[CurveOrMissing]
    change: Later[TrendOrMissing]
    around: Later[tuple[ActivityFinding, ...]]
    checks: Checks
    usual_missing: tuple[Shortfall, ...] = ()

    @property
    def typical(self) -> TypicalCurve | None:
        """The typical course after a rejection, None if there is not enough for one."""
        return self.curve.get()[0]

    @property
    def typical_missing(self) -> tuple[Shortfall, ...]:
        """What it takes to show the typical curve; empty when it is shown."""
        return self.curve.get()[1]

    @property
    def trend(self) -> Interval | None:
        """Points below usual on days 2 to 9, latest minus first; negative is back better."""
        return self.change.get()[0]

    @property
    def trend_missing(self) -> tuple[Shortfall, ...]:
        """What it takes to show the trend; empty when it is shown."""
        return self.change.get()[1]

    @property
    def activities(self) -> tuple[ActivityFinding, ...]:
        """The four activities, in the order of `ActivityName`."""
        return self.around.get()

    @property
    def rejections_outside(self) -> int:
        """Rejections outside the mood log, before and after."""
        return self.outside_before + self.outside_after

    def usual_on(self, day: date) -> float:
        """Return the usual level on a day, NaN outside the mood log."""
        index = (day - self.first_day).days if self.first_day else -1
        return float(self.usual[index]) if 0 <= index < len(self.usual) else float("nan")

    def on(self, day: date) -> RejectionFinding | None:
        """Return the finding of a rejection day, None if there is none."""
        return next((each for each in self.rejections if each.day == day), None)

    def day(self, offset: int) -> date:
        """Return the calendar day at an index of `usual` and `mood_line`.

        Raises
        ------
        ValueError
            If the log is empty.
        """
        if self.first_day is None:
            raise ValueError(offset)
        return self.first_day + timedelta(days=offset)
