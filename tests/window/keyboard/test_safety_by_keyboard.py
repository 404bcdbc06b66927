"""A damaged journal in the real window, met by the keyboard alone."""

import json
from typing import Any

import pytest

pytestmark = pytest.mark.xdist_group("window")

_CONTROLS = {"button", "push button", "radio button", "table", "text", "dialog"}


def _noted(program: Any) -> list[str]:
    """Return the notes of 20 November."""
    answer = program.command("day", "--json", "2026-11-20")
    assert answer.returncode == 0, answer.stderr
    return [each["note"] for each in json.loads(answer.stdout)["check_ins"]]


def _nameless(things: list[dict[str, Any]]) -> list[dict[str, Any]]:
    controls = (each for each in things if each["role"] in _CONTROLS)
    return [each for each in controls if not (each["name"] or each["labels"])]


@pytest.fixture
def logged(resting: Any) -> Any:
    """Log something before the program starts."""
    assert (
        resting.command("log", "--mood", "6", "--note", "kept", "--day", "2026-11-20").stderr == ""
    )
    return resting


@pytest.mark.usefixtures("bus")
def test_a_damaged_journal_at_the_start(logged: Any) -> None:
    """Each way is told to a screen reader by name and role.

    Enter takes what is recommended, and the window goes on with it.
    """
    journal = logged.home / "journal.sqlite3"
    content = journal.read_bytes()
    journal.write_bytes(b"\xff" * 512 + content[512:])
    logged.process = logged.start()
    logged.focus("damaged")
    ways = logged.wait_for(
        lambda: [each for each in logged.read("list") if each["role"] == "radio button"]
    )
    assert [each["name"] for each in ways] == [
        "Use what was read from the file (recommended)",
        "Use only the safe copy",
        "Begin a new, empty journal",
    ]
    assert _nameless(logged.read("list")) == []
    logged.wait_for(lambda: _press_enter(logged))
    logged.wait_for(lambda: _noted(logged) == ["kept"])
    logged.focus("^Second Wind$")
    logged.keys("7")
    logged.wait_for(lambda: '"mood": 7.0' in logged.command("day", "--json").stdout)
    assert logged.close() == 0


def _press_enter(program: Any) -> bool:
    """Press it until the choice is there: before that, Enter does nothing."""
    program.keys("Return")
    return bool(list(program.home.glob("*damaged-*")))


def test_escape_leaves_it_as_it_is(logged: Any) -> None:
    """The program ends with status 2."""
    journal = logged.home / "journal.sqlite3"
    journal.write_bytes(b"")
    logged.process = logged.start()
    logged.focus("not where it was|damaged")
    logged.keys("Escape")
    assert logged.process.wait(30) == 2
    assert journal.read_bytes() == b""
