"""Settings that travel with the journal's file."""

from datetime import UTC, datetime

from second_wind.storage.file.database import Database
from second_wind.storage.tables import settings

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def test_settings_are_stored_and_replaced(database: Database) -> None:
    """The last value of each name counts."""
    with database.writing() as db:
        assert settings.all_settings(db) == {}
        settings.put(db, "goal", "30", NOW)
        settings.put(db, "day_start", "0", NOW)
        settings.put(db, "goal", "40", NOW)
        assert settings.all_settings(db) == {"goal": "40", "day_start": "0"}
