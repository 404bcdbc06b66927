"""Lets each call that changes a file fail in turn, or kills the program there, in all it does.

python tests/faults/rounds/failing_calls.py [--sample COUNT] [--seed NUMBER] [ACT …]

A small library (failing_calls.c, compiled here) stands between the program and the system. For each
act of failing_acts.py, for the first, second, … last call that opens, writes, syncs, renames or
removes one of the program's files, and for ENOSPC, EIO and EDQUOT, once or from then on, and for
SIGKILL: what was confirmed is there, what was refused is wholly there or wholly absent and was told
as a known error, and all is sound and can be done again. Status 0 if so.
"""

import argparse
import ctypes
import errno
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from failing_acts import ACTS, JOURNAL, OUT, PHOTOS, SECOND, Act, Ready, opened

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.journal_errors import DamagedJournal
from second_wind.journal.safety.checking import examine
from second_wind.storage.copies import backups
from second_wind.storage.pages.proof import is_sound
from second_wind.storage.tables import migrations, rows
from second_wind.words.errors.sentences import sentence

KILL = -1
ERRORS = {"ENOSPC": errno.ENOSPC, "EIO": errno.EIO, "EDQUOT": errno.EDQUOT, "SIGKILL": KILL}
NO_ROOM = ("ENOSPC", "EDQUOT")
EXPECTED = ("DiskFull", "JournalUnreachable", "UnwritableOutput", "CopiesFolderGone")
State = dict[str, Any]


@dataclass(frozen=True)
class Fault:
    """Which call fails, how, and whether all after it do, too."""

    number: int
    error: str = ""
    forever: bool = False

    def __str__(self) -> str:
        more = " from then on" if self.forever else ""
        return f"call {self.number} {self.error}{more}"


@dataclass
class Report:
    """What a process told before it ended."""

    outcome: str = "killed"
    detail: str = ""
    calls: int = 0
    failed: str = ""
    again: str = ""
    seen: str = ""


class Injector:
    """The library in this process."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None)
        self._library.what_failed.restype = ctypes.c_char_p

    def arm(self, home: Path, fault: Fault) -> None:
        """Count from now on, and let the call fail."""
        error = ERRORS.get(fault.error, 0)
        self._library.fail_at(str(home).encode(), fault.number, error, int(fault.forever))

    def disarm(self) -> tuple[int, str]:
        """Let nothing fail any more; return how many calls there were and which failed."""
        return self._library.calls_seen(), self._library.what_failed().decode()


def state_of(home: Path) -> State:
    """Open the journal like the program does, and return all that it and the photos hold."""
    journal = opened(home)
    with journal._database.reading() as database:
        found: State = {"rows": rows.read(database.connection)}
    journal.close(copy=False)
    out = home / OUT
    return found | {"out": out.read_text("utf-8") if out.exists() else ""}


def photos_of(home: Path) -> dict[str, int]:
    """Return the length of each photo by its key."""
    if not (home / PHOTOS).exists() or not (home / PHOTOS).stat().st_size:
        return {}
    with closing(sqlite3.connect(home / PHOTOS)) as db:
        try:
            return dict(db.execute("SELECT sha256, length(picture) FROM photo").fetchall())
        except sqlite3.OperationalError:
            return {}


def damaged_bytes(home: Path) -> State:
    """Return what stands for the state of a journal that can't be opened."""
    return {"damaged": (home / JOURNAL).read_bytes()}


def found_state(home: Path) -> State:
    """Return the state, whether the journal can be opened or not."""
    try:
        return state_of(home)
    except DamagedJournal:
        return damaged_bytes(home)


def attempt(do: Callable[[], object]) -> tuple[str, str]:
    """Do something and tell what came of it: done, refused with the kind of error, or a bug."""
    try:
        do()
    except KnownError as error:
        return "refused" if sentence(error) else "bug", type(error).__name__
    except BaseException:
        return "bug", traceback.format_exc()
    return "done", ""


def in_child(act: Act, home: Path, fault: Fault, injector: Injector, report: Report) -> None:
    """Carry an act out with a fault, and go on as a person would."""
    ready = act.begin(home)
    injector.arm(home, fault)
    report.outcome, report.detail = attempt(ready.do)
    if report.outcome == "done":
        tell(report)
    if fault.forever and ready.journal and fault.number % 2:
        leave(ready, report)  # while the disk is still full
        ready = Ready(ready.do)
    report.calls, report.failed = injector.disarm()
    if report.outcome == "refused" and not fault.number % 2:
        go_on(act, home, ready, report)
    leave(ready, report)


