"""Damages each block of an encrypted journal in turn, and looks what comes back.

python tests/faults/corruption/encryption_corruption_rounds.py [STEP]

For every 512-byte block (each STEP-th if given): overwritten with 0xFF, zeros and noise, one bit in
it flipped, and the file cut short before it, which may take the indexes that name the days, too;
with a safe copy of half of the entries, with photos alone, and of the write-ahead log. Then
something is logged, before anybody recovers. Every entry must come back as it was, or its day must
be named, or the end of the file told missing; the journal must end in order, and nothing wrong in
it be called sound.
"""

import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.journal_errors import DamagedJournal
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import AnyEntry, CheckIn, Exercise, Rejection
from second_wind.core.log.kinds import ENTRY_TYPES
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.safety.checking import examine
from second_wind.journal.safety.encrypting import encrypt
from second_wind.journal.safety.rescue import Use, carry_out, report_damage
from second_wind.paths import AppPaths
from second_wind.storage.copies import backups
from second_wind.storage.photos.photos import PhotoStore

BLOCK = 512
DAYS = 40
FIRST = date(2026, 9, 1)
AFTER = date(2026, 11, 21)
"""The day on which something was logged after the damage."""
LAST = FIRST + timedelta(days=DAYS - 1)
NOW = datetime(2026, 11, 22, 14, 32, tzinfo=timezone(timedelta(hours=1)))
KEY = Key("quiet otter lantern")
State = dict[str, AnyEntry]
Damage = Callable[[bytearray, int], bytes | bytearray]


def some_entries(number: int) -> list[AnyEntry]:
    """Return what a day holds."""
    day = FIRST + timedelta(days=number)
    note = f"day {number} " * (5 if number % 9 else 900)
    return [
        CheckIn(day=day, mood=1 + number % 10, note=note, feelings=("müde",)),
        Exercise(day=day, minutes=20, note=note[:200]),
        Rejection(day=day, company=f"Company {number}", note=note[:300]),
    ]


