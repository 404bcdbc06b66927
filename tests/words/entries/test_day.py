"""What a day holds, in words."""

from datetime import date

from second_wind.core.log.entries import (
    CheckIn,
    Consultation,
    ConsultationKind,
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
from second_wind.words.entries import day as words

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
        consultations=(Consultation(day=SUNDAY, kind=ConsultationKind.COACHING),),
        good_news=(GoodNews(day=SUNDAY, kind=GoodNewsKind.INTERVIEW),),
    )
    assert words.sentence(day, SUNDAY) == (
        "Sunday 22 November: a day of rest, mood 6.5, the mean of 2 check-ins, calm, hopeful,"
        " 31 minutes of exercise, 2 outings, 1.5 h of volunteering, 1 talk, An interview,"
        " 1 question to an expert, 1 rejection, 2 notes"
    )
    assert len(words.lines(day)) == 12


def test_own_names_of_moods() -> None:
    """The person's own names are used where there are any, and the usual ones elsewhere."""
    names = ("rock bottom", *[""] * 9)
    low, good = CheckIn(day=SUNDAY, mood=1), CheckIn(day=SUNDAY, mood=7)
    said = words.lines(Day(SUNDAY, check_ins=(low, good)), names)
    assert said == ["Mood 1 (rock bottom)", "Mood 7 (good)"]
    assert "rock bottom" in words.sentence(Day(SUNDAY, check_ins=(low,)), SUNDAY, names)
