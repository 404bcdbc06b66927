"""Acts: recorded by triggers, taken back and done again exactly, kept for long enough."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from second_wind.core.log.entries import AnyEntry, CheckIn, Exercise
from second_wind.storage.file.database import Database
from second_wind.storage.tables import acts, entries, settings
from second_wind.storage.tables.acts import ActRow
from second_wind.storage.tables.sql import OpenDatabase, execute

NOW = datetime(2026, 11, 22, 13, 32, tzinfo=UTC)
DAY = date(2026, 11, 22)
Write = Callable[[OpenDatabase, datetime], Any]


def record(
    database: Database, write: Write, *, extend: int | None = None, now: datetime = NOW
) -> ActRow:
    """Do something as an act."""
    with database.writing() as db:
        return acts.record(db, write, "log", "", now, extend)[0]


def adding(*given: AnyEntry) -> Write:
    """Return a write that adds entries."""
    return lambda db, now: entries.add(db, given, now)


def changing(entry: AnyEntry) -> Write:
    """Return a write that changes an entry."""
    return lambda db, now: entries.change(db, entry, now)


def undo(database: Database, act: ActRow) -> None:
    """Take back an act."""
    with database.writing() as db:
        acts.undo(db, act.id, NOW)


def kept(database: Database) -> int:
    """Count the acts."""
    with database.reading() as db:
        return int(execute(db, "SELECT count(*) FROM act").fetchone()[0])


def changes(database: Database) -> list[tuple[str, str, bool]]:
    """Return which rows of which tables were changed, and whether they were there before."""
    with database.reading() as db:
        return execute(db, "SELECT noun, row, before IS NOT NULL FROM act_change").fetchall()


def test_nothing_is_recorded_outside_of_an_act(database: Database) -> None:
    """The triggers rest while no act is open, so that undoing is no act itself."""
    with database.writing() as db:
        entries.add(db, [CheckIn(day=DAY)], NOW)
    assert changes(database) == []


def test_act_names_every_row(database: Database) -> None:
    """One act may touch several kinds, settings too; each row is known before and after."""
    walk = Exercise(day=DAY, minutes=20)
    record(database, adding(walk))
    mood = CheckIn(day=DAY)

    def write(db: OpenDatabase, now: datetime) -> None:
        entries.add(db, [mood], now)
        entries.delete(db, walk, now)
        settings.put(db, "goal", "30", now)

    record(database, write)
    assert changes(database)[1:] == [
        ("check_in", mood.id, False),
        ("exercise", walk.id, True),
        ("setting", "goal", False),
    ]


def test_footprint_has_the_days_before_and_after(database: Database) -> None:
    """An entry moved to another day touches both."""
    entry = CheckIn(day=DAY)
    record(database, adding(entry))
    moved = replace(entry, day=DAY - timedelta(days=3))
    with database.writing() as db:
        _, touched = acts.record(db, changing(moved), "edit", "", NOW)
    assert touched == acts.Footprint(frozenset({"check_in"}), frozenset({DAY, moved.day}))


def test_act_that_changes_nothing_is_none(database: Database) -> None:
    """An empty act leaves nothing to undo, and what was undone can still be done again."""
    undone = record(database, adding(CheckIn(day=DAY)))
    undo(database, undone)
    record(database, adding())
    with database.reading() as db:
        assert acts.next_undo(db) is None
        assert acts.next_redo(db) == undone


def test_new_act_ends_the_redo(database: Database) -> None:
    """After something new, what was undone before can no longer be done again."""
    undo(database, record(database, adding(CheckIn(day=DAY))))
    record(database, adding(CheckIn(day=DAY)))
    with database.reading() as db:
        assert acts.next_redo(db) is None


def test_extension_is_taken_back_in_one(database: Database) -> None:
    """A text written with pauses is one act: undo returns to what was before the visit."""
    entry = CheckIn(day=DAY, note="")
    record(database, adding(entry))
    act = record(database, changing(replace(entry, note="a")))
    for text in ("ab", "abc"):
        assert record(database, changing(replace(entry, note=text)), extend=act.id) == act
    undo(database, act)
    with database.writing() as db:
        assert entries.find(db, entry.id) == entry
        acts.redo(db, act.id, NOW)
        assert entries.find(db, entry.id) == replace(entry, note="abc")


def test_extension_keeps_one_change_per_row(database: Database) -> None:
    """A long text typed over half an hour isn't stored once for each pause."""
    entry = CheckIn(day=DAY, note="x")
    act = record(database, adding(entry))
    for number in range(20):
        record(database, changing(replace(entry, note="x" * number)), extend=act.id)
    assert changes(database) == [("check_in", entry.id, False)]


@pytest.mark.parametrize("meanwhile", ["new act", "undone"])
def test_only_the_newest_standing_act_is_extended(database: Database, meanwhile: str) -> None:
    """If something came between, or the act was undone, a new one begins."""
    entry = CheckIn(day=DAY)
    record(database, adding(entry))
    act = record(database, changing(replace(entry, note="a")))
    if meanwhile == "undone":
        undo(database, act)
    else:
        record(database, adding(CheckIn(day=DAY)))
    other = record(database, changing(replace(entry, note="b")), extend=act.id)
    assert other.id > act.id


