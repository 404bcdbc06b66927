"""Entries on one line."""

from datetime import date, time

import pytest

from second_wind.core.log.entries import (
    AnyEntry,
    Channel,
    CheckIn,
    Consultation,
    ConsultationKind,
    Exercise,
    FeelingWord,
    GoodNews,
    GoodNewsKind,
    Outing,
    OutingKind,
    Person,
    Rejection,
    Rest,
    Stage,
    StepMark,
    Talk,
    TalkKind,
    Volunteering,
)
from second_wind.words.entries import entries as words

SUNDAY = date(2026, 11, 22)


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
        (Talk(day=SUNDAY, tip="Initech hires"), "a talk with someone, Initech hires"),
        (Person(day=SUNDAY, name="Ana", organisation="Initech"), "Ana, Initech"),
        (
            Consultation(
                day=SUNDAY,
                kind=ConsultationKind.FEEDBACK,
                person="Ana",
                received=SUNDAY,
                said="slower",
            ),
            "Feedback asked, Ana, answered on 22 Nov 2026, slower",
        ),
        (GoodNews(day=SUNDAY, kind=GoodNewsKind.OFFER, company="Initech"), "An offer, Initech"),
        (FeelingWord(day=SUNDAY, word="wobbly", meaning="like jelly"), "wobbly, like jelly"),
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
