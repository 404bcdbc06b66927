"""What a merge with another journal of the same person would do."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from second_wind.storage.merging import merged
from second_wind.storage.rows import STATE, Rows, Values, alive

Counts = Mapping[str, int]
"""Kind of thing to how many."""


@dataclass(frozen=True, slots=True)
class MergePlan:
    """The other journal as it was read, and what it would bring.

    Attributes
    ----------
    new, changed, deleted : Counts
        What this journal lacks, has in an older state, and has alive though it was deleted.
    same : Counts
        What of the other journal is here already, in this state or a newer one.
    """

    path: Path
    theirs: Rows
    new: Counts
    changed: Counts
    deleted: Counts
    same: Counts

    def __bool__(self) -> bool:
        return any((self.new, self.changed, self.deleted))


def plan_of(path: Path, mine: Rows, theirs: Rows) -> MergePlan:
    """Return what merging `theirs` would do; rows deleted in both, or unknown here, don't count."""
    counts: dict[str, dict[str, int]] = {"new": {}, "changed": {}, "deleted": {}}
    for table, states in merged(mine, theirs).items():
        if table == STATE:
            continue
        for values in states:
            what = _what(mine[table].get(values["id"]), values)
            if what:
                counts[what][table] = counts[what].get(table, 0) + 1
    return MergePlan(
        path, theirs, counts["new"], counts["changed"], counts["deleted"], _same(theirs, counts)
    )


def _same(theirs: Rows, counts: Mapping[str, Counts]) -> Counts:
    brought = {
        table: counts["new"].get(table, 0) + counts["changed"].get(table, 0) for table in theirs
    }
    left = {
        table: len(alive(found)) - brought[table]
        for table, found in theirs.items()
        if table != STATE
    }
    return {table: count for table, count in left.items() if count > 0}


def _what(before: Values | None, after: Values) -> str:
    was = before is not None and before["deleted_at"] is None
    if after["deleted_at"] is None:
        return "changed" if was else "new"
    return "deleted" if was else ""
