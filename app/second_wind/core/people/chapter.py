"""A chapter of looking for work: closed when work was found, open again when the search is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from second_wind.core.log.entries import GoodNews, GoodNewsKind, Rejection

if TYPE_CHECKING:
    from second_wind.core.analysis.method.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Chapter:
    """What lies between the first thing logged and the day on which work was found.

    Attributes
    ----------
    days : int
        Days from the first to the last, both included.
    rejections, talks : int
    """

    days: int
    rejections: int
    talks: int


def closing(news: Iterable[GoodNews], today: date) -> GoodNews | None:
    """Return the work found that closes the chapter today; None while the search goes on."""
    closed = [
        each
        for each in news
        if each.kind is GoodNewsKind.FOUND_WORK
        and each.day <= today
        and (each.reopened is None or each.reopened > today)
    ]
    return max(closed, key=lambda each: each.day, default=None)


def of_this_chapter(
    rejections: Iterable[Rejection], news: Iterable[GoodNews], today: date
) -> list[Rejection]:
    """Return the rejections that came after work was found, all where the search goes on."""
    found = closing(news, today)
    return [each for each in rejections if found is None or each.day > found.day]


def chapter(timeline: "Timeline", until: date) -> Chapter:
    """Return what a chapter held, up to the day on which it closes."""
    if not len(timeline):
        return Chapter(1, 0, 0)
    days = timeline.offset(until) + 1
    talks = timeline.talks[:days]
    return Chapter(
        days,
        sum(each.offset < days for each in timeline.rejections),
        int(talks[talks > 0].sum()),
    )
