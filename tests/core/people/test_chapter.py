"""A chapter closes when work was found, and opens again when the search does."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from second_wind.core.analysis.method.timeline import RejectionMark, empty_timeline
from second_wind.core.log.entries import GoodNews, GoodNewsKind, Rejection
from second_wind.core.people.chapter import Chapter, chapter, closing, of_this_chapter

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


def test_rejections_before_the_end_belong_to_it() -> None:
    """Those of the day itself included; a late letter is of the next chapter."""
    days = (FOUND.day - timedelta(days=1), FOUND.day, TODAY)
    rejections = [Rejection(day=each) for each in days]
    assert of_this_chapter(rejections, [FOUND], TODAY) == rejections[2:]
    assert of_this_chapter(rejections, [], TODAY) == rejections


def test_the_way_is_counted_up_to_its_end() -> None:
    """Days without an entry count as days; what came later, or is not known, doesn't count."""
    log = empty_timeline(FOUND.day - timedelta(days=9))
    numbers = np.full(13, np.nan)
    talks = numbers.copy()
    talks[[2, 9, 12]] = 2, 1, 1
    rejections = RejectionMark("a", 0), RejectionMark("b", 12)
    log = replace(log, mood=numbers, talks=talks, rejections=rejections)
    assert chapter(log, FOUND.day) == Chapter(days=10, rejections=1, talks=3)


def test_an_empty_log_held_one_day() -> None:
    """There is nothing to count."""
    assert chapter(empty_timeline(TODAY), FOUND.day) == Chapter(days=1, rejections=0, talks=0)
