"""Pages, cells and rows read without SQLite: the same as SQLite reads, and never garbage."""

import sqlite3
import struct
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from second_wind.core.errors.journal_errors import DamagedJournal
from second_wind.core.log.entries import CheckIn
from second_wind.storage.file.database import Database
from second_wind.storage.pages import cells
from second_wind.storage.pages.pages import Image, frames, images, log_is_torn
from second_wind.storage.pages.salvage import ActState, Change, salvage, state_after
from second_wind.storage.tables import acts, entries, shapes
from second_wind.storage.tables.rows import read
from second_wind.storage.tables.sql import connection, execute

NOW = datetime(2026, 11, 22, 13, 32, tzinfo=UTC)
DAY = date(2026, 11, 22)


def log(database: Database, *notes: str) -> list[CheckIn]:
    """Log check-ins, an act each."""
    made = [CheckIn(day=DAY, mood=6.25, note=note, feelings=("müde", "😀")) for note in notes]
    for each in made:
        with database.writing() as db:
            acts.record(db, lambda d, n, e=each: entries.add(d, [e], n), "log", "", NOW)
    return made


def rows_in(path: Path) -> dict[str, dict[str, object]]:
    """Return what SQLite reads."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        return {table: found for table, found in read(db).items() if found}


@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(lengths=st.lists(st.integers(0, 20_000), min_size=1, max_size=6))
def test_reads_what_sqlite_reads(tmp_path: Path, lengths: list[int]) -> None:
    """Rows of every length, those that run over several pages too, come out byte for byte."""
    path = tmp_path / f"{hash(tuple(lengths))}.sqlite3"
    with closing(Database(path, NOW)) as database:
        log(database, *("äx" * (length // 2) for length in lengths))
    found = salvage(path, {})
    assert {
        table: {key: states[-1] for key, states in by_key.items()}
        for table, by_key in found.rows.items()
    } == rows_in(path)
    assert len(found.changes) == len(found.acts) == len(lengths)


def test_reads_what_only_the_log_holds(database: Database) -> None:
    """What was committed but not yet folded into the file is found, too."""
    log(database, "in the log")
    assert rows_in(database.path).keys() == salvage(database.path, {}).rows.keys()


def test_leaves_out_what_was_not_committed(database: Database, tmp_path: Path) -> None:
    """Pages that a killed process wrote without an end are not read."""
    log(database, "kept")
    wal = database.path.with_name("journal.sqlite3-wal").read_bytes()
    database.path.with_name("killed.sqlite3").write_bytes(database.path.read_bytes())
    whole = len(list(images(database.path)))
    cut = tmp_path / "killed.sqlite3-wal"
    cut.write_bytes(wal[:-4120])
    assert len(list(images(cut.with_name("killed.sqlite3")))) == whole - 1
    assert salvage(cut.with_name("killed.sqlite3"), {}).rows == {}


def test_leaves_out_what_a_checkpoint_left_behind(database: Database) -> None:
    """A log written from its start again still holds older pages at its end."""
    log(database, *"abcdefgh")
    long = len(frames(database.path.with_name("journal.sqlite3-wal"), 4096))
    with database.reading() as db:
        execute(db, "PRAGMA wal_checkpoint(RESTART)").fetchall()
    log(database, "i")
    found = frames(database.path.with_name("journal.sqlite3-wal"), 4096)
    assert 0 < len(found) < long / 2
    assert found[-1].commit


UNDONE = ActState("log", "2026-11-23T00:00:00.000000+00:00", undone=True)
BEFORE = {"id": "a", "created_at": "1", "updated_at": "1", "deleted_at": None, "note": "before"}
AFTER = BEFORE | {"updated_at": "2", "note": "after"}


@pytest.mark.parametrize(
    ("before", "act", "expected"),
    [
        (BEFORE, None, AFTER),  # of an act that can't be read
        (BEFORE, replace(UNDONE, undone=False), AFTER),
        (BEFORE, UNDONE, BEFORE | {"updated_at": UNDONE.at}),
        (None, UNDONE, AFTER | {"updated_at": UNDONE.at, "deleted_at": "1"}),
        (BEFORE, replace(UNDONE, name="merge"), BEFORE),
        (None, replace(UNDONE, name="merge"), None),
    ],
)
def test_acts_tell_how_a_row_is_now(
    before: dict[str, object] | None, act: ActState | None, expected: dict[str, object] | None
) -> None:
    """What stands is as it was left; what was undone is as before, or as if it had never been."""
    assert state_after(Change(1, "check_in", before, AFTER), act) == expected


def test_indexes_tell_the_days(database: Database) -> None:
    """Where a row can't be read, its day and its id still lie in the indexes."""
    (made,) = log(database, "x")
    with database.reading() as db:
        listed = connection(db).execute("SELECT name, rootpage FROM sqlite_schema").fetchall()
    found = salvage(database.path, dict(listed))
    assert found.days["check_in"] == {1: "2026-11-22"}
    assert found.keys["check_in"] == {1: made.id}


