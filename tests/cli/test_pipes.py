"""A pipe whose other end nobody has opened keeps no command waiting."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from second_wind.core.errors.journal_errors import JournalUnreachable
from second_wind.core.log.clock import FixedClock
from second_wind.journal.journal import Journal
from second_wind.paths import AppPaths

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")

Command = Callable[..., Any]
WORDS = (
    ["import", "{pipe}"],
    ["import", "{pipe}", "--dry-run"],
    ["log", "--outing", "photo", "--photo", "{pipe}"],
    ["merge", "{pipe}"],
    ["merge", "{pipe}", "--dry-run"],
    ["backup", "--restore", "{pipe}"],
    ["export", "{pipe}", "--format", "json"],
    ["day", "--journal", "{pipe}"],
    ["log", "--mood", "4", "--journal", "{pipe}"],
    ["check", "--journal", "{pipe}"],
    ["encrypt", "--journal", "{pipe}"],
    ["log", "--mood", "5", "--home", "{pipe}"],
    ["import", "/dev/zero"],
    ["merge", "/dev/zero"],
    ["day", "--journal", "/dev/zero"],
)


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    """Leave room beside the program's own folder."""
    return AppPaths.under(tmp_path / "home")


@pytest.mark.parametrize("words", WORDS, ids=" ".join)
def test_no_command_waits(
    command: Command, paths: AppPaths, tmp_path: Path, words: list[str]
) -> None:
    """Each ends with 2 and one sentence, in a process that would hang."""
    assert command("log", "--mood", "6").status == 0
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    given = ["--home", str(paths.data), *(each.format(pipe=pipe) for each in words)]
    program = (sys.executable, "-m", "second_wind", *given)
    ran = subprocess.run(program, capture_output=True, check=False, timeout=60)
    assert (ran.returncode, ran.stdout, ran.stderr.count(b"\n")) == (2, b"", 1), ran.stderr


def test_nor_does_the_window(paths: AppPaths, clock: FixedClock, tmp_path: Path) -> None:
    """What it merges, or opens as a journal, passes the same door."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    journal = Journal(paths.journal, clock)
    with pytest.raises(JournalUnreachable):
        journal.plan_merge(pipe)
    journal.close(copy=False)
    with pytest.raises(JournalUnreachable):
        Journal(pipe, clock)
