"""States of rows that wait for an answer: they were changed on both sides, and nobody chose yet."""

import json
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from typing import Any

from second_wind.storage.tables import rows, state
from second_wind.storage.tables.rows import Rows, Values
from second_wind.storage.tables.sql import OpenDatabase, connection, execute

PREFIX = "clash:"
_MARK_LENGTH = 16
_OPEN = 2
"""A table and a row; what was answered has the act, too."""


def wait(database: OpenDatabase, table: str, states: Iterable[Values], now: datetime) -> None:
    """Keep states of rows that say something else here, until somebody chooses."""
    for each in states:
        state.put(database, _name(table, each), json.dumps([table, each]), now)


def waiting(database: OpenDatabase) -> list[tuple[str, Values, Values]]:
    """Return a table, the row as it is, and the state that waits, of all that still differ."""
    found = [json.loads(text) for text in state.all_of(database, PREFIX).values()]
    open_ones = (each[:2] for each in found if not _is_settled(database, each))
    pairs = ((table, row(database, table, other["id"]), other) for table, other in open_ones)
    return [(t, mine, other) for t, mine, other in pairs if mine and _says(mine) != _says(other)]


def settle(database: OpenDatabase, table: str, values: Values, now: datetime) -> None:
    """Let a state wait no more, unless the open act is undone."""
    (act,) = execute(database, "SELECT act FROM act_open").fetchone()
    state.put(database, _name(table, values), json.dumps([table, values, act]), now)


def forget_settled(database: OpenDatabase, now: datetime) -> None:
    """Forget states that were answered by an act that can't be undone any more."""
    for name in settled_for_good(database):
        state.forget(database, name, now)


def settled_for_good(database: OpenDatabase) -> list[str]:
    """Return the names of states that were answered by an act that is kept no more."""
    oldest = _oldest_act(database)
    found = ((name, json.loads(text)) for name, text in state.all_of(database, PREFIX).items())
    return [name for name, each in found if len(each) > _OPEN and (not oldest or each[2] < oldest)]


def photos(database: OpenDatabase) -> set[str]:
    """Return the photos that belong to states which wait, or can be asked for again."""
    found = (json.loads(text) for text in state.all_of(database, PREFIX).values())
    return {key for each in found for key in json.loads(each[1].get("photos", "[]"))}


def unanswered(remembered: dict[str, Values]) -> dict[str, Values]:
    """Return what a journal remembers, without the states that were answered there."""
    return {key: each for key, each in remembered.items() if not _is_answered(key, each["value"])}


def _is_answered(name: str, value: str) -> bool:
    return name.startswith(PREFIX) and bool(value) and len(json.loads(value)) > _OPEN


def _is_settled(database: OpenDatabase, found: list[Any]) -> bool:
    if len(found) == _OPEN:
        return False
    row = execute(database, "SELECT undone FROM act WHERE id = ?", (found[2],)).fetchone()
    if row is not None:
        return not row[0]
    # An act that was undone goes with the next new one; others go with all before them.
    oldest = _oldest_act(database)
    return not oldest or found[2] < oldest


def _oldest_act(database: OpenDatabase) -> int:
    return int(execute(database, "SELECT ifnull(min(id), 0) FROM act").fetchone()[0])


def keep_unseen(database: OpenDatabase, held: Rows, now: datetime) -> None:
    """Keep what an open act wrote over without anybody having seen it.

    Parameters
    ----------
    held : the rows as the person who acted had them in view.
    """
    changes = execute(
        database,
        "SELECT noun, before FROM act_change WHERE act IN (SELECT act FROM act_open)"
        " AND before IS NOT NULL",
    ).fetchall()
    for table, text in changes:
        before = json.loads(text)
        seen = held.get(table, {}).get(before["id"])
        if seen is not None and _says(seen) != _says(before):
            wait(database, table, [before], now)


def _says(values: Values) -> object:
    from second_wind.storage.merge.lineage import says  # where something waits

    return says(values)


def _name(table: str, values: Values) -> str:
    mark = sha256(repr(_says(values)).encode()).hexdigest()[:_MARK_LENGTH]
    return f"{PREFIX}{table}:{values['id']}:{mark}"


def row(database: OpenDatabase, table: str, key: str) -> Values | None:
    """Return a row as it lies there, None if there is none."""
    names = rows.columns(connection(database), table)
    found = execute(
        database, f"SELECT {', '.join(names)} FROM {table} WHERE id = ?", (key,)
    ).fetchone()
    return dict(zip(names, found, strict=True)) if found else None
