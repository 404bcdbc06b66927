"""Settings that belong to the log and travel with its file."""

from datetime import datetime

from peewee import SqliteDatabase

from second_wind.storage.tables.schema import SettingRow


def all_settings(database: SqliteDatabase) -> dict[str, str]:
    """Return every setting that was changed from its default."""
    query = SettingRow.select(SettingRow.id, SettingRow.value).where(
        SettingRow.deleted_at.is_null()
    )
    return dict(query.tuples().execute(database))


def put(database: SqliteDatabase, name: str, value: str, now: datetime) -> None:
    """Store a setting."""
    changed = (
        SettingRow.update(value=value, updated_at=now, deleted_at=None)
        .where(SettingRow.id == name)
        .execute(database)
    )
    if not changed:
        SettingRow.insert(id=name, value=value, created_at=now, updated_at=now).execute(database)
