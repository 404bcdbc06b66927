"""Acts and their inverses: what was done, written by triggers, and how to take it back."""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any, NamedTuple

from second_wind.storage.tables.fields import Garbled, moment_of, stamp
from second_wind.storage.tables.rows import never_lived, put
from second_wind.storage.tables.seals import are_acts_sealed
from second_wind.storage.tables.sql import OpenDatabase, connection, execute

KEPT_DAYS = 30
KEPT_ACTS = 1_000
_SET_BACK = timedelta(days=2)
"""A time zone in the wrong place, and more; no year."""


class ActRow(NamedTuple):
    """One thing that was done: its name and its detail."""

    id: int
    name: str
    detail: str


class Footprint(NamedTuple):
    """What an act touched: names of tables, and days where rows have one."""

    nouns: frozenset[str]
    days: frozenset[date]


class _State(NamedTuple):
    """A row as it shall be written, `values` by column."""

    noun: str
    values: dict[str, Any]


def record(
    database: OpenDatabase,
    write: Callable[[OpenDatabase, datetime], None],
    name: str,
    detail: str,
    now: datetime,
    extend: int | None = None,
) -> tuple[ActRow, Footprint]:
    """Let the triggers record what `write` does as one act, or as more of act `extend`.

    Only the newest standing act can be extended; otherwise a new one begins. Acts that were undone
    before can no longer be done again. What changes nothing leaves no act.
    """
    now = after_last(database, now)
    act = _extended(database, extend, now) or _begun(database, name, detail, now)
    execute(database, "INSERT INTO act_open (act) VALUES (?)", (act.id,))
    write(database, now)
    execute(database, "DELETE FROM act_open")
    touched = footprint(database, act.id)
    if touched.nouns:
        execute(database, "DELETE FROM act WHERE undone")
        _forget_old(database, now)
    else:
        execute(database, "DELETE FROM act WHERE id = ?", (act.id,))
    if act.id == extend:
        _join_changes(database, act.id)
    return act, touched


def next_undo(database: OpenDatabase) -> ActRow | None:
    """Return the act that an undo would take back."""
    return _act(database, "NOT undone ORDER BY id DESC")


def next_redo(database: OpenDatabase) -> ActRow | None:
    """Return the act that a redo would do again."""
    return _act(database, "undone ORDER BY id")


def undo(database: OpenDatabase, act: int, now: datetime, *, exact: bool = False) -> Footprint:
    """Write every row that the act changed back as it was before.

    A row that the act made is marked as deleted, not removed: a merge must not bring it back. Only
    what a merge brought is taken back exactly, times included, so that it may come once more.
    """
    now = after_last(database, now)
    rows = _changes(database, act)
    if exact:
        # A row may have changed more than once: its first state counts.
        first = {(noun, row): before for noun, row, before, _ in reversed(rows)}
        _write_exactly(database, first)
        return _marked(database, act, now, undone=True)
    states = [
        _State(noun, json.loads(before) if before else never_lived(json.loads(after)))
        for noun, _, before, after in reversed(rows)
    ]
    _write(database, states, now)
    return _marked(database, act, now, undone=True)


def redo(database: OpenDatabase, act: int, now: datetime, *, exact: bool = False) -> Footprint:
    """Write every row that the act changed as the act left it."""
    now = after_last(database, now)
    rows = _changes(database, act)
    if exact:
        _write_exactly(database, {(noun, row): after for noun, row, _, after in rows})
    else:
        _write(database, [_State(noun, json.loads(after)) for noun, _, _, after in rows], now)
    return _marked(database, act, now, undone=False)


def footprint(database: OpenDatabase, act: int) -> Footprint:
    """Return what an act touched."""
    rows = execute(
        database,
        "SELECT DISTINCT noun, json_extract(before, '$.day'), json_extract(after, '$.day')"
        " FROM act_change WHERE act = ?",
        (act,),
    ).fetchall()
    days = {day for _, *both in rows for day in both if day}
    return Footprint(
        frozenset(noun for noun, *_ in rows), frozenset(date.fromisoformat(day) for day in days)
    )


