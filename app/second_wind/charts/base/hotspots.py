"""What lies under the pointer: from a place in a chart to a day and its sentence."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

import numpy as np
from matplotlib.axes import Axes
from matplotlib.transforms import BboxBase, Transform

from second_wind.core.analysis.findings import Floats, Ints


@dataclass(frozen=True, slots=True)
class Spot:
    """One day of a chart: where it is drawn, and what is said of it."""

    day: date
    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True, eq=False)
class FixedPanel:
    """Where a panel was drawn, as its `Axes` would tell."""

    transData: Transform  # noqa: N815
    bbox: BboxBase
    limits: tuple[float, float]

    @classmethod
    def of(cls, panel: "Axes | FixedPanel") -> "FixedPanel":
        """Return where a panel is now."""
        to_pixels = cast("Transform", panel.transData.frozen())
        return cls(to_pixels, panel.bbox.frozen(), panel.get_ylim())

    def get_ylim(self) -> tuple[float, float]:
        """Return the ends of its vertical axis."""
        return self.limits


@dataclass(frozen=True, slots=True, eq=False)
class Hotspots:
    """The days of a chart that can be pointed at.

    Attributes
    ----------
    axes : tuple of Axes or FixedPanel
        The panels in which `x` holds; all share it.
    x : ndarray, shape (spots,)
        Places along the horizontal axis.
    y : ndarray, shape (spots,)
        Heights in the first panel; NaN where nothing is drawn there.
    days : sequence of date
        The day that each spot opens.
    describe : callable
        Returns the sentence of the spot at an index; called only when it is pointed at.
    reach : float
        How far from a spot, along x, it is still the one that is meant.
    by_height : bool
        Whether several spots share an x and the nearest height decides.
    panel : ndarray of int64, shape (spots,), or None
        Which of `axes` each spot belongs to; None if each belongs to all of them.
    tall : float
        How far from a spot, along y, it is still the one that is meant; only with `by_height`.
    line : bool
        Whether a line through the panels shows which spot is meant; else the spot alone does.
    """

    axes: tuple[Axes | FixedPanel, ...]
    x: Floats
    y: Floats
    days: Sequence[date]
    describe: Callable[[int], str]
    reach: float = 0.5
    by_height: bool = False
    panel: Ints | None = None
    tall: float = math.inf
    line: bool = True

    def at(
        self, panel: Axes | FixedPanel | None, x: float | None, y: float | None = None
    ) -> Spot | None:
        """Return the spot at a place given in the data of a panel, None where there is none."""
        index = self.index_at(panel, x, y)
        return None if index is None else self.spot(index)

    def index_at(
        self, panel: Axes | FixedPanel | None, x: float | None, y: float | None = None
    ) -> int | None:
        """Return the index of the spot at a place given in the data of a panel, or None."""
        if panel is None or panel not in self.axes or x is None or not len(self.x):
            return None
        here = np.ones(len(self.x), np.bool_)
        if self.panel is not None:
            here = self.panel == self.axes.index(panel)
        away = np.where(here, np.abs(self.x - x), np.inf)
        index = self._nearest(away, y)
        beside = self.by_height and y is not None and abs(float(self.y[index]) - y) > self.tall
        return None if beside or away[index] > self.reach else index

    def spot(self, index: int) -> Spot:
        """Return one spot by its index: for going through them with the keyboard."""
        place = float(self.x[index]), float(self.y[index])
        return Spot(self.days[index], self.describe(index), *place)

    def fixed(self) -> "Hotspots":
        """Return the same where all is drawn and nothing moves any more, without what was drawn."""
        return replace(self, axes=tuple(FixedPanel.of(each) for each in self.axes))

    def _nearest(self, away: Floats, y: float | None) -> int:
        if not self.by_height or y is None:
            return int(np.argmin(away))
        low, high = self.axes[0].get_ylim()
        rows = np.abs(self.y - y) / (abs(high - low) or 1.0)
        columns = np.where(away <= self.reach, 0.0, np.inf)
        return int(np.argmin(columns + np.where(np.isnan(rows), 1e6, rows)))


def nowhere() -> Hotspots:
    """Return the hotspots of a chart on which nothing is drawn."""
    none = np.empty(0)
    return Hotspots((), none, none, (), lambda _: "")
