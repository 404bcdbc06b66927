"""The journal: one act is one transaction, is told to listeners, and can be taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.entry_errors import (
    DayNotReached,
    InvalidMood,
    NoSuchEntry,
    NothingToRedo,
    NothingToUndo,
)
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn, Exercise, Rejection, Rest
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import Act, ActName, Changes, Noun
from second_wind.journal.log.settings import LogSettings
from second_wind.paths import AppPaths

TODAY = date(2026, 11, 22)
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def told(journal: Journal) -> list[Changes]:
    """Listen to everything."""
    told: list[Changes] = []
    journal.subscribe(told.append)
    return told


def log(journal: Journal, mood: float = 6, day: date = TODAY) -> CheckIn:
    """Log a check-in."""
    entry = CheckIn(day=day, mood=mood)
    journal.store(add=[entry], name=ActName.LOG)
    return entry


def test_stored_entries_are_there_after_reopening(
    journal: Journal, paths: AppPaths, clock: FixedClock
) -> None:
    """What was stored is on the disk when `store` returns."""
    entry = log(journal)
    other = Journal(paths.journal, clock)
    assert other.entries(CheckIn) == [entry]
    other.close(copy=False)


def test_act_is_all_or_nothing(journal: Journal, told: list[Changes]) -> None:
    """One bad entry among many, or one that is gone, and nothing is stored or told."""
    gone = Exercise(day=TODAY, minutes=20)
    attempts: list[tuple[type[KnownError], Callable[[], Act]]] = [
        (
            InvalidMood,
            lambda: journal.store(
                add=[CheckIn(day=TODAY), CheckIn(day=TODAY, mood=11)], name=ActName.IMPORT
            ),
        ),
        (
            NoSuchEntry,
            lambda: journal.store(add=[CheckIn(day=TODAY)], change=[gone], name=ActName.EDIT),
        ),
        (
            NoSuchEntry,
            lambda: journal.store(add=[CheckIn(day=TODAY)], delete=[gone], name=ActName.DELETE),
        ),
    ]
    for error, attempt in attempts:
        with pytest.raises(error):
            attempt()
    assert journal.entries(CheckIn) == []
    assert journal.next_undo() is None
    assert told == []


def test_changes_are_checked_like_additions(journal: Journal) -> None:
    """A change can't bring in what an addition couldn't."""
    entry = log(journal)
    with pytest.raises(DayNotReached):
        journal.store(change=[replace(entry, day=TODAY + timedelta(days=1))], name=ActName.EDIT)


def test_replacing_an_import_is_one_act(journal: Journal) -> None:
    """A row may go and another with the same identity come in one act, and back again."""
    old, new = (
        CheckIn(day=TODAY, mood=each, source="daylio", source_id="1") for each in (4.0, 6.0)
    )
    journal.store(add=[old], name=ActName.IMPORT)
    journal.store(delete=[old], add=[new], name=ActName.IMPORT)
    assert journal.sourced("daylio") == [new]
    journal.undo()
    assert journal.sourced("daylio") == [old]
    journal.redo()
    assert journal.sourced("daylio") == [new]


def test_own_export_comes_back_after_its_import_was_undone(journal: Journal) -> None:
    """Entries that keep their ids can be imported, undone and imported again, and undone."""
    entry = CheckIn(day=TODAY, mood=6)
    for _ in range(2):
        journal.store(add=[entry], name=ActName.IMPORT)
        assert journal.entries(CheckIn) == [entry]
        journal.undo()
        assert journal.entries(CheckIn) == []
    journal.redo()
    assert journal.entries(CheckIn) == [entry]


def test_act_carries_its_name_and_detail(journal: Journal) -> None:
    """The menu can say what an undo would take back."""
    done = journal.store(add=[CheckIn(day=TODAY)], name=ActName.IMPORT, detail="moods.csv")
    assert journal.next_undo() == done == Act(done.id, ActName.IMPORT, "moods.csv")
    assert journal.next_redo() is None
    assert journal.undo() == done
    assert (journal.next_undo(), journal.next_redo()) == (None, done)
    assert journal.redo() == done


def test_extended_act_keeps_its_name(journal: Journal) -> None:
    """What is added to an act is taken back under the name under which it began."""
    entry = log(journal)
    note = journal.store(change=[replace(entry, note="a")], name=ActName.NOTE)
    more = journal.store(change=[replace(entry, note="ab")], name=ActName.EDIT, extend=note)
    assert more == note


def test_nothing_to_undo_or_redo(journal: Journal) -> None:
    """At either end there is a known error, and nobody is told of anything."""
    with pytest.raises(NothingToUndo):
        journal.undo()
    with pytest.raises(NothingToRedo):
        journal.redo()


def test_listeners_learn_kinds_days_and_act(journal: Journal, told: list[Changes]) -> None:
    """A page can tell whether it shows what changed; undo and redo tell the same."""
    act = journal.store(
        add=[CheckIn(day=TODAY), Exercise(day=YESTERDAY, minutes=20)], name=ActName.LOG
    )
    journal.undo()
    journal.redo()
    nouns = frozenset({Noun.CHECK_IN, Noun.EXERCISE})
    assert told == [Changes(nouns, frozenset({TODAY, YESTERDAY}), act)] * 3


def test_act_that_changes_nothing_is_not_told(journal: Journal, told: list[Changes]) -> None:
    """An import of nothing new, or the same settings again, leaves nothing to undo."""
    journal.store(name=ActName.IMPORT)
    journal.change_settings(LogSettings())
    assert told == []
    assert journal.next_undo() is None


def test_listener_sees_what_was_stored(journal: Journal) -> None:
    """When a listener is called, everything reads as it is after the act."""
    assert len(journal.analysis.timeline()) == 0
    seen: list[tuple[int, int]] = []
    journal.subscribe(
        lambda _: seen.append((len(journal.analysis.timeline()), journal.settings.goal))
    )
    log(journal)
    journal.change_settings(LogSettings(goal=30))
    journal.undo()
    assert seen == [(1, 20), (1, 30), (1, 20)]


def test_listener_may_act(journal: Journal, told: list[Changes]) -> None:
    """A page that stores something while it refreshes doesn't deadlock."""

    def mark_rest(changes: Changes) -> None:
        if changes.touch(Noun.CHECK_IN):
            journal.store(add=[Rest(day=TODAY)], name=ActName.REST)

    journal.subscribe(mark_rest)
    log(journal)
    assert journal.day(TODAY).rest is not None
    assert len(told) == 2


