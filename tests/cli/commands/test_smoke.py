"""`second-wind smoke`."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

Command = Callable[..., Any]


def smoke(home: Path) -> subprocess.CompletedProcess[str]:
    """Run it in a process of its own: a window must not meet that of another test."""
    return subprocess.run(
        (sys.executable, "-m", "second_wind", "smoke", "--home", str(home)),
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )


def test_every_page_and_chart_of_a_sample_shows_without_a_warning(
    command: Command, tmp_path: Path
) -> None:
    """A line with milliseconds for each, then `ok`, status 0; the journal stays as it was."""
    assert command("demo", "--years", "1").status == 0
    before = command("export", "-", "--format", "json").out
    ran = smoke(tmp_path)
    lines = ran.stdout.splitlines()
    assert (ran.returncode, ran.stderr, lines[-1:]) == (0, "", ["ok"]), ran
    assert all(re.fullmatch(r".+: \d+ ms", each) for each in lines[:-1])
    shown = {each.split(":")[0] for each in lines}
    assert {"window", "Today", "Rejections", "Charts", "Charts, Timeline, All"} <= shown
    assert command("export", "-", "--format", "json").out == before
    assert not (tmp_path / "config").exists()


def test_an_empty_journal_shows_as_well(command: Command, tmp_path: Path) -> None:
    """Kind sentences instead of charts, and no warning."""
    command("log", "--mood", "6")
    command("undo")
    ran = smoke(tmp_path)
    assert (ran.returncode, ran.stderr, ran.stdout.splitlines()[-1:]) == (0, "", ["ok"]), ran
