"""`second-wind smoke`."""

import re
import subprocess
import sys
from pathlib import Path


def typed(*words: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own: a window must not meet that of another test."""
    return subprocess.run(
        (sys.executable, "-m", "second_wind", *words),
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )


def test_every_page_and_chart_of_a_sample_shows_without_a_warning(tmp_path: Path) -> None:
    """A line with milliseconds for each, then `ok`, status 0; the journal stays as it was."""
    home = str(tmp_path)
    typed("demo", "--years", "1", "--home", home)
    before = typed("export", "-", "--format", "json", "--home", home).stdout
    ran = typed("smoke", "--home", home)
    lines = ran.stdout.splitlines()
    assert (ran.returncode, ran.stderr, lines[-1:]) == (0, "", ["ok"]), ran
    assert all(re.fullmatch(r".+: \d+ ms", each) for each in lines[:-1])
    shown = {each.split(":")[0] for each in lines}
    assert {"window", "Today", "Rejections", "Charts", "Charts, Timeline, All"} <= shown
    assert typed("export", "-", "--format", "json", "--home", home).stdout == before
    assert not (tmp_path / "config").exists()


def test_an_empty_journal_shows_as_well(tmp_path: Path) -> None:
    """Kind sentences instead of charts, and no warning."""
    typed("log", "--mood", "6", "--home", str(tmp_path))
    typed("undo", "--home", str(tmp_path))
    ran = typed("smoke", "--home", str(tmp_path))
    assert (ran.returncode, ran.stderr, ran.stdout.splitlines()[-1:]) == (0, "", ["ok"]), ran
