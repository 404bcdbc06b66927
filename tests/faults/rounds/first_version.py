"""Makes journals as the first version wrote them: without seals, or what an import brought."""

import sqlite3
from contextlib import closing
from pathlib import Path

from second_wind.core.log.clock import SystemClock
from second_wind.storage.file.database import Database
from second_wind.storage.tables import migrations
from second_wind.storage.tables.rows import columns, tables


def write_as_first_version(journal: Path, target: Path) -> None:
    """Write the rows of a journal, which is closed, to a new one of the first version."""
    newer = migrations.MIGRATIONS
    migrations.MIGRATIONS = newer[:1]
    try:
        Database(target, SystemClock().now()).close()
    finally:
        migrations.MIGRATIONS = newer
    with closing(sqlite3.connect(target)) as db:
        db.execute("ATTACH ? AS newer", (str(journal),))
        for table in tables(db):
            names = ", ".join(columns(db, table))
            db.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM newer.{table}")
        db.commit()
