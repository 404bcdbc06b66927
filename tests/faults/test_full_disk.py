"""A full disk: a known error, nothing changed, and all is well once there is room."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from second_wind.core.errors.journal_errors import DiskFull
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn, Rest
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths
from second_wind.storage.file.database import Database
from second_wind.storage.tables import migrations
from second_wind.storage.tables.sql import execute

DAY = date(2026, 11, 22)
SIZE = 1536 * 1024


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of one and a half megabytes."""
    place = tmp_path / "small"
    place.mkdir()
    options = ["-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place)]
    mount = shutil.which("mount")
    if os.getuid() != 0 or not mount or subprocess.run([mount, *options], check=False).returncode:
        pytest.skip("a small disk can only be mounted by root")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def big(count: int) -> list[CheckIn]:
    """Return check-ins with long notes."""
    return [CheckIn(day=DAY, mood=5, note="x" * 10_000) for _ in range(count)]


def fill(place: Path) -> Path:
    """Leave no room on a disk."""
    path = place / "filler"
    with path.open("wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError:
            return path
    raise AssertionError("the disk has no end")


def test_import_that_does_not_fit(small_disk: Path, clock: FixedClock) -> None:
    """Nothing of it is stored; what was there stays, and smaller acts go on."""
    journal = Journal(small_disk / "journal.sqlite3", clock)
    (one,) = big(1)
    journal.store(add=[one], name=ActName.LOG)
    with pytest.raises(DiskFull):
        journal.store(add=big(200), name=ActName.IMPORT)
    assert journal.entries(CheckIn) == [one]
    journal.store(add=[CheckIn(day=DAY)], name=ActName.LOG)
    journal.undo()
    journal.undo()
    assert journal.entries(CheckIn) == []
    journal.close(copy=False)


def test_disk_full_at_any_point(small_disk: Path, clock: FixedClock) -> None:
    """However little room is left, an act is stored whole or refused, and room makes it work."""
    journal = Journal(small_disk / "journal.sqlite3", clock)
    confirmed = 0
    for room in range(0, 160_000, 8192):
        filler = fill(small_disk)
        os.truncate(filler, filler.stat().st_size - room)
        try:
            journal.store(add=big(2), name=ActName.LOG)
            confirmed += 2
        except DiskFull:
            pass
        assert len(journal.entries(CheckIn)) == confirmed
        filler.unlink()
    assert 0 < confirmed < 40
    journal.store(add=big(1), name=ActName.LOG)
    journal.close(copy=False)


def test_opening_on_a_full_disk(small_disk: Path, clock: FixedClock) -> None:
    """A journal that was closed well is told to lack room, and opens once there is some."""
    path = small_disk / "journal.sqlite3"
    Journal(path, clock).close()
    filler = fill(small_disk)
    with pytest.raises(DiskFull):
        Journal(path, clock).close()
    filler.unlink()
    Journal(path, clock).close()


def test_new_journal_on_a_full_disk(small_disk: Path, clock: FixedClock) -> None:
    """A beginning that failed for want of room doesn't stand in the way of the next one."""
    filler = fill(small_disk)
    with pytest.raises(DiskFull):
        Journal(small_disk / "journal.sqlite3", clock).close()
    filler.unlink()
    Journal(small_disk / "journal.sqlite3", clock).close()


def test_journal_of_before_on_a_full_disk(small_disk: Path, clock: FixedClock) -> None:
    """What can't be brought up to date for want of room stays as it was until there is some."""
    path = small_disk / "journal.sqlite3"
    newer = migrations.MIGRATIONS
    migrations.MIGRATIONS = newer[:1]
    try:
        Database(path, clock.now()).close()
    finally:
        migrations.MIGRATIONS = newer
    stamp = "2026-11-22T00:00:00.000000+00:00"
    with closing(sqlite3.connect(path)) as db:
        for number in range(60):
            row = (str(number), stamp, stamp, None, "2026-11-22", "x" * 2000, "", "")
            db.execute(f"INSERT INTO rest VALUES ({', '.join('?' * len(row))})", row)
        db.commit()
    filler = fill(small_disk)
    with pytest.raises(DiskFull):
        Journal(path, clock)
    filler.unlink()
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)
    journal = Journal(path, clock)
    assert len(journal.entries(Rest)) == 60
    journal.close(copy=False)


def test_copy_that_does_not_fit(small_disk: Path, clock: FixedClock) -> None:
    """No half copy is left, closing hands the reason back, and the journal is whole."""
    path = small_disk / "journal.sqlite3"
    journal = Journal(path, clock)
    journal.store(add=big(10), name=ActName.LOG)
    filler = fill(small_disk)
    assert isinstance(journal.close(), DiskFull)
    backups = path.with_name("backups")
    assert not backups.exists() or list(backups.iterdir()) == []
    filler.unlink()
    journal = Journal(path, clock)
    assert len(journal.entries(CheckIn)) == 10
    journal.close(copy=False)


def test_file_that_may_not_grow(paths: AppPaths, clock: FixedClock) -> None:
    """The same without root: SQLite is told not to let the file grow."""
    database = Database(paths.journal, clock.now())
    with database.reading() as db:
        pages = execute(db, "PRAGMA page_count").fetchone()[0]
        execute(db, f"PRAGMA max_page_count = {pages + 2}").fetchall()

    def write(size: int) -> None:
        with database.writing() as db:
            execute(db, "INSERT INTO setting VALUES (?, '', '', NULL, ?, '')", (size, "x" * size))

    with pytest.raises(DiskFull):
        write(100_000)
    write(10)
    with database.reading() as db:
        assert execute(db, "SELECT id FROM setting").fetchall() == [("10",)]
    database.close()
