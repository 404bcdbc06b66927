"""Life goes on after damage: what is confirmed stays, nothing false is called sound."""

import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from second_wind.core.errors.journal_errors import DamagedJournal, JournalUnreachable
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn, Exercise
from second_wind.journal.files.copies import safe_copies
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.safety.checking import damage_in, examine
from second_wind.journal.safety.rescue import Use, carry_out, clear_place, report_damage
from second_wind.paths import AppPaths
from second_wind.storage.copies import backups
from second_wind.storage.copies.copy_order import reach_of

Garble = Callable[[Path, str], None]
DAYS = [date(2026, 11, number) for number in range(10, 16)]


@pytest.fixture
def logged(paths: AppPaths, clock: FixedClock) -> Path:
    """Log a check-in on each day, with a copy after the second and the fourth."""
    journal = Journal(paths.journal, clock)
    for number, day in enumerate(DAYS):
        journal.store(add=[CheckIn(day=day, note=f"written on {day}")], name=ActName.LOG)
        clock.advance(hours=1)
        if number in (1, 3):
            journal.back_up("test")
    journal.close(copy=False)
    return paths.journal


def notes(journal: Path, clock: FixedClock) -> dict[date, str]:
    """Return what is noted on each day."""
    opened = Journal(journal, clock)
    try:
        return {each.day: each.note for each in opened.entries(CheckIn)}
    finally:
        opened.close(copy=False)


def forget_acts(path: Path) -> None:
    """Forget all acts, as time does."""
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DELETE FROM act_change")
        db.execute("DELETE FROM act")


def wrong(number: int) -> str:
    """Return what garbles two letters of a day's note."""
    return f"UPDATE check_in SET note = 'wrxtten om ' || day WHERE day = '{DAYS[number]}'"


def test_no_copy_is_made_of_garbage(logged: Path, clock: FixedClock, garble: Garble) -> None:
    """Logging goes on, closing says why there is no copy, and the sound copies stay."""
    garble(logged, wrong(0))
    before = [each.path for each in safe_copies(logged)]
    journal = Journal(logged, clock)
    journal.store(add=[Exercise(day=DAYS[0], minutes=20)], name=ActName.LOG)
    clock.advance(hours=1)
    with pytest.raises(DamagedJournal):
        journal.back_up_if_due().result()
    assert isinstance(journal.close(), DamagedJournal)
    assert [each.path for each in safe_copies(logged)] == before
    assert backups.unproved(logged) == []


@pytest.mark.parametrize("acts", [True, False])
def test_what_a_copy_or_an_act_knows_comes_back(
    logged: Path, clock: FixedClock, garble: Garble, *, acts: bool
) -> None:
    """A value that another witness has of the same moment is right, and needs no look."""
    if not acts:
        forget_acts(logged)
    garble(logged, wrong(0))
    report = report_damage(logged)
    assert report.disputes == ()
    carry_out(report, Use.BOTH, clock.now())
    assert notes(logged, clock) == {day: f"written on {day}" for day in DAYS}


def test_what_nobody_else_knows_is_named(
    logged: Path, clock: FixedClock, garble: Garble, paths: AppPaths
) -> None:
    """Its day is told, and what it reads; a check goes on naming it, whatever else is logged."""
    forget_acts(logged)
    garble(logged, wrong(5))
    assert examine(logged, paths.photos).garbled == (DAYS[5],)
    report = report_damage(logged)
    (dispute,) = report.disputes
    assert report.doubtful_days == (DAYS[5],)
    assert [each.values["note"] for each in dispute.versions] == [f"wrxtten om {DAYS[5]}"]
    carry_out(report, Use.BOTH, clock.now())
    Journal(logged, clock).close()  # makes a copy, which remembers it too
    checked = examine(logged, paths.photos)
    assert not checked.is_sound
    assert not checked.is_damaged
    assert checked.doubts == (dispute,)


Ends = Callable[[Journal, CheckIn], object]


def by_a_change(journal: Journal, entry: CheckIn) -> None:
    """Put it right."""
    change = CheckIn(**(_fields(entry) | {"note": "written"}))
    journal.store(change=[change], name=ActName.EDIT)


