"""What a search needs to know of a log's rows: where each stands, and what hangs on what."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time

from peewee import SqliteDatabase, chunked

from second_wind.core.entries import EntryType
from second_wind.storage.entries import NOUNS
from second_wind.storage.schema import MODELS
from second_wind.storage.sql import execute

_VALUES_PER_STATEMENT = 500
_LINKS = (
    ("consultation", "rejection IN ({keys}) OR person_id IN ({keys})"),
    ("step_mark", "rejection IN ({keys})"),
    ("talk", "person_id IN ({keys})"),
    ("rejection", "EXISTS (SELECT 1 FROM json_each(people) WHERE value IN ({keys}))"),
)
"""Which rows are told with the name of another row."""

Whereabouts = tuple[int, str, date, time | None]
"""A row's number in its table, its id, day and time."""


def whereabouts(
    database: SqliteDatabase, kind: EntryType, days: Sequence[date] | None = None
) -> Iterator[Whereabouts]:
    """Yield where the live entries of a kind stand: of some days, or all."""
    at = "at" if hasattr(MODELS[kind], "at") else "NULL"
    query = f"SELECT rowid, id, day, {at} FROM {NOUNS[kind]} WHERE deleted_at IS NULL"
    if days is None:
        yield from _read(database, query, ())
        return
    for some in chunked([each.isoformat() for each in days], _VALUES_PER_STATEMENT):
        yield from _read(database, f"{query} AND day IN ({', '.join('?' * len(some))})", some)


def linked_names(database: SqliteDatabase) -> dict[str, str]:
    """Return the names of people and the companies of rejections, by id."""
    rows = execute(
        database,
        "SELECT id, name FROM person WHERE deleted_at IS NULL UNION ALL"
        " SELECT id, company FROM rejection WHERE deleted_at IS NULL AND company <> ''",
    )
    return dict(rows.fetchall())


def days_linked_to(
    database: SqliteDatabase, keys: Iterable[str]
) -> Iterator[tuple[str, set[date]]]:
    """Yield the tables, and the days in them, of rows that are told with names of these."""
    for some in chunked(sorted(keys), _VALUES_PER_STATEMENT // 2):
        marks = ", ".join("?" * len(some))
        for noun, condition in _LINKS:
            values = tuple(some) * condition.count("{keys}")
            rows = execute(
                database,
                f"SELECT DISTINCT day FROM {noun} WHERE {condition.format(keys=marks)}",
                values,
            )
            yield noun, {date.fromisoformat(day) for (day,) in rows.fetchall()}


def _read(database: SqliteDatabase, query: str, values: Iterable[str]) -> Iterator[Whereabouts]:
    for row, key, day, at in execute(database, query, tuple(values)).fetchall():
        yield row, key, date.fromisoformat(day), time.fromisoformat(at) if at else None
