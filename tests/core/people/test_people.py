"""People: who a talk was with, who is due, who is named but not noted down."""

from datetime import date, timedelta

import pytest

from second_wind.core.log.entries import (
    Consultation,
    ConsultationKind,
    GoodNews,
    GoodNewsKind,
    Person,
    Talk,
    TalkKind,
)
from second_wind.core.people.people import (
    Directory,
    FollowUp,
    due,
    last_talks,
    mentioned,
    met_on_the_way,
    next_follow_up,
    openings,
    talks_of,
    to_lean_on,
)

TODAY = date(2026, 11, 22)


def ago(days: int) -> date:
    """Return the day some days before today."""
    return TODAY - timedelta(days=days)


ANA = Person(id="ana", day=ago(100), name="Ana Lima", keep_in_touch=28)
BO = Person(id="bo", day=ago(50), name="Bo", lean_on=True)


@pytest.mark.parametrize(
    ("talk", "found"),
    [
        (Talk(day=TODAY, person="Ana", person_id="ana"), ANA),
        (Talk(day=TODAY, person="  ana  LIMA "), ANA),
        (Talk(day=TODAY, person="Ana"), None),
        (Talk(day=TODAY, person=""), None),
        (Talk(day=TODAY, person="Bo", person_id="ana"), ANA),
        (Talk(day=TODAY, person="Bo", person_id="gone"), BO),
    ],
)
def test_a_talk_is_with_whom_it_names(talk: Talk, found: Person | None) -> None:
    """The link decides; without one, or if it leads nowhere, the whole name in any case."""
    assert Directory([ANA, BO]).of(talk) == found


def test_a_name_that_two_have_belongs_to_neither() -> None:
    """Nothing is guessed: the link tells them apart, the name alone can't."""
    other = Person(id="other", day=TODAY, name="ana lima")
    directory = Directory([ANA, other])
    assert directory.named("Ana Lima") is None
    assert directory.knows("Ana Lima")
    assert directory.of(Talk(day=TODAY, person="Ana Lima", person_id="other")) == other


def test_people_of_a_rejection_who_are_gone_are_left_out() -> None:
    """Links outlive those who were deleted; the order stays."""
    assert Directory([ANA, BO]).several(("bo", "gone", "ana")) == (BO, ANA)


def test_the_last_talk_is_the_latest_whatever_the_order() -> None:
    """By link or by name, by the day it was."""
    talks = [
        Talk(day=ago(3), person="ana lima"),
        Talk(day=ago(40), person_id="ana"),
        Talk(day=ago(1), person="somebody else"),
    ]
    directory = Directory([ANA, BO])
    assert last_talks(directory, talks) == {"ana": ago(3)}
    assert talks_of(ANA, directory, talks) == tuple(talks[:2])
    assert talks_of(BO, directory, talks) == ()


def test_two_groups_by_name() -> None:
    """Who is to lean on is marked by the person; capitals don't order."""
    zoe = Person(day=TODAY, name="zoe", lean_on=True)
    assert to_lean_on([zoe, ANA, BO]) == (BO, zoe)
    assert met_on_the_way([zoe, ANA, BO]) == (ANA,)


@pytest.mark.parametrize(
    ("talked", "interval", "waits"),
    [
        (27, 28, None),
        (28, 28, 28),
        (35, 28, 35),
        (None, 28, 100),
        (None, 101, None),
        (5000, None, None),
        (0, 1, None),
        (1, 1, 1),
    ],
)
def test_who_is_due(talked: int | None, interval: int | None, waits: int | None) -> None:
    """From the interval's last day on, since the last talk or since the person was noted down."""
    person = Person(id="ana", day=ago(100), name="Ana Lima", keep_in_touch=interval)
    talks = [] if talked is None else [Talk(day=ago(talked), person_id="ana")]
    last = None if talked is None else ago(talked)
    expected = () if waits is None else (FollowUp(person, last, waits),)
    assert due([person], talks, TODAY) == expected


def test_who_waits_longest_beyond_the_interval_comes_first() -> None:
    """Ten days over a month before three days over a year."""
    month = Person(id="m", day=ago(40), name="M", keep_in_touch=30)
    year = Person(id="y", day=ago(368), name="Y", keep_in_touch=365)
    assert [each.person for each in due([year, month], [], TODAY)] == [month, year]


def test_who_was_put_off_is_due_again_on_the_day() -> None:
    """Until then the next one is named."""
    person = Person(id="ana", day=ago(100), name="Ana", keep_in_touch=28)
    tomorrow = TODAY + timedelta(days=1)
    assert due([person], [], TODAY, {"ana": tomorrow}) == ()
    assert len(due([person], [], tomorrow, {"ana": tomorrow})) == 1


@pytest.mark.parametrize(
    ("news", "pauses"),
    [
        ([], False),
        ([GoodNews(day=ago(5), kind=GoodNewsKind.OFFER)], False),
        ([GoodNews(day=ago(5), kind=GoodNewsKind.FOUND_WORK)], True),
        ([GoodNews(day=ago(5), kind=GoodNewsKind.FOUND_WORK, reopened=ago(1))], False),
        ([GoodNews(day=ago(5), kind=GoodNewsKind.FOUND_WORK, reopened=TODAY)], False),
    ],
)
def test_found_work_pauses_follow_ups(news: list[GoodNews], pauses: bool) -> None:
    """Until the search begins again; an offer alone pauses nothing."""
    found = next_follow_up([ANA], [], news, TODAY, rests=False)
    assert (found is None) is pauses


def test_a_day_of_rest_names_nobody() -> None:
    """One at most on other days."""
    both = [ANA, Person(day=ago(60), name="Cy", keep_in_touch=14)]
    assert next_follow_up(both, [], [], TODAY, rests=True) is None
    found = next_follow_up(both, [], [], TODAY, rests=False)
    assert found is not None
    assert found.person is ANA


def test_names_in_talks_that_are_no_person_yet() -> None:
    """Once each, spelt and sorted as they came last; talks and questions together."""
    entries = [
        Talk(day=ago(9), person="mina", kind=TalkKind.FRIEND),
        Talk(day=ago(2), person="Mina ", kind=TalkKind.MENTOR),
        Talk(day=ago(1), person="ana lima"),
        Talk(day=ago(1), person=""),
        Talk(day=ago(1), person="An old spelling", person_id="bo"),
        Consultation(day=ago(4), kind=ConsultationKind.COACHING, person="Tomás"),
    ]
    mina, tomas = mentioned(Directory([ANA, BO]), entries)
    assert (mina.name, mina.kind) == ("Mina", TalkKind.MENTOR)
    assert (mina.first_day, mina.last_day) == (ago(9), ago(2))
    assert mina.entries == (entries[0], entries[1])
    assert (tomas.name, tomas.kind) == ("Tomás", TalkKind.EXPERT)


def test_openings_come_latest_first() -> None:
    """Talks without one are left out, and so is one of spaces."""
    first, second = Talk(day=ago(9), tip="Fabrikam hires"), Talk(day=ago(2), tip="A library")
    assert openings([first, Talk(day=ago(1)), Talk(day=ago(1), tip=" "), second]) == (second, first)
