"""What was changed on both sides, in words."""

from datetime import date

import pytest

from second_wind.core.log.entries import Exercise
from second_wind.core.log.kinds import Noun
from second_wind.words.files.merging import amounts, clash

DAY = date(2026, 11, 22)


def test_one_entry_is_not_counted() -> None:
    """Its day and kind stand over what it says here and there."""
    here, there = (Exercise(day=DAY, minutes=each) for each in (20, 25))
    title, *states = clash(Noun.EXERCISE, DAY, here, there)
    assert title == "Sunday 22 November 2026, an entry of exercise"
    assert states == ["Here: 20 minutes of exercise", "There: 25 minutes of exercise"]


@pytest.mark.parametrize("noun", [Noun.EXERCISE, Noun.VOLUNTEERING])
def test_entries_are_no_times(noun: Noun) -> None:
    """Five of exercise could be five times as much of it."""
    assert amounts({noun: 1}) == f"1 entry of {noun}"
    assert amounts({noun: 5}) == f"5 entries of {noun}"
