"""A copy that is due is made beside whoever logs: nobody waits, and nothing is lost by it."""

from collections.abc import Iterator
from concurrent.futures import Future
from datetime import date
from pathlib import Path
from threading import Event, current_thread, main_thread
from typing import Any

import pytest

from second_wind.core.log.entries import CheckIn
from second_wind.journal.files.copies import safe_copies
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths
from second_wind.storage.copies import backups
from second_wind.storage.damage.snapshots import snapshot

DAY = date(2019, 11, 22)


def log(journal: Journal, note: str) -> None:
    """Log a check-in."""
    journal.store(add=[CheckIn(day=DAY, mood=6, note=note)], name=ActName.LOG)


def notes(copy: Path) -> list[str]:
    """Return what a copy holds."""
    with snapshot(copy) as held:
        return [note for (note,) in held.execute("SELECT note FROM check_in ORDER BY note")]


class Halt:
    """Stops copies where they are proved, until they may go on."""

    def __init__(self) -> None:
        """Stop the next one."""
        self.is_there, self.may_go_on = Event(), Event()
        self.threads: list[bool] = []

    def make(self, *given: Any, **more: Any) -> Path:
        """Make a copy once it may be made."""
        self.threads.append(current_thread() is main_thread())
        self.is_there.set()
        assert self.may_go_on.wait(30)
        return _make(*given, **more)


_make = backups.make


@pytest.fixture
def halt(monkeypatch: pytest.MonkeyPatch) -> Iterator[Halt]:
    """Let copies wait."""
    halt = Halt()
    monkeypatch.setattr(backups, "make", halt.make)
    yield halt
    halt.may_go_on.set()


@pytest.fixture
def under_way(journal: Journal, halt: Halt) -> "Future[Path | None]":
    """Return a copy that is being made."""
    log(journal, "before")
    made = journal.back_up_if_due()
    assert halt.is_there.wait(30)
    return made


def test_whoever_logs_does_not_wait(
    journal: Journal, halt: Halt, under_way: "Future[Path | None]"
) -> None:
    """An entry is stored while a copy is made, which holds the one moment or the other."""
    log(journal, "meanwhile")
    assert not under_way.done()
    halt.may_go_on.set()
    copy = under_way.result(30)
    assert halt.threads == [False]
    assert copy is not None
    assert "before" in notes(copy)
    assert len(journal.entries(CheckIn)) == 2


def test_closing_waits_for_the_copy_and_makes_no_second(
    journal: Journal, halt: Halt, under_way: "Future[Path | None]", paths: AppPaths
) -> None:
    """It is there when the program is gone, and so is no half of one."""
    halt.may_go_on.set()
    assert journal.close() is None
    assert under_way.done()
    assert [each.reason for each in safe_copies(paths.journal)] == ["regular"]
    assert [each for each in (paths.data / "backups").iterdir() if "partial" in each.name] == []


def test_the_file_is_let_go_of_only_then(
    journal: Journal, halt: Halt, under_way: "Future[Path | None]"
) -> None:
    """Whoever puts another file in its place meets no reader."""
    halt.may_go_on.set()
    journal.release()
    assert under_way.done()
    journal.resume()


def test_a_copy_before_something_large_is_made_meanwhile(
    journal: Journal, halt: Halt, under_way: "Future[Path | None]", paths: AppPaths
) -> None:
    """It does not wait for the regular one, nor does either spoil the other."""
    halt.may_go_on.set()
    asked_for = journal.back_up("before-merge")
    made = under_way.result(30)
    assert made is not None
    assert notes(made) == notes(asked_for) == ["before"]
    assert {each.reason for each in safe_copies(paths.journal)} == {"regular", "before-merge"}
