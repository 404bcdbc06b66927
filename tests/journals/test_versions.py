"""Files that every released version wrote open, read in full, and can still be undone."""

import shutil
import sqlite3
import sys
from contextlib import closing
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import AnyEntry, Exercise
from second_wind.core.log.kinds import ENTRY_TYPES
from second_wind.journal.journal import Journal
from second_wind.journal.log.settings import LogSettings
from second_wind.storage.tables import migrations

HERE = Path(__file__).parent
VERSIONS = sorted(HERE.glob("v*.sqlite3"))


@pytest.fixture(scope="module")
def make() -> ModuleType:
    """Load the script that made the file of the newest version."""
    spec = spec_from_file_location("make_journals", HERE / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(params=VERSIONS, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Copy the file of one version."""
    return Path(shutil.copy(request.param, tmp_path / "journal.sqlite3"))


def everything(journal: Journal) -> dict[str, AnyEntry]:
    """Return all that a journal holds."""
    return {each.id: each for kind in ENTRY_TYPES for each in journal.entries(kind)}


def schema(path: Path) -> list[tuple[str, str]]:
    """Return every table, index and trigger as SQL."""
    with closing(sqlite3.connect(path)) as db:
        return db.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()


def test_every_version_has_its_file() -> None:
    """Whoever adds a version adds the file that it writes."""
    assert len(VERSIONS) == migrations.newest()


def test_old_file_reads_in_full(old: Path, make: ModuleType, clock: FixedClock) -> None:
    """Every kind of entry and every setting is what it was."""
    journal = Journal(old, clock)
    expected = {each.id: each for each in make.entries()}
    deleted = next(each for each in expected.values() if isinstance(each, Exercise))
    assert everything(journal) == {k: e for k, e in expected.items() if k != deleted.id}
    assert journal.settings == LogSettings(day_start=3, goal=30)
    assert len(journal.analysis.timeline()) == 1
    journal.close()


def test_newest_file_is_undone_to_its_beginning(tmp_path: Path, clock: FixedClock) -> None:
    """Acts of an earlier run can be taken back, done again, and end where they were."""
    path = Path(shutil.copy(VERSIONS[-1], tmp_path / "journal.sqlite3"))
    journal = Journal(path, clock)
    before = everything(journal)
    while journal.next_undo():
        journal.undo()
    assert everything(journal) == {}
    assert journal.settings == LogSettings()
    for _ in range(3):
        journal.redo()
    assert everything(journal) == before
    journal.close()


def test_old_file_ends_with_the_schema_of_a_new_one(
    old: Path, tmp_path: Path, clock: FixedClock
) -> None:
    """After its migrations an old journal can't be told from a new one."""
    new = tmp_path / "new.sqlite3"
    for each in (old, new):
        Journal(each, clock).close()
    assert schema(old) == schema(new)


def test_script_makes_the_newest_file_again(make: ModuleType, tmp_path: Path) -> None:
    """Nobody changed a released version: the script still writes what was released."""
    path = tmp_path / "again.sqlite3"
    make.make(path)
    dumps = []
    for each in (path, Path(shutil.copy(VERSIONS[-1], tmp_path / "released.sqlite3"))):
        with closing(sqlite3.connect(each)) as db:
            dumps.append(list(db.iterdump()))
    assert dumps[0] == dumps[1]


def test_signs_of_control_are_no_damage(tmp_path: Path, clock: FixedClock) -> None:
    """Pasted from a terminal by an earlier version, they stay: the act vouches for them."""
    path = Path(shutil.copy(VERSIONS[0], tmp_path / "journal.sqlite3"))
    with closing(sqlite3.connect(path)) as db:
        (key,) = db.execute("SELECT id FROM check_in ORDER BY id LIMIT 1").fetchone()
        db.execute("INSERT INTO act (name, detail, at) VALUES ('edit', '', '2026-11-22T10:00:00')")
        db.execute("INSERT INTO act_open SELECT max(id) FROM act")
        db.execute("UPDATE check_in SET note = 'a' || char(27) || '[1mb' WHERE id = ?", (key,))
        db.execute("DELETE FROM act_open")
        db.commit()
    journal = Journal(path, clock)
    assert journal.find(key).note == "a\x1b[1mb"
    journal.close()
