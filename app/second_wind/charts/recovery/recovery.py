"""The recovery chart of one rejection: mood before and after, what was done, how it went."""

from datetime import date

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from second_wind.charts.base.blank import draw_sentence
from second_wind.charts.base.chart import Chart, ChartTable
from second_wind.charts.base.fonts import elide, font, width
from second_wind.charts.base.hotspots import Hotspots
from second_wind.charts.base.lines import broken
from second_wind.charts.base.panels import clean, label_below, mood_scale, stacked, write
from second_wind.charts.base.rest import shade_rest
from second_wind.charts.base.rows import Row, activity_rows, draw_row, good_news_row
from second_wind.charts.base.style import DOTTED, ChartStyle
from second_wind.charts.recovery.fitting import Box, Drawn, Scale, clearest, scale
from second_wind.charts.recovery.recovery_data import (
    FEWEST_DRAWN,
    FIRST_SHOWN,
    LAST_SHOWN,
    Dent,
    RecoveryData,
)
from second_wind.charts.recovery.recovery_labels import Label, depth, draw_labels, headroom, labels
from second_wind.core.analysis.method.timeline import Timeline
from second_wind.words.findings import charts as chart_words
from second_wind.words.findings import recovery as words

_MOOD_HEIGHT = 7.0
_MOOD_UNITS = 11.5
_LINE_END = 10.5
"""Mood above which only names stand."""
_HEIGHTS = np.arange(1.0, 10.5, 0.25)
_HARDLY_WORSE, _SOMEWHAT_WORSE = 0.05, 0.15
"""Covered points that a place farther off must spare, for the words at the band and the dent."""
_STEP_MINUTES = 20.0
"""The third step's 20 minutes, whatever goal the person has set."""


def chart(data: RecoveryData) -> Chart:
    """Return the recovery chart of one rejection."""
    return Chart(
        title=words.title(name(data)),
        reading=reading(data),
        note=words.note(data.logged, data.days_come, data.typical, overlaps=overlaps(data)),
        method=words.method(fitted=data.has_usual),
        enough=data.enough,
        draw=lambda figure, style: draw(figure, data, style),
        table=lambda: table(data),
    )


def overlaps(data: RecoveryData) -> bool:
    """Return whether other rejections lie so near that the dent leaves out their part."""
    return data.dent is not None and any(-LAST_SHOWN <= lag <= 6 for lag in data.other_lags)


def name(data: RecoveryData) -> str:
    """Return what the rejection is called: its company, else its day."""
    return words.name([each.company for each in data.marks], data.day)


def reading(data: RecoveryData) -> str:
    """Return what the chart shows, in one sentence."""
    called = name(data)
    is_over = data.today_lag > int(data.lags[-1])
    if not data.logged and is_over and int(data.lags[0]) == FIRST_SHOWN:
        return words.no_moods_around(called, *_mood_days(data.timeline))
    if not data.enough:
        return words.too_few_to_draw(called, data.logged, FEWEST_DRAWN, is_over=is_over)
    if not data.has_usual:
        return words.no_usual_yet(called, data.usual_missing)
    if data.finding is None:
        first, _last = _mood_days(data.timeline)
        return words.outside_moods(called, is_before=first is not None and data.day < first)
    more = words.more_check_ins(called, data.first_week_logged, data.today_lag)
    return more or words.one_rejection(called, data.finding)


def _mood_days(timeline: Timeline) -> tuple[date | None, date | None]:
    """Return the first and the last day with a mood."""
    days = np.flatnonzero(np.isfinite(timeline.mood))
    if not len(days):
        return None, None
    return timeline.day(int(days[0])), timeline.day(int(days[-1]))


