"""Days of rest: a single one, or a stretch up to a day that may lie ahead."""

from collections.abc import Collection
from datetime import date, timedelta

from second_wind.core.log.entries import Rest

LONGEST = 366
"""Days that one stretch may have."""


def stretch(first: date, last: date, resting: Collection[date]) -> list[Rest]:
    """Return what marks the days from `first` to `last`, both included, that don't rest yet."""
    days = (first + timedelta(days=i) for i in range((last - first).days + 1))
    return [Rest(day=each) for each in days if each not in resting]


def ended(day: date, today: date, rests: Collection[Rest]) -> list[Rest]:
    """Return what to take away so that a day rests no more.

    With a rest that goes on over today, the days that still lie ahead go, too; past ones stay.
    """
    by_day = {each.day: each for each in rests}
    found = [by_day[day]] if day in by_day else []
    following = day + timedelta(days=1)
    while following in by_day and following > today:
        found.append(by_day[following])
        following += timedelta(days=1)
    return found
