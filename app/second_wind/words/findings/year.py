"""What the Year chart says."""

import math
from collections.abc import Sequence
from datetime import date, timedelta

from second_wind.core.analysis.method.timeline import Timeline
from second_wind.words.base import labels
from second_wind.words.base.language import (
    _,
    pgettext,
    points,
    short_month_name,
    short_weekday_name,
    translate_plural,
)
from second_wind.words.findings import charts

_A_MONDAY = date(2024, 1, 1)


def title(year: int) -> str:
    """Return the name of the chart."""
    return _("Year {year}").format(year=year)


def reading(year: int, logged: int, days: int, mood: float) -> str:
    """Return how much of a year was logged, and its mean mood."""
    if not logged:
        return _("No mood logged in {year} yet; one check-in is enough to begin.").format(year=year)
    said = translate_plural(
        "{year}: a mood on {logged} of {days} day, {mood} on average.",
        "{year}: a mood on {logged} of {days} days, {mood} on average.",
        days,
    )
    return said.format(year=year, logged=logged, days=days, mood=points(mood))


def note() -> str:
    """Return what a square is."""
    return _("Each square is a day in the colour of its mood, weeks from left to right.")


def method() -> str:
    """Return how the chart was made."""
    return _(
        "A day's mood is the mean of its check-ins; its colour is that of the nearest of the ten "
        "steps. A day without a mood stays empty: it is not low, it is not known, and it is in no "
        "average. The days are counted from the first one in the log."
    )


def month(number: int) -> str:
    """Return the name above a month's block."""
    return short_month_name(date(2024, number, 1))


def weekdays(week_start: int) -> tuple[str, ...]:
    """Return the names of the rows; `week_start` is 0 for Monday, 6 for Sunday."""
    days = (_A_MONDAY + timedelta(days=(week_start + i) % 7) for i in range(7))
    return tuple(short_weekday_name(each) for each in days)


def ramp_label(mood_names: Sequence[str] = ()) -> str:
    """Return what the ten colours are."""
    names = labels.mood_steps(mood_names)
    return _("mood from 1, {lowest}, to 10, {highest}").format(lowest=names[0], highest=names[-1])


def empty_label() -> str:
    """Return what an empty square is."""
    return _("no mood logged")


def good_news_label() -> str:
    """Return the name of the star."""
    return pgettext("chart", "good news")


def rejection_label() -> str:
    """Return what the triangle is."""
    return pgettext("chart", "a rejection")


def columns() -> tuple[str, ...]:
    """Return the heads of the table."""
    return (
        pgettext("column", "Day"),
        pgettext("column", "Mood"),
        pgettext("column", "In words"),
        pgettext("column", "Also that day"),
    )


def mood_words(mood: float, mood_names: Sequence[str] = ()) -> str:
    """Return the name of a mood's step, empty where there is none."""
    return "" if math.isnan(mood) else labels.mood_name(mood, mood_names)


def also(timeline: Timeline, offset: int) -> str:
    """Return what a day held besides its mood."""
    return ", ".join(charts.held(timeline, offset, with_mood=False))
