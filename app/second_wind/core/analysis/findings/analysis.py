"""The whole analysis of one log."""

from dataclasses import dataclass
from datetime import date, timedelta

from second_wind.core.analysis.findings.activities import ActivityFinding
from second_wind.core.analysis.findings.base import Floats, Interval, Shortfall, State
from second_wind.core.analysis.findings.checks import Checks
from second_wind.core.analysis.findings.rejections import RejectionFinding
from second_wind.core.analysis.findings.typical import TypicalCurve


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """All that the analysis says about one log.

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
    typical : TypicalCurve or None
    typical_missing : tuple of Shortfall
        What it takes to show the typical curve; empty when it is shown.
    rejections : tuple of RejectionFinding
        In order of the days.
    trend : Interval or None
        Points below usual on days 2 to 9, latest minus first; negative is bouncing back better.
    trend_missing : tuple of Shortfall
    activities : tuple of ActivityFinding
        The four, in the order of `ActivityName`.
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
    typical: TypicalCurve | None
    typical_missing: tuple[Shortfall, ...]
    rejections: tuple[RejectionFinding, ...]
    trend: Interval | None
    trend_missing: tuple[Shortfall, ...]
    activities: tuple[ActivityFinding, ...]
    checks: Checks
    usual_missing: tuple[Shortfall, ...] = ()

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
