"""Days of rest: stretches, and how they end."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from second_wind.core.log.rest import ended, stretch

TODAY = date(2026, 11, 22)


def day(offset: int) -> date:
    """Return a day by its distance from today."""
    return TODAY + timedelta(days=offset)


def test_a_stretch_has_both_ends_and_marks_no_day_twice() -> None:
    """Days that rest already stay as they are."""
    made = stretch(day(0), day(3), {day(1)})
    assert [each.day for each in made] == [day(0), day(2), day(3)]
    assert stretch(day(0), day(-1), set()) == []


def test_coming_back_early_ends_what_lies_ahead() -> None:
    """The days that were have been at rest; those to come are not needed any more."""
    rests = stretch(day(-3), day(4), set())
    assert {each.day for each in ended(day(0), TODAY, rests)} == {day(i) for i in range(5)}
    assert [each.day for each in ended(day(-2), TODAY, rests)] == [day(-2)]
    assert ended(day(9), TODAY, rests) == []


@given(st.sets(st.integers(-9, 9)), st.integers(-9, 9))
def test_only_the_day_itself_and_days_ahead_end(resting: set[int], at: int) -> None:
    """Whatever rests, no other day of the past changes, and a gap ends a stretch."""
    rests = [each for offset in resting for each in stretch(day(offset), day(offset), set())]
    gone = {(each.day - TODAY).days for each in ended(day(at), TODAY, rests)}
    assert gone <= resting
    assert all(each == at or each > 0 for each in gone)
    assert (at in gone) == (at in resting)
