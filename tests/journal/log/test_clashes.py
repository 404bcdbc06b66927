"""What was changed on both sides is told, waits for an answer, and is never lost in silence."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn
from second_wind.exchange.plan.plan import carry_out, prepare
from second_wind.exchange.values.options import OnConflict, Options, Scale
from second_wind.journal.journal import Journal
from second_wind.journal.keeping import Rejoined
from second_wind.journal.log.changes import ActName
from second_wind.journal.log.clashes import Answer
from second_wind.journal.log.settings import LogSettings
from second_wind.paths import AppPaths

DAY = date(2026, 11, 22)
SHARED = CheckIn(id="shared", day=DAY, note="first")


@pytest.fixture
def laptop(paths: AppPaths, clock: FixedClock) -> Iterator[Journal]:
    """Open a journal with one entry that both computers have."""
    journal = Journal(paths.journal, clock)
    journal.store(add=[SHARED], name=ActName.LOG)
    clock.advance(minutes=1)
    journal.change_settings(LogSettings(goal=25))
    yield journal
    journal.close(copy=False)


@pytest.fixture
def desktop(laptop: Journal, tmp_path: Path, clock: FixedClock) -> Iterator[Journal]:
    """Open a copy of it on another computer."""
    path = tmp_path / "desktop/journal.sqlite3"
    path.parent.mkdir()
    shutil.copy(laptop.back_up("test"), path)
    clock.advance(minutes=1)
    journal = Journal(path, clock)
    yield journal
    journal.close(copy=False)


@pytest.fixture
def edit(clock: FixedClock) -> Callable[[Journal, str], None]:
    """Edit the shared entry, a minute later each time."""

    def editing(journal: Journal, note: str) -> None:
        clock.advance(minutes=1)
        journal.store(change=[replace(SHARED, note=note)], name=ActName.EDIT)

    return editing


Edit = Callable[[Journal, str], None]


def notes(journal: Journal) -> list[str]:
    """Return the notes of all check-ins."""
    return sorted(each.note for each in journal.entries(CheckIn))


def merge(into: Journal, other: Journal, answer: Answer = Answer.LATER) -> int:
    """Merge with one answer to everything; return how much was changed on both sides."""
    plan = into.plan_merge(other.path)
    into.merge(plan, {each.place: answer for each in plan.clashes})
    return len(plan.clashes)


def test_both_changed_is_told_with_both(laptop: Journal, desktop: Journal, edit: Edit) -> None:
    """What it says here and there is in the plan, and is counted nowhere else."""
    edit(laptop, "laptop")
    edit(desktop, "desktop")
    plan = laptop.plan_merge(desktop.path)
    (clash,) = plan.clashes
    assert clash.here is not None
    assert clash.there is not None
    assert (clash.here.note, clash.there.note, clash.is_mine_later) == ("laptop", "desktop", False)
    assert (dict(plan.new), dict(plan.changed), dict(plan.same)) == ({}, {}, {"setting": 1})
    assert bool(plan)


def test_one_side_changed_is_no_clash(laptop: Journal, desktop: Journal, edit: Edit) -> None:
    """Several times, and back again: what the other side has is only older."""
    for note in ("one", "two", "first", "three"):
        edit(desktop, note)
    desktop.undo()
    assert laptop.plan_merge(desktop.path).clashes == ()
    assert desktop.plan_merge(laptop.path).clashes == ()
    assert merge(laptop, desktop) == 0
    edit(laptop, "four")
    assert desktop.plan_merge(laptop.path).clashes == ()


def test_a_note_copied_while_it_was_typed_is_no_clash(
    laptop: Journal, tmp_path: Path, clock: FixedClock
) -> None:
    """A sync took half of it: the rest came in the same visit."""
    act = laptop.store(change=[replace(SHARED, note="I am sa")], name=ActName.NOTE)
    half = tmp_path / "half/journal.sqlite3"
    half.parent.mkdir()
    shutil.copy(laptop.back_up("test"), half)
    clock.advance(seconds=2)
    laptop.store(change=[replace(SHARED, note="I am sad")], name=ActName.NOTE, extend=act)
    assert laptop.plan_merge(half).clashes == ()


def test_acts_that_are_kept_no_more_make_no_clash(
    laptop: Journal, desktop: Journal, edit: Edit
) -> None:
    """What both still had after the last change of this entry was known to both."""
    edit(desktop, "desktop")
    with desktop._database.writing() as database:
        database.connection.execute("DELETE FROM act")
    assert laptop.plan_merge(desktop.path).clashes == ()
    assert dict(laptop.plan_merge(desktop.path).changed) == {"check_in": 1}


@pytest.mark.parametrize(
    ("answer", "stay"),
    [
        (Answer.LATER, ["desktop"]),
        (Answer.MINE, ["laptop"]),
        (Answer.THEIRS, ["desktop"]),
        (Answer.BOTH, ["desktop", "laptop"]),
    ],
)
def test_an_answer_counts_on_both_sides(
    laptop: Journal, desktop: Journal, edit: Edit, answer: Answer, stay: list[str]
) -> None:
    """It is asked once; the other computer takes what was chosen; Undo takes all of it back."""
    edit(laptop, "laptop")
    edit(desktop, "desktop")
    before = laptop.entries(CheckIn)
    assert merge(laptop, desktop, answer) == 1
    assert notes(laptop) == stay
    assert merge(laptop, desktop) == 0
    assert merge(desktop, laptop) == 0
    assert merge(laptop, desktop) == 0
    assert notes(laptop) == notes(desktop) == stay
    laptop.undo()
    assert laptop.entries(CheckIn) == before
    laptop.redo()
    assert notes(laptop) == stay


def test_both_answered_on_both_sides_is_there_once(
    laptop: Journal, desktop: Journal, edit: Edit
) -> None:
    """The copy that is kept beside is the same on either computer."""
    edit(laptop, "laptop")
    edit(desktop, "desktop")
    plans = laptop.plan_merge(desktop.path), desktop.plan_merge(laptop.path)
    for journal, plan in zip((laptop, desktop), plans, strict=True):
        journal.merge(plan, {each.place: Answer.BOTH for each in plan.clashes})
    merge(laptop, desktop)
    assert notes(laptop) == notes(desktop) == ["desktop", "laptop"]


@pytest.mark.parametrize("answer", Answer)
def test_deleted_here_and_changed_there(
    laptop: Journal, desktop: Journal, edit: Edit, clock: FixedClock, answer: Answer
) -> None:
    """It is told, too; both can't stay, so the one that says something does."""
    edit(desktop, "desktop")
    clock.advance(minutes=1)
    laptop.store(delete=[laptop.find("shared")], name=ActName.DELETE)
    (clash,) = laptop.plan_merge(desktop.path).clashes
    assert (clash.here, clash.can_be_both) == (None, False)
    merge(laptop, desktop, answer)
    gone = answer in (Answer.LATER, Answer.MINE)
    assert notes(laptop) == ([] if gone else ["desktop"])


