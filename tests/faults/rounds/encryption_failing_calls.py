"""Lets each call that changes a file fail in turn, or kills there, while the key changes.

cd tests/faults/rounds
python encryption_failing_calls.py [--sample COUNT] [--seed NUMBER] [OPERATION …]

With the library of failing_calls.py, for encrypt, rekey and decrypt: what was done is wholly done,
what was refused was told as a known error, and the next start finds one key for all, every entry,
and where that is encrypted no word in plain. Status 0 if so.
"""

import argparse
import json
import os
import random
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from encryption_rounds import OPERATIONS, change, faults, templates
from failing_calls import ERRORS, Fault, Injector, attempt, with_library

from second_wind.computer import second_place
from second_wind.journal.safety.encrypting import is_locked
from second_wind.paths import AppPaths

EXPECTED = ("DiskFull", "JournalUnreachable", "JournalOpen")
Told = tuple[str, str, int, str]
"""Outcome, detail, the number of calls, and the one that failed."""


def in_child(name: str, home: Path, fault: Fault, injector: Injector) -> Told:
    """Do it in a process of its own, with a fault."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        try:
            injector.arm(home, fault)
            outcome, detail = attempt(lambda: change(name, home))
            calls, failed = injector.disarm()
            os.write(writing, json.dumps([outcome, detail, calls, failed]).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        said = stream.read()
    os.waitpid(child, 0)
    if not said:
        return "killed", "", 0, ""
    outcome, detail, calls, failed = json.loads(said)
    return outcome, detail, calls, failed


def strike(
    name: str, template: Path, home: Path, fault: Fault, injector: Injector
) -> tuple[str, Told]:
    """Return what is wrong after a fault, "" if nothing, and what the process told."""
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(template, home)
    second_place.choose(home / "config", home / "drive")
    told = in_child(name, home, fault, injector)
    outcome, detail, *_ = told
    if outcome == "bug" or (outcome == "refused" and detail not in EXPECTED):
        return detail, told
    try:
        wrong = faults(name, home)
    except Exception:
        return traceback.format_exc(), told
    locked = is_locked(AppPaths.under(home).journal)
    if outcome == "done" and locked != (OPERATIONS[name][1] is not None):
        wrong = f"{wrong} done, and is not"
    return wrong, told


def every(calls: int) -> Iterator[Fault]:
    """Yield every fault for so many calls."""
    for number in range(1, calls + 1):
        for error in ERRORS:
            yield Fault(number, error)
            if error != "SIGKILL":
                yield Fault(number, error, forever=True)


def sweep(place: Path, names: list[str], sample: int, chance: random.Random) -> int:
    """Strike, print the figures, and return the exit status."""
    injector, wrongs, total = Injector(), 0, Counter[str]()
    for name, template in templates(place).items():
        if names and name not in names:
            continue
        _, (outcome, detail, calls, _) = strike(name, template, place / "home", Fault(0), injector)
        assert outcome == "done", detail
        all_of_them = list(every(calls))
        struck = (
            chance.sample(all_of_them, min(sample, len(all_of_them))) if sample else all_of_them
        )
        counts: Counter[str] = Counter()
        for fault in struck:
            wrong, (outcome, detail, _, failed) = strike(
                name, template, place / "home", fault, injector
            )
            counts[outcome] += 1
            wrongs += bool(wrong)
            if wrong:
                say(f"{name}, {fault} ({failed}): {outcome} {detail}: {wrong}")
        total += counts
        say(f"{name}: {calls} calls, {len(struck)} faults, {dict(counts)}")
    say(f"faults {sum(total.values())}, {dict(total)}, wrong {wrongs}")
    return 1 if wrongs else 0


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> int:
    """Do what the words of the command line say."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("operations", nargs="*")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        place = Path(directory)
        if "failing_calls.so" not in os.environ.get("LD_PRELOAD", ""):
            return with_library(place)
        return sweep(place, asked.operations, asked.sample, random.Random(asked.seed))


if __name__ == "__main__":
    sys.exit(main())
