"""`second-wind merge`: another journal of the same person becomes part of this one."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from second_wind.core.clock import FixedClock
from second_wind.paths import AppPaths

Command = Callable[..., Any]


@pytest.fixture
def other(command: Command, paths: AppPaths, clock: FixedClock, tmp_path: Path) -> Path:
    """Log here and there: two journals with one entry in common."""
    command("log", "--mood", "6", "--note", "both")
    there = tmp_path / "journal (conflicted copy).sqlite3"
    shutil.copy(paths.journal, there)
    clock.advance(minutes=5)
    command("log", "--note", "there", "--journal", str(there))
    command("log", "--note", "here")
    return there


def test_brings_what_is_there(command: Command, other: Path) -> None:
    """It says how much, and then all of it is here, once."""
    ran = command("merge", str(other))
    assert ran.status == 0
    assert ran.out.startswith("New here: 1 check-in\n")
    day = command("day").out
    assert [day.count(each) for each in ("both", "here", "there")] == [1, 2, 1]


def test_dry_run(command: Command, other: Path) -> None:
    """It says the same and writes nothing."""
    ran = command("merge", str(other), "--dry-run")
    assert ran.out.splitlines() == [
        "New here: 1 check-in",
        "This was a dry run: nothing was written.",
    ]
    assert "there" not in command("day").out


def test_twice_and_undone(command: Command, other: Path) -> None:
    """The second time brings nothing; one undo takes the merge back."""
    command("merge", str(other))
    assert "brings nothing" in command("merge", str(other)).out
    assert command("undo").out == f"Undone: the merge ({other.name})\n"
    assert "there" not in command("day").out


def test_missing_and_same(refused: Command, other: Path, paths: AppPaths) -> None:
    """A file that isn't there, and the journal itself."""
    assert "can't be read; is the name right" in refused("merge", str(other.with_name("nowhere")))
    assert "this journal itself" in refused("merge", str(paths.journal))
