"""The real window, ended by a signal while somebody types."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("window")

ROUNDS = 2


@pytest.mark.parametrize("signal", ["TERM", "HUP"])
def test_no_letter_that_was_seen_is_lost(signal: str, display: str, bus: None) -> None:
    """Whatever a screen reader read just before is in the log, or offered at the next start.

    `python tests/faults/end_rounds.py 100` is the long form.
    """
    script = Path(__file__).parent.parent / "faults" / "end_rounds.py"
    command = [sys.executable, str(script), str(ROUNDS), signal]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 faults" in done.stdout
