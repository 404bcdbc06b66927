"""Where words fit into a panel without covering what is drawn there."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations, product

import numpy as np
from matplotlib.figure import Figure

from second_wind.charts.base.panels import share_of_height
from second_wind.core.analysis.method.timeline import Floats

_AROUND = 84.0
"""Points beside a panel that its labels and the margins take, about."""
_BELOW = 40.0
_BETWEEN = 7.0
_WORSE = 0.4
"""Covered points that each later place in a list must spare."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How much data a point (1/72 inch) is worth, about: the layout is not known yet."""

    x: float
    y: float


def scale(figure: Figure, columns: float, heights: Sequence[float], units: float) -> Scale:
    """Return the scale of the first of some stacked panels.

    Parameters
    ----------
    figure : Figure
    columns : float
        Length of the horizontal axis in data.
    heights : sequence of float
        Relative heights of the panels.
    units : float
        Length of the first panel's vertical axis in data.
    """
    wide = max(figure.get_figwidth() * 72 - _AROUND, 50.0)
    room = figure.get_figheight() * 72 * share_of_height(figure) - _BELOW - _BETWEEN * len(heights)
    high = max(room * heights[0] / sum(heights), 30.0)
    return Scale(columns / wide, units / high)


@dataclass(frozen=True, slots=True)
class Box:
    """A place for words, in data: from `left` to `right`, `half` up and down from `middle`."""

    left: float
    right: float
    middle: float
    half: float

    def covers(self, x: Floats, y: Floats) -> int:
        """Return how many points lie in it."""
        across = (x >= self.left) & (x <= self.right)
        return int((across & (np.abs(y - self.middle) <= self.half)).sum())


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """What is in a panel already, as points in its data; NaN counts for nothing."""

    x: Floats
    y: Floats

    def with_box(self, box: Box) -> "Drawn":
        """Return the same with words at a place, so that others avoid it."""
        x, y = np.meshgrid(
            np.linspace(box.left, box.right, 12), box.middle + np.array([-1, 0, 1]) * box.half
        )
        return Drawn(np.append(self.x, x), np.append(self.y, y))


def clearest(boxes: Sequence[Box], drawn: Drawn, worse: float = _WORSE) -> Box:
    """Return the box that covers few points; earlier ones are liked better.

    Each later box must spare `worse` more points than the one before it.
    """
    costs = [box.covers(drawn.x, drawn.y) + worse * rank for rank, box in enumerate(boxes)]
    return boxes[int(np.argmin(costs))]


def tiers(lines: Sequence[float], spans: Sequence[tuple[float, float]]) -> tuple[int, ...]:
    """Return a tier for each name, 0 the highest: none on another, none crossed by a line.

    A line runs up to its own name, so it crosses the names on lower tiers that lie over it.
    Every way to place them is tried: this is for three names or so.
    """
    pairs = list(permutations(range(len(lines)), 2))
    over = [(i, j) for i, j in pairs if spans[i][0] <= spans[j][1] and spans[j][0] <= spans[i][1]]
    struck = [(i, j) for i, j in pairs if spans[j][0] < lines[i] < spans[j][1]]

    def cost(rows: tuple[int, ...]) -> tuple[int, int, int, int, tuple[int, ...]]:
        on_another = sum(rows[i] == rows[j] for i, j in over)
        crossed = sum(rows[i] < rows[j] for i, j in struck)
        return on_another, crossed, max(rows, default=0), sum(rows), rows

    return min(product(range(len(lines)), repeat=len(lines)), key=cost)
