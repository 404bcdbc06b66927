"""What may be stored, and what is refused with the reason."""

from datetime import date, timedelta
from typing import Any

import pytest

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.entry_errors import (
    AnsweredBeforeAsked,
    BrokenText,
    DayNotReached,
    InvalidAmount,
    InvalidChoice,
    InvalidDay,
    InvalidMood,
    TooLong,
    TooManyPhotos,
)
from second_wind.core.errors.usage_errors import NothingGiven
from second_wind.core.log.entries import (
    LONGEST_LINE,
    LONGEST_TEXT,
    AnyEntry,
    CheckIn,
    Consultation,
    ConsultationKind,
    Exercise,
    FeelingWord,
    GoodNews,
    GoodNewsKind,
    Outing,
    Person,
    Rejection,
    Rest,
    StepMark,
    Talk,
    Volunteering,
)
from second_wind.core.log.validation import check

TODAY = date(2026, 11, 22)
YESTERDAY = TODAY - timedelta(days=1)
TOMORROW = TODAY + timedelta(days=1)


@pytest.mark.parametrize(
    "entry",
    [
        CheckIn(day=TODAY),
        CheckIn(day=TODAY, mood=1.0, feelings=("hopeful", "😀"), note="a\nb"),
        CheckIn(day=date(1900, 1, 1), mood=10),
        Exercise(day=TODAY, minutes=1),
        Exercise(day=TODAY, minutes=1440),
        Outing(day=TODAY, photos=("a",) * 10),
        Talk(day=TODAY, minutes=None),
        Rejection(day=TODAY, lesson="x" * LONGEST_TEXT, company="x" * LONGEST_LINE),
        Rest(day=TOMORROW),
        StepMark(day=TODAY, rejection="x", step=7),
        Person(day=TODAY, name="Ana", keep_in_touch=1),
        Consultation(day=TODAY, kind=ConsultationKind.FEEDBACK, received=TODAY),
        GoodNews(day=TODAY, kind=GoodNewsKind.FOUND_WORK, reopened=TODAY),
        FeelingWord(day=TODAY, word="wobbly"),
    ],
)
def test_allowed(entry: AnyEntry) -> None:
    """Ends are included, a holiday may lie ahead, and everything but the day may be absent."""
    check(entry, TODAY)


@pytest.mark.parametrize(
    ("entry", "error", "facts"),
    [
        (CheckIn(day=TOMORROW), DayNotReached, {"day": TOMORROW, "today": TODAY}),
        (CheckIn(day=date(206, 11, 22)), InvalidDay, {"given": "0206-11-22"}),
        (CheckIn(day=TODAY, mood=0.5), InvalidMood, {"given": "0.5"}),
        (CheckIn(day=TODAY, mood=float("nan")), InvalidMood, {"given": "nan"}),
        (Exercise(day=TODAY, minutes=0), InvalidAmount, {"given": "0", "highest": 1440}),
        (Volunteering(day=TODAY, minutes=1441), InvalidAmount, {"given": "1441", "lowest": 1}),
        (Outing(day=TODAY, minutes=-5), InvalidAmount, {"given": "-5"}),
        (Outing(day=TODAY, photos=("a",) * 11), TooManyPhotos, {"highest": 10}),
        (StepMark(day=TODAY, rejection="x", step=5), InvalidChoice, {"possible": ("6", "7")}),
        (
            Rejection(day=TODAY, company="x" * 501),
            TooLong,
            {"what": "company", "length": 501, "highest": 500},
        ),
        (Person(day=TODAY, name=" "), NothingGiven, {}),
        (Person(day=TODAY, name="Ana", keep_in_touch=0), InvalidAmount, {"given": "0"}),
        (FeelingWord(day=TODAY, word=""), NothingGiven, {}),
        (
            Consultation(day=TODAY, kind=ConsultationKind.FEEDBACK, received=TOMORROW),
            DayNotReached,
            {"day": TOMORROW},
        ),
        (
            GoodNews(day=TODAY, kind=GoodNewsKind.OFFER, reopened=YESTERDAY),
            AnsweredBeforeAsked,
            {"day": TODAY, "later": YESTERDAY},
        ),
        (CheckIn(day=TODAY, note="x" * 100_001), TooLong, {"what": "note", "length": 100_001}),
        (CheckIn(day=TODAY, feelings=("x" * 501,)), TooLong, {"what": "feelings"}),
        (Talk(day=TODAY, person="Jos\udce9"), BrokenText, {"given": "Jos\udce9"}),
    ],
)
def test_refused(entry: AnyEntry, error: type[KnownError], facts: dict[str, Any]) -> None:
    """Each refusal says what was given and what would do."""
    with pytest.raises(error) as refused:
        check(entry, TODAY)
    assert {name: getattr(refused.value, name) for name in facts} == facts