def by_deleting(journal: Journal, entry: CheckIn) -> None:
    """Drop it."""
    journal.store(delete=[entry], name=ActName.DELETE)


def by_a_word(journal: Journal, _entry: CheckIn) -> None:
    """Call it right."""
    assert journal.confirm_entries() == 1
    assert journal.confirm_entries() == 0


def by_a_copy(journal: Journal, _entry: CheckIn) -> None:
    """Return to a copy that has it as it was written."""
    (copy,) = backups.directory(journal.path).glob("*-test.*")
    journal.restore(copy)


@pytest.mark.parametrize("end", [by_a_change, by_deleting, by_a_word, by_a_copy])
def test_doubt_ends_by_whoever_knows(
    logged: Path, clock: FixedClock, garble: Garble, paths: AppPaths, end: Ends
) -> None:
    """From then on the journal is sound."""
    copy = safe_copies(logged)[-1].path
    held = copy.read_bytes()
    for each in safe_copies(logged):
        each.path.unlink()
    forget_acts(logged)
    garble(logged, wrong(0))
    carry_out(report_damage(logged), Use.BOTH, clock.now())
    copy.write_bytes(held)
    clock.advance(hours=1)
    journal = Journal(logged, clock)
    (entry,) = journal.entries(CheckIn, DAYS[0], DAYS[0])
    assert len(journal.entries_in_doubt()) == 1
    end(journal, entry)
    assert journal.entries_in_doubt() == ()
    journal.close(copy=False)
    assert examine(logged, paths.photos).is_sound


def test_an_older_state_in_a_copy_is_shown_beside_it(
    logged: Path, clock: FixedClock, garble: Garble
) -> None:
    """A note that was changed since: both are shown, each with its source."""
    journal = Journal(logged, clock)
    (entry,) = journal.entries(CheckIn, DAYS[0], DAYS[0])
    journal.store(change=[CheckIn(**(_fields(entry) | {"note": "changed"}))], name=ActName.EDIT)
    journal.close(copy=False)
    forget_acts(logged)
    garble(logged, f"UPDATE check_in SET note = 'chxxged' WHERE day = '{DAYS[0]}'")
    report = report_damage(logged)
    (dispute,) = report.disputes
    newest = safe_copies(logged)[0].path
    told = [(each.values["note"], each.source) for each in dispute.versions]
    assert told == [("chxxged", None), (f"written on {DAYS[0]}", newest)]


def _fields(entry: CheckIn) -> dict[str, object]:
    return {name: getattr(entry, name) for name in entry.__dataclass_fields__}


def test_unreadable_copies_are_passed_over_by_name(
    logged: Path, clock: FixedClock, garble: Garble
) -> None:
    """The next one is asked, and is what a choice of the copy means."""
    newest, older = (each.path for each in safe_copies(logged))
    newest.write_bytes(b"\xff" * newest.stat().st_size)
    forget_acts(logged)
    garble(logged, wrong(1))
    report = report_damage(logged)
    assert report.passed_over == (newest,)
    assert report.backup is not None
    assert report.backup.path == older
    carry_out(report, Use.BOTH, clock.now())
    assert notes(logged, clock) == {day: f"written on {day}" for day in DAYS}


@pytest.mark.parametrize("has_sound_copy", [True, False])
def test_one_bad_row_costs_a_copy_no_other(
    logged: Path, clock: FixedClock, garble: Garble, *, has_sound_copy: bool
) -> None:
    """What a damaged copy's seals prove is a witness as any; only what does not fit is not."""
    newest, older = (each.path for each in safe_copies(logged))
    if not has_sound_copy:
        older.unlink()
    garble(newest, wrong(1 if has_sound_copy else 0))
    forget_acts(logged)
    garble(logged, wrong(3))
    with closing(sqlite3.connect(logged)) as db, db:
        db.execute("DELETE FROM check_in WHERE day = ?", (str(DAYS[2]),))
    report = report_damage(logged)
    assert (report.used_in_part, report.passed_over) == ((newest,), ())
    assert report.disputes == ()
    assert (report.only_older, report.only_older_days) == ({"check_in": 1}, (DAYS[2],))
    carry_out(report, Use.BOTH, clock.now())
    assert notes(logged, clock) == {day: f"written on {day}" for day in DAYS}


