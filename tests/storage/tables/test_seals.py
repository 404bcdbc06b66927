"""Each row has a seal: whoever writes it makes one, and what damage changed does not fit it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_wind.core.errors.journal_errors import DamagedJournal
from second_wind.core.log.entries import CheckIn, Exercise, Rest
from second_wind.paths import AppPaths
from second_wind.storage.file.database import Database
from second_wind.storage.tables import acts, entries, migrations, rows, seals, settings
from second_wind.storage.tables.sql import connection, execute

NOW = datetime(2026, 11, 22, tzinfo=UTC)
DAY = date(2026, 11, 22)
LOGGED = CheckIn(day=DAY, mood=1 + 9 * 0.6, note="müde 😀", source="daylio", source_id="a")


@pytest.fixture
def database(paths: AppPaths) -> Iterator[Database]:
    """Open a journal that holds one check-in."""
    with closing(Database(paths.journal, NOW)) as opened:
        act(opened, lambda db, now: entries.add(db, [LOGGED, Rest(day=DAY)], now))
        yield opened


def act(database: Database, write: object) -> int:
    """Write something as one act; return its number."""
    with database.writing() as db:
        return acts.record(db, write, "log", "", NOW)[0].id  # type: ignore[arg-type]


def unsealed(database: Database) -> list[seals.Unsealed]:
    """Return every row whose seal does not fit."""
    with database.reading() as db:
        return seals.unsealed(connection(db))


def test_whatever_writes_a_row_seals_it(database: Database) -> None:
    """Logged, changed, deleted, taken back, done again, put back as it was, set: all fit."""
    with database.reading() as db:
        states = rows.read(connection(db))["check_in"].values()
    number = act(database, lambda db, now: entries.delete(db, LOGGED, now))
    assert unsealed(database) == []
    with database.writing() as db:
        acts.undo(db, number, NOW)
        acts.redo(db, number, NOW)
        acts.undo(db, number, NOW, exact=True)
        settings.put(db, "goal", "30", NOW)
        execute(db, "INSERT INTO state VALUES ('draft', '', '', NULL, 'half a', '')")
        rows.put(connection(db), "check_in", states)
    assert unsealed(database) == []
    with database.reading() as db:
        for table in (*rows.tables(connection(db)), "act_change"):
            assert execute(db, f"SELECT count(*) FROM {table} WHERE seal = ''").fetchone() == (0,)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE check_in SET note = 'mude'",
        "UPDATE check_in SET note = CAST(x'ff80' AS TEXT)",
        "UPDATE check_in SET note = x'00'",
        "UPDATE check_in SET mood = mood + 0.5",
        "UPDATE check_in SET mood = NULL",
        "UPDATE check_in SET day = '2026-11-21'",
        "UPDATE check_in SET updated_at = 'x'",
        "UPDATE check_in SET origin = 'x'",
        "UPDATE check_in SET seal = 'x'",
        "UPDATE check_in SET seal = x'ff'",
        "UPDATE check_in SET seal = ''",
    ],
)
def test_damage_does_not_fit_the_seal(
    database: Database, change: str, garble: Callable[[Path, str], None]
) -> None:
    """Whatever became of a value, or of the seal itself, the row is named with its day."""
    database.close()
    garble(database.path, change)
    with closing(Database(database.path, NOW)) as again:
        ((table, key, day),) = unsealed(again)
    assert (table, key) == ("check_in", LOGGED.id)
    assert day == ("2026-11-21" if "day" in change else "2026-11-22")


@pytest.mark.parametrize("garbage", ["'mude'", "CAST(x'ff80' AS TEXT)"])
def test_garbage_is_never_sealed_anew(
    database: Database, garbage: str, garble: Callable[[Path, str], None]
) -> None:
    """A row that is not as it was sealed can't be changed or deleted: its day is damaged."""
    database.close()
    garble(database.path, f"UPDATE check_in SET note = {garbage}")
    with closing(Database(database.path, NOW)) as again:
        for write in (entries.delete, entries.change):
            with pytest.raises(DamagedJournal):
                act(again, lambda db, now, write=write: write(db, LOGGED, now))
        assert len(unsealed(again)) == 1
        # Other rows are written as ever.
        act(again, lambda db, now: entries.add(db, [Exercise(day=DAY, minutes=20)], now))


