"""Damages each block of a small journal in turn, and looks what comes back.

python tests/faults/corruption/corruption_rounds.py [STEP] [DAYS]

For every 512-byte block (each STEP-th if given): overwritten with 0xFF, zeros and noise, one bit in
it flipped, and the file cut short before it; of the file itself with and without a safe copy, with
its acts forgotten, and of the write-ahead log. Then something is logged, before anybody recovers.
Every entry that was logged must come back as it was, or its day must be named, and what is there
and wrong must be in doubt from then on; the journal must end in order.
"""

import os
import random
import shutil
import sqlite3
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.journal_errors import DamagedJournal
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import (
    AnyEntry,
    CheckIn,
    Consultation,
    ConsultationKind,
    Exercise,
    FeelingWord,
    GoodNews,
    GoodNewsKind,
    Outing,
    Person,
    Rejection,
    Rest,
    StepMark,
    Talk,
    Volunteering,
)
from second_wind.core.log.kinds import ENTRY_TYPES
from second_wind.journal.files.copies import safe_copies
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.safety.checking import examine
from second_wind.journal.safety.rescue import DamageReport, Use, carry_out, report_damage

BLOCK = 512
FIRST_DAY = date(2026, 9, 1)
NOW = datetime(2026, 11, 22, 14, 32, tzinfo=timezone(timedelta(hours=1)))
AFTER = date(2026, 11, 21)
"""The day on which something was logged after the damage."""
State = dict[str, AnyEntry]


@dataclass(frozen=True)
class Case:
    """A journal in a directory of its own, and what it held."""

    name: str
    home: Path
    target: str
    held: State


@dataclass(frozen=True)
class Outcome:
    """What came of one damaged block: `kind` counts, `wrong` fails."""

    kind: str
    wrong: str = ""


def some_entries(number: int) -> list[AnyEntry]:
    """Return a day's entries of every kind."""
    day = FIRST_DAY + timedelta(days=number)
    note = f"day {number} " * (5 if number % 9 else 900)
    rejection = Rejection(day=day, company=f"Company {number}", note=note[:300])
    return [
        CheckIn(day=day, mood=1 + number % 10, at=time(9, number), note=note, feelings=("calm",)),
        Exercise(day=day, minutes=20 + number),
        Outing(day=day, minutes=30, place=f"place {number}"),
        Volunteering(day=day, minutes=60, organisation="food bank"),
        Talk(day=day, person="Ana"),
        rejection,
        Rest(day=day),
        StepMark(day=day, rejection=rejection.id, step=6),
        Person(day=day, name=f"Person {number}", contact="by telephone"),
        Consultation(
            day=day, kind=ConsultationKind.FEEDBACK, rejection=rejection.id, said=note[:99]
        ),
        GoodNews(day=day, kind=GoodNewsKind.INTERVIEW, company=f"Company {number}"),
        FeelingWord(day=day, word=f"word {number}", meaning=note[:50]),
        Person(day=day, name=f"Ana {number}", keep_in_touch=30),
        Consultation(day=day, kind=ConsultationKind.FEEDBACK, rejection=rejection.id, said=note),
        GoodNews(day=day, kind=GoodNewsKind.INTERVIEW, company=f"Company {number}"),
        FeelingWord(day=day, word=f"wobbly {number}"),
    ]


def make(home: Path, days: int, *, copy: bool, acts: bool, log: bool) -> State:
    """Log some days, one act each; the last third only after the copy."""
    clock = FixedClock(NOW)
    journal = Journal(home / "journal.sqlite3", clock)
    for number in range(days):
        if copy and number == days * 2 // 3:
            journal.back_up("close")
        clock.advance(minutes=1)
        journal.store(add=some_entries(number), name=ActName.LOG)
    if log:  # as a killed process leaves it
        shutil.copytree(home, home.with_name(f"{home.name}-killed"))
    held = everything(journal)
    journal.close(copy=False)
    if log:
        shutil.rmtree(home)
        home.with_name(f"{home.name}-killed").rename(home)
    if not acts:
        with closing(sqlite3.connect(home / "journal.sqlite3")) as db:
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("DELETE FROM act")
            db.commit()
    return held


def everything(journal: Journal) -> State:
    """Return all that a journal holds."""
    return {each.id: each for kind in ENTRY_TYPES for each in journal.entries(kind)}


def cases(place: Path, days: int) -> Iterator[Case]:
    """Yield journals with all that helps, and with less and less of it."""
    kinds = {
        "copy and acts": {"copy": True, "acts": True, "log": False},
        "acts": {"copy": False, "acts": True, "log": False},
        "copy": {"copy": True, "acts": False, "log": False},
        "neither": {"copy": False, "acts": False, "log": False},
        "log": {"copy": True, "acts": True, "log": True},
    }
    for name, options in kinds.items():
        home = place / name.replace(" ", "-")
        home.mkdir()
        held = make(home, days, **options)
        yield Case(name, home, "journal.sqlite3", held)
        if options["log"]:
            yield Case("log itself", home, "journal.sqlite3-wal", held)


def strike(case: Case, home: Path, begin: int, filling: bytes) -> Outcome:
    """Damage a block of a fresh copy of the journal, and recover."""
    shutil.copytree(case.home, home)
    with (home / case.target).open("r+b") as file:
        file.seek(begin)
        file.write(filling)
    return judged(case, home)


def cut(case: Case, home: Path, length: int) -> Outcome:
    """Cut a fresh copy of the journal short, and recover."""
    shutil.copytree(case.home, home)
    os.truncate(home / case.target, length)
    return judged(case, home, is_cut=True)


