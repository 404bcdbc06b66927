"""Measures the journal on ten years of entries against bare sqlite3 doing the same reads.

python tests/bench/bench_storage.py [YEARS]
"""

import random
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from time import perf_counter

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import (
    AnyEntry,
    CheckIn,
    Exercise,
    Outing,
    Rejection,
    Talk,
    Volunteering,
)
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName

TODAY = date(2026, 11, 22)
_REPEATS = 7
_TABLES = ("check_in", "exercise", "outing", "volunteering", "talk", "rejection", "rest")


def entries(years: int) -> list[AnyEntry]:
    """Return about three entries a day."""
    chance = random.Random(1)
    made: list[AnyEntry] = []
    for ago in range(years * 365):
        day = TODAY - timedelta(days=ago)
        mood = 1 + 9 * chance.random()
        note = "x" * chance.randrange(200)
        made.append(CheckIn(day=day, at=time(21), mood=mood, feelings=("calm",), note=note))
        made.append(CheckIn(day=day, mood=mood))
        made += [
            each
            for share, each in (
                (0.5, Exercise(day=day, minutes=30)),
                (0.2, Outing(day=day, minutes=60)),
                (0.1, Volunteering(day=day, minutes=90)),
                (0.2, Talk(day=day, person="Ben")),
                (0.05, Rejection(day=day, company="Acme")),
            )
            if chance.random() < share
        ]
    return made


def best(action: Callable[[], object]) -> float:
    """Return the shortest of several runs, in milliseconds."""
    times = []
    for _ in range(_REPEATS):
        begun = perf_counter()
        action()
        times.append(perf_counter() - begun)
    return min(times) * 1e3


def tell(what: str, took: float, bare: float | None = None) -> None:
    """Print one measurement, and how many times as long as bare sqlite3 it took."""
    ratio = f"  bare {bare:7.1f} ms  ratio {took / bare:5.1f}" if bare else ""
    sys.stdout.write(f"{what:28} {took:7.1f} ms{ratio}\n")


def measure(path: Path, clock: FixedClock) -> None:
    """Measure on a journal that is filled already."""

    def opened() -> None:
        Journal(path, clock).close(copy=False)

    def bare_opened() -> None:
        with closing(sqlite3.connect(path)) as db:
            db.execute("PRAGMA user_version").fetchone()

    tell("open and close", best(opened), best(bare_opened))
    journal = Journal(path, clock)
    start = TODAY - timedelta(days=13)

    def anew() -> None:
        journal._timeline = None
        journal.analysis.timeline()

    with closing(sqlite3.connect(path)) as db:

        def bare_days() -> None:
            for table in _TABLES:
                query = f"SELECT * FROM {table} WHERE day BETWEEN ? AND ? AND deleted_at IS NULL"
                db.execute(query, (start.isoformat(), TODAY.isoformat())).fetchall()

        def bare_sums() -> None:
            for table in _TABLES:
                query = f"SELECT day, count(*) FROM {table} WHERE deleted_at IS NULL GROUP BY day"
                db.execute(query).fetchall()

        tell("days(14)", best(lambda: journal.days(start, TODAY)), best(bare_days))
        tell("timeline()", best(anew), best(bare_sums))
        bare_all = best(lambda: db.execute("SELECT * FROM check_in").fetchall())
        tell("entries(CheckIn), all", best(lambda: journal.entries(CheckIn)), bare_all)
    tell(
        "store one",
        best(lambda: journal.store(add=[CheckIn(day=TODAY, mood=5)], name=ActName.LOG)),
    )
    tell("notice_foreign_changes()", best(journal.notice_foreign_changes))
    tell("back_up()", best(lambda: journal.back_up("bench")))
    many = [CheckIn(day=TODAY - timedelta(days=i), mood=5) for i in range(10_000)]
    begun = perf_counter()
    journal.store(add=many, name=ActName.IMPORT)
    tell("store 10,000 in one act", (perf_counter() - begun) * 1e3)
    for what, action in (("undo", journal.undo), ("redo", journal.redo)):
        begun = perf_counter()
        action()
        tell(f"{what} 10,000", (perf_counter() - begun) * 1e3)
    journal.close(copy=False)


def main(years: int) -> None:
    """Fill a journal and measure."""
    clock = FixedClock(datetime(2026, 11, 22, 22, tzinfo=timezone(timedelta(hours=1))))
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "journal.sqlite3"
        journal = Journal(path, clock)
        made = entries(years)
        journal.store(add=made, name=ActName.IMPORT)
        journal.analysis.timeline()
        journal.close(copy=False)
        size = path.stat().st_size / 1e6
        sys.stdout.write(f"{years} years, {len(made)} entries, {size:.1f} MB\n")
        measure(path, clock)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
