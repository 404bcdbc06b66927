"""Chooses, of all that could be read of a damaged journal, how each row was last."""

import sqlite3
from collections.abc import Set
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from peewee import SqliteDatabase

from second_wind.core.key import Key
from second_wind.storage import migrations, rows, shapes
from second_wind.storage.encryption import read_only
from second_wind.storage.faults import known_faults
from second_wind.storage.rows import Rows, Values
from second_wind.storage.salvage import (
    Findings,
    changes_in_order,
    salvage,
    state_after,
)
from second_wind.storage.snapshots import snapshot
from second_wind.storage.sql import connection
from second_wind.storage.unlocking import opener_for


@dataclass(frozen=True, slots=True)
class Recovered:
    """What came of a recovery.

    Attributes
    ----------
    rows : what the damaged file, its log and its acts still held.
    backup : what the newest sound copy holds, empty tables if there is none.
    lost_days : days of which an entry is neither here nor in the copy.
    doubtful_days : days of which an entry was found in two versions of one moment.
    is_cut : whether the end of the file is missing, so that more may be lost than can be named.
    """

    rows: Rows
    backup: Rows
    lost_days: frozenset[str] = frozenset()
    doubtful_days: frozenset[str] = frozenset()
    is_cut: bool = False


@dataclass(slots=True)
class _Choice:
    """The states of one row: on its page, by the last act, in the copy."""

    on_page: list[Values] = field(default_factory=list)
    by_act: list[Values] = field(default_factory=list)
    in_copy: list[Values] = field(default_factory=list)


def recover(journal: Path, copy: Path | None, key: Key | None = None) -> Recovered:
    """Read a damaged journal row by row, and compare it with a sound copy.

    Raises
    ------
    KnownError
        If one of the files can't be read at all.
    """
    backup = _rows_of(copy, key) if copy else {table: {} for table in shapes.columns()}
    with known_faults(journal):
        found = salvage(journal, _roots(copy, key), opener_for(journal, key))
    result: Rows = {table: {} for table in shapes.columns()}
    doubtful = set()
    for table, keys in _choices(found, backup).items():
        for row, choice in keys.items():
            values, sure = _chosen(choice)
            if values is not None:
                result[table][row] = values
                doubtful |= set() if sure else {str(values.get("day", ""))}
    doubtful |= _contradicted(found, result)
    lost = _lost(found, result, backup)
    return Recovered(result, backup, lost, frozenset(doubtful - {""}), found.is_cut)


def _choices(found: Findings, backup: Rows) -> dict[str, dict[str, _Choice]]:
    choices: dict[str, dict[str, _Choice]] = {table: {} for table in shapes.columns()}
    for table, keys in found.rows.items():
        named = _names(found, table, backup)
        for key, states in keys.items():
            name = named.get(key, key)
            on_page = [values | {"id": name} for values in states]
            choices[table].setdefault(name, _Choice()).on_page += on_page
    for change, act in changes_in_order(found):
        state = state_after(change, act)
        if state is not None:
            # Only the last act tells how the row is now.
            choices[change.table].setdefault(state["id"], _Choice()).by_act = [state]
    for table, by_key in choices.items():
        for key, choice in by_key.items():
            if key in backup.get(table, {}):
                choice.in_copy = [backup[table][key]]
    return choices


def _names(found: Findings, table: str, backup: Rows) -> dict[str, str]:
    """Return, for ids that nothing else knows, those that the index has and others know, too."""
    known = {each.after["id"] for each in found.changes.values() if each.table == table}
    known |= backup.get(table, {}).keys()
    pairs = (
        (seen, found.keys[table].get(rowid, seen)) for rowid, seen in found.seen[table].items()
    )
    return {seen: name for seen, name in pairs if seen not in known and name in known}


def _chosen(choice: _Choice) -> tuple[Values | None, bool]:
    """Return the last state of a row, and whether all witnesses agree on it."""
    own = choice.on_page + choice.by_act
    if not own:
        return None, True
    last = max(each["updated_at"] for each in own)
    witnesses = [
        [each for each in states if each["updated_at"] == last]
        for states in (choice.in_copy, choice.by_act, choice.on_page)
    ]
    said = [states[-1] for states in witnesses if states]
    # By value: SQLite keeps a whole number as such on its page, and as 4.0 in an act.
    versions = {frozenset(each.items()) for states in witnesses for each in states}
    # A proved copy of the same moment settles it.
    return said[0], len(versions) == 1 or bool(witnesses[0])


def _lost(found: Findings, result: Rows, backup: Rows) -> frozenset[str]:
    """Return the days of entries that an index still knows, and nothing else."""
    days = set()
    for table, by_rowid in found.days.items():
        known = result[table].keys() | backup.get(table, {}).keys()
        unread = {rowid: day for rowid, day in by_rowid.items() if rowid not in found.seen[table]}
        keys = found.keys[table]
        days |= {day for rowid, day in unread.items() if rowid in keys and keys[rowid] not in known}
        nameless = [day for rowid, day in unread.items() if rowid not in keys]
        if len(nameless) > _only_elsewhere(found, table, known, backup):
            days |= set(nameless)
    return frozenset(days)


def _only_elsewhere(found: Findings, table: str, known: Set[str], backup: Rows) -> int:
    """Return how many of the rows of which an index has the day alone are known all the same.

    A journal keeps every row, and gives each new one the next number. So where no number is
    missing, whatever a copy or an act knows, and nobody read, is among those rows.
    """
    numbers, named = found.days[table].keys(), set(found.keys[table].values())
    if len(numbers) < max(numbers, default=0):
        return 0
    told = {each.after["id"] for each in found.changes.values() if each.table == table}
    elsewhere, read = (told & known) | backup.get(table, {}).keys(), set(found.seen[table].values())
    # An id that was read, and that nothing else knows, may be one of them, garbled.
    return len(elsewhere - read - named) - len(read - elsewhere - named)


def _contradicted(found: Findings, result: Rows) -> set[str]:
    """Return the days of rows of which an index tells another day or id, as it may be right."""
    days = set()
    for table, seen in found.seen.items():
        for rowid, key in seen.items():
            values, day = result[table].get(key), found.days[table].get(rowid)
            if values is None or day is None:
                continue
            if values.get("day") != day or found.keys[table].get(rowid, key) != key:
                days |= {str(values.get("day", "")), day}
    return days


def _rows_of(copy: Path, key: Key | None) -> Rows:
    with snapshot(copy, key) as database:
        return rows.read(database)


def _roots(copy: Path | None, key: Key | None) -> dict[str, int]:
    """Return the first page of each table and index: of a copy, or of a journal just begun."""
    if copy is not None:
        with closing(read_only(copy, key)) as database:
            return _roots_in(database)
    with SqliteDatabase(":memory:") as memory:
        migrations.migrate(memory, 0)
        return _roots_in(connection(memory))


def _roots_in(database: sqlite3.Connection) -> dict[str, int]:
    listed = database.execute("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0")
    return dict(listed.fetchall())
