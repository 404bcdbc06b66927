"""Copies made by the way: when they are due, and that a failed one stops nobody."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from second_wind.core.errors.journal_errors import JournalUnreachable
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn
from second_wind.journal.files.copies import is_old_enough, safe_copies
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths

NOW = datetime(2026, 11, 22, 13, 32, tzinfo=UTC)
TEN = timedelta(minutes=10)


def log(journal: Journal) -> None:
    """Log a check-in."""
    journal.store(add=[CheckIn(day=date(2019, 11, 22), mood=6)], name=ActName.LOG)


def copies(paths: AppPaths) -> list[Path]:
    """Return the copies on the disk."""
    return sorted(paths.journal.with_name("backups").glob("*"))


@pytest.mark.parametrize(
    ("copied_ago", "due"),
    [
        ([], True),  # never copied
        ([11], True),
        ([10], True),
        ([9], False),
        ([-60], True),  # a copy dated ahead, by a clock that was wrong, doesn't count
        ([-60, 9], False),
    ],
)
def test_when_another_copy_may_follow(copied_ago: list[int], due: bool) -> None:
    """Minutes since the copies were made, and whether the next one may follow."""
    made = [NOW - timedelta(minutes=each) for each in copied_ago]
    assert is_old_enough(made, NOW, TEN) is due


def test_copy_from_the_future_hides_no_later_one(
    journal: Journal, clock: FixedClock, paths: AppPaths
) -> None:
    """The newest copy is the one that holds most, is made when due, and stays when others go."""
    log(journal)
    journal.back_up("wrong")
    (ahead,) = copies(paths)
    ahead = ahead.rename(ahead.with_name(ahead.name.replace("_2026", "_2036")))
    for _ in range(4):
        clock.advance(days=1)
        log(journal)
        assert journal.back_up_if_due().result() is not None
        assert journal.back_up_if_due().result() is None
    assert journal.last_backup() == clock.now()
    found = safe_copies(paths.journal, now=clock.now())
    assert [each.path for each in found][-1] == ahead
    assert [each.is_misdated for each in found] == [False] * 4 + [True]
    assert found[-1].made_at <= found[-2].made_at


def test_copies_of_a_clock_that_stood_in_the_past(
    journal: Journal, clock: FixedClock, paths: AppPaths
) -> None:
    """A computer that forgot the year makes copies that count as the newest, and stay."""
    for _ in range(40):
        clock.advance(days=1)
        log(journal)
        journal.back_up("right")
    right = clock.now()
    clock.moment = datetime(2020, 1, 1, tzinfo=UTC)
    log(journal)
    latest = journal.back_up("wrong")
    clock.moment = right + timedelta(days=1)
    assert safe_copies(paths.journal, now=clock.now())[0].path == latest
    log(journal)
    journal.back_up("right-again")
    assert latest.exists()
    assert [each.path for each in safe_copies(paths.journal)].index(latest) == 1


def test_undo_under_a_clock_that_was_set_back_is_copied(
    journal: Journal, clock: FixedClock
) -> None:
    """What was taken back must not come back with a copy, whatever the clock says."""
    clock.moment = datetime(2036, 5, 5, tzinfo=UTC)
    log(journal)
    journal.back_up("wrong")
    clock.moment = NOW
    journal.undo()
    assert journal.back_up_if_due().result() is not None


def test_regular_copies(journal: Journal, clock: FixedClock, paths: AppPaths) -> None:
    """Within ten minutes of a change there is a copy, and none without a change."""
    assert journal.back_up_if_due().result() is None
    log(journal)
    assert journal.back_up_if_due().result() == copies(paths)[0]
    clock.advance(minutes=5)
    log(journal)
    assert journal.back_up_if_due().result() is None
    clock.advance(minutes=5)
    assert journal.back_up_if_due().result() is not None
    clock.advance(days=3)
    assert journal.back_up_if_due().result() is None
    assert journal.last_backup() == clock.now() - timedelta(days=3)


def test_undo_is_a_change(journal: Journal, clock: FixedClock) -> None:
    """What was taken back must not come back with a copy that still has it."""
    log(journal)
    journal.back_up("test")
    clock.advance(minutes=15)
    journal.undo()
    assert journal.back_up_if_due().result() is not None


def test_change_of_another_process_is_copied(
    journal: Journal, clock: FixedClock, paths: AppPaths
) -> None:
    """Whoever is open copies what the command line logged, though it copied nothing."""
    other = Journal(paths.journal, clock)
    log(other)
    other.close(copy=False)
    assert journal.back_up_if_due().result() is not None


def test_closing_copies_what_changed(paths: AppPaths, clock: FixedClock) -> None:
    """A visit that changed something leaves a copy, one that only looked doesn't."""
    for act, count in ((log, 1), (lambda looked_at: looked_at.analysis.timeline(), 1), (log, 2)):
        clock.advance(minutes=2)
        journal = Journal(paths.journal, clock)
        act(journal)
        assert journal.close() is None
        assert len(copies(paths)) == count


def test_script_that_logs_many_things_makes_few_copies(paths: AppPaths, clock: FixedClock) -> None:
    """Twenty commands in twenty seconds don't leave twenty copies; the next one catches up."""
    for _ in range(20):
        clock.advance(seconds=1)
        journal = Journal(paths.journal, clock)
        log(journal)
        journal.close()
    assert len(copies(paths)) == 1
    clock.advance(minutes=10)
    journal = Journal(paths.journal, clock)
    assert journal.back_up_if_due().result() is not None
    journal.close()


def test_failed_copy_is_handed_back_and_the_journal_closed(
    paths: AppPaths, clock: FixedClock
) -> None:
    """Closing never fails for want of a copy, and the caller can say why there is none."""
    journal = Journal(paths.journal, clock)
    log(journal)
    paths.journal.with_name("backups").write_text("in the way")
    assert isinstance(journal.close(), JournalUnreachable)
    assert not paths.journal.with_name("journal.sqlite3-wal").exists()


def test_failed_regular_copy_is_raised(journal: Journal, paths: AppPaths) -> None:
    """The window learns at once that copies can't be made."""
    log(journal)
    paths.journal.with_name("backups").write_text("in the way")
    with pytest.raises(JournalUnreachable):
        journal.back_up_if_due().result()


def test_closing_twice_is_closing_once(paths: AppPaths, clock: FixedClock) -> None:
    """A window and its program may both close."""
    journal = Journal(paths.journal, clock)
    log(journal)
    assert journal.close() is None
    assert journal.close() is None


def test_last_backup(journal: Journal, clock: FixedClock) -> None:
    """None before the first; then the moment of the newest."""
    assert journal.last_backup() is None
    journal.back_up("first")
    clock.advance(hours=1)
    journal.back_up("second")
    assert journal.last_backup() == clock.now()
