"""Whatever state files and the computer are in: a sentence, and nothing confirmed is lost."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from second_wind.cli import run
from second_wind.core.errors.base import KnownError
from second_wind.core.errors.journal_errors import JournalUnreachable
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths
from second_wind.words.errors.sentences import sentence

DAY = date(2026, 11, 20)
KNOWN = 2


def say(home: Path, clock: FixedClock, *words: str) -> tuple[int, str]:
    """Run a command; return its status and what it said of what went wrong."""
    out, err = StringIO(), StringIO()
    status = run(["--home", str(home), *words], clock=clock, out=out, err=err)
    return status, err.getvalue()


def notes(path: Path, clock: FixedClock) -> list[str]:
    """Open a journal anew and return the notes in it."""
    journal = Journal(path, clock)
    found = [each.note for each in journal.entries(CheckIn)]
    journal.close(copy=False)
    return found


def log(journal: Journal, note: str) -> CheckIn:
    """Log a note."""
    entry = CheckIn(day=DAY, note=note)
    journal.store(add=[entry], name=ActName.LOG)
    return entry


def newer(path: Path) -> None:
    """Let the file be of a version to come."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 99")


def of_others(path: Path) -> None:
    """Put another program's database there."""
    path.unlink()
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE moz_places (id)")


def of_text(path: Path) -> None:
    """Put a text there."""
    path.write_text("Dear diary, this is no database.\n" * 20)


def folder(path: Path) -> None:
    """Put a folder there."""
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (newer, "newer Second Wind (format 99"),
        (of_others, "belongs to another program and was not touched"),
        (of_text, "can't be read as a journal and was not touched"),
        (folder, "can't be opened or written"),
    ],
)
@pytest.mark.parametrize(
    "words", ["log --mood 5", "day", "undo", "backup", "export --format json -"]
)
def test_a_file_that_can_not_be_used(
    make: Callable[[Path], None], said: str, words: str, tmp_path: Path, clock: FixedClock
) -> None:
    """Every command says why, with status 2, and changes not a byte."""
    assert say(tmp_path, clock, "log", "--mood", "5", "--note", "first")[0] == 0
    make(tmp_path / "journal.sqlite3")
    before = content(tmp_path)
    status, told = say(tmp_path, clock, *words.split())
    assert (status, told.count("\n")) == (KNOWN, 1)
    assert said in told
    assert "Traceback" not in told
    assert content(tmp_path) == before


def content(home: Path) -> dict[str, bytes]:
    """Return every file and what it holds."""
    return {str(e.relative_to(home)): e.read_bytes() for e in home.rglob("*") if e.is_file()}


