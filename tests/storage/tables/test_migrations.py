"""Migrations: a copy first, version and change together, killed ones leave the old version."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from second_wind.core.errors.journal_errors import JournalUnreachable
from second_wind.core.log.entries import CheckIn
from second_wind.paths import AppPaths
from second_wind.storage.copies import backups
from second_wind.storage.file.database import Database
from second_wind.storage.tables import acts, entries, migrations
from second_wind.storage.tables.sql import OpenDatabase, execute

NOW = datetime(2026, 11, 22, tzinfo=UTC)
ENTRY = CheckIn(day=date(2026, 11, 22), mood=6.6)
NEWEST = migrations.newest()
NEXT = NEWEST + 1
Step = Callable[[OpenDatabase], None]


def next_version(database: OpenDatabase) -> None:
    """Add a table, as a later version might."""
    execute(database, "CREATE TABLE made_up (a TEXT NOT NULL)")


def failing(database: OpenDatabase) -> None:
    """Change something, then break."""
    next_version(database)
    raise ZeroDivisionError


@pytest.fixture
def old(paths: AppPaths) -> Path:
    """Make a file of the newest version that holds one act."""
    with closing(Database(paths.journal, NOW)) as database, database.writing() as db:
        acts.record(db, lambda d, now: entries.add(d, [ENTRY], now), "log", "", NOW)
    return paths.journal


def append(monkeypatch: pytest.MonkeyPatch, step: Step) -> None:
    """Pretend that the program knows one version more."""
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, step))


def contents(path: Path) -> tuple[int, int, int, int]:
    """Return version, entries, acts and made-up tables."""
    with closing(sqlite3.connect(path)) as db:
        return tuple(
            db.execute(each).fetchone()[0]
            for each in (
                "PRAGMA user_version",
                "SELECT count(*) FROM check_in",
                "SELECT count(*) FROM act",
                "SELECT count(*) FROM sqlite_schema WHERE name = 'made_up'",
            )
        )


def test_migration_changes_schema_and_version(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The entries stay; acts go, since they hold rows in the old shape."""
    append(monkeypatch, next_version)
    Database(old, NOW).close()
    assert contents(old) == (NEXT, 1, 0, 1)


def test_copy_comes_first(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever wants to go back has a whole copy of the old version."""
    append(monkeypatch, next_version)
    Database(old, NOW).close()
    (copy,) = backups.listed(old)
    assert "before-migration" in copy.name
    assert contents(copy) == (NEWEST, 1, 1, 0)


def test_new_journal_needs_no_copy(paths: AppPaths, monkeypatch: pytest.MonkeyPatch) -> None:
    """A journal that begins at the newest version has nothing to lose."""
    append(monkeypatch, next_version)
    Database(paths.journal, NOW).close()
    assert contents(paths.journal) == (NEXT, 0, 0, 1)
    assert backups.listed(paths.journal) == []


def test_journal_of_this_version_is_not_copied(old: Path) -> None:
    """Opening alone makes no copy."""
    Database(old, NOW).close()
    assert backups.listed(old) == []


def test_without_a_copy_there_is_no_migration(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the copy can't be made, the old version stays as it is."""
    append(monkeypatch, next_version)
    backups.directory(old).write_text("in the way")
    with pytest.raises(JournalUnreachable):
        Database(old, NOW)
    assert contents(old) == (NEWEST, 1, 1, 0)


def test_broken_migration_leaves_the_old_version(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Version and change are one commit: either both or neither."""
    append(monkeypatch, failing)
    with pytest.raises(ZeroDivisionError):
        Database(old, NOW)
    assert contents(old) == (NEWEST, 1, 1, 0)


KILLED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from second_wind.storage.tables import migrations
from second_wind.storage.file.database import Database
from second_wind.storage.tables.sql import execute

def next_version(database):
    execute(database, "CREATE TABLE made_up (a TEXT NOT NULL)")
    execute(database, "DELETE FROM check_in")
    execute(database, "PRAGMA user_version = 3")
    os.kill(os.getpid(), 9)

migrations.MIGRATIONS += (next_version,)
Database(Path(sys.argv[1]), datetime(2026, 11, 22, tzinfo=UTC))
"""


def test_killed_migration_leaves_the_old_version(old: Path) -> None:
    """A power cut in the middle of a migration loses nothing."""
    done = subprocess.run([sys.executable, "-c", KILLED, old], check=False)
    assert done.returncode == -9
    Database(old, NOW).close()
    assert contents(old) == (NEWEST, 1, 1, 0)


def test_second_process_does_not_migrate_again(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever waited for the lock finds the work done."""
    runs: list[OpenDatabase] = []
    append(monkeypatch, runs.append)
    make = backups.make

    def meanwhile(*arguments: object) -> Path:
        monkeypatch.setattr(backups, "make", make)
        Database(old, NOW).close()
        return old

    monkeypatch.setattr(backups, "make", meanwhile)
    Database(old, NOW).close()
    assert len(runs) == 1
    assert contents(old)[0] == NEXT
