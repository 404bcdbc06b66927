"""The Year chart: a calendar of mood, one square for each day."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.path import Path

from second_wind.charts.base.blank import draw_sentence
from second_wind.charts.base.chart import Chart, ChartTable
from second_wind.charts.base.hotspots import Hotspots
from second_wind.charts.base.legend import KeyEntry, Mark, draw_key, key_height
from second_wind.charts.base.palette import MOOD_RAMP, colour_of, mood_text_colour
from second_wind.charts.base.panels import clean, dress, share_of_height, write
from second_wind.charts.base.style import ChartStyle
from second_wind.charts.calendar.year_data import YearData
from second_wind.charts.calendar.year_layout import Places, places
from second_wind.core.analysis.method.timeline import Bools, Floats
from second_wind.core.log.scale import step_of
from second_wind.words.findings import charts as chart_words
from second_wind.words.findings import year as words

_BESIDE = 54.0
"""Points beside the blocks: the names of the weekdays and margins."""
_AROUND = 16.0
_SHARE = 0.88
"""How much of its place a square fills."""
_CORNER = 0.16
_ROUND = 4 * (Path.LINETO, Path.CURVE3, Path.CURVE3)
_ALL_NAMED_FROM = 1.15
"""Height of a day, in sizes of small text, from which on every weekday is named."""


def chart(data: YearData) -> Chart:
    """Return the chart of a year."""
    return Chart(
        title=words.title(data.year),
        reading=reading(data),
        note=words.note(),
        method=words.method(),
        enough=data.logged > 0,
        draw=lambda figure, style: draw(figure, data, style),
        table=lambda: table(data),
    )


def reading(data: YearData) -> str:
    """Return what the chart shows, in one sentence."""
    mean = float(np.nanmean(data.mood)) if data.logged else float("nan")
    return words.reading(data.year, data.logged, data.counted, mean)


def table(data: YearData) -> ChartTable:
    """Return one row for each day of the year that holds anything."""
    rows = []
    for index, mood in enumerate(data.mood.tolist()):
        also = words.also(data.timeline, data.offset(index))
        if also or not np.isnan(mood):
            day = chart_words.day_name(data.day(index))
            named = words.mood_words(mood, data.mood_names)
            rows.append((day, chart_words.mood_cell(mood), named, also))
    return ChartTable(words.columns(), tuple(rows))


def draw(figure: Figure, data: YearData, style: ChartStyle) -> Hotspots:
    """Draw a square for each day; those without a mood are faint and empty.

    Days before the log begins and days that have not come are dots.

    Returns
    -------
    Hotspots
        One for each day that has come.
    """
    if not data.logged:
        return draw_sentence(figure, reading(data), style)
    clean(figure, style)
    entries = _key(data, style)
    height = figure.get_figheight() * 72 * share_of_height(figure) - _AROUND
    height -= key_height(figure, entries, style)
    draw_key(figure, entries, style)
    arranged = places(figure.get_figwidth() * 72 - _BESIDE, height, style.small * 1.9)
    panel = figure.add_subplot()
    x, y = arranged.of(data.year, data.week_start)
    _draw_squares(panel, data, x, y, style)
    _draw_marks(panel, data, x, y, style, arranged.side)
    _name(panel, data, arranged, style)
    return _hotspots(panel, data, x, y)


def _square(x: float, y: float, share: float) -> Path:
    """Return a square around a place, its corners rounded; whole ones have a side of 1."""
    soft = 1 - 2 * _CORNER
    points: list[tuple[float, float]] = []
    for number, (right, up) in enumerate(((1, 1), (-1, 1), (-1, -1), (1, -1))):
        ends = [(right, up * soft), (right * soft, up)]
        first, last = ends if number % 2 == 0 else ends[::-1]
        points += [first, (right, up), last]
    codes = [Path.MOVETO, *_ROUND[1:], Path.CLOSEPOLY]
    vertices = np.array([*points, points[0]]) * share / 2 + (x, y)
    return Path(vertices, codes)


def _draw_squares(panel: Axes, data: YearData, x: Floats, y: Floats, style: ChartStyle) -> None:
    logged, empty = np.isfinite(data.mood), data.empty
    faces = [colour_of(each) for each in data.mood[logged].tolist()]
    _squares(panel, x[logged], y[logged], faces, style.muted, 0.5, _SHARE)
    _squares(panel, x[empty], y[empty], ["none"], style.line, 1.0, _SHARE)
    outside = ~logged & ~empty
    _squares(panel, x[outside], y[outside], [style.line], "none", 0.0, 0.14)


def _squares(
    panel: Axes, x: Floats, y: Floats, faces: list[str], edge: str, stroke: float, share: float
) -> None:
    """Draw squares as one artist; hundreds of single ones would be slow."""
    paths = [_square(*place, share) for place in zip(x.tolist(), y.tolist(), strict=True)]
    found = PathCollection(paths, facecolors=faces, edgecolors=edge, linewidths=stroke)
    found.set_transform(panel.transData)
    panel.add_collection(found, autolim=False)


def rejection_mark(style: ChartStyle) -> Mark:
    """Return the triangle of a rejection: its card stands out from every mood's colour."""
    return Mark("v", style.card, style.rejection, 0.74, 1.3)


