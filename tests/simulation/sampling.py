"""More logs for cells that lie so near a limit that chance would decide.

The rule stands before the logs are drawn, and is the same on both sides of a limit: every cell
within 2.6 standard errors of one gets new logs, once, up to a fixed number. They are added to
the first ones, never put in their place, and the sum is judged.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from cells import Cell, measure_logs
from targets import Measured, Target


@dataclass(frozen=True, slots=True)
class Undecided:
    """A cell that the first logs did not decide for a target.

    Attributes
    ----------
    target : Target
    cell : Cell
    logs : int
        How many there were.
    value, error : float
        What they gave, and its standard error.
    """

    target: Target
    cell: Cell
    logs: int
    value: float
    error: float

    @property
    def limit(self) -> float:
        """The limit that it is near to."""
        return min(self.target.limits, key=lambda each: abs(each - self.value))


def undecided(measured: Measured, targets: Iterable[Target]) -> list[Undecided]:
    """Return every cell near a limit, once for each target."""
    return [
        Undecided(target, cell, len(found), target.value(found), target.error(found))
        for target in targets
        for cell, found in measured.items()
        if target.cells(cell) and target.undecided(found)
    ]


def with_more(measured: Measured, cells: Iterable[Cell], most: int, jobs: int) -> Measured:
    """Return all measures, with those of further logs added to some cells."""
    wanted = {each: range(len(measured[each]), most) for each in dict.fromkeys(cells)}
    more = measure_logs(wanted, jobs)
    return {cell: found + more.get(cell, []) for cell, found in measured.items()}


def decided(each: Undecided, measured: Measured) -> tuple[float, float, bool]:
    """Return a cell's value on all its logs, its standard error, and whether it keeps the limit."""
    found = measured[each.cell]
    value = each.target.value(found)
    low, high = each.target.each
    return value, each.target.error(found), bool(np.isfinite(value)) and low <= value <= high
