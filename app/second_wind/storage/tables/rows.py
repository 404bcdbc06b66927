"""Whole rows of every table that a person fills, as they lie there: for restore and merge."""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

Values = dict[str, Any]
"""One row by column."""
Rows = dict[str, dict[str, Values]]
"""Table to id to row."""

SEAL = "seal"
"""The column with a row's seal, which triggers keep: no part of what a row says."""
STATE = "state"
"""The table of what the window remembers, drafts among it: no entries, and none of them counts."""
GAVE_WAY = "1970-01-01T00:00:00.000000+00:00"
"""When a row was "deleted" that nobody deleted: another one says the same, and is shown."""

_TIMES = ("created_at", "updated_at", "deleted_at")
_OF_EVERY_ROW = ("id", *_TIMES)


def tables(database: sqlite3.Connection) -> list[str]:
    """Return the tables with rows that live and are deleted: all but those of the program."""
    names = database.execute(
        "SELECT name FROM sqlite_schema AS each WHERE type = 'table' AND (SELECT count(*)"
        " FROM pragma_table_info(each.name) WHERE name IN (?, ?, ?, ?)) = 4 ORDER BY name",
        _OF_EVERY_ROW,
    )
    return [name for (name,) in names.fetchall()]


def columns(database: sqlite3.Connection, table: str) -> list[str]:
    """Return the names of a table's columns, without that of the seal."""
    found = database.execute(f'PRAGMA table_info("{table}")').fetchall()
    return [row[1] for row in found if row[1] != SEAL]


def read(database: sqlite3.Connection) -> Rows:
    """Return every row, deleted ones included."""
    return {table: _of_table(database, table) for table in tables(database)}


def alive(rows: Mapping[str, Values]) -> dict[str, Values]:
    """Return the rows that are not deleted."""
    return {key: values for key, values in rows.items() if values["deleted_at"] is None}


def content(values: Values) -> Values:
    """Return what a row says, whenever it was said."""
    return {name: value for name, value in values.items() if name not in _TIMES}


def never_lived(values: Values) -> Values:
    """Return a row as deleted in the moment it was made: taken back, not deleted by hand.

    An import may bring it once more; what a person deleted stays away.
    """
    return values | {"deleted_at": values["created_at"]}


def giving_way(values: Values) -> Values:
    """Return a row as hidden behind another one that says the same."""
    return values | {"deleted_at": GAVE_WAY}


def gave_way(values: Values) -> bool:
    """Tell whether a row is hidden behind another one that says the same."""
    return bool(values["deleted_at"] == GAVE_WAY)


def shown(values: Values) -> Values:
    """Return a row as it is without its double."""
    return values | {"deleted_at": None} if gave_way(values) else values


def was_deleted(values: Values) -> bool:
    """Tell whether a person deleted a row: it was neither taken back nor gave way."""
    return values["deleted_at"] not in (None, values["created_at"], GAVE_WAY)


def last_written(database: sqlite3.Connection) -> datetime | None:
    """Return when something was stored last (UTC), None if nothing was; drafts don't count."""
    found = (
        database.execute(f"SELECT max(updated_at) FROM {each}").fetchone()[0]
        for each in tables(database)
        if each != STATE
    )
    moments = [str(each) for each in found if each]
    return datetime.fromisoformat(max(moments)) if moments else None


def put(database: sqlite3.Connection, table: str, states: Iterable[Values]) -> None:
    """Write rows just as they are given, over those with the same ids."""
    # Deleted ones first: a live one may take the place that they had in another program's file.
    rows = sorted(states, key=lambda each: each["deleted_at"] is None)
    if not rows:
        return
    names = list(rows[0])
    settings = ", ".join(f"{name} = excluded.{name}" for name in names if name != "id")
    database.executemany(
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join(f':{n}' for n in names)})"
        f" ON CONFLICT (id) DO UPDATE SET {settings}",
        rows,
    )


def _of_table(database: sqlite3.Connection, table: str) -> dict[str, Values]:
    names = columns(database, table)
    found = database.execute(f"SELECT {', '.join(names)} FROM {table}").fetchall()
    all_of_them = (dict(zip(names, row, strict=True)) for row in found)
    return {values["id"]: values for values in all_of_them}
