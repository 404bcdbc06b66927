"""What was logged day by day, as arrays of which single days can be renewed."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from second_wind.core.analysis.method.timeline import (
    Bools,
    Floats,
    GoodNewsMark,
    RejectionMark,
    Timeline,
    empty_timeline,
)
from second_wind.core.log.entries import GoodNewsKind
from second_wind.storage.queries.daily import DailyMarks, DailySums

_VALUES = ("mood", "exercise", "outings", "volunteering", "talks")
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, eq=False)
class DayArrays:
    """The log by day, before it is told where an activity is known; arrays have shape (days,).

    Attributes
    ----------
    first : date
        The day at index 0, one on which something was logged, as is the last.
    values : mapping of ndarray of float64
        The day's mean mood, and amounts of the activities; NaN where there is no such entry.
    rest : ndarray of bool
    sources : mapping of ndarray of bool
        By source ("" is the person's own hand), the days that have an entry of it.
    """

    first: date
    values: Mapping[str, Floats]
    rest: Bools
    sources: Mapping[str, Bools]

    def __len__(self) -> int:
        return len(self.rest)

    def with_gap(self, days: Collection[date]) -> set[date]:
        """Return days and those between them and the log, which may be at rest."""
        if not len(self):
            return set(days)
        end = self.first + len(self) * _ONE_DAY
        before = _from_to(min(days, default=end), self.first)
        return {*days, *before, *_from_to(end, max(days, default=end) + _ONE_DAY)}

    def renewed(self, days: Collection[date], sums: DailySums) -> "DayArrays":
        """Return the log with some days, and those between them and it, as they are now."""
        if not days:
            return self
        wide = self._widened(min(days), max(days))
        at = np.array([(each - wide.first).days for each in days])
        names = [each.isoformat() for each in days]
        for value, array in wide.values.items():
            found = getattr(sums, value)
            array[at] = [found.get(name, np.nan) for name in names]
        wide.rest[at] = [name in sums.rest for name in names]
        brought = [sums.sources.get(name, frozenset()) for name in names]
        sources = {each: flags.copy() for each, flags in wide.sources.items()}
        for source in sources.keys() | frozenset[str]().union(*brought):
            flags = sources.setdefault(source, np.zeros(len(wide), np.bool_))
            flags[at] = [source in each for each in brought]
        return DayArrays(wide.first, wide.values, wide.rest, sources).trimmed()

    def sources_on(self, days: Collection[date]) -> set[str]:
        """Return the sources of what some days hold."""
        at = [(each - self.first).days for each in days]
        inside = [each for each in at if 0 <= each < len(self)]
        return {each for each, flags in self.sources.items() if flags[inside].any()}

    def is_same(self, other: "DayArrays") -> bool:
        """Tell whether two logs are the same to the last bit."""
        return (
            self.first == other.first
            and np.array_equal(self.rest, other.rest)
            and self.sources.keys() == other.sources.keys()
            and all(
                np.array_equal(self.sources[each], other.sources[each]) for each in self.sources
            )
            and all(
                np.array_equal(self.values[each], other.values[each], equal_nan=True)
                for each in _VALUES
            )
        )

    def timeline(self, marks: DailyMarks, today: date) -> Timeline:
        """Return the log as the analysis and the charts read it; an empty one begins today."""
        if not len(self):
            return empty_timeline(today)
        return Timeline(
            first=self.first,
            mood=self.values["mood"],
            rest=self.rest,
            exercise=self._known("exercise", "exercise", marks),
            outings=self._known("outings", "outing", marks),
            volunteering=self._known("volunteering", "volunteering", marks),
            talks=self._known("talks", "talk", marks),
            rejections=tuple(
                RejectionMark(key, self._offset(day), company, stage)
                for day, key, company, stage in marks.rejections
            ),
            good_news=tuple(
                GoodNewsMark(key, self._offset(day), GoodNewsKind(kind), company)
                for day, key, company, kind in marks.good_news
            ),
        )

    def _offset(self, day: str) -> int:
        return (date.fromisoformat(day) - self.first).days

    def _widened(self, first: date, last: date) -> "DayArrays":
        """Return a copy that also holds the days from `first` to `last`."""
        if len(self):
            first = min(first, self.first)
            last = max(last, self.first + (len(self) - 1) * _ONE_DAY)
        before = (self.first - first).days if len(self) else 0
        room = before, (last - first).days + 1 - before - len(self)
        return DayArrays(
            first,
            {
                name: np.pad(each, room, constant_values=np.nan)
                for name, each in self.values.items()
            },
            np.pad(self.rest, room),
            {name: np.pad(each, room) for name, each in self.sources.items()},
        )

    def trimmed(self) -> "DayArrays":
        """Return what lies from the first to the last day on which anything was logged."""
        logged = np.logical_or.reduce([np.zeros(len(self), np.bool_), *self.sources.values()])
        at = np.flatnonzero(logged)
        if not len(at):
            return NOTHING
        cut = slice(int(at[0]), int(at[-1]) + 1)
        return DayArrays(
            self.first + cut.start * _ONE_DAY,
            {name: each[cut] for name, each in self.values.items()},
            self.rest[cut],
            {name: each[cut] for name, each in self.sources.items() if each.any()},
        )

    def _known(self, value: str, noun: str, marks: DailyMarks) -> Floats:
        """Return amounts, 0 on known days without one, NaN on unknown ones (method.md, 2.8)."""
        amounts = self.values[value]
        there = np.isfinite(amounts)
        known = np.zeros(len(self), np.bool_)
        for source, flags in self.sources.items():
            if not source or noun in marks.carried.get(source, ()):
                known |= flags
        known[: int(np.argmax(there)) if there.any() else len(self)] = False
        return np.where(there, amounts, np.where(known & ~self.rest, 0.0, np.nan))


NOTHING = DayArrays(date.max, {name: np.empty(0) for name in _VALUES}, np.empty(0, np.bool_), {})


def whole_log(sums: DailySums) -> DayArrays:
    """Return the whole log as arrays."""
    return NOTHING.renewed(_days(sums), sums)


def _days(sums: DailySums) -> Sequence[date]:
    return [date.fromisoformat(each) for each in {*sums.sources, *sums.rest}]


def _from_to(first: date, end: date) -> Iterator[date]:
    """Return the days from `first` to the one before `end`."""
    return (first + each * _ONE_DAY for each in range(max((end - first).days, 0)))
