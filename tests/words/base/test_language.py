"""Dates and numbers as the program writes them."""

from datetime import date, time, timedelta

import pytest

from second_wind.words.base import language

SUNDAY = date(2026, 11, 22)


def test_dates_in_their_lengths() -> None:
    """A date is written out with the month's name, so that no order can be mistaken."""
    assert language.long_date(SUNDAY) == "Sunday 22 November 2026"
    assert language.plain_date(SUNDAY) == "22 November 2026"
    assert language.short_date(SUNDAY) == "22 Nov 2026"


def test_heading_leaves_out_this_year() -> None:
    """The year stands in a heading only where it is another one."""
    assert language.heading_date(SUNDAY, date(2026, 1, 1)) == "Sunday 22 November"
    assert language.heading_date(SUNDAY, date(2027, 1, 1)) == "Sunday 22 November 2026"


def test_names_follow_the_calendar() -> None:
    """Every weekday and month has the name that the calendar gives it."""
    week = [SUNDAY + timedelta(days=i) for i in range(7)]
    assert [language.weekday_name(each) for each in week] == [f"{each:%A}" for each in week]
    assert [language.short_weekday_name(each) for each in week] == [f"{each:%a}" for each in week]
    months = [date(2026, number, 1) for number in range(1, 13)]
    assert [language.month_name(each) for each in months] == [f"{each:%B}" for each in months]
    assert [language.short_month_name(each) for each in months] == [f"{each:%b}" for each in months]


@pytest.mark.parametrize(
    ("value", "text"), [(7, "7"), (6.5, "6.5"), (7.75, "7.8"), (6.96, "7"), (-0.5, "−0.5")]
)
def test_points_have_at_most_one_decimal(value: float, text: str) -> None:
    """A mapped mood is shown with one decimal, a whole one without."""
    assert language.points(value) == text


@pytest.mark.parametrize(
    ("minutes", "text"), [(60, "1 h"), (90, "1.5 h"), (100, "1.67 h"), (600, "10 h"), (1, "0.02 h")]
)
def test_hours_from_minutes(minutes: int, text: str) -> None:
    """Volunteering is shown in hours; a whole ten keeps its zero."""
    assert language.hours(minutes) == text


def test_clock_time_has_two_digits() -> None:
    """Times are written as the command line takes them."""
    assert language.clock_time(time(4, 5)) == "04:05"


def test_plural_forms() -> None:
    """The sentence follows the number."""
    said = [language.translate_plural("{n} day", "{n} days", n).format(n=n) for n in (1, 2)]
    assert said == ["1 day", "2 days"]


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (time(0, 5), "12:05 am"),
        (time(9), "9:00 am"),
        (time(12), "12:00 pm"),
        (time(14, 32), "2:32 pm"),
    ],
)
def test_hours_can_be_counted_to_twelve(at: time, said: str) -> None:
    """Where the locale counts so; else a day has twenty-four."""
    assert language.clock_time(at) == f"{at:%H:%M}"
    language.count_hours(to_twelve=True)
    try:
        assert language.clock_time(at) == said
    finally:
        language.count_hours(to_twelve=False)