def test_deleted_while_open(tmp_path: Path, clock: FixedClock) -> None:
    """The folder is gone: what is logged is refused, and closing does no harm."""
    journal = Journal(tmp_path / "home/journal.sqlite3", clock)
    log(journal, "first")
    shutil.rmtree(tmp_path / "home")
    with pytest.raises(KnownError) as caught:
        log(journal, "second")
    assert sentence(caught.value)
    journal.close()
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def drive(tmp_path: Path) -> Iterator[Path]:
    """Mount a drive; whoever takes it away mounts it again by `plugged_in`."""
    image, place = tmp_path / "image", tmp_path / "drive"
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(8 * 1024 * 1024)
    made = shutil.which("mkfs.ext4", path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
    if os.getuid() or not made or subprocess.run([made, "-q", image], check=False).returncode:
        pytest.skip("a drive can only be mounted by root")
    if not plugged_in(place):
        pytest.skip("no drive can be mounted here")
    yield place
    subprocess.run(["umount", "--lazy", place], check=False, capture_output=True)


def plugged_in(place: Path) -> bool:
    """Mount the drive; tell whether that went well."""
    words = ["mount", "-o", "loop", place.with_name("image"), place]
    return subprocess.run(words, check=False, capture_output=True).returncode == 0


def test_removed_drive(drive: Path, clock: FixedClock) -> None:
    """It is told, no second journal begins in its stead, and it holds all that was confirmed."""
    path = drive / "home/journal.sqlite3"
    journal = Journal(path, clock)
    log(journal, "first")
    subprocess.run(["umount", "--lazy", drive], check=True)
    with pytest.raises(JournalUnreachable):
        log(journal, "second")
    assert list(drive.iterdir()) == []
    journal.close()
    assert list(drive.iterdir()) == []
    assert plugged_in(drive)
    assert notes(path, clock) == ["first"]


def test_drive_that_is_its_own_folder(drive: Path, clock: FixedClock) -> None:
    """The same where the journal lies at the top of the drive, whose folder stays."""
    path = drive / "journal.sqlite3"
    journal = Journal(path, clock)
    log(journal, "first")
    subprocess.run(["umount", "--lazy", drive], check=True)
    with pytest.raises(JournalUnreachable):
        log(journal, "second")
    journal.close()
    assert list(drive.iterdir()) == []
    assert plugged_in(drive)
    assert notes(path, clock) == ["first"]


def test_clock_set_back(journal: Journal, paths: AppPaths, clock: FixedClock) -> None:
    """What was changed last stays, also in a merge with a copy that a later time made."""
    entry = log(journal, "first")
    clock.advance(hours=2)
    journal.store(change=[replace(entry, note="second")], name=ActName.EDIT)
    copy = journal.back_up("test")
    clock.advance(hours=-3)
    journal.store(change=[replace(entry, note="third")], name=ActName.EDIT)
    journal.merge(journal.plan_merge(copy))
    assert [each.note for each in journal.entries(CheckIn)] == ["third"]
    later = log(journal, "fourth")
    assert [each.logged_at for each in journal.entries(CheckIn) if each.id == later.id] == [
        clock.now()
    ]
    journal.undo()
    assert [each.note for each in journal.entries(CheckIn)] == ["third"]
    clock.advance(minutes=20)
    assert journal.back_up_if_due().result()


def test_clock_set_back_by_years(journal: Journal, clock: FixedClock) -> None:
    """An empty battery sets it to 2010: entries of days to come stay, and today can be logged."""
    log(journal, "first")
    clock.moment = clock.moment.replace(year=2010)
    journal.store(add=[CheckIn(day=journal.today(), note="second")], name=ActName.LOG)
    journal.undo()
    journal.redo()
    assert [each.note for each in journal.entries(CheckIn)] == ["second", "first"]
    assert journal.back_up_if_due().result()


LOSE = """
import os, pkgutil, sys
from datetime import date
from importlib import import_module
from pathlib import Path
from second_wind import storage
from second_wind.core.log.clock import SystemClock
from second_wind.core.log.entries import CheckIn
from second_wind.core.errors.base import KnownError
from second_wind.journal.log.changes import ActName
from second_wind.journal.journal import Journal
for each in pkgutil.walk_packages(storage.__path__, "second_wind.storage."):
    import_module(each.name)  # another person may not load it
path, what = Path(sys.argv[1]), sys.argv[2]
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
journal = Journal(path, SystemClock())
def log(note):
    try:
        journal.store(add=[CheckIn(day=date(2020, 1, 1), note=note)], name=ActName.LOG)
        print(note)
    except KnownError as error:
        print(type(error).__name__)
log("first")
(path.parent if what == "folder" else path).chmod(0)
log("second")
failed = journal.close()
print(type(failed).__name__)
"""


@pytest.mark.parametrize("what", ["folder", "file"])
def test_rights_lost_while_open(what: str, tmp_path: Path, clock: FixedClock) -> None:
    """What was confirmed is there when the rights are back; the rest was told as refused."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    if os.getuid() == 0:
        os.chown(home, 65534, 65534)
        for parent in (tmp_path, *tmp_path.parents):
            if parent.stat().st_uid == 0 and parent.is_relative_to(Path("/tmp")):
                parent.chmod(parent.stat().st_mode | 0o011)
    path = home / "journal.sqlite3"
    done = subprocess.run(
        [sys.executable, "-c", LOSE, path, what], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    first, second, _ = done.stdout.split()
    assert first == "first"
    assert second in {"second", "JournalUnreachable"}
    home.chmod(0o700)
    path.chmod(0o600)
    expected = ["first", "second"] if second == "second" else ["first"]
    assert notes(path, clock) == expected


def test_two_processes(paths: AppPaths, clock: FixedClock) -> None:
    """Both log at the same time, and everything of both is there."""
    code = (
        "import sys; from second_wind.cli import run\n"
        "for number in range(15): assert run(['--home', sys.argv[1], 'log', '--note',"
        " f'{sys.argv[2]} {number}']) == 0"
    )
    home = str(paths.data)
    both = [
        subprocess.Popen([sys.executable, "-c", code, home, name], stdout=subprocess.DEVNULL)
        for name in "ab"
    ]
    assert [each.wait() for each in both] == [0, 0]
    expected = {f"{name} {number}" for name in "ab" for number in range(15)}
    assert set(notes(paths.journal, clock)) == expected