def table(data: RecoveryData) -> ChartTable:
    """Return one row for each day of the window that has come, the earliest first."""
    log = data.timeline
    rows = []
    for lag, mood, usual in zip(data.lags.tolist(), data.mood, data.usual, strict=True):
        if lag > data.today_lag:
            break
        offset = data.offset + lag
        day = chart_words.day_name(log.day(offset))
        cells = (chart_words.mood_cell(float(mood)), chart_words.amount(float(usual)))
        rows.append((chart_words.signed(lag), day, *cells, words.what_else(log, offset)))
    return ChartTable(words.columns(), tuple(rows))


def draw(figure: Figure, data: RecoveryData, style: ChartStyle) -> Hotspots:
    """Draw the days around one rejection.

    Nothing is drawn on days without a mood; the line is broken at every rejection. With too few
    logged days there is a sentence and no axis.

    Returns
    -------
    Hotspots
        One for each day of the window, logged or not.
    """
    if not data.enough:
        return draw_sentence(figure, reading(data), style)
    clean(figure, style)
    rows = _rows(data, style)
    heights = [_MOOD_HEIGHT, *(each.height for each in rows)]
    panels = stacked(figure, style, heights)
    sized = scale(figure, len(data.lags), heights, _MOOD_UNITS)
    _draw_mood(panels[0], data, style, sized)
    for panel, row in zip(panels[1:], rows, strict=True):
        draw_row(panel, data.lags.astype(np.float64), row, style)
    _finish(panels, data, style)
    return _hotspots(panels, data)


def _rows(data: RecoveryData, style: ChartStyle) -> list[Row]:
    log = data.timeline
    amounts = (log.exercise, log.outings, log.volunteering, log.talks)
    exercise, outings, volunteering, talks = (data.around(each) for each in amounts)
    rows = activity_rows(style, exercise, outings, volunteering, talks, _STEP_MINUTES)
    news = [each.offset - data.offset for each in log.good_news]
    return [*rows, *good_news_row(news, data.lags.astype(np.float64), style)]


def _draw_mood(panel: Axes, data: RecoveryData, style: ChartStyle, sized: Scale) -> None:
    mood_scale(panel, style)
    found = labels(data, style, sized)
    panel.set_ylim(0.4, _LINE_END + headroom(found, style, sized))
    drawn = _draw_usual(panel, data, style, sized, _drawn(data))
    _draw_rejections(panel, data, found, style, sized)
    _draw_dots(panel, data, style)
    _draw_dent(panel, data, style, sized, drawn)
    draw_labels(panel, found, style)


def _draw_rejections(
    panel: Axes, data: RecoveryData, found: list[Label], style: ChartStyle, sized: Scale
) -> None:
    """Draw each line up to its own name, one without a name to below all names."""
    bottom, top = panel.get_ylim()
    ends = {each.lag: top - depth(each, style, sized) for each in found}
    for lag in (0, *data.other_lags):
        panel.plot(
            [lag, lag],
            [bottom, ends.get(lag, _LINE_END)],
            color=style.rejection,
            linewidth=1.3 if lag else 1.8,
            linestyle=DOTTED if lag else "-",
            solid_capstyle="butt",
            zorder=2,
        )


def _draw_dots(panel: Axes, data: RecoveryData, style: ChartStyle) -> None:
    days = data.lags.astype(np.float64)
    x, y = broken(days, data.line, (0, *data.other_lags))
    panel.plot(x, y, color=style.accent, linewidth=2.6, solid_capstyle="round", zorder=3)
    panel.plot(
        days,
        data.mood,
        linestyle="none",
        marker="o",
        markersize=style.size * 0.6,
        markerfacecolor=style.card,
        markeredgecolor=style.accent,
        markeredgewidth=1.5,
        zorder=4,
    )


def _drawn(data: RecoveryData) -> Drawn:
    """Return what words should not cover: dots, the line at half days too, the rejections."""
    lines = (0, *data.other_lags)
    days = data.lags.astype(np.float64)
    halves = (data.line[:-1] + data.line[1:]) / 2
    return Drawn(
        np.concatenate([days, days, days[:-1] + 0.5, *(column + 0 * _HEIGHTS for column in lines)]),
        np.concatenate([data.mood, data.line, halves, *(_HEIGHTS for _ in lines)]),
    )


