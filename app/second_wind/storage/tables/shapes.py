"""What a row of each table looks like, so that garbage is told from what a person wrote."""

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from functools import cache
from typing import Any, NamedTuple, get_args

from second_wind.core.log.kinds import KINDS, Kind, types_of
from second_wind.storage.tables import migrations, rows
from second_wind.storage.tables.fields import (
    MOMENT,
    REAL,
    SWITCH,
    TEXT,
    WHOLE,
    Converter,
    converter_of,
)
from second_wind.storage.tables.rows import Values
from second_wind.storage.tables.sql import connection, execute, in_memory


class Column(NamedTuple):
    """How values lie in a column, and whether there need be one."""

    converter: Converter
    may_be_none: bool = False


_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00")
# Line breaks and tabs are written; other control characters come from damage.
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@cache
def columns() -> dict[str, dict[str, Any]]:
    """Return the columns of each table with rows, seals included, and what later ones began with.

    None stands for a column that was always there.
    """
    with closing(in_memory()) as memory:
        migrations.migrate(memory, 0)
        return {
            table: {
                row[1]: _literal(row[4])
                for row in execute(memory, f"PRAGMA table_info({table})").fetchall()
            }
            for table in rows.tables(connection(memory))
        }


@cache
def definitions(_version: int) -> dict[bytes, bytes]:
    """Return how each table, index and trigger of a new journal is defined, by its name."""
    with closing(in_memory()) as memory:
        migrations.migrate(memory, 0)
        return _definitions(connection(memory))


def garbled_definitions(database: sqlite3.Connection) -> list[str]:
    """Return which tables, indexes and triggers of a journal are not as a new one has them.

    SQLite itself takes a garbled condition of a column for a good one until it is used.
    """
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if version != migrations.newest():
        return []
    found = _definitions(database)
    garbled = (name for name, text in definitions(version).items() if found.get(name) != text)
    return [f"{name.decode()} is not defined as it was" for name in garbled]


def _definitions(database: sqlite3.Connection) -> dict[bytes, bytes]:
    # As bytes: garbage need not be text.
    found = database.execute(
        "SELECT CAST(name AS BLOB), CAST(sql AS BLOB) FROM sqlite_schema WHERE sql IS NOT NULL"
    ).fetchall()
    return {bytes(name): bytes(text) for name, text in found}


@cache
def nullable(table: str) -> frozenset[str]:
    """Return the columns of a table that may hold nothing."""
    with closing(in_memory()) as memory:
        migrations.migrate(memory, 0)
        found = execute(memory, f"PRAGMA table_info({table})").fetchall()
    return frozenset(str(row[1]) for row in found if not row[3])


def row_of(table: str, record: Sequence[Any]) -> Values | None:
    """Return a record as a row of a table, None if it can't be one."""
    found = unproved_row_of(table, record)
    return found[0] if found and fits(table, found[0]) else None


def unproved_row_of(table: str, record: Sequence[Any]) -> tuple[Values, Any] | None:
    """Return a record as a row of a table and the seal beside it, whatever they say.

    None if it has another length than rows of that table.
    """
    names = columns()[table]
    if not 0 <= len(names) - len(record) <= _added_later(names):
        return None
    values = dict(names) | dict(zip(names, record, strict=False))
    seal = values.pop(rows.SEAL)
    return values, seal


def fits(table: str, values: Values, *, is_vouched_for: bool = False) -> bool:
    """Tell whether every value of a row is one that the program writes.

    A row of an earlier version lacks what was added later. Where something else vouches for it,
    such as an act, in which they are escaped, signs of control were pasted from a terminal.
    """
    names = columns()[table]
    if not values.keys() <= names.keys() or not _is_key(values.get("id")):
        return False
    if any(names[each] is None for each in names.keys() - values.keys()):
        return False
    fields = _fields().get(table, {})
    deleted = values["deleted_at"] is not None
    if not is_vouched_for and any(map(_is_steered, values.values())):
        return False
    return all(_is_value(fields.get(name), value, deleted) for name, value in values.items())


def _literal(default: str | None) -> str | None:
    """Return the text that a default in SQL stands for; the program uses no others."""
    return default.strip("'") if default is not None else None


def _added_later(names: dict[str, Any]) -> int:
    """Return how many columns a record from before a migration may lack."""
    return sum(default is not None for default in names.values())


def _is_key(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= 200 and value.isprintable()


def _is_steered(value: object) -> bool:
    return isinstance(value, str) and _NO_TEXT.search(value) is not None


def _is_value(column: Column | None, value: Any, deleted: bool) -> bool:
    if isinstance(value, bytes):
        return False
    if column is None:
        return True
    if value is None:
        return column.may_be_none
    return _reads(column.converter, value, deleted)


def _reads(converter: Converter, value: Any, deleted: bool) -> bool:
    if converter is SWITCH:
        return value in (0, 1)
    if converter is WHOLE:
        return isinstance(value, int) and 0 <= value < 2**31
    if converter is REAL:
        return isinstance(value, int | float) and 1 <= value <= 10
    if not isinstance(value, str):
        return False
    if converter is MOMENT:
        return bool(_STAMP.fullmatch(value))
    return converter is TEXT or _converts(converter, value) or (deleted and not value)


def _converts(converter: Converter, value: str) -> bool:
    try:
        read = converter.out(value)
    except Exception:  # garbage may break any reader in its own way
        return False
    return not isinstance(read, tuple) or all(isinstance(each, str) for each in read)


@cache
def _fields() -> dict[str, dict[str, Column]]:
    common = {
        "id": Column(TEXT),
        "created_at": Column(MOMENT),
        "updated_at": Column(MOMENT),
        "deleted_at": Column(MOMENT, may_be_none=True),
    }
    found = {str(each.noun): _columns_of(each) | common for each in KINDS}
    return found | {table: {"value": Column(TEXT)} | common for table in ("setting", rows.STATE)}


def _columns_of(kind: Kind) -> dict[str, Column]:
    return {
        name: Column(converter_of(of), may_be_none=type(None) in get_args(of))
        for name, of in types_of(kind.type).items()
    }
