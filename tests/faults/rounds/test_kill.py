"""Nothing that was confirmed is lost when the program is killed."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn
from second_wind.journal.journal import Journal

ROUNDS = 12
COMMANDS = 6
OPERATIONS = 6


def test_killed_while_logging() -> None:
    """Killed at any moment, the journal is sound and holds everything that was confirmed.

    `python tests/faults/rounds/kill_rounds.py 200` is the long form.
    """
    script = Path(__file__).with_name("kill_rounds.py")
    done = subprocess.run(
        [sys.executable, script, str(ROUNDS)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"rounds {ROUNDS}" in done.stdout
    assert done.stdout.endswith("lost 0\n")


def test_killed_command_line(tmp_path: Path, clock: FixedClock) -> None:
    """What `second-wind log` printed and ended well on is there, others killed or not."""
    chance = random.Random(3)
    confirmed = 0
    for _ in range(COMMANDS):
        process = subprocess.Popen(
            [sys.executable, "-m", "second_wind", "--home", tmp_path, "log", "--mood", "6"],
            stdout=subprocess.PIPE,
            text=True,
        )
        time.sleep(0.1 + chance.random() * 0.4)
        process.send_signal(signal.SIGKILL)
        printed, _ = process.communicate()
        confirmed += bool(printed.endswith("\n") and process.returncode == 0)
    journal = Journal(tmp_path / "journal.sqlite3", clock)
    assert confirmed <= len(journal.entries(CheckIn)) <= COMMANDS
    journal.close(copy=False)


def test_killed_in_an_import_a_restore_a_merge_a_migration_or_a_recovery() -> None:
    """Killed at any moment, the journal holds all of the state before or all of the one after.

    `python tests/faults/rounds/kill_operations.py 400` is the long form.
    """
    script = Path(__file__).with_name("kill_operations.py")
    done = subprocess.run(
        [sys.executable, script, str(OPERATIONS)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("lost 0\n")
