"""The seal of a row: a digest over its values, made by triggers whenever the row is written.

It is a witness that lies with the row: a row whose seal fits says what was written, however old it
is and whether a copy knows it or not. It guards against damage, not against a person who forges.
Files hold these digests, so their definition never changes.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

from second_wind.storage.rows import SEAL, columns, tables

FUNCTION = "seal"
"""Its name in SQL."""
_LENGTH = 8
_NOT_BROUGHT = {"id", "created_at", "updated_at", "deleted_at", "source", "source_id", "origin"}
_LINKS = {"person_id", "people", "rejection"}
"""Columns with ids of other rows, which differ between two imports of one file."""

Value = bytes | str | float | int | None


class Unsealed(NamedTuple):
    """A row whose seal does not fit; its id and day as far as they read, else empty."""

    table: str
    id: str
    day: str


def seal(*values: Value) -> str:
    """Return the digest of a table's name and of a row's values, in the order of the columns.

    A whole number is the same whether SQLite keeps it as one or as a real number.
    """
    digest = blake2b(digest_size=_LENGTH)
    for each in values:
        digest.update(_encoded(each))
    return digest.hexdigest()


def origin(table: str, values: Mapping[str, Any]) -> str:
    """Return the digest of what an import brought: the same wherever the same entry was imported.

    Ids, links to ids and the times of writing are not a part of it.
    """
    left_out = _NOT_BROUGHT | _LINKS | {SEAL}
    brought = [(name, values[name]) for name in sorted(values.keys() - left_out)]
    return seal(table, *(part for pair in brought for part in pair))


def register(database: sqlite3.Connection) -> None:
    """Let a connection make seals; without this nothing can be written to a journal."""
    database.create_function(FUNCTION, -1, seal, deterministic=True)


def expression(table: str, names: Iterable[str], row: str) -> str:
    """Return in SQL the seal of a row in a trigger: OLD or NEW."""
    return f"{FUNCTION}('{table}',{','.join(f'{row}.{name}' for name in names)})"


def unsealed(database: sqlite3.Connection) -> list[Unsealed]:
    """Return every row whose seal does not fit; a journal of before seals has none to look at.

    Raises
    ------
    sqlite3.DatabaseError
        If the rows can't be reached.
    """
    return [each for table in tables(database) for each in _unsealed_in(database, table)]


def _unsealed_in(database: sqlite3.Connection, table: str) -> list[Unsealed]:
    names = columns(database, table)
    if not has_seals(database, table):
        return []
    day = "CAST(day AS BLOB)" if "day" in names else "x''"
    # Texts as bytes, so that a garbled one breaks its seal and not the statement.
    values = (f"iif(typeof({n}) = 'text', CAST({n} AS BLOB), {n})" for n in names)
    made = f"{FUNCTION}('{table}', {', '.join(values)})"
    found = database.execute(
        f"SELECT CAST(id AS BLOB), {day} FROM {table} NOT INDEXED"
        f" WHERE CAST({SEAL} AS BLOB) IS NOT CAST({made} AS BLOB)"
    ).fetchall()
    return [Unsealed(table, _readable(key), _readable(day)) for key, day in found]


def has_seals(database: sqlite3.Connection, table: str) -> bool:
    """Tell whether the rows of a table have seals: those of the first version have none."""
    found = database.execute(f"PRAGMA table_info({table})").fetchall()
    return any(row[1] == SEAL for row in found)


def _encoded(value: Value) -> bytes:
    if value is None:
        return b"n"
    if isinstance(value, str):
        value = value.encode("utf-8", "surrogatepass")
    if isinstance(value, bytes):
        return b"t%d:%b" % (len(value), value)
    return f"r{float(value)!r};".encode()


def _readable(value: bytes | None) -> str:
    try:
        return (value or b"").decode()
    except (UnicodeDecodeError, AttributeError):
        return ""