def test_a_setting_changed_on_both_sides_is_told(
    laptop: Journal, desktop: Journal, clock: FixedClock
) -> None:
    """It has one value."""
    laptop.change_settings(LogSettings(goal=30))
    clock.advance(minutes=1)
    desktop.change_settings(LogSettings(goal=40))
    (clash,) = laptop.plan_merge(desktop.path).clashes
    assert (clash.table, clash.day, clash.can_be_both) == ("setting", None, False)
    merge(laptop, desktop, Answer.MINE)
    assert laptop.settings.goal == 30


def test_what_was_undone_there_is_not_called_deleted(laptop: Journal, desktop: Journal) -> None:
    """Nobody deleted it."""
    desktop.undo()
    desktop.undo()
    plan = laptop.plan_merge(desktop.path)
    assert (dict(plan.deleted), dict(plan.taken_back)) == ({}, {"check_in": 1, "setting": 1})


def test_the_same_import_there_is_here_already(
    laptop: Journal, desktop: Journal, clock: FixedClock
) -> None:
    """Neither new nor deleted, whichever of the two rows stays; what was edited there changed."""
    rows = [CheckIn(day=DAY, note=each, source="csv", source_id="1") for each in ("a", "b")]
    laptop.store(add=rows, name=ActName.IMPORT)
    clock.advance(minutes=1)
    again = [replace(each, id=f"{each.id}-2") for each in rows]
    desktop.store(add=again, name=ActName.IMPORT)
    desktop.store(change=[replace(again[1], note="edited")], name=ActName.EDIT)
    for one, other in ((laptop, desktop), (desktop, laptop)):
        plan = one.plan_merge(other.path)
        assert (dict(plan.new), dict(plan.deleted), dict(plan.taken_back)) == ({}, {}, {})
        assert plan.same["check_in"] + plan.changed.get("check_in", 0) == 3
    merge(laptop, desktop)
    assert notes(laptop) == ["a", "edited", "first"]
    laptop.undo()
    assert notes(laptop) == ["a", "b", "first"]


