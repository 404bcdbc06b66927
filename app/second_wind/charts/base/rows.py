"""Aligned rows of what was done: exercise as bars with the goal, the others as marks or bars."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.lines import Line2D

from second_wind.charts.base.fonts import font
from second_wind.charts.base.panels import label_left
from second_wind.charts.base.style import ChartStyle
from second_wind.core.analysis.method.timeline import Floats
from second_wind.words.findings import charts as words

EXERCISE_HEIGHT = 1.7
BARS_HEIGHT = 1.2
MARKS_HEIGHT = 0.72
_SIZES = {"*": 1.7}
"""A star has little area within its size."""
_WIDEST = 1 / 45
"""Share of the axis that a bar may take: a short log must not turn into blocks."""


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One activity along the axis of a chart.

    Attributes
    ----------
    label : str
    values : ndarray, shape (places,)
        Amounts; NaN where unknown, 0 where none.
    color, marker : str
    goal : float or None
        Drawn as bars against this line instead of as marks; NaN draws bars without a line.
    """

    label: str
    values: Floats
    color: str
    marker: str
    goal: float | None = None

    @property
    def height(self) -> float:
        """Its height in relation to the other rows."""
        if self.goal is None:
            return MARKS_HEIGHT
        return BARS_HEIGHT if np.isnan(self.goal) else EXERCISE_HEIGHT

    def as_bars(self) -> "Row":
        """Return the row with bars of its amounts instead of marks."""
        return self if self.goal is not None else replace(self, goal=np.nan)


def activity_rows(
    style: ChartStyle,
    exercise: Floats,
    outings: Floats,
    volunteering: Floats,
    talks: Floats,
    goal: float,
) -> list[Row]:
    """Return the rows of the activities that were logged at all in what is shown."""
    rows = [
        Row(words.exercise_row(), exercise, style.accent, "s", goal),
        Row(words.outings_row(), outings, style.outing, "^"),
        Row(words.volunteering_row(), volunteering, style.volunteering, "s"),
        Row(words.people_row(), talks, style.people, "o"),
    ]
    return [each for each in rows if np.nansum(each.values) > 0]


def good_news_row(offsets: Sequence[int], places: Floats, style: ChartStyle) -> list[Row]:
    """Return the row of stars at the places where there was good news; none without any."""
    values = np.isin(places, offsets).astype(np.float64)
    row = Row(words.good_news_row(), values, style.accent, "*")
    return [row] if values.any() else []


def draw_row(panel: Axes, x: Floats, row: Row, style: ChartStyle, step: float = 1.0) -> None:
    """Draw one row; `step` is the distance between two places along the axis."""
    label_left(panel, row.label, style)
    if row.goal is None:
        _marks(panel, x, row, style)
    else:
        _bars(panel, x, row, style, step)


def _marks(panel: Axes, x: Floats, row: Row, style: ChartStyle) -> Line2D:
    done = row.values > 0
    panel.set_ylim(-1, 1)
    panel.set_yticks([])
    (marks,) = panel.plot(
        x[done],
        np.zeros(int(done.sum())),
        linestyle="none",
        marker=row.marker,
        markersize=style.size * _SIZES.get(row.marker, 1.0) * (0.62 if done.sum() < 80 else 0.42),
        markeredgewidth=0,
        color=row.color,
        clip_on=False,
    )
    return marks


def _blocks(x: Floats, heights: Floats, width: float, color: str) -> PolyCollection:
    """Return all bars as one artist; hundreds of single ones would be slow."""
    sides = x[:, None] + np.array([-0.5, 0.5, 0.5, -0.5]) * width
    tops = heights[:, None] * np.array([0.0, 0.0, 1.0, 1.0])
    return PolyCollection(list(np.stack([sides, tops], axis=2)), facecolors=color, linewidths=0)


def _bars(panel: Axes, x: Floats, row: Row, style: ChartStyle, step: float) -> None:
    goal = row.goal if row.goal is not None else np.nan
    done = row.values > 0
    reached = done & ~(row.values < goal)
    width = min(step * 0.68, max(np.ptp(x) * _WIDEST, step * 0.2))
    for chosen, face in ((reached, row.color), (done & ~reached, style.accent_soft)):
        panel.add_collection(_blocks(x[chosen], row.values[chosen], width, face), autolim=False)
    top = float(np.nanmax(row.values))
    ticks = [goal] if np.isfinite(goal) else [top]
    panel.set_ylim(0, max(top, *ticks, 1) * 1.08)
    panel.set_yticks(
        ticks, [words.signed(each) for each in ticks], fontproperties=font(style, style.small)
    )
    if np.isfinite(goal):
        panel.axhline(goal, color=style.muted, linewidth=0.9, linestyle=(0, (4, 3)), zorder=3)
