"""Damages a journal, its photos or a copy at random, lives on with it as a person does, recovers.

python tests/faults/damage_rounds.py [ROUNDS] [SEED] [--encrypted]

Each round flips one bit, overwrites a block of 512 bytes or cuts a file short. Then it reads: each
command ends with status 0 and what was logged, or with 2 and a sentence. It logs three entries,
takes one back and does it again, makes a copy and reads on. Then it recovers and checks: each value
is what was logged, or its day was named and the check goes on naming it; the three that were
confirmed are there; and the oldest copy that was not hit can still be returned to.
"""

import argparse
import io
import json
import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from PIL import Image

from second_wind.cli import run
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import (
    AnyEntry,
    CheckIn,
    Exercise,
    Rejection,
    Rest,
    Talk,
)
from second_wind.core.log.kinds import ENTRY_TYPES
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.safety.encrypting import encrypt
from second_wind.paths import AppPaths
from second_wind.storage.tables.sql import execute

NOW = datetime(2026, 11, 22, 14, 32, tzinfo=timezone(timedelta(hours=1)))
FIRST, DAYS = date(2026, 11, 1), 15
BLOCK = 512
PASSPHRASE = "quiet otter lantern"
READING = (
    ("analyse",),
    ("search", "sturdy"),
    ("export", "-", "--format", "json"),
    ("check", "--json"),
    ("backup", "--list"),
)
CHARTS = ("timeline", "weeks", "year", "all", "together", "coming-back")
State = dict[str, AnyEntry]


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    status: int
    out: str
    err: str


@dataclass
class Base:
    """A journal with a history, and what it says of itself before it is damaged."""

    home: Path
    key: Key | None
    held: State = field(default_factory=dict)
    copied: dict[str, State] = field(default_factory=dict)
    said: dict[tuple[str, ...], str] = field(default_factory=dict)


def command(home: Path, *words: str, key: Key | None = None, later: float = 0.0) -> Ran:
    """Run a command so many minutes later."""
    out, err = io.StringIO(), io.StringIO()
    clock = FixedClock(NOW + timedelta(minutes=later))
    secret: list[str] = []
    if key is not None:
        read, write = os.pipe()
        os.write(write, key.passphrase.encode())
        os.close(write)
        secret = ["--passphrase-fd", str(read)]
    status = run([*words, *secret, "--home", str(home)], clock=clock, out=out, err=err)
    return Ran(status, out.getvalue(), err.getvalue())


def everything(path: Path, key: Key | None) -> State:
    """Return all that a journal holds."""
    journal = Journal(path, FixedClock(NOW), key=key)
    try:
        return {each.id: each for kind in ENTRY_TYPES for each in journal.entries(kind)}
    finally:
        journal.close(copy=False)


def some_entries(number: int) -> list[AnyEntry]:
    """Return what a day holds."""
    day = FIRST + timedelta(days=number)
    note = f"sturdy day {number} " * (4 if number % 5 else 400)
    entries: list[AnyEntry] = [
        CheckIn(day=day, mood=1 + number % 10, note=note, feelings=("müde", "calm")),
        Exercise(day=day, minutes=20 + number, kind="cycling"),
        Talk(day=day, person=f"Ana {number}", tip=note[:80]),
    ]
    if number % 3 == 0:
        entries.append(Rejection(day=day, company=f"Company {number}", feedback=note[:200]))
    return [*entries, Rest(day=day)] if number % 7 == 0 else entries


def make(home: Path, *, key: Key | None, acts: bool, log: bool) -> Base:
    """Log some days, edited and deleted in part, with copies after each third."""
    paths, clock = AppPaths.under(home), FixedClock(NOW - timedelta(days=DAYS))
    picture = home.parent / "photo.jpg"
    Image.effect_noise((90, 60), 60).convert("RGB").save(picture)
    base = Base(home, key)
    command(home, "log", "--day", "2026-11-01", "--outing", "nature", "--photo", str(picture))
    if key is not None:
        encrypt(paths.journal, key, clock.now())
        for each in (home / "backups").iterdir():
            each.unlink()
    journal = Journal(paths.journal, clock, key=key)
    for number in range(DAYS):
        clock.advance(hours=20)
        entries = some_entries(number)
        journal.store(add=entries, name=ActName.LOG)
        if number % 4 == 3:
            journal.store(delete=entries[1:2], name=ActName.DELETE)
        if number in (5, 9):
            copy = journal.back_up("test")
            base.copied[copy.name] = everything(paths.journal, key)
    journal.undo()
    if not acts:
        with journal._database.writing() as db:
            execute(db, "DELETE FROM act WHERE id < ?", (8,))
    base.held = everything(paths.journal, key)
    if log:  # as a killed process leaves it
        shutil.copytree(home, home.with_name(f"{home.name}-killed"))
    journal.close(copy=False)
    if log:
        shutil.rmtree(home)
        home.with_name(f"{home.name}-killed").rename(home)
    for words in [*READING, *_days()]:
        base.said[words] = command(home, *words, key=key).out
    return base


