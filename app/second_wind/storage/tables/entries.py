"""Entries in and out of their tables, the same way for every kind."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from operator import itemgetter
from typing import Any, TypeVar, cast

from second_wind.core.log.entries import AnyEntry, Entry, EntryType
from second_wind.core.log.kinds import ENTRY_TYPES, KINDS, noun_of, types_of
from second_wind.storage.tables import seals
from second_wind.storage.tables.fields import Converter, converter_of
from second_wind.storage.tables.rows import GAVE_WAY
from second_wind.storage.tables.sql import OpenDatabase, batches, connection, execute

E = TypeVar("E", bound=Entry)
Span = tuple[date | None, date | None]
"""The first and the last day, both included; None for all from the beginning, or to the end."""

_ROWS_PER_STATEMENT = 500
_TIMES = {"logged_at": "created_at", "changed_at": "updated_at"}
"""Fields whose columns have other names, since a writer sets them."""


def add(database: OpenDatabase, entries: Iterable[AnyEntry], now: datetime) -> None:
    """Insert entries; one whose id is that of a deleted row takes its place.

    That happens when our own export comes back after its import was undone.
    """
    by_kind: dict[EntryType, list[AnyEntry]] = {}
    for each in entries:
        by_kind.setdefault(type(each), []).append(each)
    for kind, alike in by_kind.items():
        for some in batches(alike, _ROWS_PER_STATEMENT):
            _add_alike(database, kind, list(some), now)


def change(database: OpenDatabase, entry: AnyEntry, now: datetime) -> bool:
    """Store the new state of an entry; tell whether there is a live one with its id."""
    from second_wind.storage.tables.schema import model_of, run

    model = model_of(entry)
    alive = (model.id == entry.id) & model.deleted_at.is_null()
    values = _values(entry) | {"updated_at": now}
    if not entry.origin:  # what an import brought is not changed by hand
        del values["origin"]
    return run(database, model.update(values).where(alive)).rowcount > 0


def delete(database: OpenDatabase, entry: AnyEntry, now: datetime) -> bool:
    """Mark an entry as deleted; tell whether it was alive."""
    from second_wind.storage.tables.schema import model_of, run

    model = model_of(entry)
    alive = (model.id == entry.id) & model.deleted_at.is_null()
    marked = model.update(deleted_at=now, updated_at=now).where(alive)
    return run(database, marked).rowcount > 0


def between(
    database: OpenDatabase, kind: type[E], start: date | None = None, end: date | None = None
) -> list[E]:
    """Return the live entries of one kind from `start` to `end` (both included), oldest first."""
    more, days = _within(start, end)
    found = _living(database, cast("EntryType", kind), f"{more} ORDER BY day, created_at, id", days)
    return cast("list[E]", list(found))


def several(database: OpenDatabase, spans: Mapping[EntryType, Span]) -> dict[EntryType, list[Any]]:
    """Return the live entries of several kinds, each of a span, as `between` does, at one go."""
    kinds = list(spans)
    most = max(len(columns(kind)) for kind in kinds)
    arms, days = [], []
    for number, kind in enumerate(kinds):
        more, bounds = _within(*spans[kind])
        named = ", ".join((*columns(kind), *["NULL"] * (most - len(columns(kind)))))
        arms.append(f"SELECT {number}, {named} FROM {noun_of(kind)} WHERE deleted_at IS NULL{more}")
        days += bounds
    rows: dict[EntryType, list[Sequence[Any]]] = {kind: [] for kind in kinds}
    for number, *values in execute(database, " UNION ALL ".join(arms), days).fetchall():
        kind = kinds[number]
        rows[kind].append(values[: len(columns(kind))])
    return {kind: list(read(kind, sorted(rows[kind], key=_order(kind)))) for kind in kinds}


def _within(start: date | None, end: date | None) -> tuple[str, list[str]]:
    """Return the condition that a day lies in a span, with its days."""
    more, days = "", []
    for bound, day in ((">=", start), ("<=", end)):
        if day is not None:
            more += f" AND day {bound} ?"
            days.append(day.isoformat())
    return more, days


def _order(kind: EntryType) -> Callable[[Sequence[Any]], Any]:
    return itemgetter(*(columns(kind).index(name) for name in ("day", "created_at", "id")))


def find(database: OpenDatabase, key: str) -> AnyEntry | None:
    """Return the live entry with this id, of whatever kind."""
    for kind in ENTRY_TYPES:
        for each in _living(database, kind, " AND id = ?", (key,)):
            return each
    return None


def with_ids(database: OpenDatabase, kind: EntryType, keys: Sequence[str]) -> list[AnyEntry]:
    """Return the live entries of one kind that have these ids, in no order."""
    found: list[AnyEntry] = []
    for some in batches(keys, _ROWS_PER_STATEMENT):
        found += _living(database, kind, f" AND id IN ({', '.join('?' * len(some))})", some)
    return found


def _living(
    database: OpenDatabase, kind: EntryType, more: str, parameters: Sequence[str]
) -> Iterator[AnyEntry]:
    # In literal SQL: it takes peewee longer to write a query than SQLite to answer it.
    rows = execute(
        database,
        f"SELECT {', '.join(columns(kind))} FROM {noun_of(kind)} WHERE deleted_at IS NULL{more}",
        parameters,
    ).fetchall()
    return read(kind, rows)


def read(kind: EntryType, rows: Iterable[Sequence[Any]]) -> Iterator[AnyEntry]:
    """Yield entries from rows just as they lie there, with the columns of their kind in order."""
    names = list(types_of(kind))
    readers = [each.read for each in _converters(kind).values()]
    for row in rows:
        given = zip(names, readers, row, strict=True)
        values: dict[str, Any] = {n: None if v is None else read(v) for n, read, v in given}
        yield kind(**values)


def columns(kind: EntryType) -> tuple[str, ...]:
    """Return the columns of a kind's table, in the order of the fields."""
    return tuple(_converters(kind))


