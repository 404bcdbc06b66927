"""The latest talk with everybody, without reading the talks of years."""

from datetime import date

from second_wind.core.people.people import Contact
from second_wind.storage.tables.sql import OpenDatabase, execute


def latest(database: OpenDatabase) -> list[Contact]:
    """Return the last day on which each name, as it was linked and written, was talked to."""
    rows = execute(
        database,
        "SELECT max(day), person, person_id FROM talk WHERE deleted_at IS NULL"
        " GROUP BY person, person_id",
    ).fetchall()
    return [Contact(date.fromisoformat(day), person, key) for day, person, key in rows]
