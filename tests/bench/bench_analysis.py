"""Time the whole analysis as a ratio to its own bare `numpy.linalg.solve` calls.

Run `python tests/bench/bench_analysis.py`. Ratios, unlike milliseconds, mean the same on every
machine; the goal is 3 or less for ten years with 60 rejections.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from unittest.mock import patch

import numpy as np

from second_wind.core.analysis.figures.analysis import analyse
from second_wind.core.analysis.method.timeline import Timeline, moods_only

DAYS = 3650
REJECTIONS = 60
ROUNDS = 25


def ten_years(activities: int) -> Timeline:
    """Return a log with a mood on most days and some of the four activities known."""
    draws = np.random.default_rng(1)
    mood = np.clip(np.round(6 + draws.normal(0, 1.2, DAYS)), 1, 10)
    mood[draws.random(DAYS) < 0.3] = np.nan
    events = np.sort(draws.choice(np.arange(30, DAYS - 30), REJECTIONS, replace=False))
    names = ("exercise", "outings", "volunteering", "talks")[:activities]
    known = {name: 30.0 * (draws.random(DAYS) < 0.4) for name in names}
    return replace(moods_only(date(2015, 1, 1), mood, events.tolist()), **known)


def milliseconds(*works: Callable[[], object]) -> list[float]:
    """Return the least processor time of each work, in rounds that take turns."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, found in zip(works, times, strict=True):
            begin = time.process_time()
            work()
            found.append(1000 * (time.process_time() - begin))
    return [min(found) for found in times]


def solve_calls(log: Timeline) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return the equations that an analysis solves."""
    with patch("numpy.linalg.solve", wraps=np.linalg.solve) as solve:
        analyse(log)
    return [call.args for call in solve.call_args_list]


def solve_again(calls: list[tuple[np.ndarray, np.ndarray]]) -> None:
    """Solve the same equations with nothing around it."""
    for each in calls:
        np.linalg.solve(*each)


def main() -> None:
    """Print the ratio without and with activities."""
    for activities in (0, 1, 4):
        log = ten_years(activities)
        calls = solve_calls(log)
        whole, bare = milliseconds(partial(analyse, log), partial(solve_again, calls))
        print(
            f"{activities} activities: {whole / bare:.2f} times the {len(calls)} bare solves "
            f"({whole:.0f} and {bare:.0f} ms)"
        )


if __name__ == "__main__":
    main()
