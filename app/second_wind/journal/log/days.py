"""Puts the entries of a span together by day."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, TypeVar

from second_wind.core.log.clock import order_in_day
from second_wind.core.log.entries import (
    CheckIn,
    Consultation,
    Day,
    Entry,
    Exercise,
    GoodNews,
    Outing,
    Rejection,
    Rest,
    Talk,
    Volunteering,
)

E = TypeVar("E", bound=Entry)
SHOWN: tuple[type[Entry], ...] = (
    CheckIn,
    Exercise,
    Outing,
    Volunteering,
    Talk,
    Rejection,
    Rest,
    Consultation,
    GoodNews,
)
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
        return Day(
            day,
            self._timed(CheckIn, day),
            self._timed(Exercise, day),
            self._timed(Outing, day),
            self._timed(Volunteering, day),
            self._timed(Talk, day),
            tuple(self._found.get((Rejection, day), ())),
            next(iter(self._found.get((Rest, day), ())), None),
            tuple(self._found.get((Consultation, day), ())),
            tuple(self._found.get((GoodNews, day), ())),
        )

    def _timed(self, kind: type[E], day: date) -> tuple[E, ...]:
        found = self._found.get((kind, day), ())
        return tuple(sorted(found, key=lambda each: order_in_day(each.at, self._day_start)))


def days_of(texts: frozenset[str]) -> tuple[date, ...]:
    """Return days in order; what is no day has no name."""
    found = []
    for text in texts:
        try:
            found.append(date.fromisoformat(text))
        except ValueError:
            continue
    return tuple(sorted(found))