def test_what_does_not_fit_in_a_copy_is_no_witness(logged: Path, garble: Garble) -> None:
    """Where the row of the file and that of the copy are both garbled, nobody is believed."""
    newest, older = (each.path for each in safe_copies(logged))
    older.unlink()
    garble(newest, wrong(3))
    forget_acts(logged)
    garble(logged, wrong(3).replace("wrxtten", "xxxtten"))
    (dispute,) = report_damage(logged).disputes
    assert [each.source for each in dispute.versions] == [None]


def test_a_broken_page_of_a_copy_costs_only_its_rows(
    logged: Path, clock: FixedClock, garble: Garble
) -> None:
    """A copy that SQLite can't read any more is still asked, page by page."""
    newest, older = (each.path for each in safe_copies(logged))
    older.unlink()
    with newest.open("r+b") as file:
        file.write(b"\xff" * 512)
    forget_acts(logged)
    garble(logged, wrong(3))
    report = report_damage(logged)
    assert report.used_in_part == (newest,)
    carry_out(report, Use.BOTH, clock.now())
    assert notes(logged, clock)[DAYS[3]] == f"written on {DAYS[3]}"


def test_a_copy_in_the_second_place_is_a_witness(
    logged: Path, garble: Garble, tmp_path: Path
) -> None:
    """Where the copies beside the journal are gone."""
    forget_acts(logged)
    garble(logged, wrong(1))
    place = tmp_path / "second"
    shutil.move(backups.directory(logged), place)
    assert report_damage(logged).disputes
    assert report_damage(logged, second_place=place).disputes == ()


