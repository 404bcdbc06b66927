"""The whole log as arrays aligned by day: what the analysis and the charts read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from second_wind.core.log.entries import GoodNewsKind

Floats: TypeAlias = NDArray[np.float64]
Bools: TypeAlias = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class RejectionMark:
    """A rejection as the charts need it; `offset` counts days from the timeline's first day."""

    id: str
    offset: int
    company: str = ""
    stage: str = ""


@dataclass(frozen=True, slots=True)
class GoodNewsMark:
    """Good news as the charts need it; `offset` counts days from the timeline's first day."""

    id: str
    offset: int
    kind: GoodNewsKind
    company: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Timeline:
    """Consecutive calendar days from the first to the last one on which anything was logged.

    Attributes
    ----------
    first : date
        The day at index 0.
    mood : ndarray of float64, shape (days,)
        Mean of the day's check-ins, 1 to 10; NaN where no mood was logged.
    rest : ndarray of bool, shape (days,)
        Days marked as rest.
    exercise : ndarray of float64, shape (days,)
        Minutes of movement; NaN where unknown (see `activity_known` in the sources of the log:
        before the first such entry, on days with no entry, on days that hold only imports
        that don't carry it, and on rest days without one).
    outings, volunteering, talks : ndarray of float64, shape (days,)
        Number of outings, minutes of volunteering, number of talks; NaN where unknown.
    rejections : tuple of RejectionMark
    good_news : tuple of GoodNewsMark
        In order of the days; several may share a day.
    """

    first: date
    mood: Floats
    rest: Bools
    exercise: Floats
    outings: Floats
    volunteering: Floats
    talks: Floats
    rejections: tuple[RejectionMark, ...] = ()
    good_news: tuple[GoodNewsMark, ...] = ()

    def __len__(self) -> int:
        return len(self.mood)

    def day(self, offset: int) -> date:
        """Return the calendar day at an index, which may lie outside the arrays."""
        return self.first + timedelta(days=offset)

    def offset(self, day: date) -> int:
        """Return the index of a calendar day, which may lie outside the arrays."""
        return (day - self.first).days

    def slice(self, start: date | None, end: date | None) -> "Timeline":
        """Return the days from `start` to `end`, ends included, as far as there are any."""
        low = max(0, self.offset(start)) if start else 0
        high = min(len(self), self.offset(end) + 1) if end else len(self)
        high = max(low, high)
        marks = tuple(
            replace(each, offset=each.offset - low)
            for each in self.rejections
            if low <= each.offset < high
        )
        news = tuple(
            replace(each, offset=each.offset - low)
            for each in self.good_news
            if low <= each.offset < high
        )
        cut = slice(low, high)
        return Timeline(
            self.day(low),
            self.mood[cut],
            self.rest[cut],
            self.exercise[cut],
            self.outings[cut],
            self.volunteering[cut],
            self.talks[cut],
            marks,
            news,
        )


def empty_timeline(today: date) -> Timeline:
    """Return a timeline without a day."""
    none = np.empty(0)
    return Timeline(today, none, np.empty(0, np.bool_), none, none, none, none)


def moods_only(
    first: date, mood: Sequence[float] | Floats, rejection_offsets: Iterable[int] = ()
) -> Timeline:
    """Return a timeline of moods and rejections alone: for tests and reference data."""
    values = np.asarray(mood, dtype=np.float64)
    unknown = np.full(len(values), np.nan)
    marks = tuple(RejectionMark(str(i), e) for i, e in enumerate(sorted(rejection_offsets)))
    rest = np.zeros(len(values), np.bool_)
    return Timeline(first, values, rest, unknown, unknown, unknown, unknown, marks)
