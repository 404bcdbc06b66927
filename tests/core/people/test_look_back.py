"""Looking back on a week names what was good."""

from datetime import date, timedelta

from second_wind.core.log.entries import (
    CheckIn,
    Day,
    Exercise,
    GoodNews,
    GoodNewsKind,
    Outing,
    Rejection,
    Rest,
    Talk,
    Volunteering,
)
from second_wind.core.people.look_back import look_back
from second_wind.words.window.look_back import lines, span

MONDAY = date(2026, 11, 16)


def day(offset: int) -> date:
    """Return a day of the week."""
    return MONDAY + timedelta(days=offset)


def week() -> list[Day]:
    """Return a week with a bit of all, its lowest day on Tuesday."""
    good = GoodNews(day=day(1), kind=GoodNewsKind.INTERVIEW, company="Initech")
    return [
        Day(
            day(0),
            (CheckIn(day=day(0), mood=6, feelings=("hopeful", "tired", "wobbly")),),
            exercise=(Exercise(day=day(0), minutes=20),),
        ),
        Day(
            day(1),
            (CheckIn(day=day(1), mood=2, feelings=("hopeful",)),),
            rejections=(Rejection(day=day(1)),),
            outings=(Outing(day=day(1)),),
            good_news=(good,),
        ),
        Day(day(2), (CheckIn(day=day(2), mood=8, feelings=("calm", "hopeful")),)),
        Day(day(3), talks=(Talk(day=day(3), person="Ana"), Talk(day=day(3), person="Ana"))),
        Day(day(4), volunteering=(Volunteering(day=day(4), minutes=90),)),
        Day(day(5), rest=Rest(day=day(5))),
        Day(day(6)),
    ]


def test_good_things_come_first() -> None:
    """Good news, the brightest day, pleasant feelings, people; what was heavy comes last."""
    assert lines(look_back(week(), exclude_lowest=False)) == [
        "An interview · Initech",
        "Brightest day: Wednesday, mood 8",
        "You felt: hopeful, calm",
        "You talked with: Ana",
        "20 minutes of movement on 1 day",
        "1 outing",
        "1.5 h of volunteering",
        "1 day of rest",
        "1 rejection came",
    ]


def test_the_lowest_days_can_be_left_out_but_not_their_good_news() -> None:
    """It is said that something was left out, so that nothing is hidden."""
    found = look_back(week(), exclude_lowest=True)
    said = lines(found)
    assert said[0] == "An interview · Initech"
    assert "1 outing" not in said
    assert "1 rejection came" not in said
    assert said[-1] == "1 low day is left out here, as you set it"
    assert found.left_out == 1


def test_a_week_without_an_entry_says_so() -> None:
    """No zeros, no reproach."""
    empty = [Day(day(i)) for i in range(7)]
    assert lines(look_back(empty, exclude_lowest=False)) == ["Nothing logged in these days."]


def test_weeks_are_named_from_today() -> None:
    """This week, last week, and others by their days."""
    sunday = day(6)
    assert span(day(0), sunday, sunday) == "This week so far"
    assert span(day(0), sunday, day(7)) == "Last week"
    assert span(day(0), sunday, day(14)) == "16 Nov 2026 to 22 Nov 2026"