def test_a_folder_of_copies_that_cannot_be_read(
    logged: Path, paths: AppPaths, garble: Garble, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told; the journal is looked at, and what it holds is saved, all the same."""

    def refuse(_journal: Path, _place: Path | None = None) -> list[Path]:
        raise JournalUnreachable(backups.directory(logged))

    garble(logged, wrong(1))
    monkeypatch.setattr(backups, "listed", refuse)
    found = examine(logged, paths.photos)
    assert found.garbled == (DAYS[1],)
    assert isinstance(found.copies_problem, JournalUnreachable)
    report = report_damage(logged)
    assert isinstance(report.copies_problem, JournalUnreachable)
    assert report.recovered == {"check_in": 6}


def test_a_return_over_damage_replaces_the_file(
    logged: Path, clock: FixedClock, garble: Garble, paths: AppPaths
) -> None:
    """The broken row does not stay, the damaged file is kept, and the next copy is the newest."""
    garble(logged, wrong(0))
    oldest = safe_copies(logged)[-1].path
    journal = Journal(logged, clock)
    with pytest.raises(DamagedJournal) as known:
        journal.restore(oldest)
    assert known.value.path == logged
    aside = journal.replace_by(oldest)
    assert {each.day for each in journal.entries(CheckIn)} == set(DAYS[:2])
    assert aside.exists()
    clock.advance(hours=1)
    journal.store(add=[CheckIn(day=DAYS[5], note="later")], name=ActName.LOG)
    copy = journal.back_up("test")
    journal.close(copy=False)
    assert examine(logged, paths.photos).is_sound
    assert safe_copies(logged)[0].path == copy


def test_an_older_copy_does_not_need_the_newest(
    logged: Path, clock: FixedClock, garble: Garble
) -> None:
    """Nor the journal: neither is asked for what the older one holds."""
    newest, older = (each.path for each in safe_copies(logged))
    newest.write_bytes(b"no journal")
    garble(logged, wrong(0))
    journal = Journal(logged, clock)
    journal.replace_by(older)
    journal.close(copy=False)
    assert notes(logged, clock) == {day: f"written on {day}" for day in DAYS[:2]}


def test_what_was_recovered_is_newer_than_every_copy(logged: Path, clock: FixedClock) -> None:
    """Acts are counted on, though none of them is kept."""
    with logged.open("r+b") as file:
        file.truncate(4096 * 5)
    last = safe_copies(logged)[0]
    carry_out(report_damage(logged), Use.BOTH, clock.now())
    copies = safe_copies(logged)
    assert copies[0].reason == "recovered"
    reached, before = reach_of(logged), reach_of(last.path)
    assert reached is not None
    assert before is not None
    assert reached.acts >= before.acts


def test_copies_of_a_journal_begun_anew_are_the_newer_ones(logged: Path, clock: FixedClock) -> None:
    """Those of the old one stay, and none of them is taken for the newest."""
    clear_place(logged, clock.now())
    journal = Journal(logged, clock)
    journal.store(add=[CheckIn(day=DAYS[0], note="anew")], name=ActName.LOG)
    copy = journal.back_up("test")
    journal.close(copy=False)
    assert safe_copies(logged)[0].path == copy
    report = report_damage(logged)
    assert report.only_older == {}


def test_a_journal_that_was_cut_short_is_not_copied(
    logged: Path, clock: FixedClock, paths: AppPaths
) -> None:
    """What its newest copy knows alone is still told after somebody has logged on."""
    newest, older = (each.path for each in safe_copies(logged))
    shutil.copy(older, logged)  # as if the end of the log were gone
    journal = Journal(logged, clock)
    journal.store(add=[Exercise(day=DAYS[0], minutes=20)], name=ActName.LOG)
    clock.advance(hours=1)
    assert isinstance(journal.close(), DamagedJournal)
    assert safe_copies(logged)[0].path == newest
    assert examine(logged, paths.photos).garbled == (DAYS[2], DAYS[3])
    carry_out(report_damage(logged), Use.BOTH, clock.now())
    assert set(notes(logged, clock)) == set(DAYS[:4])


def test_an_index_that_lacks_a_day_is_damage(logged: Path, clock: FixedClock) -> None:
    """A day must not look empty because its row is not in the index; SQLite's quick look passes."""
    with closing(sqlite3.connect(logged)) as db:
        (sql,) = db.execute("SELECT sql FROM sqlite_schema WHERE name='check_in_day'").fetchone()
        db.execute("PRAGMA writable_schema = on")
        partial = f"{sql} WHERE day <> '{DAYS[2]}'"
        db.execute("DROP INDEX check_in_day")
        db.execute(partial)
        db.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'check_in_day'", (sql,))
        db.commit()
    with closing(sqlite3.connect(logged)) as db:
        assert db.execute("PRAGMA quick_check").fetchone() == ("ok",)
        assert not db.execute("SELECT 1 FROM check_in WHERE day = ?", (str(DAYS[2]),)).fetchall()
    with pytest.raises(DamagedJournal):
        Journal(logged, clock)
    carry_out(report_damage(logged), Use.BOTH, clock.now())
    assert DAYS[2] in notes(logged, clock)


def test_one_row_only_an_older_copy_has(logged: Path, clock: FixedClock) -> None:
    """A journal never loses a row by itself: what vanished is told, and comes back."""
    newest, older = (each.path for each in safe_copies(logged))
    for path in (logged, newest):
        forget_acts(path)
        with closing(sqlite3.connect(path)) as db, db:
            db.execute("DELETE FROM check_in WHERE day = ?", (str(DAYS[0]),))
    assert older.exists()
    report = report_damage(logged)
    assert report.only_older == {"check_in": 1}
    assert report.only_older_days == (DAYS[0],)
    carry_out(report, Use.BOTH, clock.now())
    assert DAYS[0] in notes(logged, clock)


def test_a_clock_in_the_future_wins_no_row(logged: Path, clock: FixedClock) -> None:
    """What was changed after the clock was put right is the last state, also in a recovery."""
    right = clock.now()
    clock.moment = right + timedelta(days=3650)
    journal = Journal(logged, clock)
    (entry,) = journal.entries(CheckIn, DAYS[0], DAYS[0])
    ahead = CheckIn(**(_fields(entry) | {"note": "in the future"}))
    journal.store(change=[ahead], name=ActName.EDIT)
    journal.back_up("test")
    clock.moment = right
    journal.store(change=[CheckIn(**(_fields(entry) | {"note": "last"}))], name=ActName.EDIT)
    journal.close(copy=False)
    report = report_damage(logged)
    carry_out(report, Use.BOTH, clock.now())
    assert notes(logged, clock)[DAYS[0]] == "last"


def test_a_garbled_setting_is_damage(logged: Path, clock: FixedClock, garble: Garble) -> None:
    """It has no day, and is told all the same; nothing is read by a wrong day's start."""
    from dataclasses import replace

    journal = Journal(logged, clock)
    journal.change_settings(replace(journal.settings, day_start=3))
    journal.close(copy=False)
    garble(logged, "UPDATE setting SET value = '9'")
    with pytest.raises(DamagedJournal):
        Journal(logged, clock)
    assert damage_in(logged).faults
    carry_out(report_damage(logged), Use.BOTH, clock.now())
    mended = Journal(logged, clock)
    assert mended.settings.day_start == 3
    mended.close(copy=False)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE act_change SET after = replace(after, 'written', 'wrxtten') WHERE id = 6",
        "UPDATE act_change SET after = 'no JSON' WHERE id = 6",
        "UPDATE act SET name = 'lig' WHERE id = 6",
    ],
)
def test_a_garbled_act_is_not_taken_back(
    logged: Path, clock: FixedClock, garble: Garble, paths: AppPaths, change: str
) -> None:
    """Undo writes nothing that was never written; the entries stay as they are."""
    garble(logged, change)
    journal = Journal(logged, clock)
    with pytest.raises(DamagedJournal):
        journal.undo()
    journal.close(copy=False)
    assert examine(logged, paths.photos).is_damaged
    carry_out(report_damage(logged), Use.BOTH, clock.now())
    assert notes(logged, clock) == {day: f"written on {day}" for day in DAYS}


