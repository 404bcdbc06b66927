"""The ledger of volunteering: what was given where, what was practised, who was met."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from second_wind.core.log.entries import Volunteering


@dataclass(frozen=True, slots=True)
class Organisation:
    """All that was given to one organisation.

    Attributes
    ----------
    name : str
        As it was written last; "" where none was named.
    minutes, times : int
    first, last : date
        The first and the last day.
    practised, met : tuple of str
        Each once, the newest first.
    """

    name: str
    minutes: int
    times: int
    first: date
    last: date
    practised: tuple[str, ...]
    met: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """Minutes given in a week or a month that begins on `first`."""

    first: date
    minutes: int


def organisations(entries: Iterable[Volunteering]) -> list[Organisation]:
    """Return what was given to each organisation, the latest first; letter case doesn't count."""
    grouped: dict[str, list[Volunteering]] = {}
    for each in sorted(entries, key=lambda each: each.day, reverse=True):
        grouped.setdefault(" ".join(each.organisation.split()).casefold(), []).append(each)
    found = [_organisation(alike) for alike in grouped.values()]
    return sorted(found, key=lambda each: each.last, reverse=True)


def weeks(entries: Iterable[Volunteering], week_start: int) -> list[Total]:
    """Return the totals of weeks with volunteering, the latest first; 0 is Monday."""

    def first(day: date) -> date:
        return day - timedelta(days=(day.weekday() - week_start) % 7)

    return _totals((first(each.day), each.minutes) for each in entries)


def months(entries: Iterable[Volunteering]) -> list[Total]:
    """Return the totals of months with volunteering, the latest first."""
    return _totals((each.day.replace(day=1), each.minutes) for each in entries)


def _organisation(newest_first: Sequence[Volunteering]) -> Organisation:
    return Organisation(
        " ".join(newest_first[0].organisation.split()),
        sum(each.minutes for each in newest_first),
        len(newest_first),
        newest_first[-1].day,
        newest_first[0].day,
        _each_once(each.practised for each in newest_first),
        _each_once(each.met for each in newest_first),
    )


def _each_once(texts: Iterable[str]) -> tuple[str, ...]:
    """Return what several texts list, separated by commas, each once."""
    parts = (part.strip() for text in texts for part in text.split(","))
    found: dict[str, str] = {}
    for part in parts:
        if part:
            found.setdefault(part.casefold(), part)
    return tuple(found.values())


def _totals(amounts: Iterable[tuple[date, int]]) -> list[Total]:
    sums: dict[date, int] = {}
    for first, minutes in amounts:
        sums[first] = sums.get(first, 0) + minutes
    return [Total(first, sums[first]) for first in sorted(sums, reverse=True)]
