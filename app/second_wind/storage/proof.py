"""Proves that the rows of a journal are what was written, before anything is built on them."""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from second_wind.core.errors import DamagedJournal
from second_wind.core.key import Key
from second_wind.storage import backups, rows, shapes
from second_wind.storage.encryption import database_errors, read_only
from second_wind.storage.faults import known_faults
from second_wind.storage.fields import Garbled
from second_wind.storage.rows import Rows, Values
from second_wind.storage.salvage import ActState, Change, state_after
from second_wind.storage.seals import unsealed


def refuse_unproved(database: sqlite3.Connection, path: Path, witness: Rows | None = None) -> None:
    """Refuse rows that no program of ours wrote so: by their shape, their act, their seal.

    Parameters
    ----------
    witness : the rows of a copy in the same version, for those that no act and no seal knows.

    Raises
    ------
    DamagedJournal
    """
    with known_faults(path):
        mine = rows.read(database)
        if unsealed(database) or garbled_days(mine, last_states(database), witness or {}):
            raise DamagedJournal(path)


def witness_of(journal: Path, version: int, key: Key | None) -> Rows:
    """Return the rows of the newest copy of a version that can be read; none if there is none."""
    for copy in reversed(backups.listed(journal)):
        try:
            with closing(read_only(copy, key)) as database:
                if database.execute("PRAGMA user_version").fetchone() == (version,):
                    return rows.read(database)
        except database_errors(OSError, UnicodeError, MemoryError):
            continue
    return {}


def last_states(database: sqlite3.Connection) -> dict[tuple[str, str], Values]:
    """Return, by table and id, how the last act left each row."""
    changes = database.execute(
        "SELECT noun, row, before, after, name, at, undone FROM act_change JOIN act"
        " ON act.id = act_change.act ORDER BY act_change.id"
    )
    last = {}
    for table, row, before, after, name, at, undone in changes:
        change = Change(0, table, _loaded(table, before), _loaded(table, after) or {})
        state = state_after(change, ActState(name, at, bool(undone)))
        if state:
            last[table, row] = state
    return last


def _loaded(table: str, text: str | None) -> Values | None:
    if text is None:
        return None
    try:
        values = dict(json.loads(text))
    except (ValueError, TypeError) as error:
        raise Garbled("an act") from error
    if table not in shapes.columns() or not shapes.fits(table, values):
        raise Garbled("an act")
    return values


def garbled_days(
    mine: Rows, last: Mapping[tuple[str, str], Values], backup: Rows
) -> frozenset[str]:
    """Return the days of rows that can't be what was written.

    A row that lies there as its last act left it is what was written. Where no act is kept, it has
    to say what a copy says that knows it of the same moment.
    """
    days = set()
    for table, by_key in mine.items():
        for key, values in by_key.items():
            witness = last.get((table, key)) or backup.get(table, {}).get(key)
            if not shapes.fits(table, values) or _contradicts(witness, values):
                days.add(str(values.get("day", "")))
    return frozenset(days)


def forgotten_days(database: sqlite3.Connection, mine: Rows, backup: Rows) -> frozenset[str]:
    """Return the days of rows that only a copy has: a journal keeps even what was deleted.

    Its log was cut short, or an older file was put in its place. What a merge brought is taken back
    without a trace, but its act is kept.
    """
    known = set(database.execute("SELECT noun, row FROM act_change").fetchall())
    return frozenset(
        str(values.get("day", ""))
        for table, found in backup.items()
        for key, values in rows.alive(found).items()
        if key not in mine.get(table, {}) and (table, key) not in known
    )


def _contradicts(witness: Mapping[str, object] | None, values: Values) -> bool:
    if witness is None or witness["deleted_at"] is not None or values["deleted_at"] is not None:
        return False
    return witness["updated_at"] == values["updated_at"] and witness != values