@given(st.binary(min_size=512, max_size=512), st.integers(1, 3))
def test_garbage_raises_nothing(garbage: bytes, number: int) -> None:
    """Whatever lies on a page, reading it ends, and what comes out is no row."""
    image = Image(512, {number: garbage, 7: garbage}, frozenset({number}))
    for sort in (2, 5, 10, 13):
        page = bytes([sort]) + garbage[1:]
        image.pages[number] = page
        assert isinstance(cells.children(image, number), list)
        for cell in cells.cells(image, number):
            assert all(shapes.row_of(table, cell.values) is None for table in shapes.columns())


ROW = {
    "id": "0b7d",
    "created_at": "2026-11-22T13:32:00.000000+00:00",
    "updated_at": "2026-11-22T13:32:00.000000+00:00",
    "deleted_at": None,
    "day": "2026-11-22",
    "note": "a line\nand another\t✓",
    "source": "",
    "source_id": "",
    "at": "14:32",
    "mood": 6.5,
    "feelings": '["calm"]',
    "original": "",
}


def test_a_row_as_it_is_written_fits() -> None:
    """All that the program writes is taken for what it is."""
    assert shapes.fits("check_in", ROW)
    assert shapes.fits("check_in", ROW | {"mood": None, "at": None, "feelings": "[]"})


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": ""},
        {"id": "\x00"},
        {"created_at": "yesterday"},
        {"updated_at": None},
        {"deleted_at": "2026"},
        {"day": "2026-13-01"},
        {"note": "a\x00b"},
        {"note": None},
        {"note": b"bytes"},
        {"at": "25:00"},
        {"mood": 11.0},
        {"mood": "6"},
        {"feelings": "calm"},
        {"feelings": "[1]"},
    ],
)
def test_garbage_does_not_fit(wrong: dict[str, object]) -> None:
    """A value that the program can't have written is noticed."""
    assert not shapes.fits("check_in", ROW | wrong)


def test_wiped_row_fits() -> None:
    """A row in the trash has lost its content and is a row all the same."""
    outing = dict.fromkeys(shapes.columns()["outing"], "") | {
        "id": "1",
        "created_at": ROW["created_at"],
        "updated_at": ROW["updated_at"],
        "deleted_at": ROW["updated_at"],
        "day": "2026-11-22",
        "at": None,
        "minutes": None,
        "photos": "[]",
        "as_exercise": 0,
    }
    assert shapes.fits("outing", outing)
    assert not shapes.fits("outing", outing | {"deleted_at": None})


def test_log_that_lost_a_page_is_torn(database: Database) -> None:
    """A damaged page with later transactions behind it is damage; at the end it is a power cut."""
    log(database, *"abcd")
    log_file = database.path.with_name("journal.sqlite3-wal")
    content = log_file.read_bytes()
    assert not log_is_torn(database.path)
    in_the_last = len(content) - 2 * 4120 + 50  # with a page of the same transaction behind it
    for place, torn in (
        (in_the_last, False),
        (40, True),
        (33, True),
        (0, True),
        (len(content) // 2, True),
        (len(content) - 9, False),
    ):
        broken = bytearray(content)
        broken[place] ^= 0xFF
        copy = database.path.with_name("copy.sqlite3")
        copy.with_name("copy.sqlite3-wal").write_bytes(broken)
        assert log_is_torn(copy) is torn, place


def test_log_of_another_page_size_is_torn(tmp_path: Path) -> None:
    """A header that makes no sense hides what follows it."""
    path = tmp_path / "a.sqlite3"
    path.with_name("a.sqlite3-wal").write_bytes(struct.pack(">8I", 0x377F0682, 1, 77, *[0] * 5))
    assert not log_is_torn(path)
    path.with_name("a.sqlite3-wal").write_bytes(struct.pack(">8I", 0x377F0682, 1, 77, *[0] * 5) * 9)
    assert log_is_torn(path)


def test_torn_log_is_not_opened(database: Database, tmp_path: Path) -> None:
    """SQLite would drop what came after the damage without a word; so it is not asked."""
    log(database, *"abcd")
    killed = tmp_path / "killed.sqlite3"
    killed.write_bytes(database.path.read_bytes())
    content = bytearray(database.path.with_name("journal.sqlite3-wal").read_bytes())
    content[len(content) // 2] ^= 0xFF
    killed.with_name("killed.sqlite3-wal").write_bytes(content)
    with pytest.raises(DamagedJournal):
        Database(killed, NOW)
    assert killed.with_name("killed.sqlite3-wal").read_bytes() == content
