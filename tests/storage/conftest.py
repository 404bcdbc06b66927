"""A journal file below the journal: for tests of the storage alone."""

from collections.abc import Iterator

import pytest

from second_wind.core.clock import FixedClock
from second_wind.paths import AppPaths
from second_wind.storage.database import Database


@pytest.fixture
def database(paths: AppPaths, clock: FixedClock) -> Iterator[Database]:
    """Open an empty file."""
    database = Database(paths.journal, clock.now())
    yield database
    database.close()
