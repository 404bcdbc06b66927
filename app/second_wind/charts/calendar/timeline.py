"""The Timeline chart: the whole log, mood above, what was done below, rejections marked."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from second_wind.charts.base.blank import draw_sentence
from second_wind.charts.base.chart import Chart
from second_wind.charts.base.hotspots import Hotspots
from second_wind.charts.base.lines import broken
from second_wind.charts.base.panels import clean, mood_scale, stacked
from second_wind.charts.base.rest import shade_rest
from second_wind.charts.base.rows import Row, activity_rows, draw_row
from second_wind.charts.base.style import ChartStyle
from second_wind.charts.calendar.dates import calendar
from second_wind.charts.calendar.timeline_data import Grain, TimelineData
from second_wind.charts.calendar.timeline_table import table
from second_wind.core.analysis.method.timeline import Floats
from second_wind.words.findings import charts as words

_MOOD_HEIGHT = 7.0
_FAINT = 0.28
"""Opacity of the marks in long logs, where they are many."""
_INK = 80.0
"""So many lines are drawn as dark as one; more would hide the mood between them."""
_STEPS = {Grain.DAY: 1.0, Grain.WEEK: 7.0, Grain.MONTH: 30.44}


def chart(data: TimelineData) -> Chart:
    """Return the Timeline chart of a stretch of the log."""
    return Chart(
        title=words.timeline_title(),
        reading=reading(data),
        note=words.timeline_note(data.grain.value, usual=bool(np.isfinite(data.usual).any())),
        method=words.timeline_method(),
        enough=shown(data),
        draw=lambda figure, style: draw(figure, data, style),
        table=lambda: table(data),
    )


def shown(data: TimelineData) -> bool:
    """Return whether anything that the chart can draw was logged."""
    log = data.timeline
    logged = (log.exercise, log.outings, log.volunteering, log.talks)
    active = any(np.nansum(each) > 0 for each in logged)
    marked = bool(log.rejections or log.good_news)
    return active or marked or bool(np.isfinite(log.mood).any())


def reading(data: TimelineData) -> str:
    """Return what the chart shows, in one sentence."""
    return words.timeline_reading(data.timeline)


def draw(figure: Figure, data: TimelineData, style: ChartStyle) -> Hotspots:
    """Draw the log.

    Parameters
    ----------
    figure : Figure
        Cleared first.
    data : TimelineData
    style : ChartStyle

    Returns
    -------
    Hotspots
        One for each day, whether it was logged or not.
    """
    if not shown(data):
        return draw_sentence(figure, reading(data), style)
    clean(figure, style)
    marks = _marks(data, style)
    rows = [*(row for row, _places in marks), *_rows(data, style)]
    places = [*(places for _row, places in marks), *(data.x for _ in rows[len(marks) :])]
    mood = [_MOOD_HEIGHT] if np.isfinite(data.mood).any() else []
    panels = stacked(figure, style, [*mood, *(each.height for each in rows)])
    if mood:
        _draw_mood(panels[0], data, style)
    for panel, row, x in zip(panels[len(mood) :], rows, places, strict=True):
        draw_row(panel, x, row, style, _STEPS[data.grain])
    _finish(panels, data, style)
    return _hotspots(panels, data)


def _rows(data: TimelineData, style: ChartStyle) -> list[Row]:
    rows = activity_rows(
        style, data.exercise, data.outings, data.volunteering, data.talks, data.goal
    )
    return rows if data.grain is Grain.DAY else [each.as_bars() for each in rows]


def _rejection_days(data: TimelineData) -> Floats:
    return np.array(sorted({float(each.offset) for each in data.timeline.rejections}))


def _marks(data: TimelineData, style: ChartStyle) -> list[tuple[Row, Floats]]:
    """Return the rows that mark single days however long the log is, with their days."""
    refused = _rejection_days(data)
    told = np.array(sorted({float(each.offset) for each in data.timeline.good_news}))
    rows = [
        (Row(words.rejections_row(), np.ones(len(refused)), style.rejection, "v"), refused),
        (Row(words.good_news_row(), np.ones(len(told)), style.accent, "*"), told),
    ]
    return [each for each in rows if len(each[1])]


def _draw_mood(panel: Axes, data: TimelineData, style: ChartStyle) -> None:
    mood_scale(panel, style)
    _draw_usual(panel, data, style)
    refused = _rejection_days(data)
    alpha = (0.6 if len(data.cuts) else _FAINT) * float(np.clip(_INK / (len(refused) + 1), 0.3, 1))
    panel.vlines(
        refused,
        0,
        1,
        transform=panel.get_xaxis_transform(),
        color=style.rejection,
        linewidth=0.9,
        alpha=alpha,
        zorder=1.5,
    )
    x, y = broken(data.x, data.line, data.cuts)
    panel.plot(x, y, color=style.accent, linewidth=2.0, solid_capstyle="round", zorder=3)
    panel.plot(
        data.x,
        data.mood,
        linestyle="none",
        marker="o",
        markersize=_dot_size(data, style),
        markerfacecolor=style.card,
        markeredgecolor=style.accent,
        markeredgewidth=1.1 if len(data.x) < 130 else 0.8,
        zorder=4,
        clip_on=False,
    )


def _dot_size(data: TimelineData, style: ChartStyle) -> float:
    return style.size * float(np.clip(45 / max(len(data.x), 1), 0.28, 0.55))


def _draw_usual(panel: Axes, data: TimelineData, style: ChartStyle) -> None:
    if np.isnan(data.usual).all():
        return
    days = np.arange(len(data.usual), dtype=np.float64)
    x, y = broken(days, data.usual)
    panel.plot(x, y, color=style.ghost, linewidth=1.3, zorder=2)


def _finish(panels: tuple[Axes, ...], data: TimelineData, style: ChartStyle) -> None:
    half = _STEPS[data.grain] / 2
    panels[0].set_xlim(
        min(-half, data.x[0] - half), max(len(data.timeline) - 0.5, data.x[-1] + half)
    )
    calendar(panels[0], data.timeline.first)
    shade_rest(panels, data.timeline.rest, 0.0, style)


def _hotspots(panels: tuple[Axes, ...], data: TimelineData) -> Hotspots:
    log = data.timeline
    return Hotspots(
        panels,
        np.arange(len(log), dtype=np.float64),
        log.mood if data.grain is Grain.DAY else np.full(len(log), np.nan),
        [log.day(offset) for offset in range(len(log))],
        lambda offset: words.day_sentence(log, offset),
    )
