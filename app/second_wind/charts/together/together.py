"""The chart of what goes with better days: the day before, the day itself and the day after."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patheffects import withStroke

from second_wind.charts.base.blank import draw_sentence
from second_wind.charts.base.chart import Chart, ChartTable
from second_wind.charts.base.fonts import elide, font, width, wrap
from second_wind.charts.base.hotspots import Hotspots
from second_wind.charts.base.panels import clean, dress, share_of_height, write
from second_wind.charts.base.style import ChartStyle
from second_wind.charts.together.together_data import AroundActivity, TogetherData
from second_wind.core.analysis.findings import Interval
from second_wind.words.findings import together as words

_PANEL = (190.0, 110.0)
"""Points of width and height that a panel of bars would like."""
_BESIDE = 46.0
_PLACES = (0.0, 1.0, 2.0, 3.4)
"""Along the axis: three bars, and apart from them the difference."""
_LEFT, _RIGHT = -0.6, 4.1
_BAR = 0.62
_LEAST = 0.5
"""Points up and down that every panel shows at least: a small difference must stay small."""
_LEADING = 1.35
_APART = 3.0
"""Points between two names under the bars."""
_HEAD = 9.0
"""Points between a panel, or the sentence above it, and its name."""
_FRAME = 49.0
"""Points of a panel's height that its name and the names under the bars take."""
_LEAST_BARS = 62.0
"""Points of height that bars need below a sentence; else their sentence is left to the table."""
_LEVEL_ROOM = 15.0


def chart(data: TogetherData) -> Chart:
    """Return the chart of what goes with better days."""
    return Chart(
        title=words.title(),
        reading=reading(data),
        note=words.note(),
        method=words.method(),
        enough=bool(data.shown),
        draw=lambda figure, style: draw(figure, data, style),
        table=lambda: table(data),
    )


def reading(data: TogetherData) -> str:
    """Return what the chart shows, in one sentence, or what it still takes."""
    if not data.shown:
        return words.nothing_yet(data.closest)
    return words.reading([each.finding for each in data.shown])


def table(data: TogetherData) -> ChartTable:
    """Return one row for each activity; cells are empty where there are too few days."""
    return ChartTable(words.columns(), tuple(_row(each) for each in data.activities))


def _row(each: AroundActivity) -> tuple[str, ...]:
    found = each.finding
    around = (found.before, found.same, found.after, found.difference)
    return (
        words.name(found.name),
        str(found.active_days),
        str(found.inactive_days),
        *(words.cell(value) for value in around),
        words.sentence_range(found),
        words.cell(found.aftermath),
    )


