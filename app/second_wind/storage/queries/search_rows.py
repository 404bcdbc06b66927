"""What a search needs to know of a log's rows: where each stands, and what hangs on what."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from second_wind.core.log.entries import EntryType
from second_wind.core.log.kinds import KINDS, Kind, noun_of, types_of
from second_wind.storage.queries.search_index import Whereabouts, place_in_sql
from second_wind.storage.tables.sql import OpenDatabase, batches, execute

_VALUES_PER_STATEMENT = 500


def whereabouts(
    database: OpenDatabase,
    kind: EntryType,
    number: int,
    day_start: int,
    days: Sequence[date] | None = None,
) -> list[Whereabouts]:
    """Return where the live entries of a kind, which has this number, stand: of days, or all."""
    place = place_in_sql("at" if "at" in types_of(kind) else "NULL", day_start, number)
    query = f"SELECT {place}, id, updated_at FROM {noun_of(kind)} WHERE deleted_at IS NULL"
    if days is None:
        return execute(database, query).fetchall()
    found: list[Whereabouts] = []
    for some in batches([each.isoformat() for each in days], _VALUES_PER_STATEMENT):
        condition = f" AND day IN ({', '.join('?' * len(some))})"
        found += execute(database, query + condition, some).fetchall()
    return found


def linked_names(database: OpenDatabase) -> dict[str, str]:
    """Return the names of people and the companies of rejections, by id."""
    parts = (
        f"SELECT id, {name} FROM {each.noun} WHERE deleted_at IS NULL AND {name} <> ''"
        for each in KINDS
        if (name := each.named_by)
    )
    return dict(execute(database, " UNION ALL ".join(parts)).fetchall())


def days_linked_to(database: OpenDatabase, keys: Iterable[str]) -> Iterator[tuple[str, set[date]]]:
    """Yield the tables, and the days in them, of rows that are told with names of these."""
    for some in batches(sorted(keys), _VALUES_PER_STATEMENT // 2):
        marks = ", ".join("?" * len(some))
        for kind in (each for each in KINDS if each.links):
            rows = execute(
                database,
                f"SELECT DISTINCT day FROM {kind.noun} WHERE {_condition(kind, marks)}",
                tuple(some) * len(kind.links),
            )
            yield kind.noun, {date.fromisoformat(day) for (day,) in rows.fetchall()}


def _condition(kind: Kind, marks: str) -> str:
    """Return in SQL whether a row is told with the name of one of several others."""
    return " OR ".join(
        f"EXISTS (SELECT 1 FROM json_each({link.field}) WHERE value IN ({marks}))"
        if link.many
        else f"{link.field} IN ({marks})"
        for link in kind.links
    )
