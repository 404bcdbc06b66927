"""Entries, and what a day says of itself."""

from dataclasses import FrozenInstanceError, replace
from datetime import UTC, date, datetime

import pytest
from tests.least_entries import LEAST, least

from second_wind.core.log.entries import (
    CheckIn,
    Day,
    EntryType,
    Exercise,
    Outing,
    Rejection,
    Rest,
    Talk,
)
from second_wind.core.log.kinds import ENTRY_TYPES

DAY = date(2026, 11, 22)


def test_every_kind_is_covered_here() -> None:
    """A new kind of entry must be added to these tests."""
    assert tuple(type(each) for each in LEAST) == ENTRY_TYPES


@pytest.mark.parametrize("kind", ENTRY_TYPES)
def test_entries_can_not_be_changed(kind: EntryType) -> None:
    """A change is a new entry, so nothing changes behind a page's back."""
    entry = least(kind)
    with pytest.raises(FrozenInstanceError):
        entry.note = "other"  # type: ignore[misc]


def test_each_entry_gets_its_own_identity() -> None:
    """Two entries with the same content are still two, and a change keeps the identity."""
    one, other = CheckIn(day=DAY, mood=5), CheckIn(day=DAY, mood=5)
    assert one != other
    assert replace(one, mood=6).id == one.id


def test_time_of_logging_is_no_content() -> None:
    """An entry is the same whether it has been stored or not."""
    entry = CheckIn(day=DAY)
    assert replace(entry, logged_at=datetime(2026, 11, 22, tzinfo=UTC)) == entry


@pytest.mark.parametrize(
    ("moods", "mean"),
    [((), None), ((None,), None), ((4.0,), 4.0), ((4.0, None, 7.0), 5.5), ((1, 1, 10), 4.0)],
)
def test_mood_of_a_day_is_the_mean(moods: tuple[float | None, ...], mean: float | None) -> None:
    """Check-ins without a mood don't count; a day without one has none, not zero."""
    assert Day(DAY, tuple(CheckIn(day=DAY, mood=each) for each in moods)).mood == mean


def test_outings_marked_as_exercise_count_as_movement() -> None:
    """A brisk walk in nature is movement only if the person says so."""
    outings = (
        Outing(day=DAY, minutes=40, as_exercise=True),
        Outing(day=DAY, minutes=30),
        Outing(day=DAY, as_exercise=True),
    )
    day = Day(DAY, exercise=(Exercise(day=DAY, minutes=25),), outings=outings)
    assert day.exercise_minutes == 65


def test_rest_alone_is_not_logging() -> None:
    """A day of rest with nothing else is not a logged day; anything else is."""
    assert not Day(DAY, rest=Rest(day=DAY)).is_logged
    assert Day(DAY, talks=(Talk(day=DAY),)).is_logged
    assert Day(DAY, rejections=(Rejection(day=DAY),)).is_logged