def test_extension_touches_intermediate_days(database: Database) -> None:
    """A page that shows a day where the entry was for a moment learns of it."""
    entry = CheckIn(day=DAY)
    act = record(database, adding(entry))
    days = [DAY - timedelta(days=i) for i in range(3)]
    record(database, changing(replace(entry, day=days[1])), extend=act.id)
    with database.writing() as db:
        _, touched = acts.record(db, changing(replace(entry, day=days[2])), "log", "", NOW, act.id)
    assert touched.days >= {days[1], days[2]}


def test_identity_of_another_program_may_be_used_again(database: Database) -> None:
    """Import, undo, import again, undo, redo: at no point are there two, or an error."""
    first, second = (CheckIn(day=DAY, mood=5, source="daylio", source_id="1") for _ in range(2))
    one = record(database, adding(first))
    undo(database, one)
    two = record(database, adding(second))
    undo(database, two)
    with database.writing() as db:
        acts.redo(db, two.id, NOW)
        assert entries.between(db, CheckIn) == [second]


def test_imported_row_deleted_and_imported_again(database: Database) -> None:
    """All the way back and all the way forth again, each state is what it was."""
    first, second = (CheckIn(day=DAY, mood=5, source="daylio", source_id="1") for _ in range(2))
    made = [
        record(database, adding(first)),
        record(database, lambda db, now: entries.delete(db, first, now)),
        record(database, adding(second)),
    ]
    seen = []
    with database.writing() as db:
        for each in reversed(made):
            acts.undo(db, each.id, NOW)
            seen.append(entries.between(db, CheckIn))
        for each in made:
            acts.redo(db, each.id, NOW)
            seen.append(entries.between(db, CheckIn))
    assert seen == [[], [first], [], [first], [], [second]]


def test_undone_addition_stays_as_deleted(database: Database) -> None:
    """A merge must not bring back what was taken back, so its key stays."""
    entry = CheckIn(day=DAY)
    undo(database, record(database, adding(entry)))
    with database.reading() as db:
        row = execute(db, "SELECT id, deleted_at IS NOT NULL FROM check_in").fetchone()
    assert row == (entry.id, 1)


def _age(database: Database, count: int, days: int) -> None:
    at = (NOW - timedelta(days=days)).isoformat(timespec="microseconds")
    with database.writing() as db:
        for _ in range(count):
            execute(db, "INSERT INTO act (name, detail, at) VALUES ('log', '', ?)", (at,))


@pytest.mark.parametrize(
    ("count", "days", "left"),
    [
        (1_200, 29, 1_201),  # within 30 days: all, however many
        (900, 4_000, 901),  # up to 1,000: all, however old
        (1_200, 31, 1_000),  # beyond both: the last 1,000
    ],
)
def test_acts_are_kept_30_days_or_1000(
    database: Database, count: int, days: int, left: int
) -> None:
    """Whichever is more is kept; the new act counts."""
    _age(database, count, days)
    record(database, adding(CheckIn(day=DAY)))
    assert kept(database) == left


def test_gaps_in_the_numbers_do_not_count(database: Database) -> None:
    """A thousand acts are a thousand, also after many were undone and replaced."""
    _age(database, 10, 4_000)
    with database.writing() as db:
        execute(db, "UPDATE sqlite_sequence SET seq = 5000 WHERE name = 'act'")
    record(database, adding(CheckIn(day=DAY)))
    assert kept(database) == 11


def test_forgotten_acts_take_their_rows_along(database: Database) -> None:
    """What can no longer be undone leaves no copy of the person's words behind."""
    record(database, adding(CheckIn(day=DAY)), now=NOW - timedelta(days=31))
    _age(database, 1_000, 31)
    record(database, adding(CheckIn(day=DAY)))
    assert len(changes(database)) == 1


def test_ten_thousand_rows_are_one_act(database: Database) -> None:
    """Years from another tracker are taken back, and done again, in one step each."""
    many = [CheckIn(day=DAY - timedelta(days=i), mood=5) for i in range(10_000)]
    act = record(database, adding(*many))
    with database.writing() as db:
        touched = acts.undo(db, act.id, NOW)
        assert entries.between(db, CheckIn) == []
        assert len(touched.days) == 10_000
        acts.redo(db, act.id, NOW)
        assert len(entries.between(db, CheckIn)) == 10_000
    assert kept(database) == 1


def test_last_moment_follows_undo(database: Database) -> None:
    """A copy is due after an undo as after an act."""
    with database.reading() as db:
        assert acts.last_moment(db) is None
    act = record(database, adding(CheckIn(day=DAY)))
    later = NOW + timedelta(minutes=5)
    with database.writing() as db:
        assert acts.last_moment(db) == NOW
        acts.undo(db, act.id, later)
        assert acts.last_moment(db) == later
