"""Kills a program that is logging, again and again, and counts what it had confirmed.

python tests/faults/rounds/kill_rounds.py ROUNDS

Each round starts a process that logs through the journal and prints an entry's id when `store` has
returned, kills it with SIGKILL at a random moment, opens the journal again and looks for every
entry that was ever confirmed. Status 0 if none is lost and the file is sound after each round.
"""

import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from second_wind.core.log.clock import SystemClock
from second_wind.core.log.entries import CheckIn, Exercise
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName

DAY = date(2020, 1, 1)
_LONGEST = 0.25
"""Seconds until the process is killed, at most, once it has logged something."""
_ROUNDS_PER_FILE = 25
"""So that a file doesn't grow until each round takes long."""


def child(path: Path) -> None:
    """Log without end, in every way there is, and print each id that is certainly stored."""
    journal = Journal(path, SystemClock())
    for number in range(1_000_000):
        entry = CheckIn(day=DAY, mood=1 + number % 10, note="x" * (number % 3000))
        act = journal.store(add=[entry], name=ActName.LOG)
        _confirm(entry.id)
        if number % 3 == 0:
            more = [Exercise(day=DAY, minutes=20) for _ in range(50)]
            journal.store(add=more, name=ActName.IMPORT)
            _confirm(*(each.id for each in more))
        if number % 5 == 0:
            journal.store(add=[CheckIn(day=DAY)], name=ActName.LOG)
            journal.undo()
        if number % 7 == 0:
            journal.store(change=[replace(entry, note="y")], name=ActName.EDIT, extend=act)
        if number % 40 == 39:
            journal.back_up("test")


def _confirm(*keys: str) -> None:
    sys.stdout.write("".join(f"{key}\n" for key in keys))
    sys.stdout.flush()


def round_of(path: Path, chance: random.Random) -> set[str]:
    """Start a process, kill it at a random moment, and return what it had confirmed."""
    with subprocess.Popen(
        [sys.executable, __file__, "child", path], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(chance.random() * _LONGEST)
        process.kill()
        rest = process.stdout.read()
    # The last line may be cut short: then it was not confirmed.
    return {each.strip() for each in (first, *rest.splitlines(keepends=True)) if each[-1:] == "\n"}


def faults(path: Path, confirmed: set[str]) -> list[str]:
    """Open the journal like the program does, and return what is wrong with it."""
    journal = Journal(path, SystemClock())
    act = journal.store(add=[CheckIn(day=DAY)], name=ActName.LOG)
    undone = journal.undo() == act
    journal.close(copy=False)
    with closing(sqlite3.connect(path)) as db:
        sound = db.execute("PRAGMA quick_check").fetchone() == ("ok",)
        orphans = db.execute("PRAGMA foreign_key_check").fetchall()
        still_open = db.execute("SELECT count(*) FROM act_open").fetchone()[0]
        found = {key for (key,) in db.execute(_ALIVE)}
        bare = db.execute(_ACTS_WITHOUT_CHANGES).fetchone()[0]
    checks = {
        "undo": undone,
        "quick_check": sound,
        "orphans": not orphans,
        "open act": not still_open,
        "acts without changes": not bare,
        f"lost {len(confirmed - found)}": confirmed <= found,
    }
    return [name for name, passed in checks.items() if not passed]


_ALIVE = (
    "SELECT id FROM check_in WHERE deleted_at IS NULL"
    " UNION ALL SELECT id FROM exercise WHERE deleted_at IS NULL"
)
_ACTS_WITHOUT_CHANGES = "SELECT count(*) FROM act WHERE id NOT IN (SELECT act FROM act_change)"


def main(rounds: int) -> int:
    """Kill so many times, print the figures, and return the exit status."""
    chance = random.Random()
    total = 0
    with tempfile.TemporaryDirectory() as directory:
        for begin in range(0, rounds, _ROUNDS_PER_FILE):
            path, confirmed = Path(directory) / f"{begin}.sqlite3", set[str]()
            for number in range(begin, min(begin + _ROUNDS_PER_FILE, rounds)):
                confirmed |= round_of(path, chance)
                wrong = faults(path, confirmed)
                if wrong:
                    sys.stdout.write(f"round {number + 1}: {', '.join(wrong)}\n")
                    return 1
            total += len(confirmed)
    sys.stdout.write(f"rounds {rounds}, confirmed {total}, lost 0\n")
    return 0


if __name__ == "__main__":
    if sys.argv[1] == "child":
        child(Path(sys.argv[2]))
    sys.exit(main(int(sys.argv[1])))
