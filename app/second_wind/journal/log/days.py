"""Puts the entries of a span together by day, and holds several kinds that were read at once."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from second_wind.core.log.clock import order_in_day
from second_wind.core.log.entries import Day, Entry, EntryType, Rest
from second_wind.core.log.kinds import KIND_OF, Role, types_of, with_role
from second_wind.storage.tables.entries import Span

OF_A_DAY = with_role(Role.ACTIVITY, Role.LOGGED, Role.PAUSE)
"""The kinds that a day holds."""


class DaysOf:
    """Entries of several kinds, looked up by day."""

    def __init__(self, entries: Iterable[Entry], day_start: int) -> None:
        """Sort the entries by kind and day; each kind must come oldest first."""
        self._day_start = day_start
        self._found: dict[tuple[type[Entry], date], list[Any]] = {}
        for each in entries:
            self._found.setdefault((type(each), each.day), []).append(each)

    def between(self, start: date, end: date) -> list[Day]:
        """Return all that the days from `start` to `end` (both included) hold."""
        return [self._day(start + timedelta(days=i)) for i in range((end - start).days + 1)]

    def _day(self, day: date) -> Day:
        found = {each.plural: self._of(each.type, day) for each in OF_A_DAY}
        rest = next(iter(found.pop(KIND_OF[Rest].plural)), None)
        return Day(day, rest=rest, **found)

    def _of(self, kind: EntryType, day: date) -> tuple[Any, ...]:
        found = self._found.get((kind, day), ())
        if "at" not in types_of(kind):
            return tuple(found)
        return tuple(sorted(found, key=lambda each: order_in_day(each.at, self._day_start)))


class AtHand:
    """Answers what lies in the spans that were read, and nothing else."""

    def __init__(
        self, spans: Mapping[EntryType, Span], found: Mapping[EntryType, list[Any]]
    ) -> None:
        """Hold entries by kind, each kind oldest first."""
        self._spans, self._found = spans, found

    def entries(self, kind: EntryType, start: date | None, end: date | None) -> list[Any] | None:
        """Return the entries of one kind from `start` to `end`, None if some are not here."""
        if kind not in self._spans:
            return None
        first, last = self._spans[kind]
        if first is not None and (start is None or start < first):
            return None
        if last is not None and (end is None or end > last):
            return None
        return [
            each
            for each in self._found[kind]
            if (start is None or each.day >= start) and (end is None or each.day <= end)
        ]


def days_of(texts: frozenset[str]) -> tuple[date, ...]:
    """Return days in order; what is no day has no name."""
    found = []
    for text in texts:
        try:
            found.append(date.fromisoformat(text))
        except ValueError:
            continue
    return tuple(sorted(found))