def test_ids_and_links_are_no_part_of_what_an_import_brought() -> None:
    """Two imports of one file, on two computers, are known as the same."""
    one = {"id": "a", "day": "2026-11-22", "note": "x", "source": "s", "person_id": "p"}
    two = one | {"id": "b", "source": "t", "person_id": "q", "updated_at": "later", "seal": "s"}
    assert seals.origin("talk", one) == seals.origin("talk", two)
    assert seals.origin("talk", one) != seals.origin("talk", one | {"note": "y"})


def test_a_column_that_comes_later_changes_no_origin() -> None:
    """As long as it is empty: what was imported before is still known as the same."""
    one = {"id": "a", "day": "2026-11-22", "note": "x"}
    added = {"ended": None, "guess": "", "links": "[]", "is_guess": 0}
    assert seals.origin("talk", one) == seals.origin("talk", one | added)


@given(st.lists(st.text() | st.none() | st.floats(allow_nan=False), max_size=4))
def test_seal_tells_values_apart(values: list[str | float | None]) -> None:
    """A text that moves from one column to its neighbour changes the seal, as any change does."""
    assert seals.seal("a", *values, "b") != seals.seal("a", *values, "", "b")
    assert seals.seal("a", *values, "bc", "") != seals.seal("a", *values, "b", "c")
    assert seals.seal("a", *values, 4) == seals.seal("a", *values, 4.0)


def test_definition_never_changes() -> None:
    """Files hold these digests: the same values have the same seal for ever."""
    assert seals.seal("check_in", "id", None, 6.5, b"note", 3) == "600eeb7e0443d18e"
    assert seals.origin("rest", {"day": "2026-11-22", "note": ""}) == "331fc27fd264c93e"


def before_seals(path: Path) -> Path:
    """Make a journal of the first version with one check-in and its act."""
    newer = migrations.MIGRATIONS
    migrations.MIGRATIONS = newer[:1]
    try:
        with closing(Database(path, NOW)) as old, old.writing() as db:
            execute(
                db,
                "INSERT INTO check_in VALUES ('a', '2026-11-22T00:00:00.000000+00:00',"
                " '2026-11-22T00:00:00.000000+00:00', NULL, '2026-11-22', 'one', 'csv', 'x',"
                " NULL, 5.5, '[]', '')",
            )
    finally:
        migrations.MIGRATIONS = newer
    return path


def test_rows_of_before_get_seal_and_origin(paths: AppPaths) -> None:
    """An imported row that nobody changed tells what its import brought, as a new one does."""
    with closing(Database(before_seals(paths.journal), NOW)) as database:
        assert unsealed(database) == []
        with database.reading() as db:
            (values,) = rows.read(connection(db))["check_in"].values()
        assert values["origin"] == seals.origin("check_in", values)


def test_garbage_of_before_is_not_sealed(paths: AppPaths) -> None:
    """A row that can't have been written is damage, and the file keeps its version and bytes."""
    path = before_seals(paths.journal)
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE check_in SET feelings = '[garbage'")
        db.commit()
    with pytest.raises(DamagedJournal):
        Database(path, NOW)
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)


def test_shares_in_turn_reach_every_row(
    database: Database, garble: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is a part of the log alone, so that it is read at once."""
    monkeypatch.setattr(seals, "ROWS_IN_SHARE", 2)
    some = [CheckIn(day=DAY, mood=5) for _ in range(6)]
    act(database, lambda db, now: entries.add(db, some, now))
    garble(database.path, "UPDATE check_in SET mood = 6")
    with database.reading() as db:
        found = [
            {each.id for each in seals.unsealed_in_share(connection(db), number)}
            for number in range(7, 11)
        ]
    assert set().union(*found) == {LOGGED.id, *(each.id for each in some)}
    assert max(map(len, found)) <= 2
