"""Numbers and amounts as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_wind.exchange.values.numbers import is_no, is_yes, minutes_of, number_of


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7),
        ("7,5", 7.5),
        ("7.25", 7.25),
        ("-2", -2),
        ("1e5", None),
        ("", None),
        ("seven", None),
    ],
)
def test_numbers_with_point_or_comma(text: str, number: float | None) -> None:
    """A decimal comma is as good as a point."""
    assert number_of(text) == number


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("30", 30),
        ("30 min", 30),
        ("45m", 45),
        ("1h 30", None),
        ("1h 30m", 90),
        ("1.5 h", 90),
        ("2 hours", 120),
        ("1:30", 90),
        ("some", None),
        ("", None),
    ],
)
def test_minutes_however_written(text: str, minutes: int | None) -> None:
    """Amounts of time become whole minutes, or nothing."""
    assert minutes_of(text) == minutes


def test_hours_where_a_column_holds_hours() -> None:
    """A bare number counts in the unit of its column, one with a unit in its own."""
    assert minutes_of("1,5", 60) == 90
    assert minutes_of("30 min", 60) == 30


@given(st.text(max_size=60))
def test_any_text_is_an_amount_or_none(text: str) -> None:
    """No text breaks the readers, and no cell is ticked and empty at once."""
    number_of(text)
    minutes_of(text)
    assert not (is_yes(text) and is_no(text))
