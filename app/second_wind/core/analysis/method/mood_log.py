"""The part of a timeline that is analysed: from the first to the last day with a mood."""

import numpy as np

from second_wind.core.analysis.findings import Floats, Ints
from second_wind.core.analysis.method.timeline import Bools, Timeline

SATURDAY = 5
WEEKEND_SHARE = 2 / 7


def mood_log(timeline: Timeline) -> Timeline:
    """Return the days from the first to the last one with a mood, none if there is no mood.

    Days outside would move the knots of the usual level.
    """
    logged = logged_days(timeline)
    if not len(logged):
        return timeline.slice(None, timeline.day(-1))
    return timeline.slice(timeline.day(int(logged[0])), timeline.day(int(logged[-1])))


def logged_days(timeline: Timeline) -> Ints:
    """Return the indices of the days with a mood, ascending."""
    return np.flatnonzero(np.isfinite(timeline.mood))


def rejection_days(timeline: Timeline) -> Ints:
    """Return the distinct indices of the days with a rejection, ascending."""
    days = {each.offset for each in timeline.rejections if 0 <= each.offset < len(timeline)}
    return np.array(sorted(days), dtype=np.int64)


def outside(timeline: Timeline) -> tuple[int, int]:
    """Return how many rejections lie before the first and after the last day with a mood.

    In a log without a mood all of them wait for the first one, and count as after it.
    """
    logged = logged_days(timeline)
    if not len(logged):
        return 0, len(timeline.rejections)
    first, last = int(logged[0]), int(logged[-1])
    before = sum(each.offset < first for each in timeline.rejections)
    after = sum(each.offset > last for each in timeline.rejections)
    return before, after


def weekend(timeline: Timeline) -> Floats:
    """Return 1 on Saturdays and Sundays, 0 on other days, less the mean of a week."""
    weekdays = (np.arange(len(timeline)) + timeline.first.weekday()) % 7
    return np.where(weekdays >= SATURDAY, 1.0, 0.0) - WEEKEND_SHARE


def near_rejections(log: Timeline, first_lag: int, last_lag: int) -> Bools:
    """Return which days lie on these lags, ends included, of any rejection; shape (days,)."""
    around = rejection_days(log)[:, None] + np.arange(first_lag, last_lag + 1)
    near = np.zeros(len(log), np.bool_)
    near[around[(around >= 0) & (around < len(log))]] = True
    return near


def values_on(values: Floats, days: Ints) -> Floats:
    """Return the value on each day, NaN on days outside; the shape is that of `days`."""
    inside = (days >= 0) & (days < len(values))
    found = np.full(days.shape, np.nan)
    found[inside] = values[days[inside]]
    return found


def mean_of(values: Floats, axis: int) -> Floats:
    """Return the mean of what is not NaN along an axis, NaN where nothing is."""
    sums = np.nansum(values, axis=axis)
    counts = np.isfinite(values).sum(axis=axis)
    mean = np.full(sums.shape, np.nan)
    np.divide(sums, counts, out=mean, where=counts > 0)
    return mean
