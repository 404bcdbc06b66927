"""Weeks and months of a log: which days each holds, and sums that leave unknown days out."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from second_wind.core.analysis.method.timeline import Floats, Timeline


@dataclass(frozen=True, slots=True)
class Bin:
    """Consecutive days, from `first` to before `end`; it may reach beyond the log."""

    first: date
    end: date

    def span(self, timeline: Timeline) -> slice:
        """Return the part of the log's arrays that lies in it; may be empty."""
        low, high = timeline.offset(self.first), timeline.offset(self.end)
        return slice(max(0, low), max(0, min(len(timeline), high)))

    @property
    def days(self) -> int:
        """How many calendar days it holds."""
        return (self.end - self.first).days


def week_of(day: date, week_start: int = 0) -> Bin:
    """Return the week that holds a day; `week_start` is 0 for Monday, 6 for Sunday."""
    first = day - timedelta(days=(day.weekday() - week_start) % 7)
    return Bin(first, first + timedelta(days=7))


def month_of(day: date) -> Bin:
    """Return the month that holds a day."""
    first = day.replace(day=1)
    return Bin(first, (first + timedelta(days=31)).replace(day=1))


def weeks(first: date, last: date, week_start: int = 0) -> tuple[Bin, ...]:
    """Return the weeks from the one that holds `first` to the one that holds `last`."""
    found = [week_of(first, week_start)]
    while found[-1].end <= last:
        found.append(week_of(found[-1].end, week_start))
    return tuple(found)


def months(first: date, last: date) -> tuple[Bin, ...]:
    """Return the months from the one that holds `first` to the one that holds `last`."""
    found = [month_of(first)]
    while found[-1].end <= last:
        found.append(month_of(found[-1].end))
    return tuple(found)


def total(values: Floats) -> float:
    """Return the sum of the known values, NaN if none is known."""
    known = values[~np.isnan(values)]
    return float(known.sum()) if len(known) else np.nan


def average(values: Floats) -> float:
    """Return the mean of the known values, NaN if none is known."""
    known = values[~np.isnan(values)]
    return float(known.mean()) if len(known) else np.nan
