"""Stretches of days that are looked at closer, wider, earlier or later."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_wind.ui.charts.day_span import DaySpan

WHOLE = DaySpan(date(2026, 1, 1), date(2026, 12, 31))


def test_looking_closer_keeps_the_day_in_place() -> None:
    """Half the days around the one under the pointer."""
    assert WHOLE.zoomed(0.5, 0.0, WHOLE) == DaySpan(date(2026, 1, 1), date(2026, 7, 1))
    assert WHOLE.zoomed(0.5, 1.0, WHOLE) == DaySpan(date(2026, 7, 3), date(2026, 12, 31))
    middle = WHOLE.zoomed(0.5, 0.5, WHOLE)
    assert (middle.first, len(middle)) == (date(2026, 4, 3), 182)


def test_two_weeks_are_the_closest_look() -> None:
    """Unless the log is shorter."""
    assert len(WHOLE.zoomed(0.001, 0.5, WHOLE)) == 14
    short = DaySpan(date(2026, 1, 1), date(2026, 1, 5))
    assert short.zoomed(0.5, 0.5, short) == short


@pytest.mark.parametrize(("share", "first"), [(0.5, 6), (-0.5, 1), (0.01, 2), (-0.01, 1)])
def test_going_on_keeps_the_number_of_days(share: float, first: int) -> None:
    """At least one day, and no further than the log."""
    span = DaySpan(date(2026, 1, 1), date(2026, 1, 10))
    moved = span.panned(share, WHOLE)
    assert (moved.first.day, len(moved)) == (first, 10)


@given(st.floats(0.05, 20), st.floats(0, 1), st.floats(-2, 2))
def test_no_look_leaves_the_log(factor: float, share: float, moved: float) -> None:
    """However it is zoomed and panned."""
    span = DaySpan(date(2026, 3, 1), date(2026, 5, 1))
    assert span.zoomed(factor, share, WHOLE).panned(moved, WHOLE).is_within(WHOLE)
