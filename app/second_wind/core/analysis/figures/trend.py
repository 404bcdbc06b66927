"""Whether later rejections were followed by smaller or larger dents than earlier ones."""

from collections.abc import Iterable

import numpy as np

from second_wind.core.analysis.findings import FIRST_LAG, Floats, Interval, Ints, RejectionFinding
from second_wind.core.analysis.method.design import Design, at_days
from second_wind.core.analysis.method.jackknife import jackknife
from second_wind.core.analysis.method.regression import fit

FIRST_LAG_SEEN, LAST_LAG_SEEN = 2, 9
_SEEN = slice(FIRST_LAG_SEEN - FIRST_LAG, LAST_LAG_SEEN - FIRST_LAG + 1)


def trend(design: Design, mood: Floats, events: Ints, starts: Ints) -> Interval:
    """Return how much more days 2 to 9 lie below usual after the latest rejection than the first.

    Parameters
    ----------
    design : Design
        As it was fitted without a trend.
    mood : ndarray of float64, shape (days,)
        NaN where no mood was logged.
    events : ndarray of int64
        Sorted distinct rejection days, 2 or more.
    starts : ndarray of int64
        First day of each stretch.

    Returns
    -------
    Interval
        Points, 95 %; negative is bouncing back better.
    """
    column = trend_column(len(mood), events)
    fitted = fit(design.with_extra(column[:, None]), mood)
    ranges = jackknife(fitted, starts)
    weights = np.zeros(len(fitted.coefficients))
    weights[fitted.design.extra] = -1.0
    return ranges.interval(weights, min(len(events), ranges.stretches) - 1)


def trend_column(days: int, events: Ints) -> Floats:
    """Return each rejection's place in order, -1/2 to 1/2, on its lags 2 to 9; shape (days,)."""
    place = np.arange(len(events)) / (len(events) - 1) - 0.5
    seen = np.zeros(LAST_LAG_SEEN + 1)
    seen[FIRST_LAG_SEEN:] = 1.0
    return np.convolve(at_days(days, events, place), seen)[:days]


def followed(rejections: Iterable[RejectionFinding]) -> int:
    """Return how many rejections have a mood on any of the days that are compared."""
    return sum(bool(np.isfinite(each.line[_SEEN]).any()) for each in rejections)