def _draw_usual(
    panel: Axes, data: RecoveryData, style: ChartStyle, sized: Scale, drawn: Drawn
) -> Drawn:
    """Draw the band of the usual level and its name; return what is drawn now."""
    if not data.has_usual:
        return drawn
    low, high = data.usual - data.tolerance, data.usual + data.tolerance
    x = data.lags.astype(np.float64)
    x[0], x[-1] = x[0] - 0.6, x[-1] + 0.6
    panel.fill_between(x, low, high, color=style.band, linewidth=0, zorder=0.5)
    text = words.band_label()
    wide = width(text, font(style, style.small)) * sized.x
    half = style.small * sized.y
    left, right = float(data.lags[0]), float(data.lags[-1]) - wide
    boxes = [
        Box(start, start + wide, float(np.interp(start, x, edge)) + away * half * 1.1, half)
        for start in (left, right, *np.arange(left + 2, max(right, left + 2), 2).tolist())
        for edge, away in ((high, 1), (low, -1))
    ]
    box = clearest(boxes, drawn, _HARDLY_WORSE)
    write(panel, box.left, box.middle, text, style)
    return drawn.with_box(box)


def _draw_dent(
    panel: Axes, data: RecoveryData, style: ChartStyle, sized: Scale, drawn: Drawn
) -> None:
    """Draw the first week's bracket, from day 0 to day 6, and its words beside it."""
    if data.dent is None:
        return
    level = float(np.clip(data.dent.level, 1, 10))
    tick = 4 * sized.y
    panel.plot(
        [0.25, 0.25, 0.25, 6, 6, 6],
        [level - tick, level + tick, level, level, level + tick, level - tick],
        color=style.muted,
        linewidth=1.3,
        zorder=2.5,
    )
    text = _dent_text(data.dent, style, (float(data.lags[-1]) - 6.2) / sized.x)
    wide = width(text, font(style, style.small)) * sized.x
    half = style.small * 1.15 * sized.y  # of the words and of a dot that must stay whole
    heights = [level + step * half for step in (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6)]
    boxes = [
        Box(start, start + wide, height, half)
        for height in heights
        for start in (6.6, min(8.0, float(data.lags[-1]) + 0.4 - wide))
        if 0.9 < height < 10.2
    ]
    box = clearest(boxes, drawn, _SOMEWHAT_WORSE)
    write(panel, box.left, box.middle, text, style, color=style.text)


def _dent_text(dent: Dent, style: ChartStyle, room: float) -> str:
    """Return the longest wording that fits into a width in points."""
    prop = font(style, style.small)
    wordings = words.dent_labels(dent.below, dent.give_or_take)
    fitting = (each for each in wordings if width(each, prop) <= room)
    return next(fitting, elide(wordings[-1], room, prop))


def _finish(panels: tuple[Axes, ...], data: RecoveryData, style: ChartStyle) -> None:
    first, last = int(data.lags[0]), int(data.lags[-1])
    panels[0].set_xlim(first - 0.6, last + 0.6)
    ticks = [lag for lag in range(-70, 71, 7) if first <= lag <= last]
    panels[-1].set_xticks(ticks, [chart_words.signed(each) for each in ticks])
    label_below(panels[-1], words.lag_axis(), style)
    rest = np.nan_to_num(data.around(data.timeline.rest.astype(np.float64))) > 0
    shade_rest(panels, rest, first, style)


def _hotspots(panels: tuple[Axes, ...], data: RecoveryData) -> Hotspots:
    come = data.lags[data.lags <= data.today_lag]
    log = data.timeline
    return Hotspots(
        panels,
        come.astype(np.float64),
        data.mood[: len(come)],
        [log.day(data.offset + lag) for lag in come.tolist()],
        lambda index: chart_words.day_sentence(log, data.offset + int(come[index])),
    )
