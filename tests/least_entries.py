"""One entry of each kind, with nothing in it but what it needs."""

from datetime import date

from second_wind.core.log.entries import (
    AnyEntry,
    CheckIn,
    Consultation,
    ConsultationKind,
    EntryType,
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

DAY = date(2026, 11, 22)
LEAST: tuple[AnyEntry, ...] = (
    CheckIn(day=DAY),
    Exercise(day=DAY, minutes=20),
    Outing(day=DAY),
    Volunteering(day=DAY, minutes=60),
    Talk(day=DAY),
    Rejection(day=DAY),
    Rest(day=DAY),
    StepMark(day=DAY, rejection="", step=6),
    Person(day=DAY, name="Ana"),
    Consultation(day=DAY, kind=ConsultationKind.FEEDBACK),
    GoodNews(day=DAY, kind=GoodNewsKind.OFFER),
    FeelingWord(day=DAY, word="wobbly"),
)


def least(kind: EntryType) -> AnyEntry:
    """Return the one of a kind."""
    return next(each for each in LEAST if type(each) is kind)
