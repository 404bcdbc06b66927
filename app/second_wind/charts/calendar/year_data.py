"""What the Year chart shows: the days of one calendar year with their moods."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from second_wind.core.analysis.method.timeline import Bools, Floats, Timeline


@dataclass(frozen=True, slots=True, eq=False)
class YearData:
    """The days of a year, the first of January first.

    Attributes
    ----------
    timeline : Timeline
        The whole log.
    year : int
    today : date
    week_start : int
        0 for Monday, 6 for Sunday.
    mood : ndarray of float64, shape (365 or 366,)
        NaN where no mood was logged.
    rest, refused, good : ndarray of bool, shape (365 or 366,)
        Days at rest, days with a rejection, and days with good news.
    mood_names : tuple of str
        The person's own names of the mood steps.
    """

    timeline: Timeline
    year: int
    today: date
    week_start: int
    mood: Floats
    rest: Bools
    refused: Bools
    good: Bools
    mood_names: tuple[str, ...] = ()

    @property
    def first(self) -> date:
        """The first of January."""
        return date(self.year, 1, 1)

    def day(self, index: int) -> date:
        """Return the day at an index."""
        return self.first + timedelta(days=index)

    def offset(self, index: int) -> int:
        """Return the index in the timeline of the day at an index of the year."""
        return self.timeline.offset(self.first) + index

    @property
    def come(self) -> int:
        """How many of its days have come, or hold anything all the same."""
        log = self.timeline
        last = max(self.today, log.day(len(log) - 1)) if len(log) else self.today
        return max(0, min(len(self.mood), (last - self.first).days + 1))

    @property
    def counted(self) -> int:
        """How many of its days have come since the log began: those that could be logged."""
        return int(self._inside.sum())

    @property
    def empty(self) -> Bools:
        """The days since the log began that have come and have no mood, shape (365 or 366,)."""
        return self._inside & np.isnan(self.mood)

    @property
    def _inside(self) -> Bools:
        days = np.arange(len(self.mood))
        begun = max(0, (self.timeline.first - self.first).days)
        return (days >= begun) & (days < self.come)

    @property
    def logged(self) -> int:
        """How many of its days have a mood."""
        return int(np.isfinite(self.mood).sum())


def years(timeline: Timeline, today: date) -> tuple[int, ...]:
    """Return the years with a mood, the newest first; the running one if there is none."""
    days = np.flatnonzero(np.isfinite(timeline.mood)).tolist()
    found = {timeline.day(each).year for each in days}
    return tuple(sorted(found, reverse=True)) or (today.year,)


def year_data(
    timeline: Timeline,
    year: int,
    today: date,
    week_start: int = 0,
    mood_names: tuple[str, ...] = (),
) -> YearData:
    """Prepare the days of a year for its chart.

    Parameters
    ----------
    week_start : int
        0 for Monday, 6 for Sunday.
    mood_names : tuple of str
        The person's own names of the mood steps.
    """
    first = date(year, 1, 1)
    days = timeline.offset(first) + np.arange((date(year, 12, 31) - first).days + 1)
    inside = (days >= 0) & (days < len(timeline))
    mood, rest = np.full(len(days), np.nan), np.zeros(len(days), np.bool_)
    mood[inside] = timeline.mood[days[inside]]
    rest[inside] = timeline.rest[days[inside]]
    refused = np.isin(days, [each.offset for each in timeline.rejections])
    good = np.isin(days, [each.offset for each in timeline.good_news])
    return YearData(timeline, year, today, week_start, mood, rest, refused, good, mood_names)
