"""How long the event loop is held while somebody logs, as a multiple of one bare batched solve.

    python tests/bench/bench_hold.py [years ...]

A hold is the processor time of the main thread in one turn of the event loop: for so long no key
is answered. The longest is printed after a mood, a note, an undo and a page change, in journals of
1, 10 and 50 years with six rejections a year, beside the batch of equations that the typical curve
of the ten-year journal takes (`numpy.linalg.solve`, nothing around it). Needs no screen.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from second_wind.charts.cache import keep_in_cache
from second_wind.core.log.clock import SystemClock
from second_wind.core.log.entries import AnyEntry, CheckIn, Exercise, Outing, Rejection, Talk
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths
from second_wind.ui.kit.look.theme import Theme
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.kit.window.places import Place
from second_wind.ui.program.application import make_application
from second_wind.ui.program.start import Start
from second_wind.ui.shell.main_window import MainWindow

YEARS = (1, 10, 50)
REJECTIONS_A_YEAR = 6
LAST_REJECTION = 5
"""Days ago: Today shows the chart since then."""
ROUNDS = 3
QUIET = 1.0
"""Seconds without work after which nothing more is expected."""
NOTE_PAUSE = 1.8
"""The same while words wait for the rest in the typing in which they are stored."""
OURS = f"""
import json, sys
from second_wind.ui.program import before_qt
before_qt.load()  # as the program does it
sys.path.insert(0, {str(Path(__file__).parent)!r})
import bench_hold
print(json.dumps(bench_hold.holds_of(int(sys.argv[1]))))
"""
PLACES = (Place.TODAY, Place.REJECTIONS, Place.CHARTS, Place.PEOPLE, Place.HISTORY)
KNOTS, STRETCHES = 61, 172
"""Columns of the level, and stretches, of a ten-year journal with 60 rejections."""


def main(years: list[int]) -> None:
    """Print the longest holds of each journal, and how they grow."""
    bare = bare_solve()
    print(f"one bare batched solve of the ten-year design: {1000 * bare:.1f} ms")
    found = {each: json.loads(_said([sys.executable, "-c", OURS, str(each)])) for each in years}
    print("| after | " + " | ".join(f"{each} years" for each in years) + " |")
    print("|---|" + "---|" * len(years))
    for what in next(iter(found.values())):
        cells = (f"{1000 * each[what]:.0f} ms = {each[what] / bare:.2f}" for each in found.values())
        print(f"| {what} | " + " | ".join(cells) + " |")


def _said(command: list[str]) -> str:
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout


def bare_solve() -> float:
    """Return the least processor time of solving the ten-year design without each stretch."""
    columns = 8 + KNOTS + 1
    draws = np.random.default_rng(1).normal(size=(STRETCHES, columns, columns))
    left = draws @ draws.transpose(0, 2, 1) + 10 * np.eye(columns)
    right = np.ones((STRETCHES, columns, 1))
    return min(_processor_time(lambda: np.linalg.solve(left, right)) for _ in range(25))


def _processor_time(work: Callable[[], object]) -> float:
    begin = time.thread_time()
    work()
    return time.thread_time() - begin


def entries(years: int, today: date) -> Iterator[AnyEntry]:
    """Return a log that ends today: a mood on most days, activities on some, six noes a year."""
    draws = np.random.default_rng(1)
    days = round(years * 365.25)
    for ago in range(days, -1, -1):
        day = today - timedelta(days=ago)
        if draws.random() < 0.75 or ago < 2:
            mood = float(np.clip(round(6 + draws.normal(0, 1.2)), 1, 10))
            note = f"Day {ago}: went on with it" if draws.random() < 0.3 else ""
            yield CheckIn(day=day, mood=mood, note=note)
        if draws.random() < 0.35:
            yield Exercise(day=day, minutes=int(draws.integers(5, 60)), kind="walk")
        if draws.random() < 0.1:
            yield Outing(day=day)
        if draws.random() < 0.25:
            yield Talk(day=day, person="Ana")
    gaps = np.sort(draws.choice(np.arange(30, days - 30), REJECTIONS_A_YEAR * years - 1, False))
    for ago in (*gaps.tolist(), LAST_REJECTION):
        yield Rejection(day=today - timedelta(days=ago), company=f"Firm {ago}")


def holds_of(years: int) -> dict[str, float]:
    """Return the median of the longest hold after each act, in seconds."""
    with tempfile.TemporaryDirectory() as home:
        paths = AppPaths.under(Path(home))
        clock = SystemClock()
        journal = Journal(paths.journal, clock)
        made = list(entries(years, journal.today()))
        journal.store(add=made, name=ActName.SAMPLE)
        journal.close(copy=False)
        keep_in_cache(paths)
        return Loop(paths, clock).measure()


class Loop:
    """A window on a journal, and how long each turn of its event loop takes."""

    def __init__(self, paths: AppPaths, clock: SystemClock) -> None:
        """Open the window, and wait until all is read that it reads by itself."""
        self.application = make_application()
        self.theme = Theme(self.application, Preferences(paths).theme)
        self.window = MainWindow(self.theme, Preferences(paths))
        self.start = Start(self.window, paths, clock)
        self.window.show()
        self.filling = self.longest(self.start.fill)
        time.sleep(5)  # the journal is read through 4 seconds after the start
        self.longest(lambda: None, 3)

    def measure(self) -> dict[str, float]:
        """Do everything a few times, and close the window."""
        window, today = self.window, self.window.today
        moods = cycle("34567")
        acts: dict[str, Callable[[], object]] = {
            "a mood": lambda: QTest.keyClick(today, next(moods)),
            "a note": self._write,
            "an undo": window.commands.undo,
        }
        found: dict[str, list[float]] = {}
        for _round in range(ROUNDS):
            for what, act in acts.items():
                quiet = NOTE_PAUSE if what == "a note" else QUIET
                found.setdefault(what, []).append(self.longest(act, quiet))
        for place in PLACES:
            self.longest(lambda place=place: window.open_page(place))
        for _round in range(ROUNDS):
            for place in PLACES:
                window.open_page(Place.TODAY)
                self.longest(lambda: QTest.keyClick(today, next(moods)))
                change = self.longest(lambda place=place: window.open_page(place))
                found.setdefault(f"going to {place}", []).append(change)
            window.open_page(Place.TODAY)
        window.end_now()
        self.start.end_keeping()
        shiboken6.delete(window)
        self.start.close()
        shiboken6.delete(self.theme)
        return {what: statistics.median(each) for what, each in found.items()}

    def longest(self, act: Callable[[], object], quiet: float = QUIET) -> float:
        """Return the longest hold of an act, and of all turns until it is quiet."""
        longest = _processor_time(act)
        last_work = time.monotonic()
        while time.monotonic() - last_work < quiet:
            hold = _processor_time(self._turn)
            longest = max(longest, hold)
            if hold > 0.002:
                last_work = time.monotonic()
            time.sleep(0.001)
        return longest

    def _turn(self) -> None:
        self.application.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _write(self) -> None:
        today = self.window.today
        QTest.keyClick(today, "n")
        note = QApplication.focusWidget()
        assert note is not None
        QTest.keyClicks(note, "x")


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or list(YEARS))
