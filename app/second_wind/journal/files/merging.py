"""What a merge with another journal of the same person would do."""

import operator
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from second_wind.core.log.kinds import LINK_FIELDS
from second_wind.journal.log.clashes import Clash
from second_wind.storage.merge.doubles import content
from second_wind.storage.merge.lineage import Lineage, differing, grew_out_of, last_in_common
from second_wind.storage.merge.merging import Merge, Place, merge, rank
from second_wind.storage.tables import rows
from second_wind.storage.tables.rows import STATE, Rows, Values

_NOTHING = Lineage()
Counts = Mapping[str, int]
"""Kind of thing to how many."""


@dataclass(frozen=True, slots=True)
class MergePlan:
    """The other journal as it was read, and what it would bring.

    Attributes
    ----------
    new, changed : Counts
        What this journal lacks, and what it has in an older state.
    deleted, taken_back : Counts
        What lives here, and was deleted there by a person; or undone there.
    same : Counts
        What of the other journal is here already, in this state or a newer one.
    clashes : tuple of Clash
        What was changed on both sides; it is not among the others.
    is_damaged, left_out : bool, tuple of date
        Whether only what is proved of a damaged file would come, and the days of what would not.
    """

    path: Path
    theirs: Rows
    new: Counts
    changed: Counts
    deleted: Counts
    taken_back: Counts
    same: Counts
    clashes: tuple[Clash, ...] = ()
    is_damaged: bool = False
    left_out: tuple[date, ...] = ()

    @property
    def clashing(self) -> Counts:
        """How much was changed on both sides."""
        return Counter(each.table for each in self.clashes)

    def __bool__(self) -> bool:
        counts = (self.new, self.changed, self.deleted, self.taken_back)
        return any(counts) or bool(self.clashes)


def plan_of(
    path: Path, mine: Rows, theirs: Rows, known: Lineage = _NOTHING, there: Lineage = _NOTHING
) -> MergePlan:
    """Return what merging `theirs` would do; rows deleted in both, or unknown here, don't count.

    Parameters
    ----------
    known, there : what the acts of this journal, and of the other one, know of their rows.
    """
    whole = merge(mine, theirs)
    clashes = tuple(_clashes(mine, theirs, (known, there), whole))
    left_out = {each.place for each in clashes}
    counts: dict[str, Counter[str]] = {each: Counter() for each in _KINDS_OF_CHANGE}
    for table, what in _changes(mine, whole, left_out):
        counts[what][table] += 1
    brought = (
        counts["new"] + counts["changed"] + Counter(each.table for each in clashes if each.there)
    )
    living = Counter({t: len(rows.alive(found)) for t, found in theirs.items() if t != STATE})
    new, changed, deleted, taken_back = (counts[each] for each in _KINDS_OF_CHANGE)
    same = living - brought
    return MergePlan(path, theirs, new, changed, deleted, taken_back, same, clashes)


_KINDS_OF_CHANGE = ("new", "changed", "deleted", "taken_back")


def _changes(mine: Rows, whole: Merge, left_out: set[Place]) -> Iterator[tuple[str, str]]:
    """Yield the table and the kind of each change that a person would see."""
    for table, states in whole.states.items():
        stand_ins = {stays: gone for gone, stays in whole.gone.get(table, {}).items() if stays}
        for after in states:
            key = after["id"]
            if table == STATE or (table, key) in left_out:
                continue
            before = mine[table].get(key) or mine[table].get(stand_ins.get(key, ""))
            what = _what(before, after, whole.gone[table].get(key))
            if what:
                yield table, what


def _what(before: Values | None, after: Values, stand_in: str | None) -> str:
    was = before is not None and before["deleted_at"] is None
    if after["deleted_at"] is None:
        if before is None or not was:
            return "new"
        return "changed" if _says_more(before, after) else ""
    if not was or stand_in:
        return ""
    return "deleted" if rows.was_deleted(after) or stand_in == "" else "taken_back"


def _says_more(before: Values, after: Values) -> bool:
    """Tell whether a state differs in more than that it follows a double."""
    moments = (datetime.fromisoformat(each["updated_at"]) for each in (after, before))
    if operator.sub(*moments) <= timedelta(microseconds=1):
        before, after = (
            each | dict.fromkeys(LINK_FIELDS & each.keys()) for each in (before, after)
        )
    return content(before) != content(after)


def _clashes(
    mine: Rows, theirs: Rows, lineages: tuple[Lineage, Lineage], whole: Merge
) -> Iterator[Clash]:
    places = differing(mine, theirs)
    in_common = last_in_common(mine, theirs) if places else ""
    for table, key in places:
        if key in whole.gone.get(table, {}):
            continue
        clash = Clash(table, rows.shown(mine[table][key]), rows.shown(theirs[table][key]))
        known, older, later = lineages[0], clash.theirs, clash.mine
        if rank(clash.mine) < rank(clash.theirs):
            known, older, later = lineages[1], clash.mine, clash.theirs
        if clash.mine["deleted_at"] and clash.theirs["deleted_at"]:
            continue
        if not grew_out_of(clash.place, older, later, known, in_common):
            yield clash
