"""The log as arrays: missing is missing, and an activity is only known where it was logged."""

import math
from datetime import date, timedelta

import numpy as np
import pytest

from second_wind.core.analysis.method.timeline import Timeline
from second_wind.core.log.entries import (
    AnyEntry,
    CheckIn,
    Exercise,
    GoodNews,
    GoodNewsKind,
    Outing,
    Rejection,
    Rest,
    Stage,
    StepMark,
    Talk,
    Volunteering,
)
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName

FIRST = date(2026, 11, 1)
NAN = math.nan


def day(offset: int) -> date:
    """Return a day by its index."""
    return FIRST + timedelta(days=offset)


def timeline(journal: Journal, *entries: AnyEntry) -> Timeline:
    """Store entries and return the log as arrays."""
    journal.store(add=entries, name=ActName.LOG)
    return journal.analysis.timeline()


def same(found: np.ndarray[tuple[int], np.dtype[np.float64]], expected: list[float]) -> bool:
    """Tell whether arrays are equal, NaN to NaN."""
    return np.array_equal(found, np.array(expected, dtype=np.float64), equal_nan=True)


def test_empty_log_has_no_day(journal: Journal) -> None:
    """Rest and marked steps alone are no log."""
    found = timeline(journal, Rest(day=day(0)), StepMark(day=day(0), rejection="x", step=6))
    assert len(found) == 0


def test_days_run_from_the_first_to_the_last_entry(journal: Journal) -> None:
    """Days between are there, without a mood: none is made up."""
    found = timeline(journal, CheckIn(day=day(0), mood=4), Talk(day=day(3)))
    assert found.first == FIRST
    assert same(found.mood, [4, NAN, NAN, NAN])


def test_the_first_day_is_known_without_the_rest(journal: Journal) -> None:
    """That of the first entry that is there, of whatever kind; rest alone is no log."""
    assert journal.first_day() is None
    gone, talk = CheckIn(day=day(1), mood=5), Talk(day=day(3))
    journal.store(add=[Rest(day=day(0)), gone, talk, CheckIn(day=day(4), mood=5)],
                  name=ActName.LOG)  # fmt: skip
    assert journal.first_day() == day(1)
    journal.store(delete=[gone], name=ActName.DELETE)
    assert journal.first_day() == day(3) == journal.analysis.timeline().first


def test_mood_is_the_mean_of_those_given(journal: Journal) -> None:
    """Check-ins without a mood don't count as zero, nor do deleted ones count."""
    gone = CheckIn(day=day(0), mood=1)
    found = timeline(
        journal,
        *(CheckIn(day=day(0), mood=each) for each in (4, 7, None)),
        CheckIn(day=day(1)),
        gone,
    )
    journal.store(delete=[gone], name=ActName.DELETE)
    found = journal.analysis.timeline()
    assert same(found.mood, [5.5, NAN])


def test_activity_is_unknown_before_the_first(journal: Journal) -> None:
    """Before a person began to log movement, no day counts as one without."""
    found = timeline(
        journal,
        *(CheckIn(day=day(i), mood=5) for i in range(5)),
        Exercise(day=day(2), minutes=20),
        Exercise(day=day(2), minutes=15),
    )
    assert same(found.exercise, [NAN, NAN, 35, 0, 0])


def test_activity_is_unknown_on_days_without_an_entry(journal: Journal) -> None:
    """A day on which nothing was logged is no day without movement."""
    found = timeline(
        journal, Talk(day=day(0)), CheckIn(day=day(2), mood=5), CheckIn(day=day(3), mood=5)
    )
    assert same(found.talks, [1, NAN, 0, 0])


def test_import_that_lacks_an_activity_says_nothing_about_it(journal: Journal) -> None:
    """Moods from a program without outings make no days without outings."""
    found = timeline(
        journal,
        Outing(day=day(0)),
        CheckIn(day=day(1), mood=5, source="moods", source_id="1"),
        CheckIn(day=day(2), mood=5, source="all", source_id="1"),
        Outing(day=day(3), source="all", source_id="2"),
        CheckIn(day=day(4), mood=5),
    )
    assert same(found.outings, [1, NAN, 0, 1, 0])


def test_rest_days_are_marked_and_unknown_without_an_entry_of_the_kind(journal: Journal) -> None:
    """On a day of rest nothing was expected, so nothing is missing; what was done counts."""
    found = timeline(
        journal,
        Exercise(day=day(0), minutes=20),
        CheckIn(day=day(1), mood=5),
        Rest(day=day(1)),
        Exercise(day=day(2), minutes=10),
        Rest(day=day(2)),
    )
    assert found.rest.tolist() == [False, True, True]
    assert same(found.exercise, [20, NAN, 10])


def test_outings_as_exercise_count_as_movement(journal: Journal) -> None:
    """A walk marked as exercise adds its minutes, and stays an outing."""
    found = timeline(
        journal,
        Outing(day=day(0), minutes=40, as_exercise=True),
        Outing(day=day(1), minutes=40),
        Volunteering(day=day(1), minutes=90),
    )
    assert same(found.exercise, [40, 0])
    assert same(found.outings, [1, 1])
    assert same(found.volunteering, [NAN, 90])


def test_rejections_in_order(journal: Journal) -> None:
    """Each keeps its id, company and stage, at its day's index; days may be shared."""
    one = Rejection(day=day(2), company="A", stage=Stage.INTERVIEW)
    other = Rejection(day=day(0), company="B")
    found = timeline(journal, one, other)
    marks = [(each.id, each.offset, each.company, each.stage) for each in found.rejections]
    assert marks == [(other.id, 0, "B", ""), (one.id, 2, "A", "interview")]


@pytest.mark.parametrize("mood", [1 + 9 / 7, 6.6, 3.3333333333333335])
def test_moods_are_exact(journal: Journal, mood: float) -> None:
    """A mapped mood reaches the analysis to its last bit."""
    assert timeline(journal, CheckIn(day=day(0), mood=mood)).mood[0] == mood


def test_good_news_is_marked_on_its_day(journal: Journal) -> None:
    """Charts learn the kind and the company, and a slice keeps what lies in it."""
    early = GoodNews(day=day(0), kind=GoodNewsKind.INTERVIEW, company="Initech")
    late = GoodNews(day=day(5), kind=GoodNewsKind.FOUND_WORK)
    found = timeline(journal, early, late)
    assert [(each.offset, each.kind, each.company) for each in found.good_news] == [
        (0, GoodNewsKind.INTERVIEW, "Initech"),
        (5, GoodNewsKind.FOUND_WORK, ""),
    ]
    part = found.slice(day(3), day(5))
    assert [(each.id, each.offset) for each in part.good_news] == [(late.id, 2)]