def sourced(database: OpenDatabase, source: str) -> Iterator[AnyEntry]:
    """Yield the live entries that came from one other program."""
    for kind in ENTRY_TYPES:
        yield from _living(database, kind, " AND source = ?", (source,))


def removed(database: OpenDatabase, source: str) -> list[tuple[str, str]]:
    """Return identity and origin of each entry of another program that a person has deleted."""
    found: list[tuple[str, str]] = []
    for each in KINDS:
        found += execute(
            database,
            f"SELECT source_id, origin FROM {each.noun} WHERE source = ?"
            " AND deleted_at NOT IN (created_at, ?)",
            (source, GAVE_WAY),
        ).fetchall()
    return found


def origin_of(entry: AnyEntry) -> str:
    """Return the digest of what an entry says: what it was brought with, if it was not changed."""
    kind = _converters(type(entry))
    values = {name: kind[name].into(value) for name, value in _values(entry).items()}
    return seals.origin(noun_of(type(entry)), values)


def own_feelings(database: OpenDatabase) -> list[str]:
    """Return every feeling ever chosen, the most frequent first."""
    rows = execute(
        database,
        "SELECT value FROM check_in, json_each(check_in.feelings) WHERE deleted_at IS NULL"
        " GROUP BY value ORDER BY count(*) DESC, value",
    ).fetchall()
    return [str(each) for (each,) in rows]


def _add_alike(
    database: OpenDatabase, kind: EntryType, entries: list[AnyEntry], now: datetime
) -> None:
    deleted = _deleted(database, kind, [each.id for each in entries])
    fresh = []
    for each in entries:
        row = _values(each) | {"created_at": each.logged_at or now, "updated_at": now}
        if each.source and not each.origin:
            row["origin"] = origin_of(each)
        if each.id in deleted:
            _put_back(database, kind, row)
        else:
            fresh.append(row | {"updated_at": each.changed_at or now})
    if fresh:
        _insert(database, kind, fresh)


def _deleted(database: OpenDatabase, kind: EntryType, keys: Sequence[str]) -> set[str]:
    found = execute(
        database,
        f"SELECT id FROM {noun_of(kind)} WHERE deleted_at IS NOT NULL"
        f" AND id IN ({', '.join('?' * len(keys))})",
        keys,
    )
    return {key for (key,) in found.fetchall()}


def _put_back(database: OpenDatabase, kind: EntryType, row: dict[str, Any]) -> None:
    from second_wind.storage.tables.schema import MODELS, run

    model = MODELS[kind]
    run(database, model.update(row | {"deleted_at": None}).where(model.id == row["id"]))


def _insert(database: OpenDatabase, kind: EntryType, rows: list[dict[str, Any]]) -> None:
    names = list(rows[0])
    how = _converters(kind)
    converters = [how[name].into for name in names]
    connection(database).executemany(
        f"INSERT INTO {noun_of(kind)} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
        (
            [convert(value) for convert, value in zip(converters, row.values(), strict=True)]
            for row in rows
        ),
    )


def _values(entry: AnyEntry) -> dict[str, Any]:
    return {
        each.name: getattr(entry, each.name) for each in fields(entry) if each.name not in _TIMES
    }


def _converters(kind: EntryType) -> dict[str, Converter]:
    """Return how each column of a kind is stored, in the order of the fields."""
    return {_TIMES.get(name, name): converter_of(of) for name, of in types_of(kind).items()}
