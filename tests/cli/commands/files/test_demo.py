"""`second-wind demo`."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from second_wind.cli import run
from second_wind.cli.commands.files import demo
from second_wind.core.errors.journal_errors import NotASample
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import AnyEntry, CheckIn, Rejection
from second_wind.core.log.kinds import ENTRY_TYPES
from second_wind.journal.journal import Journal
from second_wind.paths import AppPaths


def held(paths: AppPaths, clock: FixedClock) -> list[AnyEntry]:
    """Return everything that a journal holds."""
    journal = Journal(paths.journal, clock)
    try:
        return [each for kind in ENTRY_TYPES for each in journal.entries(kind)]
    finally:
        journal.close()


def test_it_makes_a_journal_that_ends_today_and_says_how_to_open_it(
    command: Callable[..., Any], paths: AppPaths, clock: FixedClock
) -> None:
    """Two years unless asked otherwise."""
    ran = command("demo")
    entries = held(paths, clock)
    rejections = sum(isinstance(each, Rejection) for each in entries)
    assert ran.status == 0
    assert f"2 years is ready, with {rejections} rejections" in ran.out
    assert str(paths.data) in ran.out
    days = sorted(each.day for each in entries)
    today = clock.moment.date()
    assert days[-1] == today
    assert today - timedelta(days=731) < days[0] < today - timedelta(days=720)


def test_the_same_seed_makes_the_same_sample_anew(
    command: Callable[..., Any], paths: AppPaths, clock: FixedClock
) -> None:
    """Running it again replaces it, whatever was logged meanwhile; another seed differs."""
    command("demo", "--years", "1", "--seed", "7")
    first = held(paths, clock)
    command("log", "--mood", "1")
    command("demo", "--years", "1", "--seed", "7")
    assert held(paths, clock) == first
    command("demo", "--years", "1", "--seed", "8")
    assert held(paths, clock) != first


def test_ones_own_journal_is_never_replaced(
    command: Callable[..., Any], refused: Callable[..., str]
) -> None:
    """A journal that no demo made is refused and stays as it was."""
    command("log", "--mood", "6")
    assert "somebody's own journal" in refused("demo")


def test_a_copy_of_the_marker_does_not_open_another_journal(
    command: Callable[..., Any], paths: AppPaths, clock: FixedClock, tmp_path: Path
) -> None:
    """The marker speaks for journal.sqlite3 in its folder, for no other file."""
    command("demo", "--years", "1")
    other = paths.with_journal(tmp_path / "mine.sqlite3")
    assert paths.is_sample
    assert not other.is_sample
    Journal(other.journal, clock).close()
    with pytest.raises(NotASample):
        demo.make_sample(other, clock)
    assert "--journal can't be given together" in command("demo", "--journal", "x").err


def test_without_home_it_lies_apart_from_ones_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: FixedClock
) -> None:
    """In the folder “sample” beside the own journal, which is not touched."""
    monkeypatch.setenv("SECOND_WIND_HOME", str(tmp_path))
    run(["log", "--mood", "6"], clock=clock, out=StringIO(), err=StringIO())
    assert run(["demo", "--years", "1"], clock=clock, out=StringIO(), err=StringIO()) == 0
    own = held(AppPaths.under(tmp_path), clock)
    assert [type(each) for each in own] == [CheckIn]
    assert len(held(AppPaths.under(tmp_path / "sample"), clock)) > 100


def test_the_sample_behaves_like_a_log_by_hand(
    command: Callable[..., Any], paths: AppPaths, clock: FixedClock
) -> None:
    """No entry names another program as its source, and one undo empties it."""
    command("demo", "--years", "1")
    assert {each.source for each in held(paths, clock)} == {""}
    assert command("undo").out == "Undone: the sample data\n"
    assert held(paths, clock) == []


def test_ten_years_are_made_in_seconds(tmp_path: Path) -> None:
    """With the start of Python, ten seconds of a slow processor, however busy it is otherwise."""
    before = os.times()
    subprocess.run(
        (sys.executable, "-m", "second_wind", "demo", "--home", str(tmp_path), "--years", "10"),
        check=True,
        capture_output=True,
        timeout=60,
    )
    after = os.times()
    spent = after.children_user + after.children_system
    assert spent - before.children_user - before.children_system < 10


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--years", "0"], "Years can be a number from 1 to 20"),
        (["--years", "1.5"], "“1.5”"),
        (["--seed", "x"], "The seed can be a number from 0"),
    ],
)
def test_what_cannot_be_made(
    command: Callable[..., Any], refused: Callable[..., str], words: list[str], said: str
) -> None:
    """One sentence, and the sample there stays."""
    command("demo", "--years", "1")
    assert said in refused("demo", *words)
