"""Acts and their inverses: what was done, written by triggers, and how to take it back."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from peewee import SqliteDatabase

from second_wind.storage.fields import stamp
from second_wind.storage.sql import execute

KEPT_DAYS = 30
KEPT_ACTS = 1_000


@dataclass(frozen=True, slots=True)
class ActRow:
    """One thing that was done: its name, its detail, and whether it stands undone."""

    id: int
    name: str
    detail: str
    undone: bool


@dataclass(frozen=True, slots=True)
class Footprint:
    """What an act touched: names of tables, and days where rows have one."""

    nouns: frozenset[str]
    days: frozenset[date]


@contextmanager
def recorded(
    database: SqliteDatabase, name: str, detail: str, now: datetime, extend: int | None
) -> Iterator[int]:
    """Let the triggers record what is written meanwhile as one act, or as more of act `extend`.

    Only the newest act can be extended; otherwise a new one begins. Acts that were undone before
    can no longer be done again.
    """
    execute(database, "DELETE FROM act WHERE undone")
    act = extend if extend is not None and _newest(database) == extend else None
    if act is None:
        cursor = execute(
            database,
            "INSERT INTO act (name, detail, at) VALUES (?, ?, ?)",
            (name, detail, stamp(now)),
        )
        act = cursor.lastrowid or 0
    execute(database, "INSERT INTO act_open (act) VALUES (?)", (act,))
    yield act
    execute(database, "DELETE FROM act_open")
    _forget_old(database, now)


def next_undo(database: SqliteDatabase) -> ActRow | None:
    """Return the act that an undo would take back."""
    return _act(database, "NOT undone ORDER BY id DESC")


def next_redo(database: SqliteDatabase) -> ActRow | None:
    """Return the act that a redo would do again."""
    return _act(database, "undone ORDER BY id")


def undo(database: SqliteDatabase, act: int, now: datetime) -> None:
    """Write every row that the act changed back as it was before.

    A row that the act made is marked as deleted, not removed: a merge must not bring it back.
    """
    for noun, before, after in _changes(database, act, "DESC"):
        state = before if before is not None else after | {"deleted_at": stamp(now)}
        _write(database, noun, state, now)
    execute(database, "UPDATE act SET undone = 1 WHERE id = ?", (act,))


def redo(database: SqliteDatabase, act: int, now: datetime) -> None:
    """Write every row that the act changed as the act left it."""
    for noun, _, after in _changes(database, act, "ASC"):
        _write(database, noun, after, now)
    execute(database, "UPDATE act SET undone = 0 WHERE id = ?", (act,))


def footprint(database: SqliteDatabase, act: int) -> Footprint:
    """Return what an act touched."""
    nouns, days = set(), set()
    for noun, before, after in _changes(database, act, "ASC"):
        nouns.add(noun)
        days |= {state["day"] for state in (before, after) if state and "day" in state}
    return Footprint(frozenset(nouns), frozenset(date.fromisoformat(each) for each in days))


def _act(database: SqliteDatabase, where: str) -> ActRow | None:
    row = execute(
        database,
        f"SELECT id, name, detail, undone FROM act WHERE {where} LIMIT 1",
    ).fetchone()
    return ActRow(int(row[0]), str(row[1]), str(row[2]), bool(row[3])) if row else None


def _newest(database: SqliteDatabase) -> int | None:
    row = execute(database, "SELECT max(id) FROM act").fetchone()
    return int(row[0]) if row[0] is not None else None


def _changes(
    database: SqliteDatabase, act: int, order: str
) -> Iterable[tuple[str, dict[str, Any] | None, dict[str, Any]]]:
    rows = execute(
        database,
        f"SELECT noun, before, after FROM act_change WHERE act = ? ORDER BY id {order}",
        (act,),
    ).fetchall()
    for noun, before, after in rows:
        yield noun, json.loads(before) if before else None, json.loads(after)


def _write(database: SqliteDatabase, noun: str, state: dict[str, Any], now: datetime) -> None:
    state = state | {"updated_at": stamp(now)}
    settings = ", ".join(f"{name} = ?" for name in state)
    execute(
        database,
        f"UPDATE {noun} SET {settings} WHERE id = ?",
        (*state.values(), state["id"]),
    )


def _forget_old(database: SqliteDatabase, now: datetime) -> None:
    """Keep the acts of 30 days or the last 1,000, whichever is more."""
    execute(
        database,
        "DELETE FROM act WHERE at < ? AND id <= (SELECT max(id) FROM act) - ?",
        (stamp(now - timedelta(days=KEPT_DAYS)), KEPT_ACTS),
    )
