"""The chart of all rejections by the stage they reached: one small panel for each."""

import math

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from second_wind.charts.all.aligned import draw_lines, finish_axis, limits
from second_wind.charts.all.aligned_data import AlignedData
from second_wind.charts.all.aligned_table import hotspots, table
from second_wind.charts.base.blank import draw_sentence
from second_wind.charts.base.chart import Chart, ChartTable
from second_wind.charts.base.hotspots import Hotspots
from second_wind.charts.base.panels import clean, dress, title_above
from second_wind.charts.base.style import ChartStyle
from second_wind.core.analysis.findings import Analysis
from second_wind.words.findings import aligned as words
from second_wind.words.findings import checks

_PANEL_SHAPE = 1.25
"""Width of a panel in relation to its height, about."""
_PANEL_WIDTH = 1.5
"""Inches that a panel needs."""


def chart(stages: tuple[AlignedData, ...], analysis: Analysis) -> Chart:
    """Return the chart by stage."""
    return Chart(
        title=words.title(),
        reading=reading(stages),
        note=note(stages, analysis),
        method=words.method(corrected=any(each.corrected for each in stages)),
        enough=any(each.lines for each in stages),
        draw=lambda figure, style: draw(figure, stages, style),
        table=lambda: stages_table(stages),
    )


def reading(stages: tuple[AlignedData, ...]) -> str:
    """Return what the chart shows, in one sentence."""
    if not stages:
        return words.no_rejections()
    shown = sum(bool(each.lines) for each in stages)
    return words.by_stage(shown) if shown else words.none_logged()


def note(stages: tuple[AlignedData, ...], analysis: Analysis) -> str:
    """Return what the lines are, and how far the log can be trusted."""
    if not any(each.lines for each in stages):
        return ""
    said = words.note(0, corrected=any(each.corrected for each in stages))
    return " ".join([said, *checks.sentences(analysis)])


def stages_table(stages: tuple[AlignedData, ...]) -> ChartTable:
    """Return the tables of all stages, one below the other."""
    tables = [table(each) for each in stages]
    rows = tuple(row for each in tables for row in each.rows)
    return ChartTable(tables[0].columns if tables else (), rows)


def draw(figure: Figure, stages: tuple[AlignedData, ...], style: ChartStyle) -> Hotspots:
    """Draw a panel of thin lines for each stage, all to the same scale.

    Returns
    -------
    Hotspots
        Of the panels together; each point belongs to its own panel.
    """
    shown = [each for each in stages if each.lines]
    if not shown:
        return draw_sentence(figure, reading(stages), style)
    clean(figure, style)
    columns = _columns(figure, len(shown))
    grid = figure.add_gridspec(math.ceil(len(shown) / columns), columns)
    panels: list[Axes] = []
    for index, data in enumerate(shown):
        panel = figure.add_subplot(grid[index // columns, index % columns])
        _draw_panel(panel, data, style, limits(shown))
        panels.append(panel)
    return hotspots(tuple(panels), shown, apart=True)


def _columns(figure: Figure, panels: int) -> int:
    """Return how many panels stand beside each other."""
    wide, high = figure.get_figwidth(), figure.get_figheight()
    wanted = math.ceil(math.sqrt(panels * wide / high / _PANEL_SHAPE))
    return max(1, min(panels, wanted, int(wide / _PANEL_WIDTH)))


def _draw_panel(
    panel: Axes, data: AlignedData, style: ChartStyle, ends: tuple[float, float]
) -> None:
    dress(panel, style)
    draw_lines(panel, data, style)
    panel.set_ylim(*ends)
    finish_axis(panel, panel, data, style)
    early = data.typical is not None and data.typical.early
    title_above(panel, words.stage_heading(data.stage, len(data.lines), early=early), style)