def test_today_follows_the_persons_own_start_of_the_day(
    journal: Journal, clock: FixedClock
) -> None:
    """At two in the morning it is still yesterday, unless the day starts at midnight."""
    clock.moment = datetime(2026, 11, 23, 2, tzinfo=timezone(timedelta(hours=1)))
    assert journal.today() == TODAY
    journal.change_settings(LogSettings(day_start=0))
    assert journal.today() == date(2026, 11, 23)


def test_day_that_has_not_come_can_not_be_logged(journal: Journal) -> None:
    """Only rest may lie ahead."""
    with pytest.raises(DayNotReached):
        log(journal, day=TODAY + timedelta(days=1))
    journal.store(add=[Rest(day=TODAY + timedelta(days=1))], name=ActName.REST)


def test_find_names_what_is_missing(journal: Journal) -> None:
    """An id that names nothing, or something deleted, is told with the id."""
    entry = log(journal)
    assert journal.find(entry.id) == entry
    journal.store(delete=[entry], name=ActName.DELETE)
    with pytest.raises(NoSuchEntry) as missing:
        journal.find(entry.id)
    assert missing.value.given == entry.id


def test_timeline_is_kept_until_something_changes(journal: Journal) -> None:
    """Pages share one reading; an act makes the next one new."""
    log(journal)
    first = journal.analysis.timeline()
    assert journal.analysis.timeline() is first
    log(journal, 8)
    assert journal.analysis.timeline().mood.tolist() == [7.0]


def test_rejections_of_a_day_come_in_the_order_of_logging(
    journal: Journal, clock: FixedClock
) -> None:
    """Two on one day stay in the order in which they were written down."""
    for company in "ba":
        journal.store(add=[Rejection(day=TODAY, company=company)], name=ActName.REJECTION)
        clock.advance(minutes=1)
    assert [each.company for each in journal.day(TODAY).rejections] == ["b", "a"]
