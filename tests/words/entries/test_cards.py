"""What the cards of Today say."""

from datetime import date, time

import pytest

from second_wind.core.log.entries import (
    CheckIn,
    Day,
    Exercise,
    Outing,
    Talk,
    TalkKind,
    Volunteering,
)
from second_wind.words.entries import cards

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (Exercise(day=DAY, minutes=15, kind="Walk", at=time(8, 10)), "Walk 15 min · 08:10"),
        (Exercise(day=DAY, minutes=20), "20 min"),
    ],
)
def test_exercise(entry: Exercise, said: str) -> None:
    """Movement says its kind, minutes and time, and nothing that was not given."""
    assert cards.exercise(entry) == said


def test_outing() -> None:
    """An outing says kind, minutes and place."""
    assert cards.outing(Outing(day=DAY, minutes=45, place="Laramie River")) == (
        "Nature, 45 min, Laramie River"
    )


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (
            Volunteering(
                day=DAY, minutes=120, organisation="Food bank", practised="sorting", met="Dana"
            ),
            "Food bank, 2 h: sorting, met Dana",
        ),
        (Volunteering(day=DAY, minutes=90), "1.5 h"),
    ],
)
def test_volunteering(entry: Volunteering, said: str) -> None:
    """Volunteering is shown in hours, with what was given and no more."""
    assert cards.volunteering(entry) == said


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (Talk(day=DAY, kind=TalkKind.MENTOR, minutes=20), "Talked to a mentor · 20 min"),
        (Talk(day=DAY, person="Ana", note="yes\nmore"), "Talked to Ana · yes"),
        (Talk(day=DAY, person="Ana", kind=TalkKind.FRIEND), "Talked to Ana (a friend)"),
    ],
)
def test_talk(entry: Talk, said: str) -> None:
    """A talk names the person where there is a name, else what kind of person."""
    assert cards.talk(entry) == said


def test_check_ins_are_counted_with_their_mean() -> None:
    """The mean is said only where it says something new."""
    seven, six = CheckIn(day=DAY, mood=7.0), CheckIn(day=DAY, mood=6.0)
    assert cards.check_ins_so_far(Day(DAY), is_today=True) == ""
    assert cards.check_ins_so_far(Day(DAY, (seven,)), is_today=True) == "1 check-in today"
    both = Day(DAY, (seven, six))
    assert cards.check_ins_so_far(both, is_today=False) == "2 check-ins · average 6.5"


@pytest.mark.parametrize(
    ("reached", "said"),
    [(0, "nothing logged yet"), (15, "15 of 20 minutes"), (45, "45 minutes, goal reached")],
)
def test_the_goal_is_an_invitation(reached: int, said: str) -> None:
    """Nothing logged is not a zero, and the goal is said once it is reached."""
    assert cards.toward_goal(reached, 20) == said
