"""The Coming back chart: typical days, the first week after each rejection, is it changing."""

from datetime import date

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from second_wind.charts.base.blank import draw_sentence
from second_wind.charts.base.chart import Chart
from second_wind.charts.base.hotspots import Hotspots
from second_wind.charts.base.legend import KeyEntry, Mark, draw_key, key_height
from second_wind.charts.base.panels import clean, dress, label_below, share_of_height, title_above
from second_wind.charts.base.style import ChartStyle
from second_wind.charts.coming_back.coming_back_data import ComingBackData
from second_wind.charts.coming_back.coming_back_table import hotspots, table
from second_wind.core.analysis.findings import Reading, TypicalDays
from second_wind.words.findings import aligned as aligned_words
from second_wind.words.findings import charts as chart_words
from second_wind.words.findings import coming_back as words
from second_wind.words.findings import recovery as recovery_words
from second_wind.words.findings import shortfalls

_DEEPEST = -3.0
_HIGHEST = 1.0
_DAYS_HEIGHT = 34.0
"""Points that the typical days take, their words not counted."""
_ROOM_FOR_DAYS = 230.0
"""Points of height from which on the typical days are drawn; the sentence says them anyway."""
_LEVEL_ROOM = 14.0
_LAST_DAY = 22.0
_MONTH_ROOM = 32.0
_INK = 30.0
"""So many whiskers are drawn as dark as one; more would hide their marks."""


def chart(data: ComingBackData) -> Chart:
    """Return the Coming back chart."""
    few, early = data.count(Reading.TOO_FEW), data.count(Reading.TOO_EARLY)
    return Chart(
        title=words.title(),
        reading=reading(data),
        note=words.note(data.analysis, few, early) if data.known else "",
        method=words.method(),
        enough=data.known > 0,
        draw=lambda figure, style: draw(figure, data, style),
        table=lambda: table(data),
    )


def reading(data: ComingBackData) -> str:
    """Return what the chart shows, in one sentence, or what it still takes."""
    found = data.analysis
    if not data.weeks and not found.rejections_outside:
        return aligned_words.no_rejections()
    if not data.known:
        return words.none_known(len(data.weeks), found)
    if data.typical is not None:
        return words.sentence(data.typical)
    return words.first_weeks(data.known, shortfalls.curve(found.typical_missing))


def draw(figure: Figure, data: ComingBackData, style: ChartStyle) -> Hotspots:
    """Draw the typical days with their range, and a mark for each first week.

    Marks stand in the order of the rejections; where too little was logged their place is empty.

    Returns
    -------
    Hotspots
        One for each rejection day, drawn or not.
    """
    if not data.known:
        return draw_sentence(figure, reading(data), style)
    clean(figure, style)
    room = figure.get_figheight() * 72 * share_of_height(figure)
    entries = _key(data, style)
    room -= key_height(figure, entries, style)
    draw_key(figure, entries, style)
    if data.days is None or room < _ROOM_FOR_DAYS:
        panel = figure.add_subplot()
    else:
        above, panel = _two_panels(figure, room)
        _draw_days(above, data.days, style)
        room -= _DAYS_HEIGHT * 2.5
    _draw_weeks(panel, data, style)
    _name_levels(panel, data, style, room)
    _name_months(figure, panel, data)
    return hotspots(panel, data)


def _two_panels(figure: Figure, room: float) -> tuple[Axes, Axes]:
    heights = (_DAYS_HEIGHT, room - 3.5 * _DAYS_HEIGHT)
    grid = figure.add_gridspec(2, 1, height_ratios=heights)
    return figure.add_subplot(grid[0]), figure.add_subplot(grid[1])


def _draw_days(panel: Axes, days: TypicalDays, style: ChartStyle) -> None:
    """Draw the estimate on its 80 % and 95 % ranges; an open range ends in an arrow."""
    dress(panel, style)
    title_above(panel, words.days_heading(), style)
    wide = _LAST_DAY if days.open_ended95 else days.high95
    thick = _LAST_DAY if days.open_ended80 else days.high80
    panel.plot([days.low95, wide], [0, 0], color=style.accent, linewidth=1.2)
    panel.plot(
        [days.low80, thick], [0, 0], color=style.accent, linewidth=4.5, solid_capstyle="round"
    )
    if days.open_ended95:
        panel.plot([_LAST_DAY], [0], marker=">", color=style.accent, markersize=style.size * 0.6)
    panel.plot(
        [days.estimate],
        [0],
        marker="o",
        markersize=style.size,
        color=style.card,
        markeredgecolor=style.accent,
        markeredgewidth=2.2,
    )
    panel.set_ylim(-1, 1)
    panel.set_yticks([])
    panel.set_xlim(-0.4, _LAST_DAY + 0.4)
    panel.set_xticks([0, 7, 14, 21], [chart_words.signed(each) for each in (0, 7, 14, 21)])
    label_below(panel, recovery_words.lag_axis(), style)


