"""The trash: what was deleted is kept for 30 days; then only its key and its times stay."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from second_wind.core.log.clock import day_of
from second_wind.core.log.entries import AnyEntry, EntryType
from second_wind.core.log.kinds import ENTRY_TYPES, KINDS, noun_of, types_of
from second_wind.core.log.records import record
from second_wind.core.log.sources import kept_key
from second_wind.storage.tables import entries, rows
from second_wind.storage.tables.fields import stamp
from second_wind.storage.tables.rows import GAVE_WAY, Values
from second_wind.storage.tables.sql import OpenDatabase, batches, connection, execute

KEPT_DAYS = 30
_STAYS = {"id", "created_at", "updated_at", "deleted_at", "day", "source", "origin", "step"}
_LEAST: Mapping[Any, Any] = {int: 1, bool: 0, tuple[str, ...]: "[]"}
"""By the type of a field that can't hold nothing, the least that it can; a text is empty."""
_TYPES = {str(each.noun): types_of(each.type) for each in KINDS}
_NEVER = "9999"
_ROWS_PER_STATEMENT = 500


@record(frozen=True, slots=True)
class Deleted:
    """Something in the trash.

    Attributes
    ----------
    deleted_at : datetime
        When it was deleted, or changed last since (UTC).
    day : date
        The day of the log to which that moment belongs.
    days_left : int
        For how many days more it is kept.
    """

    entry: AnyEntry
    deleted_at: datetime
    day: date
    days_left: int


def contents(database: OpenDatabase, now: datetime, day_start: int) -> list[Deleted]:
    """Return what a person deleted and may put back, the latest first.

    What was taken back in the moment it was made, such as by the undo of an import, is not trash;
    neither is what holds nothing more to bring back.
    """
    found = [each for kind in ENTRY_TYPES for each in _of_kind(database, kind, now, day_start)]
    return sorted(found, key=lambda each: (each.deleted_at, each.entry.day), reverse=True)


def due(database: OpenDatabase, now: datetime) -> dict[str, list[Values]]:
    """Return, by table, what the rows become whose time is over; whole days, so once a day."""
    return _due_before(database, _over(now))


def empty(database: OpenDatabase, now: datetime) -> None:
    """Wipe what is due, and forget the acts that would still know it, and those before them."""
    _wipe_before(database, _over(now))


def wipe_all(database: OpenDatabase) -> None:
    """Wipe whatever is deleted now, and forget the acts that would still know it."""
    _wipe_before(database, _NEVER)


def _over(now: datetime) -> str:
    return stamp((now - timedelta(days=KEPT_DAYS)).replace(hour=0, minute=0, second=0))


def _due_before(database: OpenDatabase, over: str) -> dict[str, list[Values]]:
    found = {
        table: _wiped_rows(database, table, over) for table in rows.tables(connection(database))
    }
    return {table: states for table, states in found.items() if states}


def _of_kind(
    database: OpenDatabase, kind: EntryType, now: datetime, day_start: int
) -> Iterator[Deleted]:
    table = noun_of(kind)
    names = rows.columns(connection(database), table)
    found = execute(
        database,
        f"SELECT {', '.join(names)} FROM {table} WHERE deleted_at IS NOT NULL"
        " AND deleted_at NOT IN (created_at, ?) AND updated_at >= ?",
        (GAVE_WAY, _over(now)),
    ).fetchall()
    states = [dict(zip(names, row, strict=True)) for row in found]
    kept = [each for each in states if each != _wiped(table, each)]
    in_order = [[each[name] for name in entries.columns(kind)] for each in kept]
    for values, entry in zip(kept, entries.read(kind, in_order), strict=True):
        yield _deleted(entry, values, now, day_start)


def _deleted(entry: AnyEntry, values: Values, now: datetime, day_start: int) -> Deleted:
    moment = datetime.fromisoformat(values["updated_at"])
    local = moment.astimezone(now.tzinfo)
    left = KEPT_DAYS - (now.date() - local.date()).days
    return Deleted(entry, moment, day_of(local, day_start), min(max(left, 0), KEPT_DAYS))


def _wipe_before(database: OpenDatabase, over: str) -> None:
    # Acts that go with what is wiped may be the last that could show a double again.
    while states := _due_before(database, over):
        _wipe(database, states)


def _wipe(database: OpenDatabase, states_of: dict[str, list[Values]]) -> None:
    for table, states in states_of.items():
        rows.put(connection(database), table, states)
        for some in batches([each["id"] for each in states], _ROWS_PER_STATEMENT):
            _forget(database, table, list(some))


def _wiped_rows(database: OpenDatabase, table: str, over: str) -> list[Values]:
    names = rows.columns(connection(database), table)
    # A double is wiped when no act can show it again any more.
    found = execute(
        database,
        f"SELECT {', '.join(names)} FROM {table} WHERE deleted_at IS NOT NULL AND updated_at < ?"
        " AND (deleted_at <> ? OR id NOT IN (SELECT row FROM act_change WHERE noun = ?))",
        (over, GAVE_WAY, table),
    ).fetchall()
    all_of_them = (dict(zip(names, row, strict=True)) for row in found)
    pairs = ((values, _wiped(table, values)) for values in all_of_them)
    return [after for before, after in pairs if after != before]


def _wiped(table: str, values: Values) -> Values:
    return {name: _emptied(table, name, value) for name, value in values.items()}


def _emptied(table: str, name: str, value: Any) -> Any:
    if name == "source_id":
        return kept_key(value)
    if name in _STAYS:
        return value
    from second_wind.storage.tables import shapes  # where something is wiped

    if name in shapes.nullable(table):
        return None
    return _LEAST.get(_TYPES.get(table, {}).get(name), "")


def _forget(database: OpenDatabase, table: str, keys: list[str]) -> None:
    """Forget acts from the last that knows one of these rows back to the first.

    None between may stay: acts are taken back one after the other. If one that waits to be done
    again goes, all that wait go.
    """
    (last,) = execute(
        database,
        f"SELECT max(act) FROM act_change WHERE noun = ? AND row IN ({', '.join('?' * len(keys))})",
        (table, *keys),
    ).fetchone()
    execute(
        database,
        "DELETE FROM act WHERE id <= ? OR (undone"
        " AND EXISTS (SELECT 1 FROM act AS older WHERE older.undone AND older.id <= ?))",
        (last, last),
    )
