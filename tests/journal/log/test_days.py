"""Days put together from their entries."""

from datetime import date, time, timedelta

from second_wind.core.log.entries import (
    AnyEntry,
    CheckIn,
    Exercise,
    Outing,
    Rejection,
    Rest,
    StepMark,
    Talk,
    Volunteering,
)
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName

TODAY = date(2026, 11, 22)
YESTERDAY = TODAY - timedelta(days=1)


def store(journal: Journal, *entries: AnyEntry) -> None:
    """Store entries."""
    journal.store(add=entries, name=ActName.LOG)


def test_day_holds_every_kind(journal: Journal) -> None:
    """What was logged on a day is there, each kind in its place; marked steps are not shown."""
    check_in, exercise = CheckIn(day=TODAY), Exercise(day=TODAY, minutes=1)
    outing, talk = Outing(day=TODAY), Talk(day=TODAY)
    volunteering, rejection = Volunteering(day=TODAY, minutes=1), Rejection(day=TODAY)
    rest, mark = Rest(day=TODAY), StepMark(day=TODAY, rejection=rejection.id, step=6)
    store(journal, check_in, exercise, outing, talk, volunteering, rejection, rest, mark)
    day = journal.day(TODAY)
    assert (day.check_ins, day.exercise, day.outings) == ((check_in,), (exercise,), (outing,))
    assert (day.volunteering, day.talks) == ((volunteering,), (talk,))
    assert (day.rejections, day.rest) == ((rejection,), rest)


def test_times_follow_the_persons_day(journal: Journal) -> None:
    """Untimed first, then by the clock, the hours after midnight at the end."""
    times = [time(1, 30), time(23), None, time(8)]
    store(journal, *(CheckIn(day=TODAY, at=each) for each in times))
    found = [each.at for each in journal.day(TODAY).check_ins]
    assert found == [None, time(8), time(23), time(1, 30)]


def test_span_has_every_day_once(journal: Journal) -> None:
    """Days without entries are there, empty; both ends are included."""
    store(journal, CheckIn(day=YESTERDAY, mood=4), CheckIn(day=TODAY, mood=6))
    days = journal.days(TODAY - timedelta(days=3), TODAY)
    assert [each.day.day for each in days] == [19, 20, 21, 22]
    assert [each.mood for each in days] == [None, None, 4, 6]


def test_empty_span(journal: Journal) -> None:
    """A span that ends before it begins has no day."""
    assert journal.days(TODAY, YESTERDAY) == []