def marks(style: ChartStyle) -> dict[Reading, Mark]:
    """Return the mark of each ending: every one has a shape of its own."""
    return {
        Reading.RECOVERED: Mark("o", style.accent, style.accent, 0.74),
        Reading.LITTLE_DIP: Mark("o", style.card, style.accent, 0.74),
        Reading.DIPPED_LATER: Mark("D", style.card, style.accent, 0.6),
        Reading.CUT_SHORT: Mark("^", style.card, style.rejection, 0.8),
        Reading.ONGOING: Mark(">", style.card, style.outing, 0.8),
        Reading.NOT_IN_3_WEEKS: Mark("s", style.volunteering, style.volunteering, 0.66),
    }


def _key(data: ComingBackData, style: ChartStyle) -> list[KeyEntry]:
    found = [
        KeyEntry((marks(style)[reading],), words.counted(ending, number))
        for reading, ending in words.endings().items()
        if (number := data.count(reading))
    ]
    if data.line is not None:
        line = Mark("_", style.text, style.text, 1.0)
        found.append(KeyEntry((line,), words.line_label()))
    return found


def _draw_weeks(panel: Axes, data: ComingBackData, style: ChartStyle) -> None:
    dress(panel, style)
    title_above(panel, words.weeks_heading(), style)
    panel.axhline(0, color=style.muted, linewidth=1.0, zorder=1.5)
    for reading, mark in marks(style).items():
        _draw_marks(panel, data, reading, mark, style)
    if data.line is not None:
        x = np.arange(len(data.line))
        panel.plot(x, data.line, color=style.text, linewidth=1.6, linestyle=(0, (5, 3)), zorder=5)
    panel.set_ylim(*limits(data))
    panel.set_xlim(-0.7, max(len(data.weeks), 3) - 0.3)


def _name_levels(panel: Axes, data: ComingBackData, style: ChartStyle, room: float) -> None:
    low, high = limits(data)
    lines = max((room - 60) / _LEVEL_ROOM, 2)
    step = next((each for each in (1, 2, 4) if (high - low) / each <= lines), 8)
    levels = [each for each in range(-24, 25, step) if low < each < high]
    panel.set_yticks(levels, [aligned_words.signed_points(each) for each in levels])
    panel.grid(visible=False, axis="x")
    panel.grid(visible=True, axis="y", color=style.line, linewidth=0.7)


def _draw_marks(
    panel: Axes, data: ComingBackData, reading: Reading, mark: Mark, style: ChartStyle
) -> None:
    """Draw all first weeks that ended in one way, each with its give-or-take."""
    weeks = [(i, each) for i, each in enumerate(data.weeks) if each.finding.reading is reading]
    x = np.array([i for i, each in weeks if each.known], dtype=np.float64)
    if not len(x):
        return
    change = data.changes[x.astype(np.int64)]
    give = np.array([each.finding.dent_give_or_take for _, each in weeks if each.known])
    opacity = float(np.clip(_INK / len(data.weeks), 0.25, 0.75))
    panel.vlines(x, change - give, change + give, color=mark.edge, linewidth=1.1, alpha=opacity)
    panel.plot(
        x,
        change,
        linestyle="none",
        marker=mark.marker,
        markersize=mark.size * style.size * float(np.clip(40 / len(data.weeks), 0.5, 1.0)),
        markerfacecolor=mark.face,
        markeredgecolor=mark.edge,
        markeredgewidth=mark.stroke,
        zorder=4,
        label=reading.value,
    )


def limits(data: ComingBackData) -> tuple[float, float]:
    """Return the ends of the vertical axis: all whiskers fit, and small changes stay small."""
    known = [each for each in data.weeks if each.known]
    lows = [each.change - each.finding.dent_give_or_take for each in known]
    highs = [each.change + each.finding.dent_give_or_take for each in known]
    return min([_DEEPEST, *lows]) - 0.3, max([_HIGHEST, *highs]) + 0.3


def _name_months(figure: Figure, panel: Axes, data: ComingBackData) -> None:
    """Name each month under its first rejection, as many as there is room for."""
    slots = max(len(data.weeks), 3)
    apart = _MONTH_ROOM * slots / max(figure.get_figwidth() * 72 - 60, 60)
    places: list[int] = []
    names: list[str] = []
    before: date | None = None
    for place, each in enumerate(data.weeks):
        new = before is None or (each.day.year, each.day.month) != (before.year, before.month)
        if new and (not places or place - places[-1] >= apart):
            places.append(place)
            names.append(words.month(each.day, before))
            before = each.day
    panel.set_xticks(places, names)
