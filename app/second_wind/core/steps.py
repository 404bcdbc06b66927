"""The seven steps past a rejection, and which of them a log has touched since."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from second_wind.core.entries import STEPS_BY_HAND, Consultation, Day, Person, StepMark, TalkKind
from second_wind.core.people import Directory

LONGEST = 60
"""Days that the steps look at, the rejection's day included."""
EXERCISE_MINUTES = 20
"""What the third step takes, whatever the person's own goal is."""
STEPS = (1, 2, 3, 4, 5, 6, 7)

_TRUSTED = {
    TalkKind.FRIEND,
    TalkKind.FAMILY,
    TalkKind.MENTOR,
    TalkKind.COUNSELLOR,
    TalkKind.RELIGIOUS_LEADER,
}


@dataclass(frozen=True, slots=True)
class StepState:
    """Whether one step was touched.

    Attributes
    ----------
    step : int
        1 to 7.
    first_day : date or None
        The first day on which it was touched; None if it was not.
    days : int
        On how many days it was touched.
    by_hand : bool
        Whether it was marked by hand, and the log knows nothing of it.
    """

    step: int
    first_day: date | None
    days: int
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Links:
    """What hangs on one rejection, besides the days.

    Attributes
    ----------
    people : sequence of Person
        Everybody, to tell who a talk was with.
    met : sequence of str
        Identities of those who were met in its process.
    consultations : sequence of Consultation
        Questions to experts about it. They count whenever they were asked.
    """

    people: Sequence[Person] = ()
    met: Sequence[str] = ()
    consultations: Sequence[Consultation] = ()


NO_LINKS = Links()


def last_day(rejection_day: date, next_rejection_day: date | None, today: date) -> date:
    """Return the last day that counts, included: today, the 60th, or the day before the next no."""
    ends = [rejection_day + timedelta(days=LONGEST - 1), today]
    if next_rejection_day is not None:
        ends.append(next_rejection_day - timedelta(days=1))
    return max(min(ends), rejection_day)


def steps_touched(
    rejection_day: date,
    next_rejection_day: date | None,
    days: Sequence[Day],
    marks: Sequence[StepMark],
    today: date,
    links: Links = NO_LINKS,
) -> tuple[StepState, ...]:
    """Return the seven steps with when they were touched.

    Parameters
    ----------
    rejection_day : date
        The first day that counts.
    next_rejection_day : date or None
        The next day with a rejection; days from it on count for that one.
    days : sequence of Day
        What the log holds, in order; days outside the time that counts are passed over.
    marks : sequence of StepMark
        This rejection's marks. They count whenever they were made.
    today : date
        Later days don't count.
    links : Links, optional
        Who was met in the process, and what was asked about it.
    """
    end = last_day(rejection_day, next_rejection_day, today)
    counted = [each for each in days if rejection_day <= each.day <= end]
    linked = {6: _days_in_touch(counted, links), 7: {e.day for e in links.consultations}}
    return tuple(_state(step, counted, linked.get(step, set()), marks) for step in STEPS)


def _state(
    step: int, days: Sequence[Day], linked: set[date], marks: Sequence[StepMark]
) -> StepState:
    logged = linked | {each.day for each in days if _TOUCHES[step](each)}
    by_hand = {each.day for each in marks if each.step == step and step in STEPS_BY_HAND}
    touched = sorted(logged | by_hand)
    first = touched[0] if touched else None
    return StepState(step, first, len(touched), bool(by_hand) and not logged)


def _days_in_touch(days: Sequence[Day], links: Links) -> set[date]:
    """Return the days of talks with somebody who was met in the process."""
    directory, met = Directory(links.people), set(links.met)
    return {
        each.day
        for each in days
        for talk in each.talks
        if (person := directory.of(talk)) is not None and person.id in met
    }


def _names_feelings(day: Day) -> bool:
    return any(each.feelings or each.note for each in day.check_ins) or any(
        each.note for each in day.rejections
    )


def _talk_kinds(day: Day) -> Iterator[TalkKind]:
    return (each.kind for each in day.talks)


def _talks_to_someone_trusted(day: Day) -> bool:
    return any(kind in _TRUSTED for kind in _talk_kinds(day))


def _moves(day: Day) -> bool:
    return day.exercise_minutes >= EXERCISE_MINUTES


def _gets_outside(day: Day) -> bool:
    return bool(day.outings)


def _volunteers(day: Day) -> bool:
    return bool(day.volunteering)


def _keeps_the_connection(day: Day) -> bool:
    return TalkKind.INTERVIEWER in _talk_kinds(day)


def _takes_advice(day: Day) -> bool:
    told = any(each.feedback for each in day.rejections)
    return told or bool(day.consultations) or TalkKind.EXPERT in _talk_kinds(day)


_TOUCHES: Mapping[int, Callable[[Day], bool]] = {
    1: _names_feelings,
    2: _talks_to_someone_trusted,
    3: _moves,
    4: _gets_outside,
    5: _volunteers,
    6: _keeps_the_connection,
    7: _takes_advice,
}
