"""A second place for copies: chosen, filled, thinned, and missed kindly when it is gone."""

import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from second_wind.computer import second_place
from second_wind.core.errors.copy_errors import CopiesFolderGone
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths
from second_wind.storage.copies import backups
from second_wind.storage.file.database import Database

NOW = datetime(2026, 11, 22, 13, 32, tzinfo=UTC)


@pytest.fixture
def folder(paths: AppPaths, tmp_path: Path) -> Path:
    """Choose a drive as the second place."""
    (tmp_path / "drive").mkdir()
    return second_place.choose(paths.config, tmp_path / "drive")


def back_up(database: Database, days_ago: int = 0) -> Path:
    """Make a copy."""
    with database.reading() as db:
        return backups.make(db, database.path, NOW - timedelta(days=days_ago), "test")


def test_choice_is_remembered_and_forgotten(paths: AppPaths, folder: Path) -> None:
    """It lies in the config directory as a file that a person can read."""
    assert second_place.chosen(paths.config) == folder
    assert (paths.config / "backup-folder.txt").read_text() == f"{folder}\n"
    second_place.forget(paths.config)
    second_place.forget(paths.config)
    assert second_place.chosen(paths.config) is None


def test_folder_that_is_missing_can_not_be_chosen(paths: AppPaths, tmp_path: Path) -> None:
    """A slip of the pen is told at once."""
    with pytest.raises(CopiesFolderGone):
        second_place.choose(paths.config, tmp_path / "nowhere")
    assert second_place.chosen(paths.config) is None


def test_every_copy_comes_along(database: Database, folder: Path) -> None:
    """Those from the time before the drive was plugged in as well, byte for byte."""
    made = [back_up(database, days_ago) for days_ago in (2, 1, 0)]
    (folder / made[0].name).write_bytes(made[0].read_bytes())
    second_place.mirror(database.path, folder, NOW)
    assert {each.name for each in folder.iterdir()} == {each.name for each in made}
    assert all((folder / each.name).read_bytes() == each.read_bytes() for each in made)


def test_old_ones_go_by_the_same_policy(database: Database, folder: Path) -> None:
    """What the policy drops beside the journal, it drops there; other files stay."""
    (folder / "mine.txt").write_text("x")
    for hours in (30, 29):
        with database.reading() as db:
            copy = backups.make(db, database.path, NOW - timedelta(hours=hours), "test")
        if hours == 30:
            shutil.copy(copy, folder)
    second_place.mirror(database.path, folder, NOW)
    assert len(backups.listed(database.path, folder)) == 1
    assert (folder / "mine.txt").exists()


def test_gone_drive_stops_nothing(paths: AppPaths, clock: FixedClock, folder: Path) -> None:
    """The copy beside the journal is made, the reason handed back, and no folder made instead."""
    folder.rmdir()
    journal = Journal(paths.journal, clock, folder)
    journal.store(add=[CheckIn(day=date(2026, 11, 22))], name=ActName.LOG)
    assert journal.back_up("test").exists()
    assert isinstance(journal.second_place_problem, CopiesFolderGone)
    clock.advance(hours=1)
    journal.store(add=[CheckIn(day=date(2026, 11, 22))], name=ActName.LOG)
    assert isinstance(journal.close(), CopiesFolderGone)
    assert not folder.exists()
    assert len(backups.listed(paths.journal)) == 2


def test_drive_that_came_back_catches_up(paths: AppPaths, clock: FixedClock, folder: Path) -> None:
    """Everything that it missed is brought with the next copy."""
    folder.rmdir()
    journal = Journal(paths.journal, clock, folder)
    journal.back_up("test")
    folder.mkdir()
    clock.advance(minutes=1)
    journal.back_up("test")
    assert journal.second_place_problem is None
    assert len(backups.listed(paths.journal, folder)) == 2
    journal.close(copy=False)


def test_file_in_the_way_is_a_gone_folder(database: Database, tmp_path: Path) -> None:
    """Whatever stands in its place, the sentence is the same."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(CopiesFolderGone):
        second_place.mirror(database.path, tmp_path / "file", NOW)
