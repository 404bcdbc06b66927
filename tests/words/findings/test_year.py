"""What the Year chart says."""

import math

from second_wind.words.findings import year as words


def test_a_year_in_one_sentence() -> None:
    """How much was logged, and the mean; or how to begin."""
    assert words.reading(2026, 214, 326, 6.24) == (
        "2026: a mood on 214 of 326 days, 6.2 on average."
    )
    assert words.reading(2026, 1, 1, 7.0) == "2026: a mood on 1 of 1 day, 7 on average."
    assert words.reading(2026, 0, 10, math.nan) == (
        "No mood logged in 2026 yet; one check-in is enough to begin."
    )


def test_rows_begin_with_the_first_day_of_the_week() -> None:
    """Monday, Sunday or Saturday."""
    assert words.weekdays(0)[0] == "Mon"
    assert words.weekdays(6)[:2] == ("Sun", "Mon")
    assert words.weekdays(5)[0] == "Sat"


def test_a_mood_has_a_name() -> None:
    """Empty where there is none."""
    assert words.mood_words(6.4) == "okay"
    assert words.mood_words(math.nan) == ""
    assert [words.month(each) for each in (1, 5, 12)] == ["Jan", "May", "Dec"]