def go_on(act: Act, home: Path, ready: Ready, report: Report) -> None:
    """Look what the open journal shows, and try again."""
    if ready.journal:
        with ready.journal._database.reading() as database:
            report.seen = json.dumps(rows.read(database.connection), sort_keys=True)
        report.again = ": ".join(attempt(ready.do)).strip(": ")
    else:
        report.again = ": ".join(attempt(act.begin(home).do)).strip(": ")


def leave(ready: Ready, report: Report) -> None:
    """Close the journal; that never raises."""
    if ready.journal:
        outcome, detail = attempt(lambda: ready.journal.close(copy=False))  # type: ignore[union-attr]
        if outcome != "done":
            report.outcome, report.detail = "bug", f"closing raised {detail}"


_pipe = -1


def tell(report: Report) -> None:
    """Let the parent know as much as is certain."""
    os.write(_pipe, (json.dumps(vars(report)) + "\n").encode())


def run(act: Act, home: Path, fault: Fault, injector: Injector) -> Report:
    """Carry an act out in a process of its own, and return what it told."""
    global _pipe
    read, _pipe = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        report = Report()
        try:
            in_child(act, home, fault, injector, report)
        except BaseException:
            report.outcome, report.detail = "bug", traceback.format_exc()
        tell(report)
        os._exit(0)
    os.close(_pipe)
    with os.fdopen(read, encoding="utf-8") as stream:
        told = stream.read().splitlines()
    _, status = os.waitpid(child, 0)
    report = Report(**json.loads(told[-1])) if told else Report()
    if status and fault.error != "SIGKILL":
        report.outcome, report.detail = "bug", f"the process ended with {status}"
    return report


@dataclass
class Bench:
    """An act, the files it begins with, and the states before and after it."""

    act: Act
    template: Path
    home: Path
    injector: Injector
    before: State
    after: State
    photos: tuple[dict[str, int], dict[str, int]]
    calls: int

    @classmethod
    def of(cls, act: Act, place: Path, injector: Injector) -> "Bench":
        """Make the files, carry the act out once without a fault, and count its calls."""
        template, home = place / "template", place / "home"
        for each in (template, home):
            shutil.rmtree(each, ignore_errors=True)
        home.mkdir(mode=0o700)
        act.prepare(home)
        home.rename(template)
        with act.patched(), fresh(template, home):
            before, photos = found_state(home), photos_of(home)
        with act.patched(), fresh(template, home):
            report = run(act, home, Fault(0), injector)
            assert report.outcome == "done", f"{act.name}: {report}"
            after, kept = found_state(home), (photos, photos_of(home))
        return cls(act, template, home, injector, before, after, kept, report.calls)

    def strike(self, fault: Fault) -> tuple[Report, list[str]]:
        """Carry the act out with a fault, and return what came of it and what is wrong."""
        with self.act.patched(), fresh(self.template, self.home):
            report = run(self.act, self.home, fault, self.injector)
            try:
                return report, list(self._faults(report, fault))
            except Exception:
                return report, [traceback.format_exc()]

    def _faults(self, report: Report, fault: Fault) -> Iterator[str]:
        if report.outcome == "bug":
            yield report.detail
        if report.outcome == "refused":
            yield from self._wrong_refusal(report, fault)
        killed = report.outcome == "killed" or fault.error == "SIGKILL"
        yield from leftovers(self.home, self.template, fault, killed=killed)
        if half_migrated(self.home):
            yield "half of a migration is there"
        photos, found = photos_of(self.home), found_state(self.home)
        confirmed = "done" in (report.outcome, report.again)
        if found != self.after and (confirmed or found != self.before):
            yield f"neither before nor after: {difference(found, self.before, self.after)}"
        if report.seen and json.loads(report.seen) not in (self.before["rows"], self.after["rows"]):
            yield "the open journal shows something between"
        lost = set(self.photos[0]) & set(self.photos[1]) - set(photos)
        if lost or (confirmed and set(self.photos[1]) - set(photos)):
            yield "a photo is missing"
        if "damaged" not in found:
            yield from unsound(self.home)

    def _wrong_refusal(self, report: Report, fault: Fault) -> Iterator[str]:
        if report.detail not in EXPECTED:
            yield f"told as {report.detail}"
        full = fault.error in NO_ROOM and fault.forever
        if full and report.detail != "DiskFull":
            yield f"a full disk told as {report.detail}"
        if report.again not in ("", "done"):
            yield f"again: {report.again}"


@contextmanager
def fresh(template: Path, home: Path) -> Iterator[None]:
    """Lend a copy of the files."""
    shutil.copytree(template, home)
    try:
        yield
    finally:
        shutil.rmtree(home)


