"""Lines that are broken where something broke them: at rejections and where nothing was logged."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

import numpy as np

from second_wind.core.analysis.method.display import display_line
from second_wind.core.analysis.method.timeline import Bools, Floats, Timeline


def mood_line(timeline: Timeline) -> Floats:
    """Return the display line of a whole log, by day; NaN where nothing was logged nearby."""
    days = np.unique(np.array([each.offset for each in timeline.rejections], dtype=np.int64))
    inside = days[(days >= 0) & (days < len(timeline))]
    return display_line(timeline.mood, inside)


def pieces(x: Floats, y: Floats, cuts: Iterable[float] = ()) -> Iterator[tuple[Floats, Floats]]:
    """Yield the unbroken parts of a line, in order.

    Parameters
    ----------
    x, y : ndarray, shape (points,)
        `x` rises; `y` is NaN where there is nothing to draw.
    cuts : iterable of float
        Where a new part begins: the point at a cut belongs to the part after it.

    Yields
    ------
    x, y : ndarray
        One part without NaN; a part may be a single point.
    """
    if not len(x):
        return
    gap = np.isnan(y)
    breaks = {int(np.searchsorted(x, cut)) for cut in cuts}
    breaks |= {i for i in range(1, len(x)) if gap[i] != gap[i - 1]}
    edges = [0, *sorted(i for i in breaks if 0 < i < len(x)), len(x)]
    for low, high in pairwise(edges):
        if not gap[low]:
            yield x[low:high], y[low:high]


def broken(x: Floats, y: Floats, cuts: Iterable[float] = ()) -> tuple[Floats, Floats]:
    """Return one line whose parts are parted by NaN, so that a single artist can draw it."""
    xs: list[Floats] = []
    ys: list[Floats] = []
    for part_x, part_y in pieces(x, y, cuts):
        xs += [part_x, np.array([part_x[-1]])]
        ys += [part_y, np.array([np.nan])]
    if not xs:
        return np.empty(0), np.empty(0)
    return np.concatenate(xs)[:-1], np.concatenate(ys)[:-1]


def runs(flags: Bools) -> list[tuple[int, int]]:
    """Return the stretches of true values as half-open ranges of indices."""
    padded = np.concatenate([[False], flags, [False]]).astype(np.int8)
    turns = np.flatnonzero(np.diff(padded))
    return [(int(low), int(high)) for low, high in turns.reshape(-1, 2)]
