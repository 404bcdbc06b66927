"""Entries in and out of their tables, exactly as they were."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.least_entries import LEAST

from second_wind.core.log.clock import FixedClock
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
from second_wind.storage.file.database import Database
from second_wind.storage.tables import acts, entries

NOW = datetime(2026, 11, 22, 13, 32, tzinfo=UTC)
DAY = date(2026, 11, 22)

TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
WORDS = st.lists(TEXT, max_size=3).map(tuple)
MINUTES = st.integers(1, 1440)
TIMES = st.none() | st.times().map(lambda each: each.replace(second=0, microsecond=0))
COMMON = {"day": st.dates(date(1900, 1, 1), DAY), "note": TEXT}
EVERY_KIND = st.one_of(
    st.builds(
        CheckIn,
        **COMMON,
        at=TIMES,
        mood=st.none() | st.floats(1, 10),
        feelings=WORDS,
        original=TEXT,
    ),
    st.builds(Exercise, **COMMON, at=TIMES, minutes=MINUTES, kind=TEXT),
    st.builds(
        Outing,
        **COMMON,
        at=TIMES,
        kind=st.sampled_from(OutingKind),
        minutes=st.none() | MINUTES,
        place=TEXT,
        photos=WORDS,
        as_exercise=st.booleans(),
    ),
    st.builds(
        Volunteering,
        **COMMON,
        at=TIMES,
        minutes=MINUTES,
        organisation=TEXT,
        practised=TEXT,
        met=TEXT,
    ),
    st.builds(
        Talk,
        **COMMON,
        at=TIMES,
        kind=st.sampled_from(TalkKind),
        person=TEXT,
        person_id=TEXT,
        minutes=st.none() | MINUTES,
        tip=TEXT,
    ),
    st.builds(
        Rejection,
        **COMMON,
        company=TEXT,
        role=TEXT,
        stage=st.sampled_from(Stage),
        how=st.sampled_from(Channel),
        feedback=TEXT,
        lesson=TEXT,
        met=TEXT,
        themes=st.lists(TEXT, max_size=3).map(tuple),
        people=st.lists(TEXT, max_size=3).map(tuple),
    ),
    st.builds(
        Person,
        **COMMON,
        name=TEXT,
        kind=st.sampled_from(TalkKind),
        organisation=TEXT,
        role=TEXT,
        how_met=TEXT,
        contact=TEXT,
        keep_in_touch=st.none() | st.integers(1, 3650),
        lean_on=st.booleans(),
    ),
    st.builds(
        Consultation,
        **COMMON,
        kind=st.sampled_from(ConsultationKind),
        rejection=TEXT,
        person=TEXT,
        person_id=TEXT,
        received=st.none() | st.dates(),
        said=TEXT,
    ),
    st.builds(
        GoodNews,
        **COMMON,
        kind=st.sampled_from(GoodNewsKind),
        company=TEXT,
        role=TEXT,
        reopened=st.none() | st.dates(),
    ),
    st.builds(FeelingWord, **COMMON, word=TEXT, group_id=TEXT, meaning=TEXT),
    st.builds(Rest, **COMMON),
    st.builds(StepMark, **COMMON, rejection=TEXT, step=st.sampled_from((6, 7))),
)


def test_every_entry_comes_back_as_it_was(database: Database) -> None:
    """Every kind, with any text and any mood, survives storing and an undone deletion exactly."""

    @given(EVERY_KIND)
    @settings(max_examples=150)
    def survives(entry: AnyEntry) -> None:
        with database.writing() as db:
            entries.add(db, [entry], NOW)
            assert entries.find(db, entry.id) == entry
            act, _ = acts.record(
                db, lambda d, now: _require(entries.delete(d, entry, now)), "delete", "", NOW
            )
            assert entries.find(db, entry.id) is None
            acts.undo(db, act.id, NOW)
            assert entries.find(db, entry.id) == entry

    survives()


def _require(done: bool) -> None:
    assert done


def add(database: Database, *given: AnyEntry, now: datetime = NOW) -> None:
    """Insert entries."""
    with database.writing() as db:
        entries.add(db, given, now)


def test_many_at_once(database: Database) -> None:
    """More rows than one statement takes are all stored."""
    many = [CheckIn(day=DAY, mood=5, source_id=str(i)) for i in range(1203)]
    add(database, *many)
    with database.reading() as db:
        assert {each.id for each in entries.between(db, CheckIn)} == {each.id for each in many}


def test_between_takes_both_ends_oldest_first(database: Database) -> None:
    """A span has both of its ends; what was logged first comes first."""
    days = [CheckIn(day=DAY - timedelta(days=i)) for i in range(5)]
    add(database, *days)
    later = CheckIn(day=DAY - timedelta(days=2))
    add(database, later, now=NOW + timedelta(seconds=1))
    with database.reading() as db:
        found = entries.between(db, CheckIn, DAY - timedelta(days=3), DAY - timedelta(days=1))
    assert found == [days[3], days[2], later, days[1]]


def test_moment_of_logging_is_kept(database: Database) -> None:
    """An entry tells when it was logged; one from our own export tells when it first was."""
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    one, other = CheckIn(day=DAY), CheckIn(day=DAY, logged_at=long_ago)
    add(database, one, other)
    with database.writing() as db:
        entries.change(db, replace(one, mood=5), NOW + timedelta(days=1))
        found = {each.id: each.logged_at for each in entries.between(db, CheckIn)}
    assert found == {one.id: NOW, other.id: long_ago}


def test_moments_are_stored_in_utc(database: Database, clock: FixedClock) -> None:
    """Moments compare as their texts do, wherever the person travels."""
    add(database, CheckIn(day=DAY), now=clock.now())
    with database.reading() as db:
        (found,) = entries.between(db, CheckIn)
    assert found.logged_at == clock.now()
    assert found.logged_at is not None
    assert found.logged_at.tzinfo is UTC


@pytest.mark.parametrize("gone", [False, True])
def test_change_and_deletion_need_a_live_entry(database: Database, gone: bool) -> None:
    """What never was, or was deleted elsewhere, can't be changed by mistake."""
    entry = Exercise(day=DAY, minutes=20)
    with database.writing() as db:
        if gone:
            entries.add(db, [entry], NOW)
            entries.delete(db, entry, NOW)
        assert not entries.change(db, replace(entry, minutes=30), NOW)
        assert not entries.delete(db, entry, NOW)
        assert entries.between(db, Exercise) == []


