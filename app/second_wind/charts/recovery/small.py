"""The little recovery chart on Today: the week before the last rejection, and the days since."""

from datetime import date

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from second_wind.charts.base.blank import draw_sentence
from second_wind.charts.base.chart import Chart
from second_wind.charts.base.fonts import font, width
from second_wind.charts.base.hotspots import Hotspots
from second_wind.charts.base.lines import pieces
from second_wind.charts.base.panels import clean, stacked, write
from second_wind.charts.base.style import DOTTED, ChartStyle
from second_wind.charts.recovery.fitting import Box, Drawn, clearest, scale
from second_wind.charts.recovery.recovery import name, reading, table
from second_wind.charts.recovery.recovery_data import LAST_SHOWN, RecoveryData, recovery_data
from second_wind.core.analysis.findings import Analysis
from second_wind.core.analysis.method.timeline import Timeline
from second_wind.words.findings import charts as chart_words
from second_wind.words.findings import recovery as words

_FIRST_LAG = -7
_LONGEST_BRIDGE = 3
_FEWEST_DAYS = 7
"""Days after the rejection that the axis holds at least, so that day 0 is not at its edge."""


def small_data(timeline: Timeline, analysis: Analysis, today: date) -> RecoveryData | None:
    """Prepare days -7 to today around the last rejection, None if there is none.

    The axis ends 7 to 21 days after the rejection.
    """
    past = [each for each in timeline.rejections if timeline.day(each.offset) <= today]
    if not past:
        return None
    last = max(past, key=lambda each: each.offset)
    since = timeline.offset(today) - last.offset
    end = min(max(since, _FEWEST_DAYS), LAST_SHOWN)
    return recovery_data(timeline, analysis, last.id, today, _FIRST_LAG, end)


def chart(data: RecoveryData) -> Chart:
    """Return the little recovery chart."""
    return Chart(
        title=words.day_after(data.today_lag, name(data)),
        reading=reading(data),
        note=words.so_far(data.finding, data.typical),
        method=words.method(fitted=data.has_usual),
        enough=data.enough,
        draw=lambda figure, style: draw(figure, data, style),
        table=lambda: table(data),
    )


def draw(figure: Figure, data: RecoveryData, style: ChartStyle) -> Hotspots:
    """Draw mood from a week before the rejection to today: dots joined where days are logged.

    A short gap in the log is bridged by the line between its dots; a long one and a rejection
    are not.
    """
    if not data.enough:
        return draw_sentence(figure, reading(data), style)
    clean(figure, style)
    (panel,) = stacked(figure, style, (1,))
    panel.grid(visible=False)
    panel.set_ylim(0.6, 10.4)
    panel.set_yticks([1, 5, 10], ["1", "5", "10"])
    _draw_usual(panel, figure, data, style)
    _draw_mood(panel, data, style)
    _draw_rejections(panel, data, style)
    first, last = int(data.lags[0]), int(data.lags[-1])
    panel.set_xlim(first - 0.6, last + 0.6)
    ticks = (first, 0, last)
    panel.set_xticks(ticks, [chart_words.signed(each) for each in ticks])
    return _hotspots(panel, data)


def _draw_rejections(panel: Axes, data: RecoveryData, style: ChartStyle) -> None:
    """Draw the rejection, and thinly the others: they are where the line is broken."""
    panel.axvline(0, color=style.rejection, linewidth=1.4, zorder=2)
    for lag in data.other_lags:
        panel.axvline(lag, color=style.rejection, linewidth=0.8, linestyle=DOTTED, zorder=1.5)


def _draw_mood(panel: Axes, data: RecoveryData, style: ChartStyle) -> None:
    logged = np.isfinite(data.mood)
    days, mood = data.lags[logged].astype(np.float64), data.mood[logged]
    cuts = (0, *data.other_lags, *days[1:][np.diff(days) > _LONGEST_BRIDGE])
    for x, y in pieces(days, mood, cuts):
        panel.plot(
            x,
            y,
            color=style.accent,
            linewidth=1.8,
            marker="o",
            markersize=style.size * 0.45,
            markeredgewidth=0,
            zorder=3,
        )


def _draw_usual(panel: Axes, figure: Figure, data: RecoveryData, style: ChartStyle) -> None:
    if not data.has_usual:
        return
    x = data.lags.astype(np.float64)
    x[0], x[-1] = x[0] - 0.6, x[-1] + 0.6
    low, high = data.usual - data.tolerance, data.usual + data.tolerance
    panel.fill_between(x, low, high, color=style.band, linewidth=0, zorder=0.5)
    sized = scale(figure, len(x), (1,), 9.8)
    text = words.band_label()
    size = style.small * 0.9
    wide = width(text, font(style, size)) * sized.x
    half = size * 0.9 * sized.y
    boxes = [
        Box(start, start + wide, float(edge[0]) + away * half, half)
        for start in (float(data.lags[0]), 0.6)
        for edge, away in ((high, 1), (low, -1))
    ]
    box = clearest(boxes, Drawn(data.lags.astype(np.float64), data.mood))
    write(panel, box.left, box.middle, text, style, size=size)


def _hotspots(panel: Axes, data: RecoveryData) -> Hotspots:
    come = data.lags[data.lags <= data.today_lag]
    log = data.timeline
    return Hotspots(
        (panel,),
        come.astype(np.float64),
        data.mood[: len(come)],
        [log.day(data.offset + lag) for lag in come.tolist()],
        lambda index: chart_words.day_sentence(log, data.offset + int(come[index])),
    )
