"""The seal of a row: a digest over its values, made by triggers whenever the row is written.

It is a witness that lies with the row: a row whose seal fits says what was written, however old it
is and whether a copy knows it or not. It guards against damage, not against a person who forges.
Files hold these digests, so their definition never changes.
"""

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

from second_wind.core.log.kinds import LINK_FIELDS
from second_wind.storage.tables.rows import SEAL, Rows, Values, columns, tables

FUNCTION = "seal"
"""Its name in SQL."""
ACTS = "act_change"
"""The table of what acts changed, whose rows are sealed, too."""
LENGTH = 8
"""Bytes of a digest."""
ROWS_IN_SHARE = 50
"""At most so many rows of a table are proved at a glance: a millisecond or two."""
_NOT_BROUGHT = {"id", "created_at", "updated_at", "deleted_at", "source", "source_id", "origin"}
_EMPTY = (None, "", "[]", 0)

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
    return blake2b(b"".join(map(encoded, values)), digest_size=LENGTH).hexdigest()


def origin(table: str, values: Mapping[str, Any]) -> str:
    """Return the digest of what an import brought: the same wherever the same entry was imported.

    Ids, links to ids and the times of writing are not a part of it; nor is what is empty, so that
    a column that a later version adds changes none.
    """
    names = sorted(values.keys() - (_NOT_BROUGHT | LINK_FIELDS | {SEAL}))
    brought = [(name, values[name]) for name in names if values[name] not in _EMPTY]
    return seal(table, *(part for pair in brought for part in pair))


def register(database: sqlite3.Connection) -> None:
    """Let a connection make seals; without this nothing can be written to a journal."""
    database.create_function(FUNCTION, -1, seal, deterministic=True)


def expression(table: str, names: Iterable[str], row: str) -> str:
    """Return in SQL the seal of a row in a trigger: OLD or NEW."""
    return f"{FUNCTION}('{table}',{','.join(f'{row}.{name}' for name in names)})"


def unsealed(
    database: sqlite3.Connection, some: Collection[str] = (), start: str = "", end: str = ""
) -> list[Unsealed]:
    """Return every row whose seal does not fit; a journal of before seals has none to look at.

    Parameters
    ----------
    some : tables to look at, all if none is named.
    start, end : days (both included) of which rows are looked at, "" for no bound.

    Raises
    ------
    sqlite3.DatabaseError
        If the rows can't be reached.
    """
    wanted = some or tables(database)
    return [each for table in wanted for each in _unsealed_in(database, table, start, end)]


def unsealed_in_share(database: sqlite3.Connection, number: int) -> list[Unsealed]:
    """Return rows whose seal does not fit among a share of each table, which a number tells.

    It is some dozen rows of each; so many numbers in a row as there are shares reach them all.
    """
    return [
        each
        for table in tables(database)
        for each in _unsealed_in(database, table, share=_share(database, table, number))
    ]


def _share(database: sqlite3.Connection, table: str, number: int) -> str:
    """Return the condition on a share of a table: rows that were stored in turn."""
    (last,) = database.execute(f"SELECT max(rowid) FROM {table}").fetchone()
    shares = 1 + (last or 0) // ROWS_IN_SHARE
    return f"rowid % {shares} = {number % shares} AND"  # first, or every row is digested


def rows_with_seals(database: sqlite3.Connection) -> Rows:
    """Return every row whose seal fits, and none of the others: what can be brought elsewhere.

    Of a journal of before seals, it is all of them.
    """
    return {table: _sealed_in(database, table) for table in tables(database)}


def _sealed_in(database: sqlite3.Connection, table: str) -> dict[str, Values]:
    names = columns(database, table)
    fits = f"CAST({SEAL} AS BLOB) IS CAST({_made(table, names)} AS BLOB)"
    found = database.execute(
        f"SELECT {', '.join(names)} FROM {table} NOT INDEXED"
        f" WHERE {fits if has_seals(database, table) else 'true'}"
    ).fetchall()
    rows = (dict(zip(names, row, strict=True)) for row in found)
    return {values["id"]: values for values in rows}


def are_acts_sealed(database: sqlite3.Connection, act: int | None = None) -> bool:
    """Tell whether the seal of each change fits: of those that one act made, or of all.

    Raises
    ------
    sqlite3.DatabaseError
        If they can't be reached.
    """
    names = columns(database, ACTS)
    (found,) = database.execute(
        f"SELECT count(*) FROM {ACTS} WHERE (act = ?1 OR ?1 IS NULL)"
        f" AND CAST({SEAL} AS BLOB) IS NOT CAST({_made(ACTS, names)} AS BLOB)",
        (act,),
    ).fetchone()
    return not found


def seal_of(table: str, values: Mapping[str, Any]) -> str:
    """Return the seal that a row has, its values in the order of the columns."""
    return seal(table, *(value for name, value in values.items() if name != SEAL))


def _unsealed_in(
    database: sqlite3.Connection, table: str, start: str = "", end: str = "", share: str = ""
) -> list[Unsealed]:
    found = [row[1] for row in database.execute(f"PRAGMA table_info({table})").fetchall()]
    if SEAL not in found:
        return []
    names = [name for name in found if name != SEAL]
    day = "CAST(day AS BLOB)" if "day" in names else "x''"
    bounds = [(">=", start), ("<=", end)] if "day" in names else []
    within = "".join(f" AND day {sign} ?" for sign, bound in bounds if bound)
    rows = database.execute(
        f"SELECT CAST(id AS BLOB), {day} FROM {table} {'' if within else 'NOT INDEXED'}"
        f" WHERE {share} CAST({SEAL} AS BLOB) IS NOT CAST({_made(table, names)} AS BLOB){within}",
        [bound for _, bound in bounds if bound],
    ).fetchall()
    return [Unsealed(table, _readable(key), _readable(day)) for key, day in rows]


def _made(table: str, names: Iterable[str]) -> str:
    """Return in SQL the seal that a row should have."""
    # Texts as bytes, so that a garbled one breaks its seal and not the statement.
    values = (f"iif(typeof({n}) = 'text', CAST({n} AS BLOB), {n})" for n in names)
    return f"{FUNCTION}('{table}', {', '.join(values)})"


def has_seals(database: sqlite3.Connection, table: str) -> bool:
    """Tell whether the rows of a table have seals: those of the first version have none."""
    found = database.execute(f"PRAGMA table_info({table})").fetchall()
    return any(row[1] == SEAL for row in found)


def encoded(value: Value) -> bytes:
    """Return a value as it is digested."""
    if isinstance(value, str):
        value = value.encode("utf-8", "surrogatepass")
    if isinstance(value, bytes):
        return b"t%d:%b" % (len(value), value)
    if value is None:
        return b"n"
    return f"r{float(value)!r};".encode()


def _readable(value: bytes | None) -> str:
    try:
        return (value or b"").decode()
    except (UnicodeDecodeError, AttributeError):
        return ""