def test_deleted_entry_can_come_back_with_its_id(database: Database) -> None:
    """Our own export brings back what was deleted here, under the same id."""
    entry = CheckIn(day=DAY, mood=5, source="daylio", source_id="1")
    with database.writing() as db:
        entries.add(db, [entry], NOW)
        entries.delete(db, entry, NOW)
        back = replace(entry, mood=6)
        entries.add(db, [back, CheckIn(day=DAY)], NOW)
        assert entries.find(db, entry.id) == back
        assert len(entries.between(db, CheckIn)) == 2


def test_find_looks_at_every_kind(database: Database) -> None:
    """An id alone names an entry of whatever kind."""
    add(database, *LEAST)
    with database.reading() as db:
        assert [entries.find(db, each.id) for each in LEAST] == list(LEAST)


def test_sourced_finds_live_entries_of_one_program(database: Database) -> None:
    """A second import meets what the first one brought, of every kind, and nothing else."""
    mine = CheckIn(day=DAY)
    theirs = CheckIn(day=DAY, source="daylio", source_id="1")
    walk = Exercise(day=DAY, minutes=20, source="daylio", source_id="1")
    gone = CheckIn(day=DAY, source="daylio", source_id="2")
    other = CheckIn(day=DAY, source="nomie", source_id="1")
    add(database, mine, theirs, walk, gone, other)
    with database.writing() as db:
        entries.delete(db, gone, NOW)
        assert list(entries.sourced(db, "daylio")) == [theirs, walk]


def test_feelings_the_most_frequent_first(database: Database) -> None:
    """The person's own words are offered, those of deleted check-ins not."""
    given_feelings = [("calm", "tired"), ("tired",), ("proud",), ()]
    add(database, *(CheckIn(day=DAY, feelings=each) for each in given_feelings))
    with database.writing() as db:
        gone = next(e for e in entries.between(db, CheckIn) if e.feelings == ("proud",))
        entries.delete(db, gone, NOW)
        assert entries.own_feelings(db) == ["tired", "calm"]


def test_times_are_whole_minutes(database: Database) -> None:
    """A time is stored to the minute, as it is shown."""
    entry = CheckIn(day=DAY, at=time(8, 30, 59))
    add(database, entry)
    with database.reading() as db:
        assert entries.find(db, entry.id) == replace(entry, at=time(8, 30))
