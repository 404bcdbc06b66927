"""The seven steps past a rejection."""

from datetime import date, timedelta

import pytest

from second_wind.core.log.entries import (
    Activity,
    CheckIn,
    Consultation,
    ConsultationKind,
    Day,
    Exercise,
    Outing,
    Person,
    Rejection,
    StepMark,
    Talk,
    TalkKind,
    Volunteering,
)
from second_wind.core.people.steps import Links, StepState, last_day, steps_touched

NO = date(2026, 11, 2)
TODAY = date(2026, 11, 22)


Held = Activity | CheckIn | Rejection | Consultation
ITO = Person(id="ito", day=NO, name="Ms Ito", kind=TalkKind.INTERVIEWER)
ADA = Person(id="ada", day=NO, name="Ada", kind=TalkKind.OTHER)


def day(offset: int, *held: Held) -> Day:
    """Return a day some days after the rejection."""

    def of(kind: type) -> tuple:  # type: ignore[type-arg]
        return tuple(each for each in held if isinstance(each, kind))

    return Day(
        NO + timedelta(days=offset),
        check_ins=of(CheckIn),
        exercise=of(Exercise),
        outings=of(Outing),
        volunteering=of(Volunteering),
        talks=of(Talk),
        rejections=of(Rejection),
        consultations=of(Consultation),
    )


def touched(
    *days: Day,
    marks: tuple[StepMark, ...] = (),
    following: date | None = None,
    links: Links = Links(),  # noqa: B008 - it can't change
) -> set[int]:
    """Return the numbers of the steps that were touched."""
    states = steps_touched(NO, following, days, marks, TODAY, links)
    return {each.step for each in states if each.first_day is not None}


def test_an_untouched_log_has_seven_open_steps() -> None:
    """All seven are told, in order, each without a day."""
    assert steps_touched(NO, None, [], [], TODAY) == tuple(
        StepState(step, None, 0) for step in range(1, 8)
    )


