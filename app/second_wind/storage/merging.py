"""Two journals of one person become one: by the identity of rows and the time of their change."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from second_wind.storage import rows
from second_wind.storage.fields import stamp
from second_wind.storage.rows import Rows, Values

Rank = tuple[str, bool, int, str]

_LINKS = {
    "rejection": (("consultation", "rejection"), ("step_mark", "rejection")),
    "person": (("consultation", "person_id"), ("rejection", "people"), ("talk", "person_id")),
}
"""By table, the tables and columns that hold ids of its rows."""


def write(database: sqlite3.Connection, theirs: Rows) -> None:
    """Write what a merge of these rows changes."""
    for table, states in merged(rows.read(database), theirs).items():
        rows.put(database, table, states)


def merged(mine: Rows, theirs: Rows) -> dict[str, list[Values]]:
    """Return the rows to write so that a journal with `mine` also knows all of `theirs`.

    Of two states of a row the one changed last counts, deletion included. Where both journals took
    the same thing from another program, or mark the same day or step, one of the two stays. It
    comes out the same whichever journal is merged into the other, and however often.
    """
    union = {table: _newest(mine[table], theirs.get(table, {})) for table in mine}
    # Marks of steps point at rejections, so they come last.
    for table in sorted(union, key=lambda each: each == "step_mark"):
        if table == "step_mark":
            _repoint_all(union)
        _without_doubles(table, union[table])
    return {
        table: [values for key, values in found.items() if mine[table].get(key) != values]
        for table, found in union.items()
    }


def _newest(mine: dict[str, Values], theirs: dict[str, Values]) -> dict[str, Values]:
    both = dict(mine)
    for key, values in theirs.items():
        both[key] = max(mine.get(key, values), values, key=_rank)
    return both


def _rank(values: Values) -> Rank:
    """Order states of a row: later, deleted, shorter (its content was wiped), then by content."""
    text = json.dumps(values, sort_keys=True)
    return values["updated_at"], values["deleted_at"] is not None, -len(text), text


def _without_doubles(table: str, found: dict[str, Values]) -> None:
    """Mark all but one of the rows that say the same as deleted."""
    for alike in _doubles(table, rows.alive(found).values()):
        stays = max(alike, key=lambda each: (each["updated_at"], each["id"]))
        for each in alike:
            if each is not stays:
                moment = stays["updated_at"]
                found[each["id"]] = each | {"updated_at": moment, "deleted_at": moment}


def _doubles(table: str, living: Iterable[Values]) -> list[list[Values]]:
    groups: dict[tuple[object, ...], list[Values]] = {}
    for values in living:
        key = _natural_key(table, values)
        if key is not None:
            groups.setdefault(key, []).append(values)
    return [alike for alike in groups.values() if len(alike) > 1]


def _natural_key(table: str, values: Values) -> tuple[object, ...] | None:
    """Return what there can only be one of, besides the id."""
    if values.get("source"):
        return values["source"], values["source_id"]
    if table == "rest":
        return (values["day"],)
    if table == "step_mark":
        return values["rejection"], values["step"]
    if table == "feeling_word":
        return (values["word"].casefold(),)
    return None


def _repoint_all(union: Rows) -> None:
    """Let what points at a row that gave way, now or in an earlier merge, point at its double."""
    for target, columns in _LINKS.items():
        replaced = _replaced(union.get(target, {}))
        for table, name in columns if replaced else ():
            for key, values in rows.alive(union.get(table, {})).items():
                union[table][key] = _repointed(values, name, replaced)


def _replaced(found: dict[str, Values]) -> dict[str, Values]:
    """Return, by the ids of deleted rows, the live ones that say the same."""
    living = {
        (each["source"], each["source_id"]): each
        for each in rows.alive(found).values()
        if each["source"]
    }
    doubles = (
        (key, living.get((each["source"], each["source_id"])))
        for key, each in found.items()
        if each["deleted_at"] is not None
    )
    return {key: stays for key, stays in doubles if stays is not None}


def _repointed(values: Values, name: str, replaced: Mapping[str, Values]) -> Values:
    # One id, or several as a JSON array.
    ids = json.loads(values[name]) if name == "people" else [values[name]]
    met = [replaced[each] for each in ids if each in replaced]
    if not met:
        return values
    new = list(dict.fromkeys(replaced[each]["id"] if each in replaced else each for each in ids))
    # Later than the row itself, or a second merge would find the old state as good.
    moment = max(_just_after(values["updated_at"]), *(each["updated_at"] for each in met))
    text = json.dumps(new, ensure_ascii=False) if name == "people" else new[0]
    return values | {name: text, "updated_at": moment}


def _just_after(moment: str) -> str:
    return stamp(datetime.fromisoformat(moment) + timedelta(microseconds=1))
