"""A return to a copy: exact, undoable, seen by other windows, whole or not at all."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from second_wind.core.errors.journal_errors import DamagedJournal, NotAJournal
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn, Exercise, Talk
from second_wind.journal.files.copies import find_copy, safe_copies
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import Act, ActName, Changes
from second_wind.journal.log.settings import LogSettings
from second_wind.paths import AppPaths

DAY = date(2026, 11, 22)
KINDS = (CheckIn, Exercise, Talk)


def everything(journal: Journal) -> tuple[object, ...]:
    """Return all that a journal holds."""
    return tuple(journal.entries(kind) for kind in KINDS), journal.settings


def stir(journal: Journal, clock: FixedClock) -> Path:
    """Log, copy, then add, change and delete, and return the copy."""
    mood, walk = CheckIn(day=DAY, mood=6, note="then"), Exercise(day=DAY, minutes=20)
    journal.store(add=[mood, walk], name=ActName.LOG)
    copy = journal.back_up("by-hand")
    clock.advance(minutes=5)
    later = CheckIn(id=mood.id, day=DAY, mood=2, note="now")
    journal.store(add=[Talk(day=DAY)], change=[later], delete=[walk], name=ActName.LOG)
    journal.change_settings(LogSettings(goal=45))
    clock.advance(minutes=5)
    return copy


def test_returns_exactly_and_back(journal: Journal, clock: FixedClock) -> None:
    """What is alive is what the copy holds; one undo brings everything since back."""
    journal.store(add=[CheckIn(day=DAY, mood=1)], name=ActName.LOG)
    journal.undo()
    before_all = everything(journal)
    copy = stir(journal, clock)
    before = everything(journal)
    journal.restore(copy)
    restored = everything(journal)
    assert restored != before
    assert restored != before_all
    assert [each.note for each in journal.entries(CheckIn)] == ["then"]
    assert len(journal.entries(Exercise)) == 1
    assert journal.entries(Talk) == []
    assert journal.settings == LogSettings()
    journal.undo()
    assert everything(journal) == before
    journal.redo()
    assert everything(journal) == restored


def test_what_there_was_before_is_copied_first(journal: Journal, clock: FixedClock) -> None:
    """Without the acts, too, there is a way back."""
    copy = stir(journal, clock)
    before = everything(journal)
    journal.restore(copy)
    newest = safe_copies(journal.path)[0]
    assert newest.reason == "before-restore"
    journal.restore(newest.path)
    assert everything(journal) == before


def test_other_window_notices(journal: Journal, clock: FixedClock, paths: AppPaths) -> None:
    """A window in another process is told like of any change, and can go on logging."""
    copy = stir(journal, clock)
    other = Journal(paths.journal, clock)
    told: list[Changes] = []
    journal.subscribe(told.append)
    other.restore(copy)
    assert journal.notice_foreign_changes()
    assert told == [Changes.anything()]
    assert [each.note for each in journal.entries(CheckIn)] == ["then"]
    journal.store(add=[CheckIn(day=DAY)], name=ActName.LOG)
    assert len(other.entries(CheckIn)) == 2
    other.close(copy=False)


def test_pages_are_told_once(journal: Journal, clock: FixedClock) -> None:
    """The window that restores learns which kinds and days changed, and of which act."""
    copy = stir(journal, clock)
    told: list[Changes] = []
    journal.subscribe(told.append)
    act = journal.restore(copy)
    assert act == Act(act.id, ActName.RESTORE, "2026-11-22 14:32")
    assert [(each.act, each.days) for each in told] == [(act, frozenset({DAY}))]


def test_restored_state_outlasts_a_merge(journal: Journal, clock: FixedClock) -> None:
    """What was logged since the copy doesn't come back with the copy made before the return."""
    copy = stir(journal, clock)
    journal.restore(copy)
    restored = everything(journal)
    clock.advance(minutes=1)
    journal.merge(journal.plan_merge(safe_copies(journal.path)[0].path))
    assert everything(journal) == restored


def test_copy_that_holds_the_same_changes_nothing(journal: Journal) -> None:
    """No act is left that would undo nothing."""
    act = journal.store(add=[CheckIn(day=DAY, mood=6)], name=ActName.LOG)
    journal.restore(journal.back_up("by-hand"))
    assert journal.next_undo() == act


@pytest.mark.parametrize("table", ["check_in", "check_in_day"])
def test_damaged_copy_is_refused(journal: Journal, clock: FixedClock, table: str) -> None:
    """Nothing is changed, and no copy is made for nothing, even if all rows can be read."""
    copy = stir(journal, clock)
    before, count = everything(journal), len(safe_copies(journal.path))
    with closing(sqlite3.connect(copy)) as db:
        (page,) = db.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
        ).fetchone()
    with copy.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    with pytest.raises(DamagedJournal):
        journal.restore(copy)
    assert everything(journal) == before
    assert len(safe_copies(journal.path)) == count


def test_other_file_is_refused(journal: Journal, tmp_path: Path) -> None:
    """A file that is no journal is named as such."""
    (tmp_path / "other").write_bytes(b"SQLite format 3\0" + bytes(200))
    with pytest.raises(NotAJournal):
        journal.restore(tmp_path / "other")


def test_copies_are_listed_newest_first(journal: Journal, clock: FixedClock) -> None:
    """With moment, reason and size, and found by name or path."""
    copy = stir(journal, clock)
    journal.back_up("import")
    newest, oldest = safe_copies(journal.path)
    assert (newest.reason, oldest.reason) == ("import", "by-hand")
    assert newest.made_at == clock.now()
    assert newest.size == newest.path.stat().st_size
    assert find_copy(journal.path, copy.name) == find_copy(journal.path, str(copy)) == copy


def test_what_a_return_would_change_is_known_before(journal: Journal, clock: FixedClock) -> None:
    """What comes back, takes an older state, and goes; a look changes nothing."""
    copy = stir(journal, clock)
    before = everything(journal)
    plan = journal.plan_restore(copy)
    assert (dict(plan.back), dict(plan.gone)) == ({"exercise": 1}, {"setting": 1, "talk": 1})
    assert dict(plan.changed) == {"check_in": 1}
    assert everything(journal) == before
    journal.restore(copy)
    assert not journal.plan_restore(copy)
