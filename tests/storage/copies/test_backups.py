"""Safe copies: proved, private, told apart by journal, thinned by the policy."""

import os
import shutil
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_wind.core.errors.journal_errors import DamagedJournal, JournalUnreachable
from second_wind.core.log.entries import CheckIn
from second_wind.storage.copies import backups
from second_wind.storage.file.database import Database
from second_wind.storage.tables import entries
from second_wind.storage.tables.sql import execute

NOW = datetime(2026, 11, 22, 13, 32, tzinfo=UTC)


def log(database: Database) -> None:
    """Write one check-in."""
    with database.writing() as db:
        entries.add(db, [CheckIn(day=date(2026, 11, 22), mood=6)], NOW)


def back_up(database: Database, now: datetime = NOW) -> Path:
    """Make a copy."""
    with database.reading() as db:
        return backups.make(db, database.path, now, "test")


def check_ins(path: Path) -> int:
    """Count the check-ins of a file."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        return int(db.execute("SELECT count(*) FROM check_in").fetchone()[0])


def test_copy_holds_what_only_the_log_holds(database: Database) -> None:
    """Rows that were committed but not yet folded into the file are in the copy."""
    log(database)
    assert check_ins(back_up(database)) == 1


def test_copy_is_one_private_file(database: Database) -> None:
    """A copy is whole by itself, and nobody else can read it."""
    log(database)
    copy = back_up(database)
    assert [each.name for each in copy.parent.iterdir()] == [copy.name]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700


def test_name_tells_the_moment_and_the_reason(database: Database) -> None:
    """A person who looks into the folder can choose."""
    copy = back_up(database)
    assert copy.name == "journal_20261122T133200.000000-test.backup.sqlite3"
    assert backups.made_at(database.path, copy) == NOW


def test_copy_opens_as_a_journal(database: Database, tmp_path: Path) -> None:
    """What is restored is a journal, with its version and its acts."""
    log(database)
    copy = back_up(database).rename(tmp_path / "restored.sqlite3")
    with closing(Database(copy, NOW)) as restored, restored.reading() as db:
        assert execute(db, "PRAGMA quick_check").fetchone() == ("ok",)


def test_write_of_another_process_meanwhile_does_no_harm(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Copy and comparison see one moment, however much is written between them."""
    original = backups._counts

    def counts(connection: sqlite3.Connection) -> dict[str, int]:
        monkeypatch.setattr(backups, "_counts", original)
        with closing(Database(database.path, NOW)) as other:
            log(other)
            found = original(connection)
            log(other)
        return found

    monkeypatch.setattr(backups, "_counts", counts)
    assert check_ins(back_up(database)) == 1
    assert check_ins(back_up(database)) == 2


def test_damaged_journal_makes_no_copy(database: Database) -> None:
    """A copy of damage must not push out the sound ones."""
    log(database)
    kept = back_up(database, NOW - timedelta(days=1))
    with database.reading() as db:
        (page,) = execute(
            db, "SELECT rootpage FROM sqlite_schema WHERE name = 'check_in_day'"
        ).fetchone()
    database.close()
    with database.path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    with closing(Database(database.path, NOW)) as damaged, pytest.raises(DamagedJournal):
        back_up(damaged)
    assert list(backups.directory(database.path).iterdir()) == [kept]


