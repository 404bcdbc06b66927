"""Files and directories that may not be written: known errors, nothing changed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from second_wind.core.log.clock import FixedClock
from second_wind.journal.journal import Journal

NOBODY = 65534
ATTEMPT = """
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
    import_module(each.name)
if os.getuid() == 0:  # rights mean nothing to root; now that all is imported, become another
    os.setgid(int(sys.argv[3]))
    os.setuid(int(sys.argv[3]))
try:
    journal = Journal(Path(sys.argv[1]), SystemClock())
    if sys.argv[2] == "store":
        journal.store(add=[CheckIn(day=date(2020, 1, 1))], name=ActName.LOG)
    if sys.argv[2] == "back_up":
        journal.back_up("test")
    print(type(journal.close(copy=False)).__name__)
except KnownError as error:
    print(type(error).__name__, error.path.name)
"""


@pytest.fixture
def home(tmp_path: Path, clock: FixedClock) -> Iterator[Path]:
    """Make a journal that belongs to whoever makes the attempt."""
    home = tmp_path / "home"
    Journal(home / "journal.sqlite3", clock).close()
    if os.getuid() == 0:
        for each in (home, home / "journal.sqlite3"):
            os.chown(each, NOBODY, NOBODY)
        for parent in (tmp_path, *tmp_path.parents):
            if parent.stat().st_uid == 0 and parent.is_relative_to(Path("/tmp")):
                parent.chmod(parent.stat().st_mode | 0o011)
    yield home
    home.chmod(0o700)


def attempt(path: Path, what: str) -> str:
    """Do something as a person without special rights, and return what came of it."""
    done = subprocess.run(
        [sys.executable, "-c", ATTEMPT, path, what, str(NOBODY)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_own_file_works(home: Path) -> None:
    """The attempt itself is sound: with rights, nothing is refused."""
    assert attempt(home / "journal.sqlite3", "store") == "NoneType"


@pytest.mark.parametrize(
    ("what", "said"), [("open", "NoneType"), ("store", "JournalReadOnly journal.sqlite3")]
)
def test_read_only_file(home: Path, what: str, said: str) -> None:
    """A file that may not be written can be read, and stays as it is."""
    path = home / "journal.sqlite3"
    path.chmod(0o400)
    before = path.read_bytes()
    assert attempt(path, what) == said
    assert path.read_bytes() == before


def test_unreadable_file(home: Path) -> None:
    """A file that may not even be read is named."""
    path = home / "journal.sqlite3"
    path.chmod(0)
    assert attempt(path, "open") == "Unreadable journal.sqlite3"


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("open", "NoneType"),
        ("store", "JournalReadOnly journal.sqlite3"),
        ("back_up", "JournalReadOnly journal.sqlite3"),
    ],
)
def test_read_only_directory(home: Path, what: str, said: str) -> None:
    """Where no log can be written beside the file, it is read, and nothing stored."""
    home.chmod(0o500)
    assert attempt(home / "journal.sqlite3", what) == said
    assert [each.name for each in home.iterdir()] == ["journal.sqlite3"]


def test_no_new_journal_in_a_read_only_directory(home: Path) -> None:
    """A journal that can't be made is named like one that can't be opened."""
    home.chmod(0o500)
    assert attempt(home / "sub/journal.sqlite3", "open") == "JournalUnreachable journal.sqlite3"


def test_copies_that_may_not_be_written(home: Path) -> None:
    """A copy that can't be made names the folder of copies, and the journal works."""
    (home / "backups").mkdir(mode=0o500)
    if os.getuid() == 0:
        os.chown(home / "backups", NOBODY, NOBODY)
    assert attempt(home / "journal.sqlite3", "back_up") == "JournalUnreachable backups"
    assert attempt(home / "journal.sqlite3", "store") == "NoneType"


CLOSED = """
import os, sys
import second_wind.words.errors.sentences  # loads what another person may not load
from second_wind.cli import run
seen = run(["--home", sys.argv[1] + "/seen", "demo", "--years", "1"])
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
sys.exit(run(["--home", sys.argv[1] + "/closed", "demo", "--years", "1"]) if seen == 0 else 9)
"""


def test_no_sample_in_a_folder_that_may_not_be_entered(tmp_path: Path) -> None:
    """It is refused in a sentence, as every other command refuses such a folder."""
    for parent in (tmp_path, *tmp_path.parents):
        if parent.stat().st_uid == os.getuid() and parent.is_relative_to(Path("/tmp")):
            parent.chmod(parent.stat().st_mode | 0o011)
    (tmp_path / "closed").mkdir(mode=0)
    done = subprocess.run(
        [sys.executable, "-c", CLOSED, tmp_path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2, done.stderr
    assert "can't be entered" in done.stderr
