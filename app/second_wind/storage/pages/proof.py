"""Proves that the rows of a journal are what was written, before anything is built on them."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.journal_errors import DamagedJournal, GarbledEntries
from second_wind.core.secrets.passphrase_key import Key
from second_wind.storage.pages.salvage import ActState, Change, state_after
from second_wind.storage.sqlite.encryption import database_errors, read_only
from second_wind.storage.sqlite.faults import known_faults
from second_wind.storage.sqlite.soundness import faults_in
from second_wind.storage.tables import migrations, rows, shapes
from second_wind.storage.tables.fields import Garbled
from second_wind.storage.tables.rows import Rows, Values
from second_wind.storage.tables.seals import ACTS, Unsealed, are_acts_sealed, has_seals, unsealed

_GARBLED_ACT = "an act is not as it was written"
_OWN = ("setting", "state")
"""Tables that hold no entries."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found when a journal was read for what it is for.

    Attributes
    ----------
    faults : what is wrong with its pages, its definitions or its acts.
    days : days of rows that are not what was written, "" for what has no day.
    """

    faults: tuple[str, ...] = ()
    days: frozenset[str] = frozenset()

    @property
    def is_sound(self) -> bool:
        """Whether all of it is what was written."""
        return not self.faults and not self.days


def proof_of(database: sqlite3.Connection, path: Path, witness: Rows | None = None) -> Proof:
    """Read all of a journal: pages, indexes, definitions, and each row and act with its seal.

    Parameters
    ----------
    path : whose rows it holds, for what is raised.
    witness : the rows of a copy in the same version, for those that no act and no seal knows.

    Raises
    ------
    KnownError
        If it can't be looked at all; damage is told, not raised.
    """
    try:
        with known_faults(path):
            faults = faults_in(database, is_thorough=True) or shapes.garbled_definitions(database)
            return Proof(tuple(faults)) if faults else _proof_of_rows(database, witness or {})
    except DamagedJournal as error:
        return Proof((str(error.__cause__ or "a row can't be read"),))


def damage_of(proof: Proof, database: sqlite3.Connection, path: Path) -> DamagedJournal:
    """Return what is to be said of a journal that is not sound: which entries, if it is those."""
    if set(proof.faults) - {_GARBLED_ACT}:
        return DamagedJournal(path)
    found = garbled(path, unsealed(database))
    return found if found.days else GarbledEntries(path, _dates(proof.days - {""}))


def garbled(path: Path, found: Iterable[Unsealed]) -> GarbledEntries:
    """Return that some rows of a journal are not as they were written, by their days."""
    return GarbledEntries(path, _dates(_day_of(each) for each in found if each.table not in _OWN))


def _dates(days: Iterable[str]) -> tuple[date | None, ...]:
    return tuple(date.fromisoformat(each) if each else None for each in sorted(days))


def _day_of(row: Unsealed) -> str:
    """Return the day of a row, "" if that is garbled, too."""
    try:
        return date.fromisoformat(row.day).isoformat()
    except ValueError:
        return ""


def is_sound(path: Path, key: Key | None = None) -> bool:
    """Tell whether a file is a whole journal that the key opens; it is not touched."""
    try:
        with closing(read_only(path, key)) as database:
            (ours,) = database.execute("PRAGMA application_id").fetchone()
            return ours == migrations.APPLICATION_ID and proof_of(database, path).is_sound
    except database_errors(OSError, KnownError):
        return False


def _proof_of_rows(database: sqlite3.Connection, witness: Rows) -> Proof:
    if has_seals(database, ACTS):
        faults = () if are_acts_sealed(database) else (_GARBLED_ACT,)
        return Proof(faults, frozenset(map(_day_of, unsealed(database))))
    return Proof((), garbled_days(rows.read(database), last_states(database), witness))


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
        found = _proof_of_rows(database, witness or {})
        if not found.is_sound:
            raise damage_of(found, database, path)


def witness_of(copies: Sequence[Path], version: int, key: Key | None) -> Rows:
    """Return the rows of the last of some copies in a version that can be read, if there is one."""
    for copy in reversed(copies):
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
    if table not in shapes.columns() or not shapes.fits(table, values, is_vouched_for=True):
        raise Garbled("an act")
    return values


def act_names(database: sqlite3.Connection) -> set[str]:
    """Return what the acts that are kept are called."""
    return {name for (name,) in database.execute("SELECT DISTINCT name FROM act").fetchall()}


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
            agreed = witness is not None and _agrees(witness, values)
            fits = shapes.fits(table, values, is_vouched_for=agreed)
            if not fits or _contradicts(witness, values):
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
    if witness["updated_at"] != values["updated_at"]:
        return False
    return not _agrees(witness, values)


def _agrees(witness: Mapping[str, object], values: Values) -> bool:
    # The witness may be of a later version, with more columns.
    return all(witness.get(name, value) == value for name, value in values.items())
