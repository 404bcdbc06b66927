"""Two processes on one journal: a window and the command line."""

import subprocess
import sys
from datetime import date
from pathlib import Path

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName, Changes
from second_wind.paths import AppPaths

TODAY = date(2026, 11, 22)
OTHER = """
import sys
from datetime import date
from pathlib import Path
from second_wind.core.log.clock import SystemClock
from second_wind.core.log.entries import CheckIn
from second_wind.journal.log.changes import ActName
from second_wind.journal.journal import Journal
journal = Journal(Path(sys.argv[1]), SystemClock())
if sys.argv[2] == "log":
    journal.store(add=[CheckIn(day=date(2026, 11, 22), mood=3)], name=ActName.LOG)
else:
    journal.undo()
journal.close(copy=False)
"""


def other_process(path: Path, command: str) -> None:
    """Do something in another process."""
    subprocess.run([sys.executable, "-c", OTHER, path, command], check=True)


def moods(journal: Journal) -> list[float]:
    """Return the moods of the day."""
    return sorted(each.mood or 0 for each in journal.day(TODAY).check_ins)


def test_other_process_logs_and_undoes(journal: Journal, paths: AppPaths) -> None:
    """What another process logs is seen; either takes back the last act, whoever made it."""
    journal.store(add=[CheckIn(day=TODAY, mood=5)], name=ActName.LOG)
    other_process(paths.journal, "log")
    assert journal.notice_foreign_changes()
    assert moods(journal) == [3, 5]
    journal.undo()
    assert moods(journal) == [5]
    other_process(paths.journal, "undo")
    assert moods(journal) == []
    journal.redo()
    assert moods(journal) == [5]


def test_foreign_changes_are_told_once(
    journal: Journal, paths: AppPaths, clock: FixedClock
) -> None:
    """Any page may be affected; own acts are not foreign, and nothing is told twice."""
    told: list[Changes] = []
    other = Journal(paths.journal, clock)
    journal.subscribe(told.append)
    other.store(add=[CheckIn(day=TODAY, mood=5)], name=ActName.LOG)
    assert journal.notice_foreign_changes()
    assert not journal.notice_foreign_changes()
    assert told == [Changes.anything()]
    journal.store(add=[CheckIn(day=TODAY, mood=5)], name=ActName.LOG)
    assert not journal.notice_foreign_changes()
    assert other.notice_foreign_changes()
    other.close(copy=False)


def test_noticed_change_renews_timeline_and_settings(
    journal: Journal, paths: AppPaths, clock: FixedClock
) -> None:
    """What was kept is read anew."""
    assert len(journal.analysis.timeline()) == 0
    other = Journal(paths.journal, clock)
    other.store(add=[CheckIn(day=TODAY, mood=5)], name=ActName.LOG)
    other.close(copy=False)
    journal.notice_foreign_changes()
    assert len(journal.analysis.timeline()) == 1


def test_reading_and_copying_are_no_changes(
    journal: Journal, paths: AppPaths, clock: FixedClock
) -> None:
    """A process that only looks, or makes a copy, doesn't make the window refresh."""
    other = Journal(paths.journal, clock)
    other.analysis.timeline()
    other.back_up("test")
    other.close()
    assert not journal.notice_foreign_changes()
