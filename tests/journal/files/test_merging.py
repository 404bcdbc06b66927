"""The merge of two journals: two computers, a conflict copy, and the way back."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from second_wind.core.errors.copy_errors import SameJournal
from second_wind.core.errors.journal_errors import DamagedJournal, NewerJournal
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import (
    AnyEntry,
    CheckIn,
    Consultation,
    ConsultationKind,
    Rejection,
    Rest,
    StepMark,
)
from second_wind.core.log.kinds import ENTRY_TYPES
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import Act, ActName
from second_wind.journal.log.settings import LogSettings
from second_wind.paths import AppPaths

DAY = date(2026, 11, 22)


@pytest.fixture
def laptop(paths: AppPaths, clock: FixedClock) -> Iterator[Journal]:
    """Open a journal with one entry that both computers have."""
    journal = Journal(paths.journal, clock)
    journal.store(add=[CheckIn(id="shared", day=DAY, mood=5)], name=ActName.LOG)
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


def everything(journal: Journal) -> dict[str, AnyEntry]:
    """Return all that a journal holds."""
    return {each.id: each for kind in ENTRY_TYPES for each in journal.entries(kind)}


def merge(into: Journal, other: Journal) -> Act:
    """Merge one journal into another, a process having it open or not."""
    return into.merge(into.plan_merge(other.path))


def test_both_ways_end_the_same(laptop: Journal, desktop: Journal, clock: FixedClock) -> None:
    """What either logged, changed, deleted or set is in both, and nothing is there twice."""
    laptop.store(add=[CheckIn(day=DAY, mood=6)], name=ActName.LOG)
    laptop.store(add=[Rest(day=DAY)], name=ActName.REST)
    laptop.change_settings(LogSettings(goal=30))
    clock.advance(minutes=1)
    desktop.store(add=[Rejection(day=DAY), Rest(day=DAY)], name=ActName.LOG)
    desktop.store(change=[CheckIn(id="shared", day=DAY, mood=2)], name=ActName.EDIT)
    merge(laptop, desktop)
    merge(desktop, laptop)
    assert everything(laptop) == everything(desktop)
    assert len(everything(laptop)) == 4
    assert everything(laptop)["shared"] == CheckIn(id="shared", day=DAY, mood=2)
    assert laptop.settings == desktop.settings == LogSettings(goal=30)


def test_a_deletion_arrives(laptop: Journal, desktop: Journal) -> None:
    """What was deleted there goes here, and doesn't come back from here."""
    desktop.store(delete=[desktop.find("shared")], name=ActName.DELETE)
    plan = laptop.plan_merge(desktop.path)
    assert (plan.new, plan.changed, plan.deleted) == ({}, {}, {"check_in": 1})
    merge(laptop, desktop)
    merge(desktop, laptop)
    assert everything(laptop) == everything(desktop) == {}


def test_what_was_undone_stays_undone(laptop: Journal, desktop: Journal) -> None:
    """A journal that still has what was taken back doesn't bring it back."""
    laptop.undo()
    merge(laptop, desktop)
    assert everything(laptop) == {}


def test_two_imports_of_one_file_are_one(
    laptop: Journal, desktop: Journal, clock: FixedClock
) -> None:
    """Both computers imported one rejection; what belongs to either finds the one that stays.

    The other one was not deleted by anybody: it is in no trash, and can come from the file again.
    """
    keys = {"source": "job-log", "source_id": "acme/2026-11-22"}
    mine, theirs = (Rejection(day=DAY, company="Acme", **keys) for _ in range(2))
    laptop.store(add=[mine], name=ActName.IMPORT)
    asked = Consultation(day=DAY, kind=ConsultationKind.FEEDBACK, rejection=mine.id, said="well")
    laptop.store(add=[StepMark(day=DAY, rejection=mine.id, step=6), asked], name=ActName.STEP)
    clock.advance(minutes=1)
    desktop.store(add=[theirs], name=ActName.IMPORT)
    merge(laptop, desktop)
    merge(desktop, laptop)
    assert laptop.entries(Rejection) == desktop.entries(Rejection) == [mine]
    assert [each.rejection for each in laptop.entries(StepMark)] == [mine.id]
    assert [each.rejection for each in laptop.entries(Consultation)] == [mine.id]
    assert everything(laptop) == everything(desktop)
    assert laptop.trash() == desktop.trash() == []
    assert laptop.removed("job-log") == desktop.removed("job-log") == []


