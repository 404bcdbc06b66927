"""A chapter closes when work was found, and opens again when the search does."""

from dataclasses import replace
from datetime import date, timedelta

from second_wind.core.chapter import chapter, closing
from second_wind.core.entries import CheckIn, Day, GoodNews, GoodNewsKind, Rejection, Talk

TODAY = date(2026, 11, 22)
FOUND = GoodNews(day=TODAY - timedelta(days=3), kind=GoodNewsKind.FOUND_WORK)


def test_only_work_found_closes() -> None:
    """An interview or an offer is good news, and the search goes on."""
    others = [GoodNews(day=TODAY, kind=each) for each in GoodNewsKind if each is not FOUND.kind]
    assert closing(others, TODAY) is None
    assert closing([*others, FOUND], TODAY) == FOUND
    assert closing([FOUND], FOUND.day - timedelta(days=1)) is None


def test_it_opens_again_on_its_day() -> None:
    """From the day on which the person looks again; work found later closes it anew."""
    again = replace(FOUND, reopened=TODAY)
    assert closing([again], TODAY - timedelta(days=1)) == again
    assert closing([again], TODAY) is None
    later = GoodNews(day=TODAY, kind=GoodNewsKind.FOUND_WORK)
    assert closing([again, later], TODAY) == later


def test_the_way_is_counted_up_to_its_end() -> None:
    """Days without an entry count as days, not as logged ones; what came later doesn't count."""
    first = FOUND.day - timedelta(days=9)
    days = [
        Day(first, (CheckIn(day=first, mood=3),)),
        Day(first + timedelta(days=1)),
        Day(FOUND.day, talks=(Talk(day=FOUND.day),)),
        Day(TODAY, talks=(Talk(day=TODAY),)),
    ]
    rejections = [Rejection(day=first), Rejection(day=TODAY)]
    found = chapter(days, rejections, FOUND.day)
    assert (found.days, found.logged, found.rejections, found.talks) == (10, 2, 1, 1)
    assert chapter([], [], FOUND.day).days == 1
