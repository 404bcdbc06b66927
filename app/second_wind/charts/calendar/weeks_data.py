"""What the Weeks chart shows: sums of the last 12 weeks or 12 months."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

import numpy as np

from second_wind.charts.base.bins import Bin, month_of, months, total, weeks
from second_wind.core.analysis.method.timeline import Floats, Timeline

SHOWN = 12


class By(Enum):
    """What one bar stands for."""

    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True, eq=False)
class WeeksData:
    """The last 12 weeks or months, the one that holds today last.

    Attributes
    ----------
    by : By
    today : date
    bins : tuple of Bin, length 12
    minutes : ndarray, shape (12,)
        Minutes of exercise that were logged; NaN where nothing is known.
    goals : ndarray, shape (12,)
        Minutes that the goal asks for: the daily goal times the days that were not at rest,
        in the running week or month all its days.
    outings, volunteering, talks : ndarray, shape (12,)
        Number, hours, number; NaN where nothing is known.
    days : ndarray, shape (12,)
        Days that have come and were not at rest.
    goal : int
        Minutes a day.
    """

    by: By
    today: date
    bins: tuple[Bin, ...]
    minutes: Floats
    goals: Floats
    outings: Floats
    volunteering: Floats
    talks: Floats
    days: Floats
    goal: int

    @property
    def exercise(self) -> Floats:
        """The bars: minutes in a week, or minutes a day in a month."""
        return self.minutes if self.by is By.WEEK else self._a_day(self.minutes, self.days)

    @property
    def targets(self) -> Floats:
        """The goal in the unit of the bars; NaN where all days were at rest."""
        if self.by is By.WEEK:
            return np.where(self.goals > 0, self.goals, np.nan)
        return np.where(self.goals > 0, float(self.goal), np.nan)

    @property
    def anything(self) -> bool:
        """Whether any of it was ever logged in the time that is shown."""
        return any(
            np.nansum(each) > 0
            for each in (self.minutes, self.outings, self.volunteering, self.talks)
        )

    @staticmethod
    def _a_day(minutes: Floats, days: Floats) -> Floats:
        shared = np.full(len(minutes), np.nan)
        np.divide(minutes, days, out=shared, where=days > 0)
        return shared


def weeks_data(
    timeline: Timeline, today: date, goal: int = 20, by: By = By.WEEK, week_start: int = 0
) -> WeeksData:
    """Prepare the last 12 weeks or months up to today for the Weeks chart.

    Parameters
    ----------
    week_start : int
        0 for Monday, 6 for Sunday.
    """
    bins = _bins(today, by, week_start)
    spans = [each.span(timeline) for each in bins]
    return WeeksData(
        by,
        today,
        bins,
        _totals(timeline.exercise, spans),
        np.array([goal * float(each.days - _rest(timeline, each)) for each in bins]),
        _totals(timeline.outings, spans),
        _totals(timeline.volunteering, spans) / 60,
        _totals(timeline.talks, spans),
        np.array([float(_come(each, today) - _rest(timeline, each)) for each in bins]),
        goal,
    )


def _bins(today: date, by: By, week_start: int) -> tuple[Bin, ...]:
    if by is By.WEEK:
        return weeks(today - timedelta(days=7 * (SHOWN - 1)), today, week_start)
    first = today
    for _ in range(SHOWN - 1):
        first = month_of(first).first - timedelta(days=1)
    return months(first, today)


def _totals(values: Floats, spans: list[slice]) -> Floats:
    return np.array([total(values[each]) for each in spans])


def _rest(timeline: Timeline, each: Bin) -> int:
    return int(timeline.rest[each.span(timeline)].sum())


def _come(each: Bin, today: date) -> int:
    return (min(each.end, today + timedelta(days=1)) - each.first).days
