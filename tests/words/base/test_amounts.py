"""Amounts that people type are read, or refused with what was typed."""

from collections.abc import Callable

import pytest

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.entry_errors import InvalidAmount, InvalidMood
from second_wind.core.errors.number_errors import AmbiguousNumber, NotWhole
from second_wind.words.base import amounts, numbers
from second_wind.words.errors.sentences import sentence


@pytest.mark.parametrize(
    ("text", "mood"), [("1", 1.0), ("10", 10.0), ("6,5", 6.5), ("+7.25", 7.25), ("٦", 6.0)]
)
def test_moods(text: str, mood: float) -> None:
    """Real numbers, with a point or a comma."""
    assert amounts.mood(text) == mood


@pytest.mark.parametrize("text", ["0.99", "10.01", "inf", "nan", "1_0", "six", "", "1e1", "1:30"])
def test_no_moods(text: str) -> None:
    """Nothing that only Python takes for a number."""
    with pytest.raises(InvalidMood) as refused:
        amounts.mood(text)
    assert refused.value.given == text


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("1", 60), ("1.5", 90), ("0,25", 15), ("24", 1440), ("0.01", 1), ("0.38", 23), ("1:30", 90),
     (".5", 30), ("2.25", 135), ("١٫٥", 90), ("0:01", 1), ("24:00", 1440)],
)  # fmt: skip
def test_hours_become_whole_minutes(text: str, minutes: int) -> None:
    """Halves go up."""
    assert amounts.hours(text) == minutes


@pytest.mark.parametrize("text", ["0", "0.0091", "24.01", "24:01", "-1", "1h", ""])
def test_no_hours(text: str) -> None:
    """From one minute to a day."""
    with pytest.raises(InvalidAmount):
        amounts.hours(text)


def test_minutes_are_whole() -> None:
    """Half a minute is refused, since it could not be stored; an hour and a half is none."""
    assert [amounts.minutes(each) for each in ("20", "1:30", "20,0")] == [20, 90, 20]
    with pytest.raises(NotWhole) as refused:
        amounts.minutes("1,5")
    assert refused.value.given == "1,5"


@pytest.mark.parametrize(
    "read", [amounts.mood, amounts.minutes, amounts.hours, amounts.whole("years", 1, 20)]
)
@pytest.mark.parametrize("text", ["1.000", "1,000", "1 000"])
def test_both_readings_are_named(read: Callable[[str], float], text: str) -> None:
    """Whatever the amount, what could be two numbers is refused in a sentence with both."""
    with pytest.raises(AmbiguousNumber) as refused:
        read(text)
    said = sentence(refused.value)
    assert said.startswith(f"“{text}” could be 1 or 1000; please write ")
    assert ("decimals" in said) == (read in (amounts.mood, amounts.hours))


@pytest.mark.parametrize(
    ("read", "text", "said"),
    [(amounts.hours, "30", "Volunteering can be anything from a minute to 24 hours, written like"
      " 1,5 or 1:30; “30” is not."),
     (amounts.minutes, "1.5", "Minutes can only be a whole number; “1.5” is not."),
     (amounts.mood, "6.125", "“6.125” could be 6,125 or 6125; please write it")],
)  # fmt: skip
def test_sentences_write_numbers_as_the_locale_does(
    read: Callable[[str], float], text: str, said: str
) -> None:
    """What was typed is quoted as it was, what the program says has the locale's mark."""
    numbers.choose("de_DE")
    with pytest.raises(KnownError) as refused:
        read(text)
    assert sentence(refused.value).startswith(said)
