"""Days at rest: a quiet shade behind everything, with the word where there is room."""

from collections.abc import Sequence

from matplotlib.axes import Axes

from second_wind.charts.base.lines import runs
from second_wind.charts.base.panels import write
from second_wind.charts.base.style import ChartStyle
from second_wind.core.analysis.method.timeline import Bools
from second_wind.words.findings import charts as words

_WIDE_ENOUGH = 0.05
"""Share of the axis from which on the word fits into the shade."""


def shade_rest(panels: Sequence[Axes], rest: Bools, first: float, style: ChartStyle) -> None:
    """Shade the days at rest in all panels; index 0 of `rest` lies at `first` on the axis."""
    for low, high in runs(rest):
        left, right = first + low - 0.5, first + high - 0.5
        for panel in panels:
            panel.axvspan(left, right, facecolor=style.rest, linewidth=0, zorder=0)
        if high - low >= len(rest) * _WIDE_ENOUGH:
            write(
                panels[0],
                (left + right) / 2,
                0.0,
                words.rest_label(),
                style,
                ha="center",
                va="bottom",
                offset=(0, 3),
                share_of_height=True,
            )
