"""The real command, as it runs, with calls of the system made to fail from outside.

What `failing_calls.py` does within the program, for every call; here nothing of the program knows.
"""

import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn
from second_wind.journal.journal import Journal

CALLS = "openat,pwrite64,write,fsync,fdatasync,ftruncate,rename,unlink"
ERRORS = ("ENOSPC", "EIO", "EDQUOT")
SAMPLE = 5
COMMAND = ("log", "--mood", "6", "--note", "second")


@pytest.fixture
def home(tmp_path: Path, clock: FixedClock) -> Path:
    """Make a journal with one entry; skip where no program can be traced."""
    if shutil.which("strace") is None:
        if os.environ.get("SECOND_WIND_REQUIRE_WINDOW"):
            pytest.fail("calls are made to fail by strace, which is not here")
        pytest.skip("calls are made to fail by strace, which is not here")
    trial = ["strace", "-o", os.devnull, "-e", "inject=fsync:error=EIO:when=9", "true"]
    if subprocess.run(trial, capture_output=True, check=False).returncode:
        pytest.skip("this computer lets no program be traced")
    home = tmp_path / "home"
    journal = Journal(home / "journal.sqlite3", clock)
    journal.close(copy=False)
    return home


def run(home: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    """Log under strace, on a fresh copy of the files."""
    work = home.with_name("work")
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(home, work)
    command = [sys.executable, "-m", "second_wind", "--home", work, *COMMAND]
    fixed = os.environ | {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        ["strace", "-f", "-qq", "-y", "-o", home.with_name("trace"), *options, *command],
        env=fixed,
        capture_output=True,
        text=True,
        check=False,
    )


def own_calls(home: Path) -> list[tuple[str, int]]:
    """Return which calls of the command touch its files: the name, and the number among alike."""
    done = run(home, "-e", f"trace={CALLS}")
    assert done.returncode == 0, done.stderr
    work, counts, found = str(home.with_name("work")), dict[str, int](), []
    for line in home.with_name("trace").read_text("utf-8", "replace").splitlines():
        call = re.match(r"\d+\s+(\w+)\(", line)
        if call:
            counts[call[1]] = counts.get(call[1], 0) + 1
            if work in line and "O_RDONLY" not in line:
                found.append((call[1], counts[call[1]]))
    return found


def notes(home: Path, clock: FixedClock) -> list[str]:
    """Open the journal as it was left, and return its notes."""
    journal = Journal(home.with_name("work") / "journal.sqlite3", clock)
    found = [each.note for each in journal.entries(CheckIn)]
    journal.close(copy=False)
    return found


def test_log_with_failing_calls(home: Path, clock: FixedClock) -> None:
    """It says what it did by its status, in words, and the journal is as it says."""
    calls = own_calls(home)
    assert len(calls) > 20
    for call, number in random.Random(7).sample(calls, SAMPLE):
        for forever in ("", "+"):
            error = ERRORS[number % len(ERRORS)]
            done = run(home, "-e", f"inject={call}:error={error}:when={number}{forever}")
            what = f"{call} {number}{forever} {error}: {done.returncode} {done.stderr}"
            assert done.returncode in {0, 2}, what
            assert "Traceback" not in done.stderr, what
            assert done.returncode == 0 or done.stderr.count("\n") == 1, what
            found = notes(home, clock)
            assert found == ["second"] if done.returncode == 0 else found in ([], ["second"]), what
