"""A command that is refused where there is no journal yet leaves nothing of one behind."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths
from second_wind.storage.sqlite.beginning import beginning, take_back

Command = Callable[..., Any]

OPEN = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1])
database.execute("SELECT count(*) FROM check_in").fetchall()
print("open", flush=True)
sys.stdin.read()
"""
REFUSED = {
    "no photo": ("log", "--outing", "photo", "--photo", "{good}", "--photo", "{bad}"),
    "a day to come": ("log", "--day", "2099-01-01", "--mood", "3"),
    "a rejection to come": ("reject", "--day", "2099-01-01"),
    "no entries": ("import", "{bad}"),
    "a new one, too": ("log", "--new", "--day", "2099-01-01", "--mood", "3"),
}


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    """Let the folder be missing, and the one that it lies in."""
    return AppPaths.under(tmp_path / "persons" / "home")


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """Make a picture, a file that is none, and a log of moods."""
    good, bad, moods = tmp_path / "good.jpg", tmp_path / "bad.csv", tmp_path / "moods.csv"
    Image.new("RGB", (40, 30)).save(good)
    bad.write_text("a,b\n1,2\n", encoding="utf-8")
    moods.write_text("date,mood\n2026-11-01,1\n2026-11-02,10\n", encoding="utf-8")
    return {"good": good, "bad": bad, "moods": moods}


@pytest.mark.parametrize("words", REFUSED.values(), ids=REFUSED)
def test_nothing_is_left(
    command: Command, tmp_path: Path, files: dict[str, Path], words: tuple[str, ...]
) -> None:
    """Neither a file nor a folder."""
    ran = command(*(each.format(**files) for each in words))
    assert ran.status == 2, ran
    assert sorted(tmp_path.iterdir()) == sorted(files.values())


@pytest.mark.parametrize(
    "words", [("log", "--no-rest"), ("import", "{moods}", "--scale", "1:10", "--dry-run")]
)
def test_nothing_is_left_where_nothing_was_stored(
    command: Command, tmp_path: Path, files: dict[str, Path], words: tuple[str, ...]
) -> None:
    """Also where nobody refused: there was no rest to take away, or it was only looked at."""
    assert command(*(each.format(**files) for each in words)).status == 0
    assert sorted(tmp_path.iterdir()) == sorted(files.values())


@pytest.mark.parametrize(
    "words", [("log", "--no-rest"), *(each for each in REFUSED.values() if "--new" not in each)]
)
def test_an_empty_file_stays_empty(
    command: Command, paths: AppPaths, files: dict[str, Path], words: tuple[str, ...]
) -> None:
    """It lay there before; what holds tables is taken for a journal that somebody has begun."""
    paths.data.mkdir(parents=True)
    paths.journal.touch()
    command(*(each.format(**files) for each in words))
    assert [each.name for each in paths.data.iterdir() if each.is_file()] == [paths.journal.name]
    assert paths.journal.read_bytes() == b""


@pytest.mark.parametrize("words", REFUSED.values(), ids=REFUSED)
def test_what_was_there_stays(
    command: Command, paths: AppPaths, files: dict[str, Path], words: tuple[str, ...]
) -> None:
    """A folder that was there, and what others keep in it, is not touched."""
    paths.data.mkdir(parents=True)
    paths.photos.write_bytes(b"")
    (paths.data / "mine.txt").write_text("mine", encoding="utf-8")
    assert command(*(each.format(**files) for each in words)).status == 2
    assert sorted(each.name for each in paths.data.iterdir()) == ["mine.txt", paths.photos.name]


def test_a_journal_that_was_there_stays(command: Command, paths: AppPaths) -> None:
    """One that holds nothing, too: somebody has begun it."""
    command("log", "--mood", "3")
    command("undo")
    before = paths.journal.stat().st_ino
    assert command("log", "--day", "2099-01-01", "--mood", "3").status == 2
    assert paths.journal.stat().st_ino == before


def test_what_another_process_stored_stays(paths: AppPaths, clock: FixedClock) -> None:
    """Also where it was stored in the journal that this run began."""
    begun = beginning(paths.journal, paths.photos)
    assert begun is not None
    Journal(paths.journal, clock).close()
    other = Journal(paths.journal, clock)
    other.store(add=[CheckIn(day=other.today(), mood=3)], name=ActName.LOG)
    other.undo()
    other.close(copy=False)
    take_back(begun)
    assert paths.journal.exists()


def test_what_another_process_has_open_stays(paths: AppPaths, clock: FixedClock) -> None:
    """It may store something in a moment."""
    begun = beginning(paths.journal, paths.photos)
    assert begun is not None
    Journal(paths.journal, clock).close()
    with subprocess.Popen(
        [sys.executable, "-c", OPEN, paths.journal], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        take_back(begun)
        assert paths.journal.exists()
        other.communicate()
    take_back(begun)
    assert not paths.data.exists()
