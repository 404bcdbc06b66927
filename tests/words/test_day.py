"""What a day holds, in words."""

from datetime import date, time

import pytest

from second_wind.core.entries import (
    AnyEntry,
    Channel,
    CheckIn,
    Day,
    Exercise,
    Outing,
    OutingKind,
    Rejection,
    Rest,
    Stage,
    StepMark,
    Talk,
    TalkKind,
    Volunteering,
)
from second_wind.words import day as words

SUNDAY = date(2026, 11, 22)


def test_a_day_without_anything() -> None:
    """Not logged, and no reproach; another year is named."""
    assert words.sentence(Day(SUNDAY), SUNDAY) == "Sunday 22 November: nothing logged"
    assert words.lines(Day(SUNDAY)) == []
    later = words.sentence(Day(SUNDAY), date(2027, 1, 1))
    assert later == "Sunday 22 November 2026: nothing logged"


def test_a_full_day_on_one_line() -> None:
    """Means, sums and counts, each feeling once."""
    day = Day(
        SUNDAY,
        check_ins=(
            CheckIn(day=SUNDAY, mood=6, feelings=("calm", "hopeful"), note="n"),
            CheckIn(day=SUNDAY, mood=7, feelings=("calm",)),
            CheckIn(day=SUNDAY, note="no mood"),
        ),
        exercise=(Exercise(day=SUNDAY, minutes=1),),
        outings=(Outing(day=SUNDAY), Outing(day=SUNDAY, minutes=30, as_exercise=True)),
        volunteering=(Volunteering(day=SUNDAY, minutes=90),),
        talks=(Talk(day=SUNDAY),),
        rejections=(Rejection(day=SUNDAY),),
        rest=Rest(day=SUNDAY),
    )
    assert words.sentence(day, SUNDAY) == (
        "Sunday 22 November: a day of rest, mood 6.5, the mean of 2 check-ins, calm, hopeful,"
        " 31 minutes of exercise, 2 outings, 1.5 h of volunteering, 1 talk, 1 rejection, 2 notes"
    )
    assert len(words.lines(day)) == 10


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (CheckIn(day=SUNDAY, mood=1, at=time(7, 5)), "07:05  mood 1 (very low)"),
        (CheckIn(day=SUNDAY, feelings=("calm", "wabi sabi"), note="x"), "calm, wabi sabi, x"),
        (Exercise(day=SUNDAY, minutes=1, kind="run", note="x"), "1 minute of exercise, run, x"),
        (
            Outing(day=SUNDAY, kind=OutingKind.PHOTO, minutes=45, place="pier", photos=("a",)),
            "a photo walk, 45 minutes, pier, 1 photo",
        ),
        (Outing(day=SUNDAY), "an outing in nature"),
        (
            Volunteering(day=SUNDAY, minutes=135, organisation="Food bank", practised="p", met="m"),
            "2.25 h of volunteering, Food bank, p, m",
        ),
        (Talk(day=SUNDAY, kind=TalkKind.MENTOR), "a talk with a mentor"),
        (
            Talk(day=SUNDAY, kind=TalkKind.FAMILY, person="Dad", note="x"),
            "a talk with Dad (family), x",
        ),
        (
            Rejection(day=SUNDAY, company="Alderquay", role="Analyst", stage=Stage.TASK),
            "a no from Alderquay, Analyst, technical or task",
        ),
        (Rejection(day=SUNDAY, how=Channel.NO_ANSWER), "a no, applied, no answer at all"),
        (Rest(day=SUNDAY), "A day of rest"),
        (StepMark(day=SUNDAY, rejection="x", step=7), "Step 7 marked"),
    ],
)
def test_each_kind_on_a_line(entry: AnyEntry, said: str) -> None:
    """Its time first, then what is known of it."""
    assert words.entry(entry) == said


def test_long_and_broken_text_is_cut_after_a_word() -> None:
    """A diary page stays one line."""
    short = words.shorten("one\n\ntwo  " + "three " * 50)
    assert short.startswith("one two three")
    assert short.endswith("three…")
    assert len(short) <= 61
    assert words.shorten("y" * 100) == "y" * 60 + "…"