def _days() -> list[tuple[str, ...]]:
    days = (FIRST + timedelta(days=number) for number in range(0, DAYS, 2))
    return [("day", day.isoformat(), "--json") for day in days]


def strike(home: Path, chance: random.Random) -> tuple[str, Path]:
    """Damage one file; return how, and which."""
    copies = sorted((home / "backups").iterdir())
    files = [home / "journal.sqlite3"] * 6 + [home / "photos.sqlite3", chance.choice(copies)]
    log = home / "journal.sqlite3-wal"
    files += [log] * 2 if log.exists() else []
    file = chance.choice(files)
    content = bytearray(file.read_bytes())
    way = chance.choice(("bit", "bit", "bit", "block", "cut"))
    at = chance.randrange(len(content))
    if way == "bit":
        content[at] ^= 1 << chance.randrange(8)
    elif way == "block":
        at -= at % BLOCK
        filling = chance.choice((b"\xff" * BLOCK, bytes(BLOCK), chance.randbytes(BLOCK)))
        content[at : at + BLOCK] = filling[: len(content) - at]
    else:
        del content[at:]
    file.write_bytes(content)
    return f"{way} at {at} of {file.name}", file


def faults_of(base: Base, home: Path, chance: random.Random) -> Iterator[str]:
    """Damage a copy of the journal, live on, and yield whatever must not be."""
    what, file = strike(home, chance)
    try:
        for fault in _live_on(base, home, file, chance):
            yield f"{what}: {fault}"
    except Exception as error:  # the library must not break either
        yield f"{what}: {type(error).__name__}: {error}"


def _live_on(base: Base, home: Path, file: Path, chance: random.Random) -> Iterator[str]:
    key = base.key
    yield from _read(base, home, chance, exactly=file.name != "journal.sqlite3-wal")
    added, ended = _work(home, key)
    yield from ended
    yield from _read(base, home, chance, exactly=False)
    named, ended = _recover(home, key)
    yield from ended
    now = everything(home / "journal.sqlite3", key)
    yield from _compared(base, home, file, now, added, named)
    yield from _return(base, home, file)


def _read(base: Base, home: Path, chance: random.Random, *, exactly: bool) -> Iterator[str]:
    charts = [("chart", chance.choice(CHARTS), str(home.parent / "chart.svg"), "--force")]
    some = [*chance.sample(READING, 2), *chance.sample(_days(), 2)]
    for words in [*some, *(charts if chance.random() < 0.1 else [])]:
        ran = command(home, *words, key=base.key)
        if _is_strange(ran):
            yield f"{' '.join(words)} ended with {ran.status}: {ran.err[-300:]}"
        right = base.said.get(words)
        told = words[0] in ("day", "search", "export", "analyse")
        if exactly and told and ran.status == 0 and ran.out != right:
            yield f"{' '.join(words)} said something else, with status 0"
        if words[0] != "check" and ran.status == 2 and ran.out:
            yield f"{' '.join(words)} printed a half: {ran.out[:100]!r}"


def _is_strange(ran: Ran) -> bool:
    return ran.status not in (0, 2) or "Traceback" in ran.err or (ran.status == 2 and not ran.err)


def _work(home: Path, key: Key | None) -> tuple[list[str], list[str]]:
    """Log three entries, take one back and do it again, make a copy; return what was confirmed."""
    added, strange = [], []
    for number in range(3):
        note = f"afterwards {number}"
        words = ("log", "--day", "2026-11-21", "--mood", "4", "--note", note)
        ran = command(home, *words, key=key, later=10.0 * number + 1)
        if ran.status == 0:
            added.append(note)
        if _is_strange(ran):
            strange.append(f"log ended with {ran.status}: {ran.err[-300:]}")
    for number, words in enumerate((("undo",), ("redo",), ("backup",))):
        if words != ("backup",) and not added:
            continue
        ran = command(home, *words, key=key, later=40.0 + number)
        if _is_strange(ran):
            strange.append(f"{words} ended with {ran.status}: {ran.err[-300:]}")
    return added, strange


@dataclass
class Named:
    """What a recovery named, what a check still names after it, and whether there may be more."""

    days: set[date] = field(default_factory=set)
    in_doubt: set[str] = field(default_factory=set)
    is_open: bool = False