def test_undo_of_a_merge_outlives_a_start(
    laptop: Journal, desktop: Journal, clock: FixedClock
) -> None:
    """Doubles of an import of long ago are no trash whose time is over."""
    laptop.store(add=[CheckIn(day=DAY, source="csv", source_id="1")], name=ActName.IMPORT)
    desktop.store(add=[CheckIn(day=DAY, source="csv", source_id="1")], name=ActName.IMPORT)
    clock.advance(days=60)
    desktop.store(add=[CheckIn(day=DAY, note="new")], name=ActName.NOTE)
    merge(desktop, laptop)
    before = notes(desktop)
    desktop.close(copy=False)
    again = Journal(desktop.path, clock)
    assert again.undo().name is ActName.MERGE
    again.redo()
    assert notes(again) == before
    again.close(copy=False)


# A file that was replaced


def put_in_place(other: Journal, journal: Journal) -> None:
    """Put another computer's file in the journal's place, as programs that sync do."""
    other.close(copy=False)
    other.path.replace(journal.path)


def test_what_a_replaced_file_clashes_with_waits(
    laptop: Journal, desktop: Journal, edit: Edit
) -> None:
    """Nothing is decided: what is in the file stays, the other state waits, Undo comes first."""
    told: list[Rejoined] = []
    laptop.on_rejoining(told.append)
    edit(laptop, "laptop")
    laptop.store(add=[CheckIn(day=DAY, note="only here")], name=ActName.NOTE)
    edit(desktop, "desktop")
    desktop.store(add=[CheckIn(day=DAY, note="only there")], name=ActName.NOTE)
    put_in_place(desktop, laptop)
    assert laptop.rejoin_if_replaced()
    assert notes(laptop) == ["desktop", "only here", "only there"]
    assert [dict(each.brought.new) for each in told] == [{"check_in": 1}]
    assert [dict(each.came.new) for each in told] == [{"check_in": 1}]
    (clash,) = laptop.waiting_clashes()
    assert clash.there is not None
    assert clash.there.note == "laptop"
    laptop.undo()
    assert notes(laptop) == ["desktop", "only there"]
    laptop.redo()
    laptop.answer([(clash, Answer.BOTH)])
    assert notes(laptop) == ["desktop", "laptop", "only here", "only there"]
    assert laptop.waiting_clashes() == []


