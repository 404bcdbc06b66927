"""How right the analysis has to be, and whether it was."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from simulated.cells import Cell, values
from simulated.measures import Measures

ENOUGH_LOGS = 50
"""Logs that must show a measure for its cell to be judged."""
NEAR = 2.6
"""Standard errors from a limit within which a cell is not decided: 99 % of a normal's chance."""
ANY = (-np.inf, np.inf)
Limits = tuple[float, float]
Measured = dict[Cell, list[Measures]]


class Unit(StrEnum):
    """What a measure is counted in."""

    SHARE = "%"
    POINTS = "points"
    DAYS = "days"

    def text(self, value: float) -> str:
        """Return a value as it is printed."""
        return f"{100 * value:.1f}" if self is Unit.SHARE else f"{round(value, 2) + 0.0:.2f}"


@dataclass(frozen=True, slots=True)
class Target:
    """One bar, over cells.

    Attributes
    ----------
    number : int
        As in the method's list of targets.
    what : str
    cells : callable
        Whether a cell counts.
    measure : str
    unit : Unit
    each, mean : tuple of float
        Limits of every cell, and of their mean, ends included.
    median : bool
        Take a cell's median instead of its mean.
    enough : int
        Logs that must show the measure for a cell to be judged.
    otherwise : Target or None
        What a cell outside the limits may keep instead.
    """

    number: int
    what: str
    cells: Callable[[Cell], bool]
    measure: str
    unit: Unit = Unit.SHARE
    each: Limits = ANY
    mean: Limits = ANY
    median: bool = False
    enough: int = ENOUGH_LOGS
    otherwise: "Target | None" = None

    def value(self, measures: Sequence[Measures]) -> float:
        """Return a cell's value, NaN where too few logs show it."""
        shown = values(measures, self.measure)
        if len(shown) < self.enough:
            return float("nan")
        return float(np.median(shown) if self.median else np.mean(shown))

    def error(self, measures: Sequence[Measures]) -> float:
        """Return the standard error of a cell's value over the logs that show it."""
        shown = values(measures, self.measure)
        root = float(np.sqrt(len(shown)))
        if self.median:
            low, high = np.quantile(shown, [0.5 - 0.5 / root, 0.5 + 0.5 / root])
            return float(high - low) / 2
        return float(shown.std()) / root

    def undecided(self, measures: Sequence[Measures]) -> bool:
        """Tell whether a cell's value lies so near a limit, on either side, that chance decides."""
        value = self.value(measures)
        if not np.isfinite(value):
            return False
        reach = NEAR * self.error(measures)
        return any(abs(value - limit) <= reach for limit in self.limits)

    @property
    def limits(self) -> list[float]:
        """The limits of every cell that a value can cross."""
        ends = (0.0, 1.0) if self.unit is Unit.SHARE else ()
        return [each for each in self.each if np.isfinite(each) and each not in ends]

    def judge(self, measured: Measured, slack: float = 0.0) -> "Verdict":
        """Hold the cells that count against the limits, all of them wider by the slack."""
        found = {cell: self.value(each) for cell, each in measured.items() if self.cells(cell)}
        judged = {cell: value for cell, value in found.items() if np.isfinite(value)}
        outside = {
            cell: value for cell, value in judged.items() if not _within(value, self.each, slack)
        }
        missed = {c: v for c, v in outside.items() if not self._instead(measured[c], slack)}
        mean = float(np.mean(list(judged.values()))) if judged else float("nan")
        return Verdict(self, judged, len(outside) - len(missed), missed, mean, slack)

    def _instead(self, measures: Sequence[Measures], slack: float) -> bool:
        """Tell whether a cell keeps the limits that may be kept instead."""
        if self.otherwise is None:
            return False
        value = self.otherwise.value(measures)
        return bool(np.isfinite(value)) and _within(value, self.otherwise.each, slack)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a target was met, and where not.

    Attributes
    ----------
    target : Target
    judged, missed : dict
        Value of each cell that was judged, and of those outside the limits.
    instead : int
        Cells outside the limits that keep what they may keep instead.
    mean : float
        Over the cells that were judged.
    slack : float
    """

    target: Target
    judged: dict[Cell, float]
    instead: int
    missed: dict[Cell, float]
    mean: float
    slack: float

    @property
    def met(self) -> bool:
        """Whether every cell and their mean keep the limits."""
        return not self.missed and _within(self.mean, self.target.mean, self.slack)


def _within(value: float, limits: Limits, slack: float) -> bool:
    return limits[0] - slack <= value <= limits[1] + slack


def in_group(
    group: str, *scenarios: str, least: int = 0, without: Sequence[str] = ()
) -> Callable[[Cell], bool]:
    """Return whether a cell is of a group, of one of the scenarios if any, and large enough."""

    def counts(cell: Cell) -> bool:
        return (
            cell.group == group
            and (not scenarios or cell.scenario in scenarios)
            and cell.scenario not in without
            and cell.kind.rejections >= least
        )

    return counts


_NORMAL_SPEED = in_group("curve", least=10, without=("slow", "low", "no dip"))
_DEPTH = in_group("curve", "ref", "small", "fast", "miss0", "miss60")
_NULLS = in_group("activity", "mood 0", "mood 0.5", "mood 1")
_HABITS = in_group("activity", "mood 0, habit", "mood 0.5, habit", "mood 1, habit")
_POINTS, _DAYS = Unit.POINTS, Unit.DAYS
_UNWARNED = Target(
    3,
    "band of slow and saturating pile-ups that are not warned of",
    in_group("weak", "slow + saturate"),
    "band_apart",
    each=(0.90, 1),
    enough=250,
)


def _lifted(cell: Cell) -> bool:
    return cell.group == "activity" and cell.name == "lift 0.8, spaced, 10"


TARGETS = (
    Target(
        1,
        "95 % band holds the truth, lags 0 to 14",
        in_group("curve", without=("slow", "low")),
        "band",
        each=(0.915, 1),
        mean=(0.94, 0.98),
    ),
    Target(
        1,
        "the same with slow dips and low moods",
        in_group("curve"),
        "band",
        each=(0.915, 1),
        mean=(0.94, 0.98),
    ),
    Target(2, "the same with 3 rejections", in_group("n = 3"), "band", each=(0.95, 1)),
    Target(
        3,
        "the same where low days go missing, or dips saturate",
        in_group("weak", "mnar50", "saturate"),
        "band",
        each=(0.90, 1),
    ),
    Target(
        3,
        "slow and saturating pile-ups are warned of, or their band holds unwarned",
        in_group("weak", "slow + saturate"),
        "close",
        each=(0.95, 1),
        otherwise=_UNWARNED,
    ),
    Target(
        4, "clear dip where there is none", in_group("curve", "no dip"), "clear_dip", each=(0, 0.03)
    ),
    Target(5, "depth, mean error", _DEPTH, "depth_error", _POINTS, each=(-0.1, 0.1)),
    Target(5, "depth, 95 % range holds the truth", _DEPTH, "depth_covered", each=(0.92, 1)),
    Target(
        6, "days, median error", _NORMAL_SPEED, "days_error", _DAYS, each=(-0.5, 0.5), median=True
    ),
    Target(6, "days, mean error", _NORMAL_SPEED, "days_error", _DAYS, each=(-0.8, 0.8)),
    Target(6, "days, 95 % range", _NORMAL_SPEED, "days_covered95", each=(0.93, 1)),
    Target(6, "days, 80 % range", _NORMAL_SPEED, "days_covered80", each=(0.78, 1)),
    Target(
        7,
        "days of slow dips, median error",
        in_group("curve", "slow", least=10),
        "days_error",
        _DAYS,
        each=(-2.5, 0.5),
        median=True,
    ),
    Target(
        7,
        "days of slow dips, 95 % range",
        in_group("curve", "slow", least=10),
        "days_covered95",
        each=(0.92, 1),
    ),
    Target(
        8,
        "trend where there is none",
        in_group("trend"),
        "trend_false",
        each=(0, 0.08),
        mean=(0, 0.06),
    ),
    Target(
        9,
        "after differs from before where nothing was lifted",
        _NULLS,
        "lift_apart",
        each=(0, 0.075),
        mean=(0, 0.055),
    ),
    Target(
        9,
        "the same on days 0 to 9 after a rejection",
        _NULLS,
        "aftermath_apart",
        each=(0, 0.075),
        mean=(0, 0.055),
    ),
    Target(9, "false “better next day” with a habit", _HABITS, "lift_better", each=(0, 0.03)),
    Target(10, "lift of 0.8, mean error", _lifted, "lift_error", _POINTS, each=(-0.05, 0.05)),
    Target(10, "lift of 0.8 is seen", _lifted, "lift_better", each=(0.90, 1)),
    Target(
        11,
        "dent of one rejection, mean error",
        in_group("curve", "ref"),
        "dent_error",
        _POINTS,
        each=(-0.05, 0.05),
    ),
    Target(
        11,
        "dent of one rejection, give-or-take",
        in_group("curve", "ref"),
        "dent_covered",
        each=(0.90, 0.97),
    ),
)
_OF_DAYS = ("days_error", "days_covered80", "days_covered95")
_OF_POINTS = ("band", "depth_error", "depth_covered", "dent_error", "dent_covered")
FULL = (*_OF_POINTS, *_OF_DAYS)
"""Measures that are taken a second time, against dips as they were made."""
FULL_TARGETS = tuple(
    replace(each, measure=f"{each.measure}_full") for each in TARGETS if each.measure in FULL
)
"""The same targets with these measures: also where the scale hides part of a dip."""