def judged(case: Case, home: Path, *, is_cut: bool = False) -> Outcome:
    """Go on as a person would, and tell what came of it."""
    path, told = home / "journal.sqlite3", "named by day"
    if path.stat().st_size:  # else there is nothing to go on with
        work_on(path)
    found = examine(path, home / "photos.sqlite3")
    if found.is_sound:
        return _unharmed(case, path)
    report = report_damage(path)
    carry_out(report, Use.BOTH, NOW)
    now = _held(path)
    named = {*report.lost_days, *report.doubtful_days}
    missing = {
        key: each
        for key, each in case.held.items()
        if now.get(key) != each and each.day not in named
    }
    # Under a garbled id that nothing else knows, an entry is there, and its day is named.
    extra = {key for key in now.keys() - case.held.keys() if now[key].day not in named}
    if not extra and not missing.keys() & in_backup(report):
        if missing and report.is_cut:
            missing, told = {}, "end told missing"
        if missing and case.name == "log itself" and is_cut:
            # No copy, no act, no page knows of what was stored last; the rest was noticed.
            missing, told = {}, "ends earlier"
    if missing or extra:
        return Outcome("wrong", f"{len(missing)} missing, {len(extra)} extra")
    after = examine(path, home / "photos.sqlite3")
    if after.is_damaged or not after.photos.is_sound:
        return Outcome("wrong", "not in order afterwards")
    wrong = {key for key, each in case.held.items() if key in now and now[key] != each}
    if wrong - {each.id for each in after.doubts}:
        return Outcome("wrong", "a wrong value is called sound")
    lost = sum(now.get(key) != each for key, each in case.held.items())
    return Outcome(told if lost else "all back")


def work_on(path: Path) -> None:
    """Log something and close, as somebody does who has noticed nothing."""
    clock = FixedClock(NOW + timedelta(hours=1))
    with suppress(KnownError):  # it was noticed
        journal = Journal(path, clock)
        with suppress(KnownError):
            journal.store(add=[CheckIn(day=AFTER, note="afterwards")], name=ActName.LOG)
        clock.advance(hours=1)
        journal.close()


def cut_after(case: Case, held: State, path: Path) -> bool:
    """Tell whether a journal holds all up to a day, and all that its newest copy does."""
    last = max((each.day for each in held.values()), default=FIRST_DAY - timedelta(days=1))
    before = {key: each for key, each in case.held.items() if each.day <= last}
    (newest, *_) = safe_copies(path)
    copy = path.with_name("copy")
    shutil.copy(newest.path, copy)
    return held == before and _held(copy).keys() <= held.keys()


def in_backup(report: DamageReport) -> set[str]:
    """Return what the newest sound copy holds."""
    return {key for found in report.found.backup.values() for key in found}


def _unharmed(case: Case, path: Path) -> Outcome:
    if not path.stat().st_size:
        return Outcome("nothing left")  # no copy, and no byte of the file
    try:
        held = _held(path)
    except DamagedJournal:
        return Outcome("wrong", "damage that the check did not find")
    if held == case.held:
        return Outcome("unharmed")
    last = max(each.day for each in case.held.values())
    before = {key: each for key, each in case.held.items() if each.day != last}
    if case.name == "log itself" and held == before:
        # The last transaction can't be told from one that a power cut tore unconfirmed.
        return Outcome("torn end")
    if case.name == "log itself" and cut_after(case, held, path):
        return Outcome("ends earlier")
    return Outcome("wrong", "damage that nobody noticed")


def _held(path: Path) -> State:
    journal = Journal(path, FixedClock(NOW))
    try:
        return {key: each for key, each in everything(journal).items() if each.day != AFTER}
    finally:
        journal.close(copy=False)


def flipped(block: bytes, chance: random.Random) -> bytes:
    """Return a block with one bit changed."""
    place, bit = chance.randrange(len(block)), 1 << chance.randrange(8)
    return block[:place] + bytes([block[place] ^ bit]) + block[place + 1 :]


FILLINGS: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "ones": lambda block, _: b"\xff" * len(block),
    "zeros": lambda block, _: bytes(len(block)),
    "noise": lambda block, chance: chance.randbytes(len(block)),
    "a flipped bit": flipped,
}


def rounds(case: Case, home: Path, step: int) -> Iterator[tuple[str, int, Outcome]]:
    """Damage each block in each way, and yield how, where, and what came of it."""
    chance = random.Random(5)
    content = (case.home / case.target).read_bytes()
    for begin in range(0, len(content), BLOCK * step):
        block = content[begin : begin + BLOCK]
        for name, fill in FILLINGS.items():
            yield name, begin, strike(case, home, begin, fill(block, chance))
            shutil.rmtree(home)
        yield "cut", begin, cut(case, home, begin)
        shutil.rmtree(home)


def main(step: int = 1, days: int = 24) -> int:
    """Strike every block, print the figures, and return the exit status."""
    wrong = 0
    with tempfile.TemporaryDirectory() as directory:
        place = Path(directory)
        for case in cases(place, days):
            counts: dict[str, Counter[str]] = defaultdict(Counter)
            for name, begin, outcome in rounds(case, place / "struck", step):
                counts[name][outcome.kind] += 1
                if outcome.wrong:
                    wrong += 1
                    say(f"{case.name} at {begin}, {name}: {outcome.wrong}")
            for name, found in counts.items():
                said = ", ".join(f"{kind} {count}" for kind, count in sorted(found.items()))
                say(f"{case.name}, {name}: {said}")
    return 1 if wrong else 0


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