def draw(figure: Figure, data: TogetherData, style: ChartStyle) -> Hotspots:
    """Draw a panel for each activity; where days are too few it says what it takes.

    Returns
    -------
    Hotspots
        One for each bar and each difference; it opens the latest day of its kind.
    """
    if not data.shown:
        return draw_sentence(figure, reading(data), style)
    clean(figure, style)
    columns = _columns(figure, len(data.activities))
    rows = math.ceil(len(data.activities) / columns)
    grid = figure.add_gridspec(rows, columns)
    room = _room(figure, data, columns, rows, style)
    panels = []
    for index, each in enumerate(data.activities):
        panel = figure.add_subplot(grid[index // columns, index % columns])
        _draw_panel(panel, each, data, style, room)
        panels.append(panel)
    drawn = [panel for panel, each in zip(panels, data.activities, strict=True) if each.shown]
    return _hotspots(drawn, data.shown)


def _columns(figure: Figure, panels: int) -> int:
    """Return how many panels stand side by side so that they come nearest to what they need."""
    wide = figure.get_figwidth() * 72
    high = figure.get_figheight() * 72 * share_of_height(figure)

    def fit(columns: int) -> float:
        rows = math.ceil(panels / columns)
        return min(wide / columns / _PANEL[0], high / rows / _PANEL[1])

    return max((1, 2, 4), key=fit)


@dataclass(frozen=True, slots=True)
class _Room:
    """What a panel has.

    Attributes
    ----------
    wide, high : float
        Points for words across, and for bars up and down.
    lines : int
        Lines of a sentence between each panel's name and its bars; 0 where there is no room.
    names : tuple of str
        Under the bars; on two lines by turns where they would touch.
    """

    wide: float
    high: float
    lines: int
    names: tuple[str, ...]


def _room(figure: Figure, data: TogetherData, columns: int, rows: int, style: ChartStyle) -> _Room:
    wide = figure.get_figwidth() * 72 / columns - _BESIDE
    high = figure.get_figheight() * 72 * share_of_height(figure) / rows - _FRAME
    names = _bar_names(wide, style)
    high -= max(name.count("\n") for name in names) * style.small * _LEADING
    sentences = (words.sentence(each.finding) for each in data.shown)
    lines = max(len(wrap(each, wide, font(style, style.small))) for each in sentences)
    left = high - lines * style.small * _LEADING
    if left >= _LEAST_BARS:
        return _Room(wide, left, lines, names)
    return _Room(wide, high, 0, names)


def _bar_names(wide: float, style: ChartStyle) -> tuple[str, ...]:
    """Return the names under the bars, every other one on a second line if they would touch."""
    if _fit(words.bars(), wide, style):
        return words.bars()
    tried = (words.bars(), words.short_bars())
    names = next((each for each in tried if _fit(each, wide, style, lines=2)), tried[-1])
    return tuple("\n" * (number % 2) + name for number, name in enumerate(names))


def _fit(names: Sequence[str], wide: float, style: ChartStyle, lines: int = 1) -> bool:
    """Tell whether no name under the bars touches the next one on its line."""
    prop, unit = font(style, style.small), wide / (_RIGHT - _LEFT)
    ends = [
        (place * unit - width(name, prop) / 2, place * unit + width(name, prop) / 2 + _APART)
        for place, name in zip(_PLACES, names, strict=True)
    ]
    return all(left[1] <= right[0] for left, right in zip(ends, ends[lines:], strict=False))


def _draw_panel(
    panel: Axes, each: AroundActivity, data: TogetherData, style: ChartStyle, room: _Room
) -> None:
    dress(panel, style)
    panel.grid(visible=False)
    panel.set_xlim(_LEFT, _RIGHT)
    if not each.shown:
        _head(panel, words.name(each.finding.name), words.not_yet(each.finding), style, room)
        panel.set_xticks([])
        panel.set_yticks([])
        return
    if room.lines:
        _head(panel, words.name(each.finding.name), words.sentence(each.finding), style, room)
    else:
        _head(panel, _short_head(each, style, room), "", style, room)
    _draw_bars(panel, each, style)
    _draw_difference(panel, each, style)
    _scale(panel, data, style, room)


def _short_head(each: AroundActivity, style: ChartStyle, room: _Room) -> str:
    """Return an activity's name as long as there is room for."""
    prop = font(style, style.size, "semibold")
    names = words.names(each.finding)
    return next((name for name in names if width(name, prop) <= room.wide), names[-1])


def _head(panel: Axes, name: str, sentence: str, style: ChartStyle, room: _Room) -> None:
    """Write an activity's name above a panel, and a sentence from there down."""
    prop = font(style, style.size, "semibold")
    line = style.small * _LEADING
    panel.set_title(
        elide(name, room.wide, prop),
        loc="left",
        color=style.text,
        fontproperties=prop,
        parse_math=False,
        pad=_HEAD + room.lines * line,
    )
    for number, text in enumerate(wrap(sentence, room.wide, font(style, style.small))):
        place = (0, 5 + (room.lines - number) * line)
        write(
            panel, _LEFT, 1, text, style, va="top", offset=place, share_of_height=True, halo=False
        )


def _draw_bars(panel: Axes, each: AroundActivity, style: ChartStyle) -> None:
    faces = (style.card, style.accent_soft, style.accent)
    panel.axhline(0, color=style.muted, linewidth=1.0, zorder=3.5)
    for place, found, face in zip(_PLACES, each.days, faces, strict=False):
        panel.bar(
            place,
            found.estimate,
            width=_BAR,
            facecolor=face,
            edgecolor=style.accent,
            linewidth=1.0,
            zorder=2,
        )
        _whisker(panel, place, found, style)


def _draw_difference(panel: Axes, each: AroundActivity, style: ChartStyle) -> None:
    """Draw after minus before apart from the bars; it is filled where it is a claim."""
    found = each.finding.difference
    if found is None:
        return
    panel.axvline(sum(_PLACES[2:]) / 2, color=style.line, linewidth=0.9, zorder=1)
    _whisker(panel, _PLACES[3], found, style)
    panel.plot(
        [_PLACES[3]],
        [found.estimate],
        linestyle="none",
        marker="D",
        markersize=style.size * 0.66,
        markerfacecolor=style.text if each.finding.better_next_day else style.card,
        markeredgecolor=style.text,
        markeredgewidth=1.4,
        zorder=5,
    )


def _whisker(panel: Axes, place: float, found: Interval, style: ChartStyle) -> None:
    lines = panel.vlines(place, found.low, found.high, color=style.text, linewidth=1.3, zorder=3)
    lines.set_path_effects([withStroke(linewidth=3.2, foreground=style.card)])


def limits(data: TogetherData) -> tuple[float, float]:
    """Return the ends of the vertical axis, the same for all panels: all ranges fit."""
    around = [each.days for each in data.shown]
    found = [value for days in around for value in days]
    found += [each.finding.difference for each in data.shown if each.finding.difference]
    low = min([-_LEAST, *(each.low for each in found)])
    high = max([_LEAST, *(each.high for each in found)])
    return low - 0.1, high + 0.1


def _scale(panel: Axes, data: TogetherData, style: ChartStyle, room: _Room) -> None:
    low, high = limits(data)
    most = min(room.high / _LEVEL_ROOM, 6)
    step = next((each for each in (0.5, 1.0, 2.0) if (high - low) / each <= most), 5.0)
    levels = [each * step for each in range(-20, 21) if low < each * step < high]
    panel.set_ylim(low, high)
    panel.set_yticks(levels, [words.level(each) for each in levels])
    panel.grid(visible=True, axis="y", color=style.line, linewidth=0.7)
    panel.set_xticks(_PLACES, room.names)


def _hotspots(panels: Sequence[Axes], shown: Sequence[AroundActivity]) -> Hotspots:
    spots = [
        (number, each, place, value)
        for number, each in enumerate(shown)
        for place, value in enumerate((*each.days, each.finding.difference))
        if value is not None
    ]

    def describe(index: int) -> str:
        _, each, place, value = spots[index]
        return words.hover(each.finding, place, value, each.day_at(place))

    return Hotspots(
        tuple(panels),
        np.array([_PLACES[place] for _, _, place, _ in spots]),
        np.array([value.estimate for _, _, _, value in spots]),
        [each.day_at(place) for _, each, place, _ in spots],
        describe,
        panel=np.array([number for number, *_ in spots]),
    )
