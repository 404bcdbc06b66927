"""Conflict copies of programs that sync: found by name, and only if they are journals."""

import shutil
from pathlib import Path

import pytest

from second_wind.computer.conflicts import conflict_copies, put_away
from second_wind.storage.copies import backups
from second_wind.storage.file.database import Database


@pytest.mark.parametrize(
    "name",
    [
        "journal (conflicted copy 2026-11-22).sqlite3",
        "journal (Ana's conflicted copy 2026-11-22).sqlite3",
        "journal (Case Conflict).sqlite3",
        "journal (1).sqlite3",
        "journal.sync-conflict-20261122-143200-ABCDEFG.sqlite3",
        "journal_conflict-20261122-143200.sqlite3",
        "journal-conflict.sqlite3",
        "journal 2.sqlite3",
    ],
)
def test_names_of_conflict_copies(database: Database, name: str) -> None:
    """Dropbox, Nextcloud, Syncthing, Google Drive and iCloud: each has its way."""
    copy = database.path.with_name(name)
    shutil.copy(database.path, copy)
    assert conflict_copies(database.path) == [copy]


@pytest.mark.parametrize(
    "name",
    [
        "journal.sqlite3",
        "journal-photos.sqlite3",
        "journal.damaged-20261122-1432.sqlite3",
        "journal-of-work.sqlite3",
        "other (1).sqlite3",
        "journal (1).txt",
    ],
)
def test_other_names(database: Database, name: str) -> None:
    """Other journals, what was set aside, and other files are none."""
    if name != database.path.name:
        shutil.copy(database.path, database.path.with_name(name))
    assert conflict_copies(database.path) == []


def test_other_content(database: Database) -> None:
    """A file of that name that is no journal is none either."""
    database.path.with_name("journal (1).sqlite3").write_text("a note")
    database.path.with_name("journal (2).sqlite3").mkdir()
    assert conflict_copies(database.path) == []


def test_no_folder(tmp_path: Path) -> None:
    """Where there is no folder, there is no copy."""
    assert conflict_copies(tmp_path / "nowhere/journal.sqlite3") == []


def test_a_merged_one_is_moved_among_the_copies(database: Database) -> None:
    """With its log, whole, and no other is overwritten; it is no conflict copy any more."""
    copy = database.path.with_name("journal (1).sqlite3")
    kept = []
    for content in (b"one", b"two"):
        shutil.copy(database.path, copy)
        copy.with_name(f"{copy.name}-wal").write_bytes(content)
        kept.append(put_away(database.path, copy))
    assert conflict_copies(database.path) == []
    assert [each.with_name(f"{each.name}-wal").read_bytes() for each in kept] == [b"one", b"two"]
    assert {each.parent.name for each in kept} == {"backups"}
    assert backups.listed(database.path) == []
