"""Measures an encrypted journal against a plain one, in the same run and by turns.

python tests/bench/bench_encryption.py [YEARS]

Each line gives the median of either, and how many times as long the encrypted one took.
"""

import random
import sys
import tempfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from statistics import median
from time import perf_counter

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import AnyEntry, CheckIn, Exercise, Outing, Rejection
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.safety.encrypting import encrypt

TODAY = date(2026, 11, 22)
_REPEATS = 41
_LIMIT = 1.5


def entries(years: int) -> list[AnyEntry]:
    """Return about three entries a day."""
    chance = random.Random(1)
    made: list[AnyEntry] = []
    for ago in range(years * 365):
        day = TODAY - timedelta(days=ago)
        note = "x" * chance.randrange(200)
        made.append(CheckIn(day=day, at=time(21), mood=1 + 9 * chance.random(), note=note))
        made += [
            each
            for share, each in (
                (0.7, Exercise(day=day, minutes=30)),
                (0.3, Outing(day=day, minutes=60)),
                (0.05, Rejection(day=day, company="Acme")),
            )
            if chance.random() < share
        ]
    return made


class Side:
    """One of the two journals."""

    def __init__(self, path: Path, clock: FixedClock, key: Key | None) -> None:
        """Open it."""
        self.path, self.clock, self.key = path, clock, key
        self.journal = Journal(path, clock, key=key)

    def log(self) -> None:
        """Store one entry, on the disk when it returns."""
        self.journal.store(add=[CheckIn(day=TODAY, mood=5, note="x" * 80)], name=ActName.LOG)

    def timeline(self) -> None:
        """Read the whole log as the charts do."""
        self.journal._timeline = None
        self.journal.analysis.timeline()

    def read_all(self) -> None:
        """Read every check-in."""
        self.journal.entries(CheckIn)

    def fortnight(self) -> None:
        """Read what Today shows."""
        self.journal.days(TODAY - timedelta(days=13), TODAY)

    def reopen(self) -> None:
        """Close and open it, the key being made already."""
        self.journal.close(copy=False)
        self.journal = Journal(self.path, self.clock, key=self.key)

    def copy(self) -> None:
        """Make a proved copy."""
        self.clock.advance(seconds=1)
        self.journal.back_up("bench")

    def bring(self) -> None:
        """Store a thousand entries in one act, and take them back."""
        many = [CheckIn(day=TODAY - timedelta(days=i), mood=5) for i in range(1_000)]
        self.journal.store(add=many, name=ActName.IMPORT)
        self.journal.undo()


def compare(what: str, one: Callable[[], object], other: Callable[[], object], times: int) -> float:
    """Print the medians of two actions, taken by turns, and return their ratio."""
    took: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for action, found in zip((one, other), took, strict=True):
            begun = perf_counter()
            action()
            found.append((perf_counter() - begun) * 1e3)
    plain, encrypted = median(took[0]), median(took[1])
    sys.stdout.write(
        f"{what:34} plain {plain:8.2f} ms  encrypted {encrypted:8.2f} ms"
        f"  ratio {encrypted / plain:5.2f}\n"
    )
    return encrypted / plain


def main(years: int) -> int:
    """Measure, and return 1 if a read or a write takes more than 1.5 times as long."""
    clock = FixedClock(datetime(2026, 11, 22, 22, tzinfo=timezone(timedelta(hours=1))))
    with tempfile.TemporaryDirectory() as directory:
        paths = [Path(directory) / name / "journal.sqlite3" for name in ("plain", "encrypted")]
        for path in paths:
            journal = Journal(path, clock)
            journal.store(add=entries(years), name=ActName.IMPORT)
            journal.close(copy=False)
        key = Key("quiet otter lantern")
        begun = perf_counter()
        encrypt(paths[1], key, clock.now())
        took = perf_counter() - begun
        size = paths[0].stat().st_size / 1e6
        sys.stdout.write(f"{years} years, {size:.1f} MB, encrypted in {took:.2f} s\n")
        plain, locked = Side(paths[0], clock, None), Side(paths[1], clock, key)
        ratios = [
            compare("log one entry", plain.log, locked.log, _REPEATS * 5),
            compare("1,000 entries in one act, undone", plain.bring, locked.bring, 9),
            compare("timeline", plain.timeline, locked.timeline, _REPEATS),
            compare("every check-in", plain.read_all, locked.read_all, _REPEATS),
            compare("a fortnight", plain.fortnight, locked.fortnight, _REPEATS),
        ]
        compare("close and open, check included", plain.reopen, locked.reopen, _REPEATS)
        compare("a safe copy", plain.copy, locked.copy, 15)
        begun = perf_counter()
        Key("quiet otter lantern").for_salt(paths[1].read_bytes()[:16])
        sys.stdout.write(f"making a key, once: {(perf_counter() - begun) * 1e3:.0f} ms\n")
        for side in (plain, locked):
            side.journal.close(copy=False)
    within = max(ratios) <= _LIMIT
    sys.stdout.write(f"reads and writes: {max(ratios):.2f} at most, {_LIMIT} allowed\n")
    return 0 if within else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10))
