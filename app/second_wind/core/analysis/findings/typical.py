"""The typical course after a rejection."""

from dataclasses import dataclass

from second_wind.core.analysis.findings.base import Floats, Interval, Ints


@dataclass(frozen=True, slots=True)
class TypicalDays:
    """Typical days until back near the usual level, unrounded, 0 to 22.

    Attributes
    ----------
    estimate : float
        Days, read off the typical curve.
    low80, high80, low95, high95 : float
        Ends of the 80 % and 95 % range; a high end is NaN where it is open.
    open_ended80, open_ended95 : bool
        Whether the range ends at "three weeks or more".
    """

    estimate: float
    low80: float
    high80: float
    low95: float
    high95: float
    open_ended80: bool
    open_ended95: bool


@dataclass(frozen=True, slots=True, eq=False)
class TypicalCurve:
    """The typical course after a rejection, corrected for overlaps, as change from usual.

    Attributes
    ----------
    lags : ndarray of int64, shape (22,)
        Days after the rejection, 0 to 21.
    change, low, high : ndarray of float64, shape (22,)
        Points of mood from usual (below is negative) and the ends of the 95 % band; never NaN.
    before : ndarray of float64, shape (7,)
        The same for lags -7 to -1, without a band; NaN where no day was logged.
    rejection_days : int
        How many rejection days it is typical of.
    known_first_weeks : int
        How many of them have 3 or more logged days of days 0 to 6.
    early : bool
        Fewer than 5 known first weeks: "early sketch".
    clear_dip : bool
        Whether the range of the depth lies wholly above 0.
    depth, first_week : Interval
        Points BELOW usual, mean of days 0 to 2 and 0 to 6 (positive is a dip).
    days : TypicalDays or None
        None without a clear dip or with fewer than 5 known first weeks.
    days_withheld : bool
        Slow dips that came close together: print "still below usual after a week or more",
        not the number of days.
    """

    lags: Ints
    change: Floats
    low: Floats
    high: Floats
    before: Floats
    rejection_days: int
    known_first_weeks: int
    early: bool
    clear_dip: bool
    depth: Interval
    first_week: Interval
    days: TypicalDays | None
    days_withheld: bool
