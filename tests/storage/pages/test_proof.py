"""A copy is proved by reading what it is for, and nothing that isn't counts as one."""

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from second_wind.core.errors.journal_errors import DamagedJournal
from second_wind.core.log.entries import CheckIn
from second_wind.storage.copies import backups
from second_wind.storage.damage.snapshots import snapshot
from second_wind.storage.file.database import Database
from second_wind.storage.pages.proof import is_sound, proof_of
from second_wind.storage.sqlite.encryption import read_only
from second_wind.storage.tables import acts, entries

Garble = Callable[[Path, str], None]
NOW = datetime(2026, 11, 22, tzinfo=UTC)
DAY = date(2026, 11, 22)
NOTE = "UPDATE check_in SET note = 'x'"


@pytest.fixture
def path(database: Database) -> Path:
    """Log a check-in as an act, and close the journal."""
    with database.writing() as db:
        acts.record(
            db, lambda d, n: entries.add(d, [CheckIn(day=DAY, note="y")], n), "log", "", NOW
        )
    database.close()
    return database.path


@pytest.mark.parametrize(
    ("change", "days", "has_faults"),
    [
        (None, set(), False),
        (NOTE, {"2026-11-22"}, False),
        ("UPDATE check_in SET note = CAST(x'ff' AS TEXT)", {"2026-11-22"}, False),
        ("UPDATE check_in SET day = 'garbage'", {""}, False),
        ("UPDATE act_change SET after = '{}'", set(), True),
        ("UPDATE act_change SET seal = ''", set(), True),
        ("INSERT INTO state VALUES ('a', '', '', NULL, 'b', 'no seal')", {""}, False),
    ],
)
def test_what_a_proof_finds(
    path: Path, garble: Garble, change: str | None, days: set[str], *, has_faults: bool
) -> None:
    """Whatever SQLite has no fault to find with is read all the same, and named by its day."""
    if change:
        garble(path, change)
    with closing(read_only(path)) as database:
        found = proof_of(database, path)
    assert found.days == days
    assert bool(found.faults) is has_faults
    assert found.is_sound is is_sound(path) is (change is None)


def test_what_is_no_journal_is_not_sound(tmp_path: Path) -> None:
    """Nor is a file that isn't there."""
    (tmp_path / "text").write_text("no journal")
    assert not is_sound(tmp_path / "text")
    assert not is_sound(tmp_path / "nowhere")


def test_no_snapshot_of_garbage(path: Path, garble: Garble) -> None:
    """A copy that is not what was written is never returned to, nor merged."""
    garble(path, NOTE)
    with pytest.raises(DamagedJournal), snapshot(path):
        pass


def test_a_copy_of_garbage_says_so_in_its_name(path: Path, garble: Garble) -> None:
    """It is made only where it has to be; it is no copy, and thins none."""
    with closing(Database(path, NOW)) as database, database.reading() as db:
        old = backups.make(db, path, NOW - timedelta(hours=30), "test")
        older = backups.make(db, path, NOW - timedelta(hours=31), "test")
    garble(path, NOTE)
    with closing(Database(path, NOW)) as database, database.reading() as db:
        with pytest.raises(DamagedJournal):
            backups.make(db, path, NOW, "test")
        assert backups.unproved(path) == []
        made = backups.make(db, path, NOW, "replaced", or_unproved=True)
        with pytest.raises(DamagedJournal):
            backups.save_to(db, path, path.with_name("elsewhere"))
    assert made.name == "journal_20261122T000000.000000-replaced.unproved.sqlite3"
    assert backups.unproved(path) == [made]
    assert backups.listed(path) == [older, old]
    assert not path.with_name("elsewhere").exists()


def test_a_sound_one_is_a_copy_also_where_it_need_not_be(path: Path) -> None:
    """Only garbage gets the other name."""
    with closing(Database(path, NOW)) as database, database.reading() as db:
        made = backups.make(db, path, NOW, "replaced", or_unproved=True)
    assert backups.listed(path) == [made]


def test_a_copy_that_rotted_lets_none_go(path: Path, garble: Garble) -> None:
    """The newest of a day is damaged meanwhile: the sound one of that day stays."""
    with closing(Database(path, NOW)) as database, database.reading() as db:
        older = backups.make(db, path, NOW - timedelta(hours=31), "test")
        rotten = backups.make(db, path, NOW - timedelta(hours=30), "test")
    whole = rotten.read_bytes()
    garble(rotten, NOTE)
    with closing(Database(path, NOW)) as database, database.reading() as db:
        backups.make(db, path, NOW, "test")
        assert older.exists()
        rotten.write_bytes(whole)
        backups.make(db, path, NOW, "again")
        assert not older.exists()


def test_bugs_stay_bugs_unless_the_file_is_damaged(path: Path, garble: Garble) -> None:
    """What breaks while a damaged journal is read is told as damage; else it is shown in full."""
    with (
        closing(Database(path, NOW)) as database,
        pytest.raises(TypeError),
        database.reading(),
    ):
        raise TypeError("a mistake of the program")
    garble(path, NOTE)
    with (
        closing(Database(path, NOW)) as database,
        pytest.raises(DamagedJournal),
        database.reading(),
    ):
        raise TypeError("a list was expected")
