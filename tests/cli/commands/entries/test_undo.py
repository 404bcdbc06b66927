"""`second-wind undo` and `redo`, from whichever process."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths


def test_as_far_back_as_acts_are_kept(command: Callable[..., Any], rows: Callable[[], str]) -> None:
    """Three acts back, three forth, each named."""
    command("log", "--mood", "6")
    command("reject")
    command("log", "--rest")
    day = command("day", "--json").out
    said = [command("undo").out for _ in range(3)]
    assert said == [
        "Undone: the log entry\n",
        "Undone: the rejection\n",
        "Undone: the log entry\n",
    ]
    assert '"logged": false' in command("day", "--json").out
    assert command("redo").out == "Done again: the log entry\n"
    command("redo")
    command("redo")
    assert command("day", "--json").out == day


def test_nothing_to_undo_or_redo(command: Callable[..., Any], refused: Callable[..., str]) -> None:
    """A known error each."""
    command("log", "--mood", "6")
    command("undo")
    assert refused("undo") == "There is nothing to undo."
    command("redo")
    assert refused("redo") == "There is nothing to redo."


def test_a_new_act_ends_what_could_be_redone(
    command: Callable[..., Any], refused: Callable[..., str]
) -> None:
    """After an undo and something new, there is nothing to redo."""
    command("log", "--mood", "6")
    command("undo")
    command("log", "--mood", "7")
    assert refused("redo") == "There is nothing to redo."


def test_another_process_takes_back_what_the_window_did(
    journal: Journal, clock: FixedClock, paths: AppPaths
) -> None:
    """The window has the journal open; `undo` on the command line reaches its act."""
    day = journal.today()
    journal.store(add=[CheckIn(day=day, mood=6)], name=ActName.MOOD)
    ran = _typed("undo", paths.data)
    assert ran.stdout == b"Undone: the mood\n"
    assert journal.notice_foreign_changes()
    assert journal.day(day).check_ins == ()


def test_the_window_takes_back_what_the_command_line_did(journal: Journal, paths: AppPaths) -> None:
    """The same the other way round."""
    _typed("log", "--mood", "6", "--day", "2026-11-20", paths.data)
    assert journal.undo().name is ActName.LOG
    assert journal.entries(CheckIn) == []


def _typed(*words: str | Path) -> subprocess.CompletedProcess[bytes]:
    *command, home = map(str, words)
    return subprocess.run(
        (sys.executable, "-m", "second_wind", *command, "--home", home),
        capture_output=True,
        check=True,
        timeout=60,
    )
