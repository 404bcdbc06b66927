"""Whether the later state of a row grew out of an earlier one: as the acts of two journals tell."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from second_wind.core.log.kinds import LINK_FIELDS
from second_wind.storage.merge.doubles import NO_CONTENT, content
from second_wind.storage.tables import rows
from second_wind.storage.tables.rows import Rows, Values

Place = tuple[str, str]
"""A table and an id."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """What the acts of a journal know of its rows, as JSON, and since when they know everything."""

    since: str = ""
    states: Mapping[Place, list[str]] = field(default_factory=dict)

    def knows(self, place: Place, state: Values) -> bool:
        """Tell whether a row once said this."""
        said = says(state)
        return any(says(json.loads(text)) == said for text in self.states.get(place, ()))


def lineage(database: sqlite3.Connection) -> Lineage:
    """Return what the acts of an open journal know."""
    states: dict[Place, list[str]] = defaultdict(list)
    (since,) = database.execute("SELECT min(at) FROM act").fetchone()
    found = database.execute("SELECT noun, row, before, after FROM act_change").fetchall()
    for noun, row, *both in found:
        states[noun, row] += filter(None, both)
    return Lineage(since or "", states)


def differing(mine: Rows, theirs: Rows) -> list[Place]:
    """Return the rows that both know, and of which they do not say the same."""
    return [
        (table, key)
        for table, found in mine.items()
        for key, values in found.items()
        if table != rows.STATE and key in theirs.get(table, {})
        if values != theirs[table][key] and _differ(values, theirs[table][key])
    ]


def _differ(one: Values, other: Values) -> bool:
    """Tell whether two states say different things; of one moment only a merge may differ."""
    if one["updated_at"] == other["updated_at"]:
        one, other = (each | dict.fromkeys(LINK_FIELDS & each.keys()) for each in (one, other))
    return says(one) != says(other)


def last_in_common(mine: Rows, theirs: Rows) -> str:
    """Return the last moment of which both know that a row was changed; "" if there is none."""
    return max(
        (
            values["updated_at"]
            for table, found in mine.items()
            for key, values in found.items()
            if theirs.get(table, {}).get(key, {}).get("updated_at") == values["updated_at"]
        ),
        default="",
    )


def grew_out_of(place: Place, older: Values, later: Values, known: Lineage, shared: str) -> bool:
    """Tell whether an older state was a step on the way to the later one, or is contained in it.

    Parameters
    ----------
    known : the acts of the journal with the later state.
    shared : when both journals knew the same last.
    """
    if known.knows(place, older) or _goes_on(older, later):
        return True
    # Only one of them was deleted or taken back, and no act tells it once an undone one is dropped.
    if content(older) == content(later):
        return True
    if known.since and known.since <= older["updated_at"]:
        return False
    # What is deleted may have been wiped, and its acts with it.
    return later["deleted_at"] is not None or older["updated_at"] <= shared


def says(values: Values) -> tuple[object, ...]:
    """Return what a row says, and whether it lives: whenever, and behind whatever double."""
    return rows.shown(values)["deleted_at"] is None, content(values)


def _goes_on(older: Values, later: Values) -> bool:
    """Tell whether texts only went on: such as one that was copied while it was typed."""
    if (older["deleted_at"] is None) != (later["deleted_at"] is None):
        return False
    names = older.keys() - NO_CONTENT
    pairs = ((older[name], later.get(name)) for name in names if older[name] != later.get(name))
    return all(
        isinstance(before, str) and isinstance(after, str) and after.startswith(before)
        for before, after in pairs
    )
