"""Stretches: pieces of a log, left out in turn to see how far a figure can be trusted."""

from itertools import pairwise

import numpy as np

from second_wind.core.analysis.findings import Ints

LENGTH = 28
"""Days: how long a stretch without rejections is cut."""
LONGEST = 35
SHORTEST = 7
"""Days: a rejection sooner than this after a stretch began opens none of its own."""


def stretch_starts(days: int, rejection_days: Ints) -> Ints:
    """Return the first day of each stretch of the calendar.

    Parameters
    ----------
    days : int
        Length of the log.
    rejection_days : ndarray of int64
        Sorted distinct indices from 0 to `days` - 1.

    Returns
    -------
    ndarray of int64
        Ascending, the first one 0. Stretches may hold no logged day.
    """
    starts = [0]
    for day in rejection_days.tolist():
        _fill(starts, day)
        if day - starts[-1] >= SHORTEST:
            starts.append(day)
    _fill(starts, days)
    return np.array(starts)


def _fill(starts: list[int], end: int) -> None:
    while end - starts[-1] > LONGEST:
        starts.append(starts[-1] + LENGTH)


def stretch_rows(starts: Ints, logged: Ints) -> list[slice]:
    """Return which of the logged days belong to each stretch that has any.

    Parameters
    ----------
    starts : ndarray of int64
        First day of each stretch.
    logged : ndarray of int64
        Sorted indices of the days that are used.
    """
    edges = [*np.searchsorted(logged, starts).tolist(), len(logged)]
    return [slice(low, high) for low, high in pairwise(edges) if low < high]
