"""The seven steps past a rejection, and which of them a log has touched since."""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta

from second_wind.core.log.entries import (
    STEPS_BY_HAND,
    Consultation,
    Day,
    Person,
    StepMark,
    TalkKind,
)
from second_wind.core.people.people import Directory

LONGEST = 60
"""Days that the steps look at, the rejection's day included."""
EXERCISE_MINUTES = 20
"""What the third step takes, whatever the person's own goal is."""
STEPS = (1, 2, 3, 4, 5, 6, 7)

Kinds = Set[TalkKind]
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
        Everybody, to tell who a talk was with and what kind of person they are now.
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
    directory = Directory(links.people)
    counted = [
        (each, _kinds_talked_to(each, directory))
        for each in days
        if rejection_day <= each.day <= end
    ]
    in_touch = {each.day for each, _ in counted if _talks_to_someone_met(each, directory, links)}
    linked = {6: in_touch, 7: {each.day for each in links.consultations}}
    return tuple(_state(step, counted, linked.get(step, set()), marks) for step in STEPS)


def _state(
    step: int, days: Sequence[tuple[Day, Kinds]], linked: set[date], marks: Sequence[StepMark]
) -> StepState:
    logged = linked | {each.day for each, kinds in days if _TOUCHES[step](each, kinds)}
    by_hand = {each.day for each in marks if each.step == step and step in STEPS_BY_HAND}
    touched = sorted(logged | by_hand)
    first = touched[0] if touched else None
    return StepState(step, first, len(touched), bool(by_hand) and not logged)


def _talks_to_someone_met(day: Day, directory: Directory, links: Links) -> bool:
    found = (directory.of(each) for each in day.talks)
    return any(each is not None and each.id in links.met for each in found)


def _kinds_talked_to(day: Day, directory: Directory) -> Kinds:
    """Return what those were talked to as, and what they are known as by now.

    What a talk was noted as stays true when its person turns out to be somebody else, too.
    """
    known = (directory.of(each) for each in day.talks)
    return {each.kind for each in day.talks} | {each.kind for each in known if each is not None}


def _names_feelings(day: Day, _kinds: Kinds) -> bool:
    return any(each.feelings or each.note for each in day.check_ins) or any(
        each.note for each in day.rejections
    )


def _talks_to_someone_trusted(_day: Day, kinds: Kinds) -> bool:
    return bool(kinds & _TRUSTED)


def _moves(day: Day, _kinds: Kinds) -> bool:
    return day.exercise_minutes >= EXERCISE_MINUTES


def _gets_outside(day: Day, _kinds: Kinds) -> bool:
    return bool(day.outings)


def _volunteers(day: Day, _kinds: Kinds) -> bool:
    return bool(day.volunteering)


def _keeps_the_connection(_day: Day, kinds: Kinds) -> bool:
    return TalkKind.INTERVIEWER in kinds


def _consults_an_expert(day: Day, kinds: Kinds) -> bool:
    """Tell whether anything was asked; feedback that came along with a no was not asked for."""
    return bool(day.consultations) or TalkKind.EXPERT in kinds


_TOUCHES: Mapping[int, Callable[[Day, Kinds], bool]] = {
    1: _names_feelings,
    2: _talks_to_someone_trusted,
    3: _moves,
    4: _gets_outside,
    5: _volunteers,
    6: _keeps_the_connection,
    7: _consults_an_expert,
}