def last_moment(database: OpenDatabase) -> datetime | None:
    """Return when the newest kept act was done, undone or redone (UTC)."""
    text = execute(database, "SELECT max(at) FROM act").fetchone()[0]
    return moment_of(text) if text else None


def after_last(database: OpenDatabase, now: datetime) -> datetime:
    """Return now, or just after the last act if the clock was set back since.

    Of two states of a row the one changed last counts, in a merge and in a recovery. A clock that
    was wrong by more than some days is not followed.
    """
    last = last_moment(database)
    if last is None or not timedelta(0) < last - now <= _SET_BACK:
        return now
    return last.astimezone(now.tzinfo) + timedelta(microseconds=1)


def _act(database: OpenDatabase, where: str) -> ActRow | None:
    row = execute(database, f"SELECT id, name, detail FROM act WHERE {where} LIMIT 1").fetchone()
    return ActRow(int(row[0]), str(row[1]), str(row[2])) if row else None


def _extended(database: OpenDatabase, extend: int | None, now: datetime) -> ActRow | None:
    newest = next_undo(database)
    if newest is None or newest.id != extend:
        return None
    execute(database, "UPDATE act SET at = ? WHERE id = ?", (stamp(now), extend))
    return newest


def _begun(database: OpenDatabase, name: str, detail: str, now: datetime) -> ActRow:
    cursor = execute(
        database,
        "INSERT INTO act (name, detail, at) VALUES (?, ?, ?)",
        (name, detail, stamp(now)),
    )
    return ActRow(cursor.lastrowid or 0, name, detail)


def _join_changes(database: OpenDatabase, act: int) -> None:
    """Leave one change per row, so that a long text is not kept once for each pause in typing."""
    same = "later.act = act_change.act AND later.noun = act_change.noun"
    execute(
        database,
        "UPDATE act_change SET after = (SELECT later.after FROM act_change AS later"
        f" WHERE {same} AND later.row = act_change.row ORDER BY later.id DESC LIMIT 1)"
        " WHERE act = ?",
        (act,),
    )
    execute(
        database,
        "DELETE FROM act_change WHERE act = ? AND id NOT IN"
        " (SELECT min(id) FROM act_change WHERE act = ? GROUP BY noun, row)",
        (act, act),
    )


def _changes(database: OpenDatabase, act: int) -> list[tuple[str, str, str | None, str]]:
    if not are_acts_sealed(connection(database), act):
        raise Garbled("an act")
    rows: list[tuple[str, str, str | None, str]] = execute(
        database,
        "SELECT noun, row, before, after FROM act_change WHERE act = ? ORDER BY id",
        (act,),
    ).fetchall()
    return rows


def _write(database: OpenDatabase, states: list[_State], now: datetime) -> None:
    for noun, alike in groupby(states, key=lambda each: each.noun):
        rows = [each.values | {"updated_at": stamp(now)} for each in alike]
        settings = ", ".join(f"{column} = :{column}" for column in rows[0])
        connection(database).executemany(f"UPDATE {noun} SET {settings} WHERE id = :id", rows)


def _write_exactly(database: OpenDatabase, states: Mapping[tuple[str, str], str | None]) -> None:
    """Write states as they were; a row without one was not there."""
    by_noun: dict[str, list[dict[str, Any]]] = {}
    for (noun, row), state in states.items():
        if state is None:
            execute(database, f"DELETE FROM {noun} WHERE id = ?", (row,))
        else:
            by_noun.setdefault(noun, []).append(json.loads(state))
    for noun, alike in by_noun.items():
        put(connection(database), noun, alike)


def _marked(database: OpenDatabase, act: int, now: datetime, *, undone: bool) -> Footprint:
    execute(database, "UPDATE act SET undone = ?, at = ? WHERE id = ?", (undone, stamp(now), act))
    return footprint(database, act)


def _forget_old(database: OpenDatabase, now: datetime) -> None:
    """Keep the acts of 30 days or the last 1,000, whichever is more."""
    execute(
        database,
        "DELETE FROM act WHERE at < ? AND id <="
        " (SELECT id FROM act ORDER BY id DESC LIMIT 1 OFFSET ?)",
        (stamp(now - timedelta(days=KEPT_DAYS)), KEPT_ACTS),
    )
