"""Settings that belong to the log and travel with its file."""

from datetime import datetime

from second_wind.storage.tables.fields import stamp
from second_wind.storage.tables.sql import OpenDatabase, execute


def all_settings(database: OpenDatabase) -> dict[str, str]:
    """Return every setting that was changed from its default."""
    return dict(execute(database, "SELECT id, value FROM setting WHERE deleted_at IS NULL"))


def put(database: OpenDatabase, name: str, value: str, now: datetime) -> None:
    """Store a setting."""
    moment = stamp(now)
    execute(
        database,
        "INSERT INTO setting (id, created_at, updated_at, value) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET value = excluded.value,"
        " updated_at = excluded.updated_at, deleted_at = NULL",
        (name, moment, moment, value),
    )
