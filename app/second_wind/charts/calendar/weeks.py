"""The Weeks chart: exercise against the goal, outings, volunteering, by week or by month."""

import math

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from second_wind.charts.base.blank import draw_sentence
from second_wind.charts.base.chart import Chart, ChartTable
from second_wind.charts.base.fonts import font, width
from second_wind.charts.base.hotspots import Hotspots
from second_wind.charts.base.panels import clean, label_left, stacked, write
from second_wind.charts.base.style import ChartStyle
from second_wind.charts.calendar.weeks_data import By, WeeksData
from second_wind.core.analysis.method.timeline import Floats
from second_wind.words.findings import charts as words
from second_wind.words.findings import weeks as weeks_words

_BAR = 0.5
_BESIDE, _APART = 84.0, 4.0
"""Points beside the bars, and between two names below them."""


def chart(data: WeeksData) -> Chart:
    """Return the Weeks chart."""
    return Chart(
        title=weeks_words.title(data.by.value),
        reading=reading(data),
        note=weeks_words.note(data.by.value, data.goal),
        method=weeks_words.method(data.by.value),
        enough=data.anything,
        draw=lambda figure, style: draw(figure, data, style),
        table=lambda: table(data),
    )


def reading(data: WeeksData) -> str:
    """Return what the chart shows, in one sentence."""
    if not data.anything:
        return weeks_words.nothing_yet()
    known = np.isfinite(data.exercise)
    reached = int((data.exercise[known] >= data.targets[known]).sum())
    now = weeks_words.this_one(
        data.by.value, data.minutes[-1], data.outings[-1], data.volunteering[-1]
    )
    return weeks_words.sentence(data.by.value, now, reached)


def table(data: WeeksData) -> ChartTable:
    """Return one row for each week or month, the latest last; empty cells are unknown."""
    rows = zip(
        data.bins,
        data.minutes,
        data.goals,
        data.outings,
        data.volunteering,
        data.talks,
        strict=True,
    )
    return ChartTable(
        weeks_words.columns(data.by.value),
        tuple(
            (weeks_words.period(each.first, data.by.value), *map(words.amount, map(float, amounts)))
            for each, *amounts in rows
        ),
    )


def draw(figure: Figure, data: WeeksData, style: ChartStyle) -> Hotspots:
    """Draw the bars; weeks and months about which nothing is known have none.

    Returns
    -------
    Hotspots
        One for each week or month; it opens its first day.
    """
    if not data.anything:
        return draw_sentence(figure, reading(data), style)
    clean(figure, style)
    rows = _amount_rows(data, style)
    panels = stacked(figure, style, (2.4, *(1.0 for _ in rows)))
    _draw_exercise(panels[0], data, style)
    for panel, (label, values, color) in zip(panels[1:], rows, strict=True):
        _draw_amounts(panel, label, values, color, style)
    _name_bins(figure, panels[-1], data, style)
    return _hotspots(panels, data)


def _amount_rows(data: WeeksData, style: ChartStyle) -> list[tuple[str, Floats, str]]:
    rows = [
        (words.outings_row(), data.outings, style.outing),
        (weeks_words.hours_row(), data.volunteering, style.volunteering),
        (words.people_row(), data.talks, style.people),
    ]
    return [each for each in rows if np.nansum(each[1]) > 0]


def _draw_exercise(panel: Axes, data: WeeksData, style: ChartStyle) -> None:
    x = np.arange(len(data.bins), dtype=np.float64)
    reached = data.exercise >= data.targets
    for chosen, face in ((reached, style.accent), (~reached, style.accent_soft)):
        _bars(panel, x[chosen], data.exercise[chosen], face)
    _draw_goal(panel, data, style)
    top = np.nanmax(np.concatenate([data.exercise, data.targets, [1.0]]))
    panel.set_ylim(0, top * 1.2)
    ticks = [float(data.goal * (7 if data.by is By.WEEK else 1))]
    panel.set_yticks(ticks, [words.signed(each) for each in ticks])
    label_left(panel, weeks_words.exercise_row(data.by.value), style)
    _values(panel, x, data.exercise, style)


def _draw_goal(panel: Axes, data: WeeksData, style: ChartStyle) -> None:
    """Draw one dashed line that steps down where days at rest lower the goal."""
    edges = np.repeat(np.arange(len(data.bins) + 1) - 0.5, 2)[1:-1]
    goals = np.repeat(data.targets, 2)
    panel.plot(edges, goals, color=style.muted, linewidth=1.0, linestyle=(0, (4, 3)))


def _draw_amounts(panel: Axes, label: str, values: Floats, color: str, style: ChartStyle) -> None:
    x = np.arange(len(values), dtype=np.float64)
    _bars(panel, x, values, color)
    panel.set_ylim(0, max(float(np.nanmax([*values, 1.0])), 1.0) * 1.45)
    panel.set_yticks([])
    label_left(panel, label, style)
    _values(panel, x, values, style)


def _bars(panel: Axes, x: Floats, values: Floats, color: str) -> None:
    shown = values > 0
    panel.bar(x[shown], values[shown], width=_BAR, color=color, linewidth=0)


def _values(panel: Axes, x: Floats, values: Floats, style: ChartStyle) -> None:
    """Write each amount above its bar, and a quiet 0 where the log knows of none."""
    for place, value in zip(x, values, strict=True):
        if np.isnan(value):
            continue
        write(
            panel,
            float(place),
            max(float(value), 0.0),
            words.amount(_rounded(float(value))),
            style,
            size=style.small * 0.95,
            ha="center",
            va="bottom",
            offset=(0, 2),
            color=style.text if value > 0 else style.muted,
        )


def _rounded(value: float) -> float:
    return round(value) if value >= 10 else round(value, 1)


def _name_bins(figure: Figure, panel: Axes, data: WeeksData, style: ChartStyle) -> None:
    """Name the latest week or month, and of those before it as many as there is room for."""
    names = [weeks_words.tick(each.first, data.by.value) for each in data.bins]
    prop = font(style, style.small)
    widest = max(width(line, prop) for name in names for line in name.splitlines())
    room = (figure.get_figwidth() * 72 - _BESIDE) / len(names)
    every = max(1, math.ceil((widest + _APART) / room))
    for place in range(len(names) - 2, -1, -1):
        if (len(names) - 1 - place) % every:
            names[place] = ""
    panel.set_xticks(range(len(names)), names, fontproperties=prop)
    panel.set_xlim(-0.6, len(names) - 0.4)


def _hotspots(panels: tuple[Axes, ...], data: WeeksData) -> Hotspots:
    for panel in panels:
        panel.grid(visible=False)

    def describe(index: int) -> str:
        each = data.bins[index]
        return weeks_words.hover(
            weeks_words.period(each.first, data.by.value),
            float(data.minutes[index]),
            float(data.goals[index]),
            float(data.outings[index]),
            float(data.volunteering[index]),
        )

    return Hotspots(
        panels,
        np.arange(len(data.bins), dtype=np.float64),
        data.exercise,
        [min(each.first, data.today) for each in data.bins],
        describe,
    )
