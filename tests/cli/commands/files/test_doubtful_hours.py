"""`second-wind check` lists hours that an earlier version may have read wrongly, once."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from second_wind.paths import AppPaths

Command = Callable[..., Any]


@pytest.fixture
def before(paths: AppPaths, hours_of_before: Callable[[Path], Path]) -> Path:
    """Have a journal of the version before."""
    return hours_of_before(paths.journal)


def test_they_are_listed_with_what_mends_them(command: Command, before: Path) -> None:
    """Before and after the journal is brought up to date; to look changes no file."""
    content = before.read_bytes()
    listed = command("check").out
    assert before.read_bytes() == content
    assert "2 entries of volunteering may hold more hours than you gave" in listed
    assert "10 November 2026 · 5 h · Food bank" in listed
    assert "if that is wrong: second-wind edit hours-1 --volunteer HOURS" in listed
    command("log", "--volunteer", "12")
    assert command("check").out.count("--volunteer HOURS") == 2
    (first, second) = json.loads(command("check", "--json").out)["doubtful_hours"]
    assert (first["id"], first["day"], first["hours"]) == ("hours-0", "2026-11-10", 5)
    assert second["hours"] == 15


def test_what_is_mended_is_listed_no_more(command: Command, before: Path) -> None:
    """By the command that stands there, with a point or a comma."""
    assert command("edit", "hours-1", "--volunteer", "1,5").status == 0
    listed = command("check").out
    assert "1 entry of volunteering may hold more hours" in listed
    assert "hours-1" not in listed


def test_an_answer_ends_it(command: Command, before: Path) -> None:
    """Called right, they are never listed again, and the check is as before."""
    ran = command("check", "--hours-right")
    assert (ran.status, ran.err) == (0, "")
    assert "not asked about them again" in ran.out
    assert "volunteering" not in command("check").out
    assert "no hours to ask about" in command("check", "--hours-right").out
    assert command("check", "--hours-right", "--recover").status == 2
