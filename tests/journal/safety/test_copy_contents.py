"""What a copy is said to hold."""

from datetime import date
from pathlib import Path

import pytest

from second_wind.core.errors.copy_errors import SameJournal
from second_wind.core.errors.journal_errors import DamagedJournal, JournalUnreachable
from second_wind.core.log.entries import CheckIn, Exercise, Rejection
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.log.settings import LogSettings
from second_wind.journal.safety.copy_contents import CopyContents, look_into

DAY = date(2026, 11, 22)


def test_what_is_alive_counts(journal: Journal) -> None:
    """Deleted entries and settings don't."""
    walk = Exercise(day=DAY, minutes=20)
    rejection = Rejection(day=date(2026, 11, 1))
    journal.store(add=[walk, rejection, CheckIn(day=date(2026, 10, 1), mood=5)], name=ActName.LOG)
    journal.change_settings(LogSettings(goal=45))
    journal.store(delete=[walk], name=ActName.DELETE)
    assert look_into(journal.back_up("test")) == CopyContents(None, 2, date(2026, 11, 1))


def test_an_empty_copy(journal: Journal) -> None:
    """It is sound and has no last day."""
    assert look_into(journal.back_up("test")) == CopyContents(None, 0, None)


def test_a_damaged_copy(journal: Journal) -> None:
    """It is told why it can't be used."""
    copy = journal.back_up("test")
    with copy.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 4096)
    found = look_into(copy)
    assert not found.is_sound
    assert isinstance(found.problem, DamagedJournal)


def test_a_copy_saved_elsewhere_opens(journal: Journal, tmp_path: Path) -> None:
    """Over whatever lay there; nothing half-written is left beside it."""
    journal.store(add=[CheckIn(day=DAY, note="kept")], name=ActName.NOTE)
    target = tmp_path / "elsewhere/my journal.sqlite3"
    target.parent.mkdir()
    target.write_text("an older one")
    journal.save_copy(target)
    assert look_into(target) == CopyContents(None, 1, DAY)
    assert list(target.parent.iterdir()) == [target]
    assert target.stat().st_mode & 0o077 == 0


def test_the_journal_itself_is_no_place_for_a_copy(journal: Journal, tmp_path: Path) -> None:
    """Nor is a folder that is not there."""
    with pytest.raises(SameJournal):
        journal.save_copy(journal.path)
    with pytest.raises(JournalUnreachable):
        journal.save_copy(tmp_path / "nowhere/copy.sqlite3")
