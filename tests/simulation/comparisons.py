"""Which simpler ways are compared with the analysis, and on which logs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from simulated.cells import ACTIVITIES, REF, SCENARIOS, WEAK, Cell, crossed, values
from simulated.measures import Measures
from simulated.simpler import looks
from simulated.simulated_log import Kind, Spacing
from targets import Measured, Unit

SIMPLER = "simpler"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A simpler way, and what the analysis says to the same question.

    Attributes
    ----------
    way, outcome : str
        What is done, and what is counted.
    measure, ours : str
        Measures of the simpler way and of the analysis; `ours` may be empty.
    unit : Unit
    cells : tuple of str
        Names of cells.
    root : bool
        Print the square root, of mean squares.
    """

    way: str
    outcome: str
    measure: str
    ours: str
    unit: Unit
    cells: tuple[str, ...]
    root: bool = False

    def value(self, measures: Sequence[Measures], name: str) -> float:
        """Return the mean over the logs that show a measure, NaN if none does."""
        shown = values(measures, name)
        mean = float(shown.mean()) if len(shown) else float("nan")
        return float(np.sqrt(mean)) if self.root else mean


_PAIRS = tuple(f"ref, {s}, {n}" for s in ("spaced", "overlap") for n in (5, 10, 30))
_DAYS = ("ref, spaced, 10", "ref, overlap, 10", "slow, spaced, 10", "slow, overlap, 10")
_DENSING = tuple(f"ref, densing, {n}" for n in (12, 20, 30, 60))
_NULLS = tuple(f"{m}, spaced, {n}" for m in ("mood 0", "mood 0.5", "mood 1") for n in (10, 30))

COMPARISONS = (
    Comparison(
        "average of windows, bootstrap over rejections",
        "95 % band holds the truth, lags 0 to 14",
        "average_covered",
        "band_full",
        Unit.SHARE,
        (*_PAIRS, "saturate, overlap, 30"),
    ),
    Comparison(
        "the same average",
        "error of the curve (root mean square)",
        "average_square",
        "curve_square",
        Unit.POINTS,
        (*_PAIRS, "saturate, overlap, 30"),
        root=True,
    ),
    Comparison(
        "median of the 7 days before as usual level",
        "mean error of the usual level",
        "baseline_error",
        "level_error",
        Unit.POINTS,
        ("ref, spaced, 10", "ref, overlap, 10", "ref, overlap, 30"),
    ),
    Comparison(
        "the same median",
        "error of the usual level (root mean square)",
        "baseline_square",
        "level_square",
        Unit.POINTS,
        ("ref, spaced, 10", "ref, overlap, 10", "ref, overlap, 30"),
        root=True,
    ),
    Comparison(
        "lowest day of the first week as depth",
        "mean error of the depth",
        "lowest_error",
        "depth_error_full",
        Unit.POINTS,
        ("ref, spaced, 10", "small, spaced, 10", "no dip, spaced, 10", "ref, overlap, 10"),
    ),
    Comparison(
        "first day back at the median before, unfinished dropped",
        "mean error of the days",
        "back_error",
        "days_error_full",
        Unit.DAYS,
        _DAYS,
    ),
    Comparison("the same", "rejections dropped", "back_dropped", "", Unit.SHARE, _DAYS),
    Comparison(
        "Kendall's trend of these days",
        "“faster” where nothing changed (beside it: any trend)",
        "back_faster",
        "trend_false",
        Unit.SHARE,
        _DENSING,
    ),
    Comparison(
        "t test of active against inactive days, same day",
        "“better” where nothing was lifted, same day",
        "same_day_claim",
        "lift_better",
        Unit.SHARE,
        _NULLS,
    ),
    Comparison(
        "the same test on the next day",
        "“better” where nothing was lifted, next day",
        "next_day_claim",
        "lift_better",
        Unit.SHARE,
        _NULLS,
    ),
    Comparison(
        "smoothing across the rejection day",
        "dip shown on the day before it",
        "smooth_before",
        "",
        Unit.POINTS,
        ("ref, spaced, 10",),
    ),
    Comparison(
        "the same",
        "part of the dip of day 0 that is hidden",
        "smooth_hidden",
        "",
        Unit.POINTS,
        ("ref, spaced, 10",),
    ),
    Comparison(
        "days of a single rejection",
        "error of one rejection (root mean square)",
        "one_square",
        "",
        Unit.DAYS,
        _DAYS,
        root=True,
    ),
    Comparison(
        "status of a made-up rejection",
        "“recovered” where there was no dip",
        "one_recovered",
        "",
        Unit.SHARE,
        ("no dip, spaced, 10",),
    ),
)


def comparison_cells() -> list[Cell]:
    """Return every cell that a comparison names."""
    moods = {name: replace(REF, activity=ACTIVITIES[name]) for name in list(ACTIVITIES)[:3]}
    kinds: dict[str, Kind] = SCENARIOS | WEAK | moods
    every = crossed(SIMPLER, kinds, (5, 10, 12, 20, 30, 60), tuple(Spacing), looks)
    named = {name for each in COMPARISONS for name in each.cells}
    return [cell for cell in every if cell.name in named]


def compared(measured: Measured) -> list[tuple[Comparison, Cell, float, float]]:
    """Return the simpler way's figure and the analysis's, cell by cell."""
    cells = {cell.name: cell for cell in measured if cell.group == SIMPLER}
    return [
        (
            each,
            cell,
            each.value(measured[cell], each.measure),
            each.value(measured[cell], each.ours),
        )
        for each in COMPARISONS
        for cell in (cells[name] for name in each.cells)
    ]