@pytest.mark.parametrize(
    ("entry", "steps"),
    [
        (CheckIn(day=NO, mood=4.0), set()),
        (CheckIn(day=NO, feelings=("hurt",)), {1}),
        (CheckIn(day=NO, note="It was a no."), {1}),
        (Rejection(day=NO, note="It was a no."), {1}),
        (Talk(day=NO, kind=TalkKind.FRIEND), {2}),
        (Talk(day=NO, kind=TalkKind.FAMILY), {2}),
        (Talk(day=NO, kind=TalkKind.MENTOR), {2}),
        (Talk(day=NO, kind=TalkKind.COUNSELLOR), {2}),
        (Talk(day=NO, kind=TalkKind.RELIGIOUS_LEADER), {2}),
        (Talk(day=NO, kind=TalkKind.OTHER), set()),
        (Exercise(day=NO, minutes=19), set()),
        (Exercise(day=NO, minutes=20), {3}),
        (Outing(day=NO, minutes=60), {4}),
        (Outing(day=NO, minutes=20, as_exercise=True), {3, 4}),
        (Volunteering(day=NO, minutes=30), {5}),
        (Talk(day=NO, kind=TalkKind.INTERVIEWER), {6}),
        (Talk(day=NO, kind=TalkKind.EXPERT), {7}),
        (Rejection(day=NO, feedback="Show more of your work."), set()),
        (Consultation(day=NO, kind=ConsultationKind.FEEDBACK), {7}),
        (Consultation(day=NO, kind=ConsultationKind.RESUME_REVIEW), {7}),
        (Consultation(day=NO, kind=ConsultationKind.COACHING), {7}),
        (Consultation(day=NO, kind=ConsultationKind.REFERENCE), {7}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_each_kind_of_entry_touches_its_step(entry: Held, steps: set[int]) -> None:
    """On the rejection's own day as on a later one, an entry touches exactly its steps."""
    assert touched(day(0, entry)) == steps
    assert touched(day(3, entry)) == steps


def test_minutes_of_one_day_add_up() -> None:
    """Twice ten minutes are twenty, on the same day only."""
    ten = Exercise(day=NO, minutes=10)
    assert touched(day(1, ten, ten)) == {3}
    assert touched(day(1, ten), day(2, ten)) == set()


def test_the_first_day_and_the_number_of_days_are_told() -> None:
    """A step knows when it was first touched and on how many days."""
    walk = Outing(day=NO)
    states = steps_touched(NO, None, [day(5, walk), day(2, walk, walk)], [], TODAY)
    assert states[3] == StepState(4, NO + timedelta(days=2), 2)


def test_days_before_the_rejection_do_not_count() -> None:
    """What was done before it was not done about it."""
    assert touched(day(-1, Outing(day=NO))) == set()


def test_the_next_rejection_ends_the_time() -> None:
    """The day before the next one still counts, its own day no more."""
    following = NO + timedelta(days=5)
    assert touched(day(4, Outing(day=NO)), following=following) == {4}
    assert touched(day(5, Outing(day=NO)), following=following) == set()


def test_sixty_days_are_the_longest_time() -> None:
    """The sixtieth day counts, the one after it doesn't; nor does a day still to come."""
    late = NO + timedelta(days=300)
    assert last_day(NO, None, late) == NO + timedelta(days=59)
    assert last_day(NO, None, TODAY) == TODAY
    assert last_day(NO, NO + timedelta(days=1), TODAY) == NO


def test_steps_six_and_seven_can_be_marked_by_hand() -> None:
    """A mark touches its step whenever it was made, and says that a hand made it."""
    late = NO + timedelta(days=100)
    marks = (StepMark(day=late, rejection="x", step=6), StepMark(day=NO, rejection="x", step=1))
    states = steps_touched(NO, None, [], marks, TODAY)
    assert states[5] == StepState(6, late, 1, by_hand=True)
    assert states[0].first_day is None


@pytest.mark.parametrize(
    ("talk", "steps"),
    [
        (Talk(day=NO, person_id="ada"), {6}),
        (Talk(day=NO, person="ADA"), {6}),
        (Talk(day=NO, person="Ada Lovelace"), set()),
        (Talk(day=NO, person_id="ada", kind=TalkKind.MENTOR), {2, 6}),
    ],
)
def test_a_talk_with_somebody_met_in_the_process_keeps_the_connection(
    talk: Talk, steps: set[int]
) -> None:
    """By link or by name, of whatever kind they are; without a link to the rejection it doesn't."""
    links = Links(people=(ITO, ADA), met=("ada",))
    assert touched(day(2, talk), links=links) == steps
    assert 6 not in touched(day(2, talk), links=Links(people=(ITO, ADA)))


@pytest.mark.parametrize(
    ("noted", "recorded", "steps"),
    [
        (TalkKind.FRIEND, TalkKind.INTERVIEWER, {2, 6}),
        (TalkKind.OTHER, TalkKind.INTERVIEWER, {6}),
        (TalkKind.OTHER, TalkKind.MENTOR, {2}),
        (TalkKind.FRIEND, TalkKind.EXPERT, {2, 7}),
        (TalkKind.INTERVIEWER, TalkKind.OTHER, {6}),
    ],
)
def test_a_talk_counts_as_noted_and_by_who_the_person_is_recorded_as(
    noted: TalkKind, recorded: TalkKind, steps: set[int]
) -> None:
    """Whoever is found out to be an interviewer later was one; a talk noted as trusted stays so."""
    person = Person(id="kim", day=NO, name="Kim", kind=recorded)
    by_link = day(2, Talk(day=NO, person_id="kim", kind=noted))
    by_name = day(2, Talk(day=NO, person="kim", kind=noted))
    assert touched(by_link, links=Links(people=(person,))) == steps
    assert touched(by_name, links=Links(people=(person,))) == steps


def test_a_question_about_this_rejection_counts_whenever_it_was_asked() -> None:
    """Even after the next rejection; one that names no rejection counts in its own time alone."""
    following = NO + timedelta(days=3)
    asked = Consultation(day=NO + timedelta(days=9), kind=ConsultationKind.FEEDBACK)
    states = steps_touched(NO, following, [], [], TODAY, Links(consultations=(asked,)))
    assert states[6] == StepState(7, asked.day, 1)
    assert touched(day(9, asked), following=following) == set()
    assert touched(day(9, asked)) == {7}


def test_what_the_log_knows_is_not_by_hand() -> None:
    """A mark beside a talk adds its day; there is nothing to unmark any more."""
    mark = StepMark(day=NO, rejection="x", step=6)
    talk = day(4, Talk(day=NO, kind=TalkKind.INTERVIEWER))
    states = steps_touched(NO, None, [talk], [mark], TODAY)
    assert states[5] == StepState(6, NO, 2, by_hand=False)