def test_an_answer_that_is_undone_waits_again(
    laptop: Journal, desktop: Journal, edit: Edit, clock: FixedClock
) -> None:
    """The state that was not taken is not lost with the Undo, nor with what is done next."""
    edit(laptop, "laptop")
    edit(desktop, "desktop")
    put_in_place(desktop, laptop)
    laptop.rejoin_if_replaced()
    (clash,) = laptop.waiting_clashes()
    laptop.answer([(clash, Answer.THEIRS)])
    assert notes(laptop) == ["laptop"]
    laptop.undo()
    assert notes(laptop) == ["desktop"]
    assert laptop.waiting_clashes() == [clash]
    laptop.store(add=[CheckIn(day=DAY, note="next")], name=ActName.NOTE)
    assert laptop.waiting_clashes() == [clash]
    laptop.answer([(clash, Answer.MINE)])
    assert laptop.waiting_clashes() == []
    clock.advance(days=60)
    laptop.wipe_deleted()
    assert laptop.waiting_clashes() == []


def test_what_is_typed_while_a_file_comes_hides_nothing(
    laptop: Journal, desktop: Journal, edit: Edit
) -> None:
    """The text typed here is stored; the one that came, and that nobody saw, waits."""
    edit(desktop, "desktop")
    put_in_place(desktop, laptop)
    edit(laptop, "typed on")
    assert notes(laptop) == ["typed on"]
    (clash,) = laptop.waiting_clashes()
    assert clash.there is not None
    assert clash.there.note == "desktop"


def test_a_deletion_that_was_taken_back_is_no_clash(
    laptop: Journal, desktop: Journal, clock: FixedClock
) -> None:
    """Also once the act that was undone is forgotten, as it is by whatever is done next."""
    (entry,) = laptop.entries(CheckIn)
    clock.advance(seconds=1)
    laptop.store(delete=[entry], name=ActName.DELETE)
    desktop.merge(desktop.plan_merge(laptop.path))
    clock.advance(seconds=1)
    laptop.undo()
    laptop.store(add=[CheckIn(day=DAY, note="next")], name=ActName.NOTE)
    assert not laptop.plan_merge(desktop.path)
    plan = desktop.plan_merge(laptop.path)
    assert plan.clashes == ()
    desktop.merge(plan)
    assert notes(desktop) == notes(laptop)
    assert len(notes(laptop)) == 2


def test_what_was_taken_back_after_a_merge_is_no_clash(
    laptop: Journal, desktop: Journal, clock: FixedClock
) -> None:
    """The other journal has it still; whatever is done next, it is asked about by nobody."""
    laptop.store(add=[CheckIn(day=DAY, note="too early")], name=ActName.NOTE)
    desktop.merge(desktop.plan_merge(laptop.path))
    clock.advance(seconds=1)
    laptop.undo()
    laptop.store(add=[CheckIn(day=DAY, note="next")], name=ActName.NOTE)
    assert not laptop.plan_merge(desktop.path)
    plan = desktop.plan_merge(laptop.path)
    assert plan.clashes == ()
    assert plan.taken_back == {"check_in": 1}


def test_what_waits_outlives_a_file_with_the_same_entries(
    laptop: Journal, desktop: Journal, edit: Edit, tmp_path: Path
) -> None:
    """It comes along where there is nothing else to bring, and so does what is remembered."""
    edit(laptop, "laptop")
    edit(desktop, "desktop")
    coming = tmp_path / "coming.sqlite3"
    for _ in range(3):
        desktop.save_copy(coming)
        coming.replace(laptop.path)
        assert laptop.rejoin_if_replaced()
        laptop.remember({"draft": "half a sentence"})
    assert notes(laptop) == ["desktop"]
    (clash,) = laptop.waiting_clashes()
    assert clash.there is not None
    assert clash.there.note == "laptop"
    put_in_place(desktop, laptop)
    assert laptop.rejoin_if_replaced()
    assert laptop.remembered("draft") == "half a sentence"


