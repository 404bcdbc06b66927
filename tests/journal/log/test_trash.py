"""What was deleted can be put back for 30 days, and then no more."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from second_wind.core.errors.entry_errors import NothingToUndo, ThereAlready
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn, Exercise, Outing, Rejection, Rest, StepMark
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName

DAY = date(2026, 11, 22)


def in_trash(journal: Journal) -> list[str]:
    """Return the ids of what lies in the trash."""
    return [each.entry.id for each in journal.trash()]


def test_deleted_lies_in_the_trash_the_latest_first(journal: Journal, clock: FixedClock) -> None:
    """With all that it said, and the days for which it is kept."""
    first, second = CheckIn(day=DAY, mood=4.0, note="one"), Outing(day=DAY, place="two")
    journal.store(add=[first, second], name=ActName.LOG)
    for each in (first, second):
        clock.advance(days=1)
        journal.store(delete=[each], name=ActName.DELETE)
    clock.advance(days=3)
    later, earlier = journal.trash()
    assert (later.entry, earlier.entry) == (second, first)
    assert (later.days_left, earlier.days_left) == (27, 26)
    assert later.day == DAY + timedelta(days=2)


def test_what_goes_after_midnight_was_deleted_the_evening_before(
    journal: Journal, clock: FixedClock
) -> None:
    """As everything logged at that hour belongs to that evening."""
    entry = CheckIn(day=DAY, mood=4.0)
    journal.store(add=[entry], name=ActName.LOG)
    clock.moment = clock.moment.replace(hour=1) + timedelta(days=1)
    journal.store(delete=[entry], name=ActName.DELETE)
    (deleted,) = journal.trash()
    assert deleted.day == journal.today() == DAY
    assert deleted.days_left == 30


def test_put_back_is_one_act(journal: Journal, clock: FixedClock) -> None:
    """It is alive as it was, and the act can be taken back and done again."""
    made = [CheckIn(day=DAY, mood=4.0, note=str(number)) for number in range(3)]
    journal.store(add=made, name=ActName.LOG)
    logged = {each.id: each.logged_at for each in journal.entries(CheckIn)}
    clock.advance(minutes=1)
    journal.store(delete=made, name=ActName.DELETE)
    clock.advance(minutes=1)
    journal.put_back(each.entry for each in journal.trash())
    alive = journal.entries(CheckIn)
    assert {each.id for each in alive} == {each.id for each in made}
    assert {each.id: each.logged_at for each in alive} == logged
    assert in_trash(journal) == []
    assert journal.undo().name is ActName.PUT_BACK
    assert len(in_trash(journal)) == 3
    journal.redo()
    assert journal.entries(CheckIn) == alive


def test_what_was_taken_back_is_no_trash(journal: Journal, clock: FixedClock) -> None:
    """Undoing an import, or what was just logged, leaves nothing to put back."""
    journal.store(add=[CheckIn(day=DAY, mood=4.0)], name=ActName.IMPORT)
    clock.advance(minutes=1)
    journal.undo()
    assert journal.trash() == []


def test_time_is_over(journal: Journal, clock: FixedClock, tmp_path: Path) -> None:
    """On the 31st day it is gone, from the list and, with the next start, from the file."""
    entry = CheckIn(day=DAY, note="zucchini")
    journal.store(add=[entry], name=ActName.LOG)
    journal.store(delete=[replace(entry)], name=ActName.DELETE)
    # The clock stood still: what was deleted in the moment it was made is no trash.
    assert journal.trash() == []
    clock.advance(minutes=1)
    journal.undo()
    journal.store(delete=[entry], name=ActName.DELETE)
    clock.advance(days=30)
    assert [each.days_left for each in journal.trash()] == [0]
    clock.advance(days=1)
    assert journal.trash() == []


def test_wipe_all_now(journal: Journal, clock: FixedClock) -> None:
    """The content is gone from rows and acts; what is alive stays."""
    gone, stays = CheckIn(day=DAY, note="zucchini"), CheckIn(day=DAY, note="stays")
    journal.store(add=[gone, stays], name=ActName.LOG)
    clock.advance(minutes=1)
    journal.store(delete=[gone], name=ActName.DELETE)
    journal.wipe_deleted()
    assert journal.trash() == []
    assert [each.note for each in journal.entries(CheckIn)] == ["stays"]
    with pytest.raises(NothingToUndo):
        journal.undo()
    copy = journal.back_up("test")
    assert b"zucchini" not in copy.read_bytes()


def test_no_second_one_is_put_back(journal: Journal, clock: FixedClock) -> None:
    """Of a day's rest, a step and a thing from another program there is only one."""
    rejection = Rejection(day=DAY)
    twins = [
        (Rest(day=DAY, note="x"), Rest(day=DAY)),
        *(
            (first, replace(first, id=f"{first.id}-2"))
            for first in (
                StepMark(day=DAY, rejection=rejection.id, step=6, note="x"),
                Exercise(day=DAY, minutes=20, source="daylio", source_id="1"),
            )
        ),
    ]
    journal.store(add=[rejection, *(first for first, _ in twins)], name=ActName.LOG)
    clock.advance(minutes=1)
    journal.store(delete=[first for first, _ in twins], name=ActName.DELETE)
    clock.advance(minutes=1)
    journal.store(add=[second for _, second in twins], name=ActName.LOG)
    assert len(journal.trash()) == 3
    for each in journal.trash():
        with pytest.raises(ThereAlready):
            journal.put_back([each.entry])
