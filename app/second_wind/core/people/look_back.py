"""A week seen again: what was good first, then what else it held."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from second_wind.core.log.entries import Day, GoodNews
from second_wind.core.log.feelings import is_pleasant

EXERCISE_MINUTES = 20
"""What makes a day one of movement, whatever the person's own goal is."""

_LOWEST = 3
"""A day's mean up to this is left out where the lowest days are to be."""


@dataclass(frozen=True, slots=True)
class LookBack:
    """What some days held.

    Attributes
    ----------
    first, last : date
        Both included.
    logged : int
        Days on which anything was logged.
    good_news : tuple of GoodNews
    brightest : Day or None
        The day with the highest mean mood, the latest of several.
    feelings : tuple of str
        Pleasant feelings that were named, the most frequent first.
    moved : int
        Days with 20 minutes of movement or more.
    outings, talks, volunteering : int
        Numbers, and minutes.
    people : tuple of str
        Names of those talked to, each once.
    rests, rejections : int
    left_out : int
        Lowest days that are not looked at.
    """

    first: date
    last: date
    logged: int
    good_news: tuple[GoodNews, ...]
    brightest: Day | None
    feelings: tuple[str, ...]
    moved: int
    outings: int
    talks: int
    volunteering: int
    people: tuple[str, ...]
    rests: int
    rejections: int
    left_out: int


def look_back(days: Sequence[Day], *, exclude_lowest: bool) -> LookBack:
    """Return what some days held; without the lowest ones if those are to be left out.

    Parameters
    ----------
    days : sequence of Day
        In order, at least one.
    exclude_lowest : bool
        Leaves out days whose mean mood is 3 or less, but keeps good news that fell on them.
    """
    seen = [each for each in days if not (exclude_lowest and _is_lowest(each))]
    with_mood = [each for each in seen if each.mood is not None]
    return LookBack(
        days[0].day,
        days[-1].day,
        sum(each.is_logged for each in seen),
        tuple(news for each in days for news in each.good_news),
        max(with_mood, key=lambda each: (each.mood or 0, each.day), default=None),
        _most_frequent(
            feeling
            for each in seen
            for check_in in each.check_ins
            for feeling in check_in.feelings
            if is_pleasant(feeling)
        ),
        sum(each.exercise_minutes >= EXERCISE_MINUTES for each in seen),
        sum(len(each.outings) for each in seen),
        sum(len(each.talks) for each in seen),
        sum(given.minutes for each in seen for given in each.volunteering),
        tuple(dict.fromkeys(talk.person for each in seen for talk in each.talks if talk.person)),
        sum(each.rest is not None for each in seen),
        sum(len(each.rejections) for each in seen),
        len(days) - len(seen),
    )


def _is_lowest(day: Day) -> bool:
    return day.mood is not None and day.mood <= _LOWEST


def _most_frequent(words: Iterable[str]) -> tuple[str, ...]:
    counts: dict[str, int] = {}
    for each in words:
        counts[each] = counts.get(each, 0) + 1
    return tuple(sorted(counts, key=lambda each: -counts[each]))