def leftovers(home: Path, template: Path, fault: Fault, *, killed: bool) -> Iterator[str]:
    """Yield files that are half-written, or that others may read."""
    for each in home.rglob("*"):
        private = 0o700 if each.is_dir() else 0o600
        given = (template / each.relative_to(home)).exists() or each.name.startswith(
            (OUT, ".second-wind-")
        )
        if each.stat().st_mode & 0o777 & ~private and not given:
            yield f"{each.relative_to(home)} may be read by others"
        if each.name.endswith(".partial") and not killed and not fault.forever:
            yield f"{each.relative_to(home)} is left"


def half_migrated(home: Path) -> bool:
    """Tell whether the version that a file names is not the one that it has."""
    if not (home / JOURNAL).exists():
        return False
    try:
        with closing(sqlite3.connect(home / JOURNAL)) as db:
            (version,) = db.execute("PRAGMA user_version").fetchone()
            tables = {name for (name,) in db.execute("SELECT name FROM sqlite_schema")}
            columns = [row[1] for row in db.execute("PRAGMA table_info(check_in)")]
    except sqlite3.DatabaseError:  # a damaged one, which is looked at elsewhere
        return False
    newest = version == migrations.newest()
    return ("tomorrow" in tables) != ("weather" in columns) or (not newest and "weather" in columns)


def unsound(home: Path) -> Iterator[str]:
    """Yield what is wrong with the journal, its copies, and its acts."""
    found = examine(home / JOURNAL, home / PHOTOS)
    if not found.is_sound:
        yield f"not sound: {found}"
    for each in (home / SECOND).glob("*/*.backup.sqlite3"):
        if not is_sound(each):
            yield f"{each.name} in the second place is damaged"
    if not all(is_sound(each) for each in backups.listed(home / JOURNAL)):
        yield "a safe copy is damaged"
    with closing(sqlite3.connect(home / JOURNAL)) as db:
        if db.execute("SELECT count(*) FROM act_open").fetchone() != (0,):
            yield "an act is left open"
        bare = "SELECT count(*) FROM act WHERE id NOT IN (SELECT act FROM act_change)"
        if db.execute(bare).fetchone() != (0,):
            yield "an act without changes"


def difference(found: State, before: State, after: State) -> str:
    """Return how many rows of each table are as before or after."""
    if "rows" not in found or "rows" not in after:
        return f"{sorted(found)} against {sorted(before)} and {sorted(after)}"
    sizes = [
        {t: len(r) for t, r in each.get("rows", {}).items() if r} for each in (found, before, after)
    ]
    differing = [t for t in found["rows"] if found["rows"][t] != after["rows"].get(t)]
    return f"{sizes}, tables that differ from after: {differing}, out {found['out'][:60]!r}"


def faults(calls: int) -> Iterator[Fault]:
    """Yield every fault for so many calls."""
    for number in range(1, calls + 1):
        for error in ERRORS:
            yield Fault(number, error)
            if error != "SIGKILL":
                yield Fault(number, error, forever=True)


def sweep(place: Path, names: list[str], sample: int, seed: int) -> int:
    """Strike, print the figures, and return the exit status."""
    chance, injector, wrong = random.Random(seed), Injector(), 0
    total: Counter[str] = Counter()
    chosen = [each for each in ACTS if not names or each.name in names]
    share = max(1, sample // len(chosen))
    for act in chosen:
        bench = Bench.of(act, place, injector)
        every = list(faults(bench.calls))
        struck = chance.sample(every, min(len(every), share)) if sample else every
        counts: Counter[str] = Counter()
        for fault in struck:
            report, problems = bench.strike(fault)
            counts["killed" if fault.error == "SIGKILL" else report.outcome] += 1
            wrong += bool(problems)
            for each in problems:
                say(f"{act.name}, {fault} ({report.failed}): {report.outcome} {each}")
        total += counts
        say(f"{act.name}: {bench.calls} calls, {len(struck)} faults, {dict(counts)}")
    say(f"faults {sum(total.values())}, {dict(total)}, wrong {wrong}")
    return 1 if wrong else 0


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def with_library(place: Path) -> int:
    """Compile the library and start this script again with it."""
    library = place / "failing_calls.so"
    source = Path(__file__).with_name("failing_calls.c")
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        say("there is no C compiler")
        return 77
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    command = [sys.executable, *sys.argv]
    loaded = os.environ | {"LD_PRELOAD": str(library)}
    return subprocess.run(command, env=loaded, check=False).returncode


def main() -> int:
    """Do what the words of the command line say."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("acts", nargs="*")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        place = Path(directory)
        if "failing_calls.so" not in os.environ.get("LD_PRELOAD", ""):
            return with_library(place)
        return sweep(place, arguments.acts, arguments.sample, arguments.seed)


if __name__ == "__main__":
    sys.exit(main())
