"""Hours that an earlier version may have read wrongly are asked about until there is an answer."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import Volunteering
from second_wind.core.people.doubtful_hours import is_doubtful
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.safety.checking import examine
from second_wind.journal.safety.doubtful_hours import doubtful_hours, keep_asked, settle
from second_wind.paths import AppPaths

DAY = date(2026, 11, 20)


Write = Callable[[Path], Path]


@pytest.fixture
def reopened(tmp_path: Path, clock: FixedClock, hours_of_before: Write) -> Iterator[Journal]:
    """Open a journal of the version before with this one."""
    journal = Journal(hours_of_before(tmp_path / "reopened.sqlite3"), clock)
    yield journal
    journal.close(copy=False)


@pytest.mark.parametrize(
    ("hours", "doubtful"),
    [(5, True), (10, True), (15, True), (24, True), (1, False), (4, False), (6, False), (9, False),
     (5.5, False), (10.5, False), (0.5, False)],
)  # fmt: skip
def test_what_can_have_come_of_a_dropped_mark(hours: float, doubtful: bool) -> None:
    """Five whole hours (0.5), and whole ones from ten on (1.0, 1.5); nothing with a half."""
    assert is_doubtful(round(hours * 60)) is doubtful


def test_those_of_before_are_asked_about(reopened: Journal) -> None:
    """What was typed by hand and is of such a size; nothing imported, nothing typed since."""
    reopened.store(add=[Volunteering(day=DAY, minutes=720)], name=ActName.VOLUNTEERING)
    found = doubtful_hours(reopened)
    assert [(each.minutes // 60, each.organisation) for each in found] == [
        (5, "Food bank"), (15, "Food bank"),
    ]  # fmt: skip


def test_a_journal_that_began_with_this_version_asks_nothing(journal: Journal) -> None:
    """Its hours were read as they were meant."""
    journal.store(add=[Volunteering(day=DAY, minutes=900)], name=ActName.VOLUNTEERING)
    assert doubtful_hours(journal) == []


def test_an_answer_holds_for_good(
    reopened: Journal, clock: FixedClock, tmp_path: Path, hours_of_before: Write
) -> None:
    """Neither opening it again, nor merging the file of before, brings the question back."""
    clock.advance(minutes=1)
    settle(reopened, [each.id for each in doubtful_hours(reopened)])
    assert doubtful_hours(reopened) == []
    reopened.merge(reopened.plan_merge(hours_of_before(tmp_path / "other.sqlite3")))
    assert doubtful_hours(reopened) == []
    reopened.close(copy=False)
    again = Journal(reopened.path, clock)
    assert doubtful_hours(again) == []
    again.close(copy=False)


def test_hours_that_were_mended_are_answered(reopened: Journal, clock: FixedClock) -> None:
    """Changed to others anywhere, they are asked about no more, whatever they are."""
    clock.advance(minutes=1)
    keep_asked(reopened)
    first, second = doubtful_hours(reopened)
    entry = reopened.find(first.id)
    assert isinstance(entry, Volunteering)
    reopened.store(change=[replace(entry, minutes=30)], name=ActName.EDIT)
    assert [each.id for each in doubtful_hours(reopened)] == [second.id]
    reopened.store(change=[replace(entry, minutes=720)], name=ActName.EDIT)
    assert [each.id for each in doubtful_hours(reopened)] == [second.id]


@pytest.mark.parametrize("minutes", [30, 720])
def test_undoing_what_mended_hours_asks_again(
    reopened: Journal, paths: AppPaths, clock: FixedClock, minutes: int
) -> None:
    """The hours of before are back, so the question is; check says the same; redo answers it."""
    clock.advance(minutes=1)
    keep_asked(reopened)
    both = doubtful_hours(reopened)
    entry = reopened.find(both[0].id)
    assert isinstance(entry, Volunteering)
    reopened.store(change=[replace(entry, minutes=minutes)], name=ActName.EDIT)
    keep_asked(reopened)
    steps = (lambda: None, reopened.undo, reopened.redo)
    for step, asked in zip(steps, (both[1:], both, both[1:]), strict=True):
        step()
        assert doubtful_hours(reopened) == asked
        found = examine(reopened.path, paths.photos, is_open_here=True)
        assert list(found.hours) == asked


def test_merging_a_journal_of_before_asks_about_its_hours(
    journal: Journal, tmp_path: Path, hours_of_before: Write
) -> None:
    """They come with the question."""
    journal.merge(journal.plan_merge(hours_of_before(tmp_path / "other.sqlite3")))
    assert [each.minutes for each in doubtful_hours(journal)] == [300, 900]
