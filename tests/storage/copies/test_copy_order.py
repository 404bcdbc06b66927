"""The order of copies: what they hold counts, and a clock that was wrong is found out."""

from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.storage.copies import backups
from second_wind.storage.copies.copy_order import Reach, believed, in_order, reach_of
from second_wind.storage.sqlite.encryption import connect

NOW = datetime(2026, 11, 22, 13, 32, tzinfo=UTC)
STEPS = st.lists(st.integers(1, 100_000), min_size=3, max_size=30)


def moments(*days: float) -> list[datetime]:
    """Return moments so many days before now."""
    return [NOW - timedelta(days=each) for each in days]


@pytest.mark.parametrize(
    ("named", "meant"),
    [
        ((), ()),
        ((3, 2, 1), (3, 2, 1)),
        ((3, -3650, 1), (3, 3, 1)),  # the clock once stood in the future
        ((3, 2, 4000), (3, 2, 2)),  # the clock forgot the year
        ((4000, 3, 2), (4000, 3, 2)),
        ((-3650, 2, 1), (2, 2, 1)),
        ((-3650,), (-3650,)),  # nothing better is known
        ((5, 4, 3, 900, 899, 2), (5, 4, 3, 3, 3, 2)),  # more than once
    ],
)
def test_what_is_believed(named: tuple[float, ...], meant: tuple[float, ...]) -> None:
    """Days ago that names tell, in the order of what the copies hold, and what is made of it."""
    assert believed(moments(*named), NOW) == moments(*meant)


@given(STEPS, st.integers(0, 29), st.integers(-(10**7), 10**7))
def test_one_wrong_clock_moves_no_other_copy(steps: list[int], place: int, off: int) -> None:
    """However wrong a clock was once, the other copies keep their moments, and order stays."""
    total = sum(steps)
    right, passed = [], 0
    for step in steps:
        passed += step
        right.append(NOW - timedelta(minutes=total - passed))
    index = place % len(right)
    named = list(right)
    named[index] += timedelta(minutes=off)
    found = believed(named, NOW)
    assert found == sorted(found)
    others = [at for at in range(len(right)) if at != index]
    moved = [at for at in others if found[at] != right[at]]
    # Two that differ may each be the wrong one; of more, most are right.
    assert len(moved) <= 1
    assert not moved or found[index] == named[index]


def test_order_is_that_of_what_they_hold(
    journal: Journal, clock: FixedClock, tmp_path: Path
) -> None:
    """Acts count, whatever names say, and also where the journal has another key than a copy."""
    made = []
    for number in range(3):
        journal.store(add=[CheckIn(day=date(2026, 11, 20), mood=6)], name=ActName.LOG)
        made.append(journal.back_up("test").rename(tmp_path / f"{number}"))
        clock.advance(minutes=1)
    reaches = [reach_of(each) for each in made]
    assert [each.acts for each in reaches if each] == [1, 2, 3]
    named = [(made[0], NOW), (made[2], NOW - timedelta(days=2)), (made[1], NOW)]
    assert [each.path for each in in_order(named)] == made


def test_what_cannot_be_read_has_no_reach(journal: Journal, tmp_path: Path) -> None:
    """A file that is gone, garbage, or holds a number that is none."""
    garbage = tmp_path / "garbage"
    garbage.write_bytes(b"\xff" * 5000)
    assert reach_of(garbage) is None
    assert reach_of(tmp_path / "nowhere") is None
    journal.store(add=[CheckIn(day=date(2026, 11, 20), mood=6)], name=ActName.LOG)
    copy = journal.back_up("test")
    assert reach_of(copy) == Reach(1, "2026-11-22T13:32:00.000000+00:00")
    with closing(connect(copy, None)) as database, database:
        database.execute("UPDATE sqlite_sequence SET seq = 'x' WHERE name = 'act'")
    assert reach_of(copy) is None


def test_one_that_cannot_be_read_stands_where_its_name_says(
    journal: Journal, clock: FixedClock
) -> None:
    """It is shown among the others, and their order stays."""
    names = []
    for number in range(3):
        journal.store(add=[CheckIn(day=date(2026, 11, 20), mood=6)], name=ActName.LOG)
        names.append(journal.back_up("test"))
        if number == 1:
            names[1].write_bytes(b"no journal")
        clock.advance(minutes=1)
    found = backups.dated(journal.path)
    assert [each.path for each in found] == names
    assert [each.reach is None for each in found] == [False, True, False]
