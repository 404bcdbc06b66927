"""The kinds of logs that are simulated, and how they are measured, on one core or more."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from zlib import crc32

import numpy as np
from simulated.measures import Measures, measure
from simulated.simulated_log import Activity, Kind, Spacing
from simulated.walks import Walk

Measure = Callable[[Kind, tuple[int, ...]], Measures]
BATCH = 25

REF = Kind()
SCENARIOS = {
    "ref": REF,
    "miss0": replace(REF, missing=0.0),
    "miss60": replace(REF, missing=0.6),
    "small": replace(REF, dip=1.5),
    "fast": replace(REF, half_life=1.5),
    "phi.6": replace(REF, persistence=0.6),
    "drift.1": replace(REF, drift=0.1),
    "delay2": replace(REF, rises=True),
    "1-5": replace(REF, steps=5),
    "nopre": replace(REF, before=0, after=14),
    "no dip": replace(REF, dip=0.0),
    "slow": replace(REF, half_life=6.0),
    "low": replace(REF, usual=4.5),
}
WEAK = {
    "mnar30": replace(REF, missing_slope=0.6),
    "mnar50": replace(REF, missing=0.5, missing_slope=0.6),
    "saturate": replace(REF, saturates=True),
}
SLOW_SATURATE = replace(REF, half_life=6.0, saturates=True)
UNWARNED_TIMES = {5: 25, 10: 20, 30: 1}
"""How many times as many of these logs show how the few do that are not warned of."""
TREND_SCENARIOS = {"ref": REF, "fast": SCENARIOS["fast"], "slow": SCENARIOS["slow"]}
ACTIVITIES = {
    "mood 0": Activity(),
    "mood 0.5": Activity(mood=0.5),
    "mood 1": Activity(mood=1.0),
    "mood 0, habit": Activity(habit=1.5),
    "mood 0.5, habit": Activity(mood=0.5, habit=1.5),
    "mood 1, habit": Activity(mood=1.0, habit=1.5),
    "hidden cause": Activity(hidden=1.0),
    "lift 0.8": Activity(lift=0.8),
    "lift 0.8, mood 1": Activity(mood=1.0, lift=0.8),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """Logs of one kind, measured together.

    Attributes
    ----------
    group, scenario : str
    kind : Kind
    times : int
        How many times as many logs are drawn, where few show what is measured.
    measure : callable
    """

    group: str
    scenario: str
    kind: Kind
    times: int = 1
    measure: Measure = measure

    @property
    def name(self) -> str:
        """What it is called in tables; no two cells of a group share it."""
        return f"{self.scenario}, {self.kind.spacing}, {self.kind.rejections}"

    def seed(self, log: int) -> tuple[int, int]:
        """Return the seed of one log; those of other cells differ."""
        return crc32(f"{self.group}/{self.name}".encode()), log


def crossed(
    group: str,
    scenarios: dict[str, Kind],
    counts: Sequence[int],
    spacings: Sequence[Spacing] = (Spacing.SPACED, Spacing.OVERLAP),
    measure: Measure = measure,
) -> list[Cell]:
    """Return a cell for every combination."""
    return [
        Cell(group, name, replace(kind, rejections=n, spacing=spacing), measure=measure)
        for name, kind in scenarios.items()
        for spacing in spacings
        for n in counts
    ]


def curve_cells(group: str, counts: Sequence[int]) -> list[Cell]:
    """Return the cells in which the typical curve should hold."""
    bursty = crossed(group, {"bursty": REF}, counts, (Spacing.BURSTY,))
    return crossed(group, SCENARIOS, counts) + bursty


def all_cells() -> list[Cell]:
    """Return the cells of all targets."""
    few = [
        replace(each, times=5 if each.kind.spacing is Spacing.OVERLAP else 1)
        for each in curve_cells("n = 3", (3,))
    ]
    slow_saturate = {"slow + saturate": SLOW_SATURATE}
    return [
        *curve_cells("curve", (5, 10, 30)),
        *few,
        *crossed("weak", WEAK, (5, 10, 30)),
        *(
            replace(each, times=UNWARNED_TIMES[each.kind.rejections])
            for each in crossed("weak", slow_saturate, (5, 10, 30), (Spacing.OVERLAP,))
        ),
        *(replace(each, times=2) for each in crossed("walk", _walks(), (5, 10, 30))),
        *crossed("trend", TREND_SCENARIOS, (12, 20, 30, 60), tuple(Spacing)),
        *crossed("activity", _with_activity(), (10, 30)),
    ]


def _with_activity() -> dict[str, Kind]:
    return {name: replace(REF, activity=each) for name, each in ACTIVITIES.items()}


def _walks() -> dict[str, Kind]:
    return {str(walk): replace(SCENARIOS["drift.1"], walk=walk) for walk in Walk}


def measure_cells(
    cells: Iterable[Cell], logs: int, jobs: int = 1, first: int = 0
) -> dict[Cell, list[Measures]]:
    """Measure each cell on its logs, numbered from `first`; the same whatever the jobs."""
    return measure_logs({each: range(first, first + logs * each.times) for each in cells}, jobs)


def measure_logs(wanted: Mapping[Cell, range], jobs: int = 1) -> dict[Cell, list[Measures]]:
    """Measure each cell on the logs of these numbers; the same whatever the jobs."""
    batches = [
        (cell, logs[at : at + BATCH])
        for cell, logs in wanted.items()
        for at in range(0, len(logs), BATCH)
    ]
    if jobs == 1:
        found = [_measure_batch(each) for each in batches]
    else:
        with ProcessPoolExecutor(jobs) as pool:
            found = list(pool.map(_measure_batch, batches))
    gathered: dict[Cell, list[Measures]] = {cell: [] for cell in wanted}
    for (cell, _), part in zip(batches, found, strict=True):
        gathered[cell] += part
    return gathered


def _measure_batch(batch: tuple[Cell, range]) -> list[Measures]:
    cell, logs = batch
    return [cell.measure(cell.kind, cell.seed(log)) for log in logs]


def values(measures: Iterable[Measures], name: str) -> np.ndarray:
    """Return one measure of all logs that show it."""
    return np.array([each[name] for each in measures if name in each])
