"""A check of a journal that is open, and what is put in place of one that is missing."""

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.safety.checking import examine
from second_wind.journal.safety.rescue import Use, bring_back, carry_out, clear_place, report_damage
from second_wind.paths import AppPaths

DAY = date(2026, 11, 22)


@pytest.fixture
def copied(journal: Journal) -> Path:
    """Log a note and return a copy."""
    journal.store(add=[CheckIn(day=DAY, note="kept")], name=ActName.NOTE)
    return journal.back_up("test")


_TRY_TO_HOLD = """
import sys
from pathlib import Path
from second_wind.storage.sqlite.file_locks import is_open_elsewhere
print(is_open_elsewhere(Path(sys.argv[1])))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="nobody replaces an open file there")
def test_a_look_keeps_the_locks(journal: Journal, copied: Path, paths: AppPaths) -> None:
    """Another process still sees that the journal is open, and puts nothing in its place."""
    assert examine(paths.journal, paths.photos, is_open_here=True).is_sound
    command = [sys.executable, "-c", _TRY_TO_HOLD, str(paths.journal)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ran.stdout == "True\n"


def test_damage_to_an_open_journal_is_found(
    journal: Journal, copied: Path, paths: AppPaths
) -> None:
    """The same as from outside."""
    journal.close(copy=False)
    with paths.journal.open("r+b") as file:
        file.seek(4096 * 2)
        file.write(b"\xff" * 4096)
    assert examine(paths.journal, paths.photos, is_open_here=True).faults


@pytest.mark.parametrize("is_there", [True, False])
def test_a_copy_takes_the_place_of_nothing(
    journal: Journal, copied: Path, clock: FixedClock, *, is_there: bool
) -> None:
    """A missing or an emptied journal is followed by its copy; no empty file is left."""
    journal.close(copy=False)
    journal.path.unlink()
    if is_there:
        journal.path.touch()
    bring_back(journal.path, copied, clock.now())
    again = Journal(journal.path, clock)
    assert [each.note for each in again.entries(CheckIn)] == ["kept"]
    again.close(copy=False)
    assert list(journal.path.parent.glob("*damaged*")) == []


def test_a_log_without_its_journal_is_read(
    journal: Journal, copied: Path, clock: FixedClock, tmp_path: Path
) -> None:
    """What only the log holds comes back, the copy beside it."""
    journal.store(add=[CheckIn(day=DAY, note="in the log")], name=ActName.NOTE)
    path = tmp_path / "left/journal.sqlite3"
    path.parent.mkdir()
    shutil.copytree(copied.parent, path.parent / "backups")
    shutil.copy(f"{journal.path}-wal", f"{path}-wal")
    report = report_damage(path)
    assert report.last_recovered == report.last_in_backup == DAY
    carry_out(report, Use.BOTH, clock.now())
    again = Journal(path, clock)
    assert {each.note for each in again.entries(CheckIn)} == {"kept", "in the log"}
    again.close(copy=False)


def test_room_for_a_new_one(journal: Journal, copied: Path, clock: FixedClock) -> None:
    """What lies there is set aside by name; an empty file is no loss."""
    journal.close(copy=False)
    before = journal.path.read_bytes()
    aside = clear_place(journal.path, clock.now())
    assert aside is not None
    assert aside.read_bytes() == before
    assert clear_place(journal.path, clock.now()) is None
    journal.path.touch()
    assert clear_place(journal.path, clock.now()) is None
    assert not journal.path.exists()
    Journal(journal.path, clock).close(copy=False)


def test_a_whole_mood_is_found_in_one_version(journal: Journal) -> None:
    """Whether it is 4 on its page and 4.0 in its act."""
    journal.store(add=[CheckIn(day=DAY, mood=4), CheckIn(day=DAY, mood=4.5)], name=ActName.MOOD)
    journal.close(copy=False)
    with journal.path.open("r+b") as file:
        file.write(b"\xff" * 512)
    report = report_damage(journal.path)
    assert report.recovered == {"check_in": 2}
    assert report.doubtful_days == ()


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        (b"CHECK (keep_in_touch > 0)", b"CHECK (jeep_in_touch > 0)"),
        (b"CREATE TABLE talk", b"CREATE TABLE t\xceqk"),
    ],
)
def test_a_garbled_definition_is_found(
    journal: Journal, paths: AppPaths, clock: FixedClock, was: bytes, becomes: bytes
) -> None:
    """One letter in how a table is defined: SQLite's own look may pass it; all comes back."""
    note = CheckIn(day=date(2026, 11, 22), note="kept")
    journal.store(add=[note], name=ActName.LOG)
    journal.close(copy=False)
    content = paths.journal.read_bytes()
    assert was in content
    paths.journal.write_bytes(content.replace(was, becomes, 1))
    assert not examine(paths.journal, paths.photos).is_sound
    carry_out(report_damage(paths.journal), Use.BOTH, clock.now())
    mended = Journal(paths.journal, clock)
    assert mended.entries(CheckIn) == [note]
    mended.close(copy=False)
