"""The chart of all rejections lined up at day 0, with the typical course where there is one."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from second_wind.charts.all.aligned_data import AlignedData
from second_wind.charts.all.aligned_table import hotspots, table
from second_wind.charts.base.blank import draw_sentence
from second_wind.charts.base.chart import Chart
from second_wind.charts.base.fonts import font
from second_wind.charts.base.hotspots import Hotspots
from second_wind.charts.base.lines import broken
from second_wind.charts.base.panels import clean, label_below, label_left, stacked, write
from second_wind.charts.base.style import ChartStyle
from second_wind.core.analysis.findings import Floats
from second_wind.words.findings import aligned as words
from second_wind.words.findings import charts as chart_words
from second_wind.words.findings import checks, shortfalls, typical
from second_wind.words.findings import recovery as recovery_words

_COUNT_HEIGHT = 0.55
_MOOD_HEIGHT = 7.0
_DEEPEST = -3.0
_HIGHEST = 1.5
_COUNT_ROOM = 19.0
"""Points that a count needs beside the next one."""
_FEW = 6
"""So many lines can carry a dot for each day; more would clutter."""
_INK, _FAINTEST = 8.0, 0.07


def chart(data: AlignedData) -> Chart:
    """Return the chart of all rejections."""
    return Chart(
        title=words.title(),
        reading=reading(data),
        note=note(data),
        method=words.method(corrected=data.corrected),
        enough=bool(data.lines),
        draw=lambda figure, style: draw(figure, data, style),
        table=lambda: table(data),
    )


def reading(data: AlignedData) -> str:
    """Return what the chart shows, in one sentence, or what it still takes."""
    if not data.rejection_days:
        return words.no_rejections()
    if data.typical is not None:
        return typical.sentence(data.typical)
    if not data.lines:
        return words.none_logged()
    return words.lined_up(len(data.lines), shortfalls.curve(data.missing))


def note(data: AlignedData) -> str:
    """Return what the lines are, and how far they can be trusted."""
    if not data.lines:
        return ""
    said = words.note(data.dropped, corrected=data.corrected)
    cautions = checks.sentences(data.analysis) if data.analysis else []
    return " ".join([said, *cautions])


def draw(figure: Figure, data: AlignedData, style: ChartStyle) -> Hotspots:
    """Draw every rejection as a thin line, and what they have in common.

    Returns
    -------
    Hotspots
        One for each logged day of each line; the nearest height decides.
    """
    if not data.lines:
        return draw_sentence(figure, reading(data), style)
    clean(figure, style)
    panel, counts = stacked(figure, style, (_MOOD_HEIGHT, _COUNT_HEIGHT))
    draw_lines(panel, data, style)
    label_left(panel, words.change_axis(), style)
    _draw_counts(counts, data, style, figure)
    _draw_legend(panel, style)
    panel.set_ylim(*limits([data]))
    finish_axis(panel, counts, data, style)
    label_below(counts, recovery_words.lag_axis(), style)
    return hotspots((panel, counts), [data])


def draw_lines(panel: Axes, data: AlignedData, style: ChartStyle) -> None:
    """Draw the thin lines, and over them the typical curve or the plain average."""
    panel.axhline(0, color=style.muted, linewidth=1.0, zorder=1.5)
    panel.axvline(0, color=style.rejection, linewidth=1.6, zorder=2)
    days = data.lags.astype(np.float64)
    for number, each in enumerate(data.lines):
        x, y = broken(days, each.change, (0,))
        panel.plot(
            x,
            y,
            color=style.ghost,
            linewidth=0.9,
            alpha=_opacity(len(data.lines)),
            marker="o",
            markersize=float(np.clip(8 / len(data.lines), 1.6, 4.0)),
            markevery=None if len(data.lines) <= _FEW else _alone(y),
            markeredgewidth=0,
            zorder=2.5,
            label="" if number else words.each_rejection(),
        )
    _draw_typical(panel, data, style)
    _draw_average(panel, days, data.average, style)


def _opacity(lines: int) -> float:
    """Return less for each line the more there are: together they stay a shade behind the curve."""
    return float(np.clip(_INK / max(lines, 1), _FAINTEST, 0.75))


def _alone(y: Floats) -> list[int]:
    """Return the places of days without a neighbour, which no line would show."""
    known = np.concatenate([[False], np.isfinite(y), [False]])
    return np.flatnonzero(known[1:-1] & ~known[:-2] & ~known[2:]).tolist()


def _draw_typical(panel: Axes, data: AlignedData, style: ChartStyle) -> None:
    curve = data.typical
    if curve is None:
        return
    panel.fill_between(
        curve.lags, curve.low, curve.high, color=style.accent, alpha=0.2, linewidth=0, zorder=3
    )
    label = words.typical_label(curve.rejection_days, early=curve.early)
    panel.plot(curve.lags, curve.change, color=style.accent, linewidth=3, zorder=4, label=label)
    panel.plot(range(-7, 0), curve.before, color=style.accent, linewidth=1.3, zorder=4)


def _draw_average(panel: Axes, days: Floats, average: Floats, style: ChartStyle) -> None:
    if np.isnan(average).all():
        return
    x, y = broken(days, average, (0,))
    panel.plot(
        x,
        y,
        color=style.accent,
        linewidth=2,
        linestyle=(0, (4, 2)),
        zorder=4,
        label=words.average_label(),
    )


def limits(shown: Sequence[AlignedData]) -> tuple[float, float]:
    """Return the ends of the vertical axis: everything fits, and small changes stay small."""
    values = [each.change for data in shown for each in data.lines]
    values += [
        each for data in shown if data.typical for each in (data.typical.low, data.typical.high)
    ]
    low = min((float(np.nanmin(each)) for each in values), default=0.0)
    high = max((float(np.nanmax(each)) for each in values), default=0.0)
    return min(low, _DEEPEST) - 0.4, max(high, _HIGHEST) + 0.4


def finish_axis(panel: Axes, lowest: Axes, data: AlignedData, style: ChartStyle) -> None:
    """Put whole points on the vertical axis and weeks on the horizontal one."""
    low, high = panel.get_ylim()
    step = 2 if high - low < 12 else 4
    levels = [each for each in range(-20, 21, step) if low < each < high]
    panel.set_yticks(levels, [words.signed_points(each) for each in levels])
    panel.grid(visible=True, axis="y", color=style.line, linewidth=0.7)
    panel.set_xlim(float(data.lags[0]) - 0.6, float(data.lags[-1]) + 0.6)
    ticks = [-7, 0, 7, 14, 21]
    lowest.set_xticks(ticks, [chart_words.signed(each) for each in ticks])


def _draw_counts(panel: Axes, data: AlignedData, style: ChartStyle, figure: Figure) -> None:
    """Print how many rejections are logged at each lag, or at each week's where it is narrow."""
    panel.set_ylim(-1, 1)
    panel.set_yticks([])
    label_left(panel, words.count_row(), style)
    room = (figure.get_figwidth() * 72 - 90) / len(data.lags)
    every = 1 if room >= _COUNT_ROOM else 7
    for lag, n in zip(data.lags.tolist(), data.n.tolist(), strict=True):
        if lag % every == 0:
            write(panel, lag, 0, str(n), style, ha="center", size=style.small * 0.9)


def _draw_legend(panel: Axes, style: ChartStyle) -> None:
    legend = panel.legend(
        loc="lower right",
        frameon=True,
        facecolor=style.card,
        edgecolor="none",
        framealpha=0.85,
        prop=font(style, style.small),
        labelcolor=style.muted,
        handlelength=1.6,
        borderaxespad=0.2,
    )
    for handle in legend.legend_handles:
        if handle is not None:
            handle.set_alpha(1.0)  # one line alone must be seen
