"""Two journals of one person become one: by the identity of rows and the time of their change.

What comes out is a function of the later state of each row alone: the same whichever journal is
merged into which, in whatever order, and however often. A row that gives way to a double keeps its
state and is only hidden; each merge looks anew at what is the same.
"""

import json
import sqlite3
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from second_wind.core.log.kinds import KINDS, Link, noun_of
from second_wind.storage.merge.doubles import Sides, imported_twice, successors
from second_wind.storage.merge.singles import KEYS, said_twice, standing_again
from second_wind.storage.tables import rows
from second_wind.storage.tables.fields import stamp
from second_wind.storage.tables.rows import Rows, Values

Place = tuple[str, str]
"""A table and an id."""
Rank = tuple[str, bool, int, str]

_LINKED: Mapping[str, list[tuple[str, Link]]] = {
    noun_of(kind): [(e.noun, link) for e in KINDS for link in e.links if link.to is kind]
    for kind in {link.to for each in KINDS for link in each.links}
}
"""By table, the tables and fields that hold ids of its rows."""


@dataclass(frozen=True, slots=True)
class Merge:
    """What a merge comes to.

    Attributes
    ----------
    states : the rows to write, by table.
    gone : by table, the ids of rows that give way, and of those that stay in their stead; "" for
        what goes because a person deleted the same in the other journal.
    """

    states: dict[str, list[Values]]
    gone: dict[str, dict[str, str]]


def write(
    database: sqlite3.Connection, theirs: Rows, decided: Mapping[Place, Sequence[Values]]
) -> None:
    """Write what a merge of these rows changes.

    Parameters
    ----------
    decided : what rows become that were changed on both sides, one state after the other, so that
        the act knows each of them; without any such a row stays as it is.
    """
    for table, states in merge(rows.read(database), theirs).states.items():
        rows.put(database, table, [e for e in states if (table, e["id"]) not in decided])
    decide(database, decided)


def decide(database: sqlite3.Connection, decided: Mapping[Place, Sequence[Values]]) -> None:
    """Write what rows become, one state after the other."""
    for (table, _), states in decided.items():
        for each in states:
            rows.put(database, table, [each])


def merged(mine: Rows, theirs: Rows) -> dict[str, list[Values]]:
    """Return the rows to write so that a journal with `mine` also knows all of `theirs`."""
    return merge(mine, theirs).states


def merge(mine: Rows, theirs: Rows) -> Merge:
    """Return what makes a journal with `mine` one that also knows all of `theirs`.

    Of two states of a row the one changed last counts, deletion included.
    """
    union = {table: _united(mine[table], theirs.get(table, {})) for table in mine}
    states: dict[str, list[Values]] = {}
    gone: dict[str, dict[str, str]] = {}
    # What is pointed at first: two rows that point at doubles may be the same.
    for table in sorted(union, key=lambda each: (each not in _LINKED, each)):
        sides = Sides(mine[table], theirs.get(table, {}), union[table])
        gone[table] = _gone(table, sides)
        if table in _LINKED:
            _repoint(union, table, _replaced(sides, gone[table]))
        again = set(standing_again(table, sides, gone[table])) if table != rows.STATE else set()
        states[table] = list(_written(sides, gone[table], again))
    return Merge(states, gone)


def _united(mine: dict[str, Values], theirs: dict[str, Values]) -> dict[str, Values]:
    """Return the later state of each row; what gave way to a double lives."""
    both = {key: rows.shown(values) for key, values in mine.items()}
    for key, values in theirs.items():
        both[key] = _later(mine[key], values) if key in mine else rows.shown(values)
    return both


def _later(one: Values, other: Values) -> Values:
    if one == other:
        return rows.shown(one)
    later, older = sorted((one, other), key=_rank_shown, reverse=True)
    found = rows.shown(later)
    if found.get("origin") == "" and older["origin"]:
        # The other journal knows what its import brought.
        return found | {"origin": older["origin"], "updated_at": _just_after(found["updated_at"])}
    return found


def _rank_shown(values: Values) -> tuple[object, ...]:
    """Order states of a row; of one moment what is shown, and what says most: others are wiped."""
    moment, is_deleted, shorter, text = rank(rows.shown(values))
    is_shown = not rows.gave_way(values)
    return moment, is_deleted, is_shown, shorter if is_deleted else -shorter, text


def rank(values: Values) -> Rank:
    """Order states of a row: later, deleted, shorter (its content was wiped), then by content."""
    text = json.dumps(values, sort_keys=True)
    return values["updated_at"], values["deleted_at"] is not None, -len(text), text


def _gone(table: str, sides: Sides) -> dict[str, str]:
    return said_twice(table, sides) if table in KEYS else imported_twice(table, sides)


def _written(sides: Sides, gone: Container[str], again: Container[str]) -> Iterable[Values]:
    for key, values in sides.union.items():
        hides = key in gone or (sides.is_hidden(key) and key not in again)
        after = _hidden(key, sides) if hides else values
        if after != sides.mine.get(key):
            yield after


def _hidden(key: str, sides: Sides) -> Values:
    """Return a row as hidden: as it lies hidden already, since there it may be wiped."""
    values = sides.union[key]
    known = (each[key] for each in (sides.mine, sides.theirs) if key in each)
    lying = [
        each for each in known if rows.gave_way(each) and each["updated_at"] == values["updated_at"]
    ]
    return max(lying, key=rank) if lying else rows.giving_way(values)


def _replaced(sides: Sides, gone: Mapping[str, str]) -> dict[str, str]:
    """Return, by the ids of rows that are not shown, those that say the same and are."""
    shown = {each["id"]: each for each in sides.standing() if each["id"] not in gone}
    hidden = [
        key for key, values in sides.union.items() if key not in shown and values.get("source")
    ]
    return successors(sides.union, hidden, shown.values()) | {k: v for k, v in gone.items() if v}


def _repoint(union: Rows, target: str, replaced: Mapping[str, str]) -> None:
    """Let what points at a row that is not shown, now or since before, point at its double."""
    for table, link in _LINKED[target] if replaced else ():
        for key, values in rows.alive(union.get(table, {})).items():
            union[table][key] = _repointed(values, link, replaced)


def _repointed(values: Values, link: Link, replaced: Mapping[str, str]) -> Values:
    # One id, or several as a JSON array.
    name = link.field
    ids = json.loads(values[name]) if link.many else [values[name]]
    if not any(each in replaced for each in ids):
        return values
    new = list(dict.fromkeys(replaced.get(each, each) for each in ids))
    text = json.dumps(new, ensure_ascii=False) if link.many else new[0]
    # Two states of one moment are taken for damage, wherever one of them is a witness.
    return values | {name: text, "updated_at": _just_after(values["updated_at"])}


def _just_after(moment: str) -> str:
    return stamp(datetime.fromisoformat(moment) + timedelta(microseconds=1))
