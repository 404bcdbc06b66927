"""Kills a program within an import, a restore, a merge, a migration or a recovery.

python tests/faults/rounds/kill_operations.py ROUNDS

Each round starts a process that does one of them again and again, kills it with SIGKILL at a random
moment, and opens the journal: it holds all of the state before or all of the state after.
"""

import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import TextIO

from first_version import write_as_first_version

from second_wind.core.errors.journal_errors import DamagedJournal
from second_wind.core.log.clock import SystemClock
from second_wind.core.log.entries import CheckIn
from second_wind.exchange.plan.plan import carry_out as import_plan
from second_wind.exchange.plan.plan import prepare as plan_import
from second_wind.exchange.values.options import Options, Scale
from second_wind.journal.files.copies import safe_copies
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.safety.rescue import Use, carry_out, report_damage
from second_wind.storage.tables import migrations, seals
from second_wind.storage.tables.sql import OpenDatabase, execute

DAY = date(2020, 1, 1)
_LONGEST = 0.3
_ENTRIES = 300


def prepare(home: Path) -> None:
    """Make a journal, two copies of other states, and another journal."""
    journal = Journal(home / "journal.sqlite3", SystemClock())
    first = [CheckIn(day=DAY, note="x" * 300) for _ in range(_ENTRIES)]
    journal.store(add=first, name=ActName.LOG)
    shutil.copy(journal.back_up("first"), home / "first")
    second = [CheckIn(day=DAY, note="y" * 300) for _ in range(_ENTRIES)]
    journal.store(add=second, delete=first, name=ActName.LOG)
    shutil.copy(journal.back_up("second"), home / "second")
    journal.close(copy=False)
    other = Journal(home / "other.sqlite3", SystemClock())
    other.store(add=[CheckIn(day=DAY, note="z" * 300) for _ in range(_ENTRIES)], name=ActName.LOG)
    other.close(copy=False)
    write_as_first_version(home / "journal.sqlite3", home / "of-before.sqlite3")


def restoring(home: Path) -> None:
    """Return to one copy and the other by turns."""
    journal = Journal(home / "journal.sqlite3", SystemClock())
    while True:
        for name in ("first", "second"):
            journal.restore(home / name)
            _say("done")


def importing(home: Path) -> None:
    """Import a table and take it back by turns."""
    table = home / "table.csv"
    days = [DAY + timedelta(days=number) for number in range(_ENTRIES)]
    lines = [f"{day},{1 + day.day % 10},imported {'i' * 300}" for day in days]
    table.write_text("\n".join(["date,mood,note", *lines]), encoding="utf-8")
    columns = {"day": "date", "mood": "mood", "note": "note"}
    journal = Journal(home / "journal.sqlite3", SystemClock())
    while True:
        import_plan(
            plan_import(table, Options(columns=columns, scale=Scale(1, 10)), journal), journal
        )
        _say("done")
        journal.undo()


def merging(home: Path) -> None:
    """Merge another journal and take it back by turns."""
    journal = Journal(home / "journal.sqlite3", SystemClock())
    while True:
        journal.merge(journal.plan_merge(home / "other.sqlite3"))
        _say("done")
        journal.undo()


def migrating(home: Path) -> None:
    """Bring the journal to a version of tomorrow, again and again."""
    teach_tomorrow()
    path = home / "journal.sqlite3"
    keep = home / "keep"
    shutil.copy(path, keep)
    while True:
        Journal(path, SystemClock()).close(copy=False)
        _say("done")
        shutil.copy(keep, home / "again")
        (home / "again").replace(path)


def sealing(home: Path) -> None:
    """Bring a journal of the first version, which had no seals, to this one, again and again."""
    path, keep = home / "journal.sqlite3", home / "of-before.sqlite3"
    while True:
        shutil.copy(keep, home / "again")
        (home / "again").replace(path)
        Journal(path, SystemClock()).close(copy=False)
        _say("done")