def _recover(home: Path, key: Key | None) -> tuple[Named, list[str]]:
    strange, named = [], Named()
    checked = command(home, "check", key=key, later=50)
    if _is_strange(checked):
        strange.append(f"check ended with {checked.status}: {checked.err[-300:]}")
    shown = command(home, "check", "--recover", "--json", key=key, later=51)
    if _is_strange(shown):
        strange.append(f"check --recover ended with {shown.status}: {shown.err[-300:]}")
    if shown.status == 0:
        found: dict[str, Any] = json.loads(shown.out)
        named.days = {date.fromisoformat(d) for d in found["lost_days"] + found["doubtful_days"]}
        named.is_open = found["end_missing"] or found["list_damaged"]
        used = command(home, "check", "--recover", "--use", "both", key=key, later=52)
        if used.status != 0:
            strange.append(f"no recovery: {used.status} {used.err[-300:]}")
    after = command(home, "check", "--json", key=key, later=53)
    checked_again: dict[str, Any] = json.loads(after.out)
    named.in_doubt = {each["id"] for each in checked_again["in_doubt"]}
    if checked_again["faults"] or checked_again["garbled_days"]:
        strange.append(f"not in order afterwards: {after.out} {after.err}")
    if not after.status and named.in_doubt:
        strange.append("what is in doubt was called sound")
    return named, strange


def _compared(
    base: Base, home: Path, file: Path, now: State, added: list[str], named: Named
) -> Iterator[str]:
    copied = set().union(*(each.keys() for name, each in base.copied.items() if name != file.name))
    for key, each in base.held.items():
        if now.get(key) == each:
            continue
        if key in now and key not in named.in_doubt:
            yield f"{each} is {now[key]}, and is called sound"
        if each.day in named.days:
            continue
        if key not in now and key not in copied and (named.is_open or _is_log(file)):
            continue  # that something is missing, or that a log was cut, can't be told by days
        yield f"{each} is {now.get(key)}"
    notes = {each.note for each in now.values() if isinstance(each, CheckIn)}
    yield from (f"{note!r} was confirmed and is lost" for note in added if note not in notes)
    extra = {key for key in now.keys() - base.held.keys() if now[key].day not in named.days}
    if len(extra) > len(added):
        yield f"{len(extra) - len(added)} entries more than were logged"


def _is_log(file: Path) -> bool:
    return file.name.endswith("-wal")


def _return(base: Base, home: Path, file: Path) -> Iterator[str]:
    """Return to the oldest copy that was not hit."""
    name = next(each for each in sorted(base.copied) if each != file.name)
    ran = command(home, "backup", "--restore", name, key=base.key, later=60)
    if ran.status != 0:
        yield f"no return to {name}: {ran.status} {ran.err[-300:]}"
    elif everything(home / "journal.sqlite3", base.key) != base.copied[name]:
        yield f"after the return to {name} it holds something else"


def bases(place: Path, *, encrypted: bool) -> list[Base]:
    """Make journals with all that helps, and with less."""
    key = Key(PASSPHRASE) if encrypted else None
    made = []
    for name, acts, log in (("whole", True, False), ("no-acts", False, False), ("log", True, True)):
        (place / name).mkdir()
        made.append(make(place / name, key=key, acts=acts, log=log))
    return made


def rounds(
    place: Path, count: int, seed: int, *, encrypted: bool, say: Callable[[str], None]
) -> tuple[int, Counter[str]]:
    """Do some rounds; return how many were wrong, and what was struck how."""
    made, wrong, struck = bases(place, encrypted=encrypted), 0, Counter[str]()
    for number in range(count):
        chance = random.Random(seed * 1_000_003 + number)
        base = made[number % len(made)]
        home = place / "struck"
        shutil.copytree(base.home, home)
        faults = list(faults_of(base, home, chance))
        shutil.rmtree(home)
        struck[base.home.name] += 1
        wrong += bool(faults)
        for fault in faults:
            say(f"round {number} ({base.home.name}): {fault}")
        if number % 20 == 19:
            say(f"{number + 1} rounds, {wrong} wrong")
    return wrong, struck


def main() -> int:
    """Do the rounds that were asked for; the status is 1 if one was wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("rounds", nargs="?", type=int, default=60)
    parser.add_argument("seed", nargs="?", type=int, default=1)
    parser.add_argument("--encrypted", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        wrong, struck = rounds(
            Path(directory), asked.rounds, asked.seed, encrypted=asked.encrypted, say=_say
        )
    _say(f"{sum(struck.values())} rounds, {wrong} wrong ({dict(struck)})")
    return 1 if wrong else 0


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
