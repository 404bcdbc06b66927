"""What a return to a safe copy would change."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from second_wind.storage.tables import rows
from second_wind.storage.tables.rows import Rows

Counts = Mapping[str, int]
"""Kind of thing to how many."""


@dataclass(frozen=True, slots=True)
class ReturnPlan:
    """What a return to a copy would do.

    Attributes
    ----------
    back, changed, gone : Counts
        What comes back, what takes an older state, and what goes because the copy lacks it.
    """

    copy: Path
    back: Counts
    changed: Counts
    gone: Counts

    def __bool__(self) -> bool:
        return any((self.back, self.changed, self.gone))


def plan_of(copy: Path, mine: Rows, wanted: Rows) -> ReturnPlan:
    """Return what makes exactly the live rows of `wanted` alive."""
    back: dict[str, int] = {}
    changed: dict[str, int] = {}
    gone: dict[str, int] = {}
    for table in mine.keys() - {rows.STATE}:
        living, target = rows.alive(mine[table]), rows.alive(wanted.get(table, {}))
        back[table] = len(target.keys() - living.keys())
        gone[table] = len(living.keys() - target.keys())
        changed[table] = sum(
            rows.content(living[key]) != rows.content(target[key])
            for key in living.keys() & target.keys()
        )
    return ReturnPlan(copy, _some(back), _some(changed), _some(gone))


def _some(counts: Counts) -> Counts:
    return {table: count for table, count in counts.items() if count}
