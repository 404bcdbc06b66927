"""The typical course after a rejection, and how many days it takes to come back."""

from collections.abc import Sequence

import numpy as np

from second_wind.core.analysis.findings import (
    FIRST_LAG,
    LAST_LAG,
    Floats,
    Ints,
    RejectionFinding,
    TypicalCurve,
    TypicalDays,
)
from second_wind.core.analysis.method.design import DIP_SHAPES, Design
from second_wind.core.analysis.method.jackknife import Jackknife, jackknife
from second_wind.core.analysis.method.mood_log import mean_of
from second_wind.core.analysis.method.regression import Fit
from second_wind.core.analysis.method.t_quantile import student_quantile

EARLY = 5
"""Known first weeks below which the curve is a sketch and has no number of days."""
LATEST_TROUGH = 7
OPEN_FROM = 20
"""Lag from which on a lower edge that is still under ends at "three weeks or more"."""


def dip_weights(design: Design) -> Floats:
    """Return what makes the first group's dip out of the coefficients; shape (23, k)."""
    weights = np.zeros((len(DIP_SHAPES), design.columns.shape[1]))
    weights[:, design.dips] = DIP_SHAPES
    return weights


def typical_curve(
    fitted: Fit,
    starts: Ints,
    rejections: Sequence[RejectionFinding],
    tolerance: float,
    close_together: bool,
) -> TypicalCurve:
    """Return the first group's dip with its band and what is read off it.

    Parameters
    ----------
    fitted : Fit
    starts : ndarray of int64
        First day of each stretch.
    rejections : sequence of RejectionFinding
        The rejection days that the dip belongs to, 2 or more.
    tolerance : float
        Points below usual that count as near usual.
    close_together : bool
        Whether most rejections came close together.
    """
    ranges, weights = jackknife(fitted, starts), dip_weights(fitted.design)
    df = min(len(rejections), ranges.stretches) - 1
    low, high = _band(ranges, weights, df, 0.95)
    known = sum(each.known_first_week for each in rejections)
    depth = ranges.interval(-weights[:3].mean(axis=0), df)
    first_week = ranges.interval(-weights[:7].mean(axis=0), df)
    sure = depth.above_zero and known >= EARLY
    days = typical_days(ranges, weights, df, tolerance) if sure else None
    return TypicalCurve(
        lags=np.arange(LAST_LAG + 1),
        change=ranges.estimate(weights)[:-1],
        low=low[:-1],
        high=high[:-1],
        before=mean_of(np.stack([each.line[:-FIRST_LAG] for each in rejections]), axis=0),
        rejection_days=len(rejections),
        known_first_weeks=known,
        early=known < EARLY,
        clear_dip=depth.above_zero,
        depth=depth,
        first_week=first_week,
        days=days,
        days_withheld=close_together and is_slow(days, depth.estimate, first_week.estimate),
    )


def is_slow(days: TypicalDays | None, depth: float, first_week: float) -> bool:
    """Tell whether dips last so long that, piled up, their band can fail."""
    return days is not None and (days.estimate > 10 or first_week > 0.75 * depth)


def _band(ranges: Jackknife, weights: Floats, df: int, confidence: float) -> tuple[Floats, Floats]:
    change = ranges.estimate(weights)
    reach = student_quantile(confidence, df) * ranges.standard_error(weights)
    return change - reach, change + reach


def typical_days(ranges: Jackknife, weights: Floats, df: int, tolerance: float) -> TypicalDays:
    """Return the days from which on the typical curve is near usual, with two ranges.

    Each end of a range is read off one edge of the band: the earliest off the upper edge, the
    latest off the lower.
    """
    change = ranges.estimate(weights)
    trough = int(np.argmin(change[: LATEST_TROUGH + 1]))
    estimate = first_back(change, trough, -tolerance)
    ends = {}
    for confidence in (0.80, 0.95):
        low, high = _band(ranges, weights, df, confidence)
        earliest = 0.0 if high[trough] >= -tolerance else first_back(high, trough, -tolerance)
        ends[confidence] = earliest, max(last_back(low, -tolerance), estimate)
    return TypicalDays(
        estimate,
        *ends[0.80],
        *ends[0.95],
        open_ended80=bool(np.isnan(ends[0.80][1])),
        open_ended95=bool(np.isnan(ends[0.95][1])),
    )


def first_back(curve: Floats, start: int, threshold: float) -> float:
    """Return the first lag from `start` on at which a curve is back at a threshold.

    Parameters
    ----------
    curve : ndarray of float64, shape (lags,)
        By lag from 0; the last value is not below the threshold.
    start : int
    threshold : float

    Returns
    -------
    float
        Interpolated between the lags; `start` if the curve is not below the threshold there.
    """
    back = start + int(np.argmax(curve[start:] >= threshold))
    return float(back) if back == start else _crossing(curve, back - 1, threshold)


def last_back(curve: Floats, threshold: float) -> float:
    """Return the last lag at which a curve comes back to a threshold.

    Returns
    -------
    float
        Interpolated between the lags; 0 if it is never below, NaN if it still is at lag 20 or
        later.
    """
    under = np.flatnonzero(curve < threshold)
    if not len(under):
        return 0.0
    return float("nan") if under[-1] >= OPEN_FROM else _crossing(curve, int(under[-1]), threshold)


def _crossing(curve: Floats, lag: int, threshold: float) -> float:
    """Return where the line from a lag to the next one meets the threshold."""
    return lag + float((threshold - curve[lag]) / (curve[lag + 1] - curve[lag]))