def test_what_waits_outlives_a_start_and_the_next_replacement(
    laptop: Journal, desktop: Journal, edit: Edit, tmp_path: Path, clock: FixedClock
) -> None:
    """It lies in the journal, with what it is about."""
    older = tmp_path / "older.sqlite3"
    shutil.copy(desktop.back_up("test"), older)
    edit(laptop, "laptop")
    edit(desktop, "desktop")
    put_in_place(desktop, laptop)
    laptop.rejoin_if_replaced()
    laptop.close(copy=False)
    with_it = Journal(laptop.path, clock)
    assert len(with_it.waiting_clashes()) == 1
    older.replace(with_it.path)
    with_it.rejoin_if_replaced()
    assert notes(with_it) == ["desktop"]
    assert [each.theirs["note"] for each in with_it.waiting_clashes()] == ["laptop"]
    with_it.close(copy=False)


def test_what_changes_while_somebody_chooses_is_not_lost(
    laptop: Journal, desktop: Journal, edit: Edit
) -> None:
    """The answer is about what is there when it is given."""
    edit(laptop, "laptop")
    edit(desktop, "desktop")
    plan = laptop.plan_merge(desktop.path)
    edit(laptop, "meanwhile")
    laptop.merge(plan, {each.place: Answer.MINE for each in plan.clashes})
    assert notes(laptop) == ["meanwhile"]
    assert laptop.plan_merge(desktop.path).clashes == ()


def bring(journal: Journal, note: str, place: Path, clock: FixedClock) -> None:
    """Import a mood with a note over whatever came before of its minute."""
    clock.advance(minutes=1)
    place.write_text(f"Date,Time,Mood,Note\n2026-11-06,09:00,6,{note}\n")
    plan = prepare(place, Options(scale=Scale(1, 10)), journal)
    carry_out(plan, journal, OnConflict.THEIRS)


@pytest.mark.parametrize("is_hand_first", [True, False])
@pytest.mark.parametrize("is_into_hand", [True, False])
def test_what_was_typed_outlives_an_import(
    paths: AppPaths, tmp_path: Path, clock: FixedClock, is_hand_first: bool, is_into_hand: bool
) -> None:
    """An import that writes over a row elsewhere takes nothing from a hand, in whatever order."""
    file = tmp_path / "moods.csv"
    with closing(Journal(paths.journal, clock)) as hand:
        bring(hand, "brought", file, clock)
        (tmp_path / "there").mkdir()
        there = tmp_path / "there/journal.sqlite3"
        shutil.copy(hand.back_up("test"), there)
        with closing(Journal(there, clock)) as other:

            def type_it() -> None:
                clock.advance(minutes=1)
                (row,) = hand.entries(CheckIn)
                hand.store(change=[replace(row, note="typed")], name=ActName.EDIT)

            def bring_it() -> None:
                bring(other, "brought anew", file, clock)

            for step in (type_it, bring_it) if is_hand_first else (bring_it, type_it):
                step()
            into, come = (hand, other) if is_into_hand else (other, hand)
            (clash,) = into.plan_merge(come.path).clashes
            assert (clash.is_by_hand, clash.is_mine_first) == (is_hand_first, is_into_hand)
            clock.advance(minutes=1)
            assert merge(into, come) == 1
            assert notes(into) == ["typed"]
            for one, two in ((come, into), (into, come), (come, into)):
                clock.advance(minutes=1)
                assert merge(one, two) == 0
                assert notes(one) == ["typed"]


def test_an_import_over_what_was_typed_here_stays(
    laptop: Journal, desktop: Journal, tmp_path: Path, clock: FixedClock
) -> None:
    """Whoever saw the typed text and took the file's is not asked again by an old copy."""
    file = tmp_path / "moods.csv"
    bring(laptop, "brought", file, clock)
    (row,) = (each for each in laptop.entries(CheckIn) if each.note == "brought")
    clock.advance(minutes=1)
    laptop.store(change=[replace(row, note="typed")], name=ActName.EDIT)
    merge(desktop, laptop)
    bring(laptop, "brought anew", file, clock)
    assert merge(desktop, laptop) == 0
    assert merge(laptop, desktop) == 0
    assert notes(laptop) == notes(desktop) == ["brought anew", "first"]
