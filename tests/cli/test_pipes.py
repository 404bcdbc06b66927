"""A pipe whose other end nobody has opened keeps no command waiting."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from second_wind.core.errors.journal_errors import JournalUnreachable
from second_wind.core.log.clock import FixedClock
from second_wind.journal.journal import Journal
from second_wind.paths import AppPaths

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")

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


@pytest.mark.parametrize("words", WORDS, ids=" ".join)
def test_no_command_waits(tmp_path: Path, words: list[str]) -> None:
    """Each ends with 2 and one sentence, in a process that would hang."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    home = ("--home", str(tmp_path / "home"))
    command = (sys.executable, "-m", "second_wind", *home)
    subprocess.run((*command, "log", "--mood", "6"), check=True, capture_output=True)
    given = [each.format(pipe=pipe) for each in words]
    ran = subprocess.run((*command, *given), capture_output=True, check=False, timeout=60)
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
