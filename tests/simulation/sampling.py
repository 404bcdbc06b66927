"""More logs for cells that lie so near a limit that chance would decide.

The rule stands before the logs are drawn, and is the same on both sides of a limit: while a cell
lies within 2.6 standard errors of one, it gets as many new logs as it has, up to a fixed number.
They are added to the first ones, never put in their place, and all are judged together.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from simulated.cells import Cell, measure_logs
from targets import Limits, Measured, Target


@dataclass(frozen=True, slots=True)
class Undecided:
    """A cell that its first logs did not decide for a target.

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


def sampled(
    first: Measured, targets: Sequence[Target], most: int, jobs: int
) -> tuple[Measured, list[Undecided]]:
    """Return all measures with the further logs, and what was ever near a limit.

    Parameters
    ----------
    first : dict
        Measures of the first logs of each cell.
    targets : sequence of Target
    most : int
        Logs up to which a cell gets more.
    jobs : int
    """
    measured, ever = first, dict[tuple[str, bool, Limits, Cell], Undecided]()
    while True:
        near = undecided(measured, targets)
        for each in near:
            bar = each.target.measure, each.target.median, each.target.each, each.cell
            ever.setdefault(bar, each)
        small = [each.cell for each in near if each.logs < most]
        if not small:
            return measured, list(ever.values())
        measured = doubled(measured, small, most, jobs)


def doubled(measured: Measured, cells: Iterable[Cell], most: int, jobs: int) -> Measured:
    """Return all measures, with as many logs again added to some cells, up to a number."""
    have = {cell: len(measured[cell]) for cell in cells}
    more = measure_logs({cell: range(n, min(2 * n, most)) for cell, n in have.items()}, jobs)
    return {cell: found + more.get(cell, []) for cell, found in measured.items()}


def decided(each: Undecided, measured: Measured) -> tuple[float, float, bool]:
    """Return a cell's value on all its logs, its standard error, and whether it keeps the limit."""
    found = measured[each.cell]
    value = each.target.value(found)
    low, high = each.target.each
    return value, each.target.error(found), bool(np.isfinite(value)) and low <= value <= high
