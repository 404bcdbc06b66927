"""What the Timeline chart shows: the log by day, or by week or month when it is long."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

import numpy as np

from second_wind.charts.base.bins import Bin, average, months, total, weeks
from second_wind.charts.base.lines import mood_line
from second_wind.core.analysis.findings import Analysis
from second_wind.core.analysis.method.timeline import Floats, Timeline

_MOST_DAYS = 220
_MOST_WEEKS = 170


class Grain(Enum):
    """What one dot stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True, eq=False)
class TimelineData:
    """The log as the Timeline chart draws it.

    Attributes
    ----------
    timeline : Timeline
        The days that are shown; places along the axis count from its first day.
    grain : Grain
    x : ndarray, shape (dots,)
        The days, or the middles of the weeks or months.
    mood, logged : ndarray, shape (dots,)
        Mean mood (NaN where none) and the days with a mood behind it.
    exercise, outings, volunteering, talks : ndarray, shape (dots,)
        Sums; minutes, number, hours, number; NaN where unknown.
    line : ndarray, shape (dots,)
        The display line by day; by week or month the means themselves.
    usual : ndarray, shape (days,)
        The usual level by day, NaN where it is not known.
    goal : float
        Minutes of exercise that one dot's goal stands for; NaN where a goal makes no sense.
    bins : tuple of Bin
        The weeks or months; empty by day.
    """

    timeline: Timeline
    grain: Grain
    x: Floats
    mood: Floats
    logged: Floats
    exercise: Floats
    outings: Floats
    volunteering: Floats
    talks: Floats
    line: Floats
    usual: Floats
    goal: float
    bins: tuple[Bin, ...] = ()

    @property
    def cuts(self) -> tuple[int, ...]:
        """Where the line is broken: at rejections, by day only."""
        if self.grain is not Grain.DAY:
            return ()
        return tuple(sorted({each.offset for each in self.timeline.rejections}))


def timeline_data(
    timeline: Timeline,
    analysis: Analysis | None = None,
    goal: int = 20,
    start: date | None = None,
    end: date | None = None,
) -> TimelineData:
    """Prepare the days from `start` to `end`, ends included, of a log for the Timeline chart."""
    line = mood_line(timeline)
    shown = timeline.slice(start, end)
    skipped = timeline.offset(shown.first)
    usual = _usual(shown, analysis)
    if len(shown) <= _MOST_DAYS:
        return _by_day(shown, line[skipped : skipped + len(shown)], usual, goal)
    return _by_bins(shown, usual, goal)


def _usual(timeline: Timeline, analysis: Analysis | None) -> Floats:
    levels = np.full(len(timeline), np.nan)
    if analysis is None or analysis.first_day is None or not len(timeline):
        return levels
    drawn = np.where(np.isnan(analysis.mood_line), np.nan, analysis.usual)
    start = timeline.offset(analysis.first_day)
    low, high = max(0, start), min(len(timeline), start + len(drawn))
    if low < high:
        levels[low:high] = drawn[low - start : high - start]
    return levels


def _by_day(timeline: Timeline, line: Floats, usual: Floats, goal: int) -> TimelineData:
    return TimelineData(
        timeline,
        Grain.DAY,
        np.arange(len(timeline), dtype=np.float64),
        timeline.mood,
        (~np.isnan(timeline.mood)).astype(np.float64),
        timeline.exercise,
        timeline.outings,
        timeline.volunteering / 60,
        timeline.talks,
        line,
        usual,
        float(goal),
    )


def _by_bins(timeline: Timeline, usual: Floats, goal: int) -> TimelineData:
    last = timeline.first + timedelta(days=len(timeline) - 1)
    weekly = len(timeline) <= _MOST_WEEKS * 7
    bins = (weeks if weekly else months)(timeline.first, last)
    spans = [each.span(timeline) for each in bins]
    moods = np.array([average(timeline.mood[each]) for each in spans])
    return TimelineData(
        timeline,
        Grain.WEEK if weekly else Grain.MONTH,
        np.array([timeline.offset(each.first) + (each.days - 1) / 2 for each in bins]),
        moods,
        np.array([float(np.isfinite(timeline.mood[each]).sum()) for each in spans]),
        _totals(timeline.exercise, spans),
        _totals(timeline.outings, spans),
        _totals(timeline.volunteering / 60, spans),
        _totals(timeline.talks, spans),
        moods,
        usual,
        goal * 7.0 if weekly else np.nan,
        bins,
    )


def _totals(values: Floats, spans: list[slice]) -> Floats:
    return np.array([total(values[each]) for each in spans])