def make(home: Path) -> State:
    """Make an encrypted journal, half of it from before, with a copy of that half, and a log."""
    paths, clock = AppPaths.under(home), FixedClock(NOW)
    journal = Journal(paths.journal, clock)
    for number in range(DAYS // 2):
        journal.store(add=some_entries(number), name=ActName.LOG)
    journal.close(copy=False)
    encrypt(paths.journal, KEY, clock.now())
    with closing(PhotoStore(paths.photos, KEY)):
        pass
    journal = Journal(paths.journal, clock, key=KEY)
    for number in range(DAYS // 2, DAYS):
        journal.store(add=some_entries(number), name=ActName.LOG)
    held = {each.id: each for kind in ENTRY_TYPES for each in journal.entries(kind)}
    shutil.copytree(home, home.with_name("logged"))  # with the log that a killed process leaves
    journal.close(copy=False)
    return held


def damages(chance: random.Random) -> dict[str, Damage]:
    """Return the ways to damage a block."""

    def over(value: Callable[[], bytes]) -> Damage:
        return lambda content, at: content[:at] + value() + content[at + BLOCK :]

    def flip(content: bytearray, at: int) -> bytearray:
        place = min(at + chance.randrange(BLOCK), len(content) - 1)
        content[place] ^= 1 << chance.randrange(8)
        return content

    return {
        "0xFF": over(lambda: b"\xff" * BLOCK),
        "zeros": over(lambda: bytes(BLOCK)),
        "noise": over(lambda: os.urandom(BLOCK)),
        "bit": flip,
        "cut": lambda content, at: content[:at],
    }


def work_on(path: Path) -> None:
    """Log something and close, as somebody does who has noticed nothing."""
    clock = FixedClock(NOW + timedelta(hours=1))
    with suppress(KnownError):  # it was noticed
        journal = Journal(path, clock, key=KEY)
        with suppress(KnownError):
            journal.store(add=[CheckIn(day=AFTER, note="afterwards")], name=ActName.LOG)
        clock.advance(hours=1)
        journal.close()


def outcome(home: Path, held: State) -> tuple[str, str]:
    """Return what came of a damaged journal, and what is wrong with that, "" if nothing."""
    paths = AppPaths.under(home)
    work_on(paths.journal)
    found = examine(paths.journal, paths.photos, key=KEY)
    if not found.is_damaged:
        missing = _missing(held, _held(paths.journal))
        return "unharmed", f"missing {sorted(missing)}" if missing else ""
    report = report_damage(paths.journal, KEY)
    carry_out(report, Use.BOTH, NOW + timedelta(hours=3))
    now, after = _held(paths.journal), examine(paths.journal, paths.photos, key=KEY)
    missing = _missing(held, now)
    wrong = {key for key, each in held.items() if key in now and now[key] != each}
    if after.is_damaged or wrong - {each.id for each in after.doubts}:
        return "lost", "a wrong value is called sound" if wrong else "not in order afterwards"
    if missing - {*found.garbled, *report.lost_days, *report.doubtful_days}:
        return "end told missing", "" if report.is_cut else f"not named: {sorted(missing)[:3]}"
    return ("named by day" if missing else "all back"), ""


def _held(path: Path) -> State:
    journal = Journal(path, FixedClock(NOW), key=KEY)
    try:
        found = (each for kind in ENTRY_TYPES for each in journal.entries(kind))
        return {each.id: each for each in found if each.day != AFTER}
    finally:
        journal.close(copy=False)


def _missing(held: State, now: State) -> set[date]:
    return {each.day for key, each in held.items() if now.get(key) != each}


def cases(place: Path) -> Iterator[tuple[str, Path, str]]:
    """Yield the journals to damage: name, home, and the file."""
    whole, alone = place / "whole", place / "alone"
    yield "with a safe copy of half", whole, "journal.sqlite3"
    shutil.copytree(whole, alone)
    for each in backups.listed(alone / "journal.sqlite3"):
        each.unlink()
    yield "with its photos alone", alone, "journal.sqlite3"
    yield "a write-ahead log", place / "logged", "journal.sqlite3-wal"


def main(step: int, chance: random.Random) -> int:
    """Damage every block, print a table, and return the exit status."""
    with tempfile.TemporaryDirectory() as directory:
        place = Path(directory)
        held = make(place / "whole")
        for name, home, file in cases(place):
            counts: Counter[str] = Counter()
            content = (home / file).read_bytes()
            for at in range(0, len(content), BLOCK * step):
                for way, damage in damages(chance).items():
                    if way == "cut" and not at:  # an empty file says nothing
                        continue
                    again = place / "again"
                    shutil.rmtree(again, ignore_errors=True)
                    shutil.copytree(home, again)
                    (again / file).write_bytes(damage(bytearray(content), at))
                    kind, wrong = judged(again, held, file=file, was_cut=way == "cut")
                    counts[kind] += 1
                    if wrong:
                        sys.stdout.write(f"{name}, block {at // BLOCK}, {way}: {wrong}\n")
                        return 1
            sys.stdout.write(f"{name}: {dict(counts)}\n")
            sys.stdout.flush()
    sys.stdout.write("wrong 0\n")
    return 0


def judged(home: Path, held: State, *, file: str, was_cut: bool) -> tuple[str, str]:
    """Return what came of it, and forgive what nobody can know: what a log says at its end.

    The last transaction in a log can't be told from one that a power cut tore unconfirmed, and a
    log that ends earlier not from one to which less was written.
    """
    try:
        kind, wrong = outcome(home, held)
    except DamagedJournal as error:
        return "refused", repr(error)
    if not file.endswith("-wal"):
        return kind, wrong
    if wrong and was_cut:
        return "ends earlier", ""
    return ("torn end", "") if wrong == f"missing {[LAST]}" else (kind, wrong)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1, random.Random(7)))