def good_news_mark(style: ChartStyle) -> Mark:
    """Return the star of good news."""
    return Mark("*", style.card, style.accent, 0.9, 1.2)


def _draw_marks(
    panel: Axes, data: YearData, x: Floats, y: Floats, style: ChartStyle, side: float
) -> None:
    """Draw a dash on days at rest, a triangle on days with a rejection, a star on good news."""
    colors = np.array([_ink(each, style) for each in data.mood.tolist()])
    lower = np.where(data.refused, y - 0.3, y)
    for color in dict.fromkeys(colors[data.rest].tolist()):
        here = data.rest & (colors == color)
        _marks(panel, x[here], lower[here], Mark("_", color, color), side * 0.5)
    higher = np.where(data.rest, y + 0.16, y)[data.refused]
    _marks(panel, x[data.refused], higher, rejection_mark(style), side * 0.5)
    if data.good.any():
        lifted = np.where(data.refused, y + 0.28, y)[data.good]
        _marks(panel, x[data.good], lifted, good_news_mark(style), side * 0.62)


def _ink(mood: float, style: ChartStyle) -> str:
    """Return the colour in which a mark stands out from the square of a mood."""
    return style.muted if np.isnan(mood) else mood_text_colour(step_of(mood))


def _marks(panel: Axes, x: Floats, y: Floats, mark: Mark, size: float) -> None:
    panel.plot(
        x,
        y,
        linestyle="none",
        marker=mark.marker,
        markersize=size,
        markerfacecolor=mark.face,
        markeredgecolor=mark.edge,
        markeredgewidth=mark.stroke,
        zorder=4,
    )


def _name(panel: Axes, data: YearData, arranged: Places, style: ChartStyle) -> None:
    """Name months and weekdays, and keep the shape of a day."""
    dress(panel, style)
    panel.grid(visible=False)
    panel.set_aspect(arranged.tall / arranged.wide, anchor="N")
    panel.set_xlim(-0.5, arranged.width - 0.5)
    panel.set_ylim(0.5 - arranged.height, 0.5)
    panel.set_xticks([])
    for month in range(1, 13):
        left, top = arranged.corner(month)
        write(
            panel,
            left - 0.5,
            top + 0.5,
            words.month(month),
            style,
            offset=(0, 3),
            va="bottom",
            color=style.text,
        )
    names = words.weekdays(data.week_start)
    rows = range(0, 7, 1 if arranged.tall >= style.small * _ALL_NAMED_FROM else 2)
    tops = [arranged.corner(1 + row * arranged.columns)[1] for row in range(arranged.rows)]
    panel.set_yticks(
        [top - i for top in tops for i in rows], [names[i] for _ in tops for i in rows]
    )


def _key(data: YearData, style: ChartStyle) -> list[KeyEntry]:
    """Return what stands for what, as far as it occurs."""
    ramp = tuple(Mark("s", each, style.muted, 0.85, 0.4) for each in MOOD_RAMP)
    empty = Mark("s", "none", style.line, 0.85, 1.0)
    entries: list[tuple[Bools, KeyEntry]] = [
        (np.isfinite(data.mood), KeyEntry(ramp, words.ramp_label(data.mood_names))),
        (data.empty, KeyEntry((empty,), words.empty_label())),
        (data.refused, KeyEntry((rejection_mark(style),), words.rejection_label())),
        (data.good, KeyEntry((good_news_mark(style),), words.good_news_label())),
        (data.rest, KeyEntry((Mark("_", style.muted, style.muted),), chart_words.rest_label())),
    ]
    return [entry for occurs, entry in entries if np.any(occurs)]


def _hotspots(panel: Axes, data: YearData, x: Floats, y: Floats) -> Hotspots:
    come = data.come
    return Hotspots(
        (panel,),
        x[:come],
        y[:come],
        [data.day(index) for index in range(come)],
        lambda index: chart_words.day_sentence(data.timeline, data.offset(index)),
        by_height=True,
        tall=0.5,
        line=False,
    )
