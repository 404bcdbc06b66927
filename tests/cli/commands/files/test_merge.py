"""`second-wind merge`: another journal of the same person becomes part of this one."""

import json
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from second_wind.core.log.clock import FixedClock
from second_wind.journal.journal import Journal
from second_wind.paths import AppPaths

Command = Callable[..., Any]


@pytest.fixture
def other(command: Command, paths: AppPaths, clock: FixedClock, tmp_path: Path) -> Path:
    """Log here and there: two journals with one entry in common."""
    command("log", "--mood", "6", "--note", "both")
    there = tmp_path / "journal (conflicted copy).sqlite3"
    shutil.copy(paths.journal, there)
    clock.advance(minutes=5)
    command("log", "--note", "there", "--journal", str(there))
    command("log", "--note", "here")
    return there


def test_brings_what_is_there(command: Command, other: Path) -> None:
    """It says how much, and then all of it is here, once."""
    ran = command("merge", str(other))
    assert ran.status == 0
    assert ran.out.startswith("New here: 1 check-in\n")
    day = command("day").out
    assert [day.count(each) for each in ("both", "here", "there")] == [1, 2, 1]


def test_dry_run(command: Command, other: Path) -> None:
    """It says the same and writes nothing."""
    ran = command("merge", str(other), "--dry-run")
    assert ran.out.splitlines() == [
        "New here: 1 check-in",
        "This was a dry run: nothing was written.",
    ]
    assert "there" not in command("day").out


def test_twice_and_undone(command: Command, other: Path) -> None:
    """The second time brings nothing; one undo takes the merge back."""
    command("merge", str(other))
    assert "brings nothing" in command("merge", str(other)).out
    assert command("undo").out == f"Undone: the merge ({other.name})\n"
    assert "there" not in command("day").out


def test_missing_and_same(refused: Command, other: Path, paths: AppPaths) -> None:
    """A file that isn't there, and the journal itself."""
    assert "can't be read; is the name right" in refused("merge", str(other.with_name("nowhere")))
    assert "this journal itself" in refused("merge", str(paths.journal))


def clash(command: Command, other: Path, clock: FixedClock, text: str = "desktop") -> None:
    """Change the entry that both have, here and, later, there."""
    hits = json.loads(command("search", "both", "--json").out)["hits"]
    command("edit", hits[0]["id"], "--note", "laptop")
    clock.advance(minutes=1)
    command("edit", hits[0]["id"], "--note", text, "--journal", str(other))
    clock.advance(minutes=1)


def test_a_hand_before_a_later_import_is_told(
    command: Command, paths: AppPaths, clock: FixedClock, tmp_path: Path
) -> None:
    """What was typed stays, and it is not called the later change."""
    file, there = tmp_path / "moods.csv", tmp_path / "there.sqlite3"
    text = "Date,Time,Mood,Note\n2026-11-06,09:00,6,six {}\n2026-11-07,09:00,10,ten\n"
    file.write_text(text.format("brought"))
    command("import", str(file), "--scale", "1:10")
    shutil.copy(paths.journal, there)
    clock.advance(minutes=1)
    (hit,) = json.loads(command("search", "six", "--json").out)["hits"]
    command("edit", hit["id"], "--note", "six heron")
    clock.advance(minutes=1)
    file.write_text(text.format("ibis"))
    anew = ("import", str(file), "--scale", "1:10", "--on-conflict", "theirs")
    assert "becomes what the file says" in command(*anew, "--journal", str(there)).out
    clock.advance(minutes=1)
    said = command("merge", str(there)).out
    assert "1 change by hand stays before that of a later import; --on-conflict" in said
    assert "The later change" not in said
    assert "six heron" in command("search", "six").out


@pytest.mark.parametrize(
    ("options", "stay", "said"),
    [
        ((), ("desktop",), "The later change stays; --on-conflict"),
        (("--on-conflict", "mine"), ("laptop",), "What is here stays."),
        (("--on-conflict", "both"), ("laptop", "desktop"), "Both are kept"),
    ],
)
def test_what_both_changed_is_told(
    command: Command,
    other: Path,
    clock: FixedClock,
    options: tuple[str, ...],
    stay: tuple[str, ...],
    said: str,
) -> None:
    """With its day and both texts, before and after; what was asked for stays."""
    clash(command, other, clock)
    for more in (("--dry-run",), ()):
        ran = command("merge", str(other), *options, *more)
        assert "Changed on both sides: 1 check-in\n" in ran.out
        assert "    Here: Mood 6 (okay) · laptop\n" in ran.out
        assert "    There: Mood 6 (okay) · desktop\n" in ran.out
        assert said in ran.out
    day = command("day").out
    texts = ("laptop", "desktop")
    assert tuple(each for each in texts if each in day) == stay
    assert "Changed on both sides" not in command("merge", str(other)).out


def test_what_waits_is_answered(
    command: Command, other: Path, clock: FixedClock, paths: AppPaths
) -> None:
    """A file came while the journal was open: it is named after a merge, and answered by one."""
    clash(command, other, clock)
    with closing(Journal(paths.journal, clock)) as opened:
        shutil.copy(other, other.with_suffix(".coming"))
        other.with_suffix(".coming").replace(paths.journal)
        opened.rejoin_if_replaced()
    assert "1 entry was changed in two places" in command("merge", str(other)).out
    assert "laptop" not in command("day").out
    assert "nothing was written" in command("merge", "--dry-run").out
    ran = command("merge", "--on-conflict", "theirs")
    assert ran.out.endswith("What is there is taken.\n1 answer was stored.\n")
    assert "laptop" in command("day").out
    assert command("merge").out == "Nothing waits for an answer.\n"
