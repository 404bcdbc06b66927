"""What may fail anywhere: a disk that is full again and again, and each call of the system."""

import subprocess
import sys
from pathlib import Path

import pytest

UNSUITED = 77
ROUNDS = 40
SAMPLE = 88


def run(script: str, *words: str) -> str:
    """Run a script of the long form and return what it says; skip where it can't run."""
    path = Path(__file__).with_name(script)
    done = subprocess.run(
        [sys.executable, path, *words], capture_output=True, text=True, check=False
    )
    if done.returncode == UNSUITED:
        pytest.skip(done.stdout.strip())
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("kind", ["tmpfs", "ext4", "limit"])
def test_working_on_a_full_disk(kind: str) -> None:
    """What is refused changes nothing and is told, what was confirmed stays, and room mends it.

    `python tests/faults/rounds/full_disk_rounds.py ext4 2000` is the long form.
    """
    said = run("full_disk_rounds.py", kind, str(ROUNDS))
    assert said.endswith("lost 0\n")
    assert "without words" not in said


def test_calls_that_fail_in_turn() -> None:
    """Whichever call fails, or is the last before a kill: wholly done or wholly not, and told so.

    `python tests/faults/rounds/failing_calls.py` is the long form, over every call.
    """
    said = run("failing_calls.py", "--sample", str(SAMPLE))
    assert said.endswith("wrong 0\n")