def test_lost_rows_are_noticed(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy that lacks rows is refused, even if SQLite finds it sound."""
    counts = iter([{"check_in": 2}, {"check_in": 1}])
    monkeypatch.setattr(backups, "_counts", lambda _: next(counts))
    with pytest.raises(DamagedJournal):
        back_up(database)
    assert list(backups.directory(database.path).iterdir()) == []


def test_file_in_the_way(database: Database) -> None:
    """Where the folder can't be made, the error is known and names the folder."""
    place = backups.directory(database.path)
    place.write_text("in the way")
    with pytest.raises(JournalUnreachable) as known:
        back_up(database)
    assert known.value.path == place


def test_journals_with_similar_names_keep_their_own_copies(tmp_path: Path) -> None:
    """`a`, `a_b` and `a[1]` share a folder: none counts, thins or deletes another's copies."""
    paths = [tmp_path / f"{name}.sqlite3" for name in ("a", "a_b", "a[1]", "a_b.old")]
    for path in paths:
        with closing(Database(path, NOW)) as database:
            back_up(database, NOW - timedelta(days=1))
            back_up(database, NOW - timedelta(days=1, minutes=-1))
            back_up(database)
    assert [len(backups.listed(path)) for path in paths] == [2, 2, 2, 2]


def test_other_files_in_the_folder_stay(database: Database) -> None:
    """What the person puts there is neither counted nor deleted."""
    place = backups.directory(database.path)
    place.mkdir()
    others = [place / "journal_mine.backup.sqlite3", place / "journal_notes.txt"]
    for each in others:
        each.write_text("x")
    copy = back_up(database)
    assert backups.listed(database.path) == [copy]
    assert set(place.iterdir()) == {copy, *others}


def test_leftovers_of_killed_processes_are_swept(database: Database) -> None:
    """A half-written copy never counts; an old one goes, a fresh one may still be written."""
    place = backups.directory(database.path)
    place.mkdir()
    name = "journal_20261121T133100.000000-test.backup.sqlite3.partial"
    old, fresh = place / name, place / name.replace("1121", "1122")
    for each, age in ((old, 2), (fresh, 0)):
        each.write_text("x")
        moment = (NOW - timedelta(hours=age)).timestamp()
        os.utime(each, (moment, moment))
    assert backups.listed(database.path) == []
    copy = back_up(database, NOW)
    assert set(place.iterdir()) == {copy, fresh}


@pytest.mark.parametrize(
    ("hours_ago", "kept"),
    [
        ([], []),
        ([0], [0]),
        # The last hours stay whole.
        ([0, 1, 2, 3, 4, 5, 5.9], [0, 1, 2, 3, 4, 5, 5.9]),
        # 13:32 UTC: 7 and 8 hours ago are the same day as now; its newest stays by itself.
        ([0, 7, 8], [0]),
        # A day's newest copy stays for it.
        ([0, 24, 26, 48, 50], [0, 24, 48]),
        # A single copy stays however old it is.
        ([24 * 4000], [24 * 4000]),
    ],
)
def test_policy(hours_ago: list[float], kept: list[float]) -> None:
    """What stays is a table that anybody can check."""
    moments = [NOW - timedelta(hours=each) for each in hours_ago]
    stay = backups.kept(moments, NOW)
    assert [each for each, keep in zip(hours_ago, stay, strict=True) if keep] == kept


def test_policy_over_two_years_of_daily_copies() -> None:
    """Twelve days, then Sundays to ten weeks back, then ends of months to nine."""
    moments = [NOW - timedelta(days=i) for i in range(730)]
    stay = [m for m, keep in zip(moments, backups.kept(moments, NOW), strict=True) if keep]
    days = [each.date().isoformat() for each in stay]
    assert days == [
        *(f"2026-11-{number:02}" for number in range(22, 10, -1)),
        *("2026-11-08", "2026-11-01", "2026-10-31", "2026-10-25", "2026-10-18", "2026-10-11"),
        *("2026-10-04", "2026-09-30", "2026-09-27", "2026-09-20", "2026-08-31", "2026-07-31"),
        *("2026-06-30", "2026-05-31", "2026-04-30", "2026-03-31"),
    ]


MOMENTS = st.lists(
    st.integers(0, 900 * 24 * 60).map(lambda minutes: NOW - timedelta(minutes=minutes)),
    max_size=200,
)


@given(MOMENTS)
def test_policy_keeps_the_newest_and_no_crowd(moments: list[datetime]) -> None:
    """The newest copy always stays, and beyond the last hours never more than 12 + 10 + 9."""
    stay = {m for m, keep in zip(moments, backups.kept(moments, NOW), strict=True) if keep}
    assert not moments or max(moments) in stay
    assert len([each for each in stay if NOW - each >= timedelta(hours=6)]) <= 31


@given(MOMENTS)
def test_thinning_twice_is_thinning_once(moments: list[datetime]) -> None:
    """What stays today is not taken by the next look at the same moment."""
    stay = [m for m, keep in zip(moments, backups.kept(moments, NOW), strict=True) if keep]
    assert all(backups.kept(stay, NOW))


def test_a_copy_that_cannot_be_read_stands_for_no_other(database: Database) -> None:
    """It stays as it is, and the sound ones of its day stay beside it."""
    log(database)
    older = back_up(database, NOW - timedelta(hours=30))
    broken = older.with_name(older.name.replace("T073", "T093"))
    broken.write_bytes(b"no journal" * 1000)
    copy = back_up(database)
    assert set(backups.listed(database.path)) == {older, broken, copy}


def test_a_copy_that_comes_meanwhile_stops_no_thinning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Window and command line may copy and thin at the same moment."""
    journal = tmp_path / "journal.sqlite3"
    folder = backups.directory(journal)

    def name(moment: datetime) -> Path:
        return folder / f"journal_{moment:%Y%m%dT%H%M%S.%f}-close.backup.sqlite3"

    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    old = [name(now - timedelta(days=3, hours=hour)) for hour in (1, 2)]
    with closing(Database(journal, now)) as database, database.reading() as db:
        whole = backups.make(db, journal, now, "whole")
    for each in old:
        shutil.copy(whole, each)
    whole.unlink()
    assert backups.listed(journal) == sorted(old)
    listing = backups.listed

    def grows(journal: Path, place: Path | None = None) -> list[Path]:
        found = listing(journal, place)
        shutil.copy(old[0], name(now - timedelta(seconds=len(found))))
        return found

    monkeypatch.setattr(backups, "listed", grows)
    backups.thin(journal, now)
    assert old[0].exists()
    assert not old[1].exists()