def test_a_merge_is_one_act_and_may_come_again(laptop: Journal, desktop: Journal) -> None:
    """Undo leaves no trace of it: the same journal can be merged once more."""
    desktop.store(add=[CheckIn(day=DAY, mood=8)], name=ActName.LOG)
    desktop.store(change=[CheckIn(id="shared", day=DAY, mood=2)], name=ActName.EDIT)
    before = everything(laptop)
    merge(laptop, desktop)
    merged = everything(laptop)
    assert laptop.undo().name is ActName.MERGE
    assert everything(laptop) == before
    laptop.redo()
    assert everything(laptop) == merged
    laptop.undo()
    laptop.store(add=[CheckIn(id="new", day=DAY)], name=ActName.LOG)
    laptop.undo()
    merge(laptop, desktop)
    assert everything(laptop) == merged


def test_undone_merge_of_a_deletion(laptop: Journal, desktop: Journal) -> None:
    """What the merge deleted lives again, just as it was."""
    before = laptop.find("shared")
    desktop.store(delete=[desktop.find("shared")], name=ActName.DELETE)
    merge(laptop, desktop)
    laptop.undo()
    assert laptop.find("shared") == before
    laptop.redo()
    assert everything(laptop) == {}


def test_plan_writes_nothing(laptop: Journal, desktop: Journal) -> None:
    """A look at what it would do changes neither of the two."""
    desktop.store(add=[CheckIn(day=DAY, mood=8), Rejection(day=DAY)], name=ActName.LOG)
    act = laptop.next_undo()
    files = sorted(each.name for each in desktop.path.parent.iterdir())
    plan = laptop.plan_merge(desktop.path)
    assert plan
    assert plan.new == {"check_in": 1, "rejection": 1}
    assert laptop.next_undo() == act
    assert sorted(each.name for each in desktop.path.parent.iterdir()) == files
    assert not laptop.plan_merge(laptop.back_up("test"))


def test_closed_journal_is_not_touched(laptop: Journal, desktop: Journal) -> None:
    """The other file keeps its bytes and gets no company."""
    desktop.close(copy=False)
    before = desktop.path.read_bytes()
    merge(laptop, desktop)
    assert desktop.path.read_bytes() == before
    assert [each.name for each in desktop.path.parent.iterdir()] == ["journal.sqlite3"]


def test_copy_is_made_first(laptop: Journal, desktop: Journal) -> None:
    """There is a way back without acts, too."""
    merge(laptop, desktop)
    assert any("before-merge" in each.name for each in (laptop.path.parent / "backups").iterdir())


def test_other_journals_are_refused(laptop: Journal, desktop: Journal, tmp_path: Path) -> None:
    """Itself, a damaged one, a newer one: each is named, and nothing is changed."""
    with pytest.raises(SameJournal):
        laptop.plan_merge(laptop.path)
    desktop.close(copy=False)
    with closing(sqlite3.connect(desktop.path)) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerJournal):
        laptop.plan_merge(desktop.path)
    (tmp_path / "broken").write_bytes(b"x")
    with pytest.raises(DamagedJournal):
        laptop.plan_merge(tmp_path / "broken")


def test_what_is_here_already_is_counted(
    laptop: Journal, desktop: Journal, clock: FixedClock
) -> None:
    """In the same state or a newer one; what is deleted there doesn't count."""
    laptop.store(change=[CheckIn(id="shared", day=DAY, mood=6)], name=ActName.EDIT)
    clock.advance(minutes=1)
    desktop.store(add=[CheckIn(id="gone", day=DAY, mood=6), Rest(day=DAY)], name=ActName.LOG)
    desktop.undo()
    plan = laptop.plan_merge(desktop.path)
    assert (dict(plan.new), dict(plan.same)) == ({}, {"check_in": 1})
