"""A chapter of looking for work: closed when work was found, open again when the search is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from second_wind.core.entries import Day, GoodNews, GoodNewsKind, Rejection


@dataclass(frozen=True, slots=True)
class Chapter:
    """What lies between the first thing logged and the day on which work was found.

    Attributes
    ----------
    days : int
        Days from the first to the last, both included.
    logged : int
        Days on which anything was logged.
    rejections, talks : int
    """

    days: int
    logged: int
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


def chapter(days: Iterable[Day], rejections: Iterable[Rejection], until: date) -> Chapter:
    """Return what a chapter held, up to the day on which it closes."""
    held = [each for each in days if each.day <= until and each.is_logged]
    first = min((each.day for each in held), default=until)
    return Chapter(
        (until - first).days + 1,
        len(held),
        sum(1 for each in rejections if each.day <= until),
        sum(len(each.talks) for each in held),
    )
