"""What the window remembers that depends on entries; it lies with them, and no act records it."""

from datetime import datetime

from second_wind.storage.tables.fields import stamp
from second_wind.storage.tables.sql import OpenDatabase, execute


def all_of(database: OpenDatabase, prefix: str) -> dict[str, str]:
    """Return what is remembered under names that begin so, the oldest first."""
    found = execute(
        database,
        "SELECT id, value FROM state WHERE deleted_at IS NULL AND substr(id, 1, ?) = ?"
        " ORDER BY created_at, rowid",
        (len(prefix), prefix),
    )
    return dict(found.fetchall())


def put(database: OpenDatabase, name: str, value: str, now: datetime) -> None:
    """Remember a text under a name."""
    moment = stamp(now)
    execute(
        database,
        "INSERT INTO state (id, created_at, updated_at, value) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET value = excluded.value,"
        " updated_at = excluded.updated_at, deleted_at = NULL",
        (name, moment, moment, value),
    )


def forget(database: OpenDatabase, name: str, now: datetime) -> None:
    """Forget what is remembered; an empty row stays, so that no merge brings it back."""
    execute(
        database,
        "UPDATE state SET value = '', updated_at = ?, deleted_at = ?"
        " WHERE id = ? AND deleted_at IS NULL",
        (stamp(now), stamp(now), name),
    )


def prune(database: OpenDatabase, prefix: str, before: datetime) -> None:
    """Remove empty rows of such names that were forgotten before a moment; there would be many."""
    execute(
        database,
        "DELETE FROM state WHERE deleted_at < ? AND substr(id, 1, ?) = ?",
        (stamp(before), len(prefix), prefix),
    )


def last_written(database: OpenDatabase, prefix: str) -> datetime | None:
    """Return when something was remembered last under such names (UTC), None if nothing is."""
    (found,) = execute(
        database,
        "SELECT max(updated_at) FROM state WHERE deleted_at IS NULL AND substr(id, 1, ?) = ?",
        (len(prefix), prefix),
    ).fetchone()
    return datetime.fromisoformat(found) if found else None