def test_what_the_window_remembers_is_recovered(
    logged: Path, clock: FixedClock, garble: Garble
) -> None:
    """Drafts and the like are rows, too."""
    moment = "2026-11-22T13:32:00.000000+00:00"
    value = json.dumps({"note": "half a"})
    journal = Journal(logged, clock)
    with journal._database.writing() as db:
        db.connection.execute(
            "INSERT INTO state VALUES ('draft', ?, ?, NULL, ?, '')", (moment, moment, value)
        )
    journal.close(copy=False)
    garble(logged, wrong(5))
    carry_out(report_damage(logged), Use.BOTH, clock.now())
    with closing(sqlite3.connect(logged)) as reader:
        assert reader.execute("SELECT value FROM state").fetchall() == [(value,)]


@pytest.mark.parametrize("length", [0, 4096, 3 * 4096, 40_000])
def test_a_cut_file_keeps_the_log_of_a_killed_program(
    logged: Path, clock: FixedClock, length: int
) -> None:
    """It is refused and left as it is, and what is missing between both is told."""
    with closing(sqlite3.connect(logged)) as other:
        other.execute("SELECT count(*) FROM check_in").fetchall()  # the log stays while it is open
        journal = Journal(logged, clock)
        journal.store(add=[CheckIn(day=DAYS[0], note="in the log")], name=ActName.LOG)
        home = logged.parent / "killed"
        home.mkdir()
        for each in logged.parent.glob("journal.sqlite3*"):
            shutil.copy(each, home)
        journal.close(copy=False)
    path = home / logged.name
    os.truncate(path, length)
    before = {each.name: each.read_bytes() for each in home.glob("journal.sqlite3*")}
    for _ in range(2):
        with pytest.raises(DamagedJournal):
            Journal(path, clock)
    after = {each.name: each.read_bytes() for each in home.glob("journal.sqlite3*")}
    before.pop(f"{path.name}-shm")
    after.pop(f"{path.name}-shm")
    assert after == before
    assert report_damage(path).is_cut
    carry_out(report_damage(path), Use.BOTH, clock.now())
    assert "in the log" in notes(path, clock).values()