def recovering(home: Path) -> None:
    """Damage the journal and put what was recovered in its place, again and again."""
    path = home / "journal.sqlite3"
    while True:
        damage(path)
        carry_out(report_damage(path), Use.BOTH, SystemClock().now())
        _say("done")
        for each in path.parent.glob("journal.damaged-*"):
            each.unlink()


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def damage(path: Path) -> None:
    """Overwrite the file's first page."""
    with path.open("r+b") as file:
        file.write(b"\xff" * 512)


def teach_tomorrow() -> None:
    """Add a migration that rewrites every check-in."""

    def tomorrow(database: OpenDatabase) -> None:
        execute(database, "ALTER TABLE check_in ADD COLUMN weather TEXT NOT NULL DEFAULT ''")
        execute(database, "UPDATE check_in SET weather = hex(randomblob(200))")
        migrations.reseal(database, "check_in")

    migrations.MIGRATIONS = (*migrations.MIGRATIONS, tomorrow)


OPERATIONS: dict[str, Callable[[Path], None]] = {
    each.__name__: each for each in (importing, restoring, merging, migrating, sealing, recovering)
}


def kill(name: str, home: Path, chance: random.Random) -> None:
    """Begin an operation in another process and kill that at a random moment."""
    process, said = forked(lambda: OPERATIONS[name](home))
    with said:
        said.readline()
        time.sleep(chance.random() * _LONGEST)
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


def forked(act: Callable[[], None]) -> tuple[int, TextIO]:
    """Do something in a copy of this process; return its number and what it says.

    It shares no open file with this one, and need not import all anew.
    """
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.dup2(writing, sys.stdout.fileno())
        os.dup2(writing, sys.stderr.fileno())
        try:
            act()
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            os._exit(0)
    os.close(writing)
    return process, os.fdopen(reading, encoding="utf-8")


def faults(name: str, home: Path) -> str:
    """Open the journal like the program does, and return what is wrong with what it holds."""
    path = home / "journal.sqlite3"
    try:
        journal = Journal(path, SystemClock())
    except DamagedJournal:
        if name != "recovering":
            return "damaged"
        carry_out(report_damage(path), Use.BOTH, SystemClock().now())
        journal = Journal(path, SystemClock())
    notes = [each.note[:1] for each in journal.entries(CheckIn)]
    journal.close(copy=False)
    with closing(sqlite3.connect(path)) as db:
        if db.execute("PRAGMA quick_check").fetchone() != ("ok",):
            return "unsound"
        if db.execute("SELECT count(*) FROM act_open").fetchone() != (0,):
            return "an act is left open"
        seals.register(db)
        if seals.unsealed(db):
            return "a seal does not fit"
    counts = {each: notes.count(each) for each in sorted(set(notes))}
    possible = {
        "importing": ({"y": _ENTRIES}, {"i": _ENTRIES, "y": _ENTRIES}),
        "restoring": ({"x": _ENTRIES}, {"y": _ENTRIES}),
        "merging": ({"y": _ENTRIES}, {"y": _ENTRIES, "z": _ENTRIES}),
        "migrating": ({"y": _ENTRIES},),
        "sealing": ({"y": _ENTRIES},),
        "recovering": ({"y": _ENTRIES},),
    }[name]
    if counts not in possible:
        return f"holds {counts}"
    return "" if any(each.size for each in safe_copies(path)) else "no copy"


def judged(name: str, home: Path) -> str:
    """Judge in a process of its own: tomorrow's program has another migration."""

    def judge() -> None:
        if name == "migrating":
            teach_tomorrow()
        sys.stdout.write(faults(name, home))

    process, said = forked(judge)
    with said:
        wrong = said.read().strip()
    os.waitpid(process, 0)
    return wrong


def main(rounds: int) -> int:
    """Kill so many times, the operations by turns, and return the exit status."""
    chance = random.Random()
    for number in range(rounds):
        name = list(OPERATIONS)[number % len(OPERATIONS)]
        with tempfile.TemporaryDirectory() as directory:
            home = Path(directory)
            prepare(home)
            for _ in range(2):
                kill(name, home, chance)
                wrong = judged(name, home)
                if wrong:
                    _say(f"round {number + 1}, {name}: {wrong}")
                    return 1
    _say(f"rounds {rounds}, kills {2 * rounds}, lost 0")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
