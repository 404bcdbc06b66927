"""Literal SQL on a peewee database, typed."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from peewee import SqliteDatabase

OpenDatabase: TypeAlias = SqliteDatabase
"""What statements run on, for those who only pass it on."""


def execute(
    database: SqliteDatabase, statement: str, parameters: Sequence[Any] = ()
) -> sqlite3.Cursor:
    """Run one statement; the table names in it are the program's own, values are parameters."""
    run: Callable[..., sqlite3.Cursor] = database.execute_sql
    return run(statement, tuple(parameters))


def connection(database: SqliteDatabase) -> sqlite3.Connection:
    """Return the sqlite3 connection underneath."""
    get: Callable[[], sqlite3.Connection] = database.connection
    return get()
