"""A person's day in the real window, by the keyboard alone."""

import json
from typing import Any

import pytest

pytestmark = pytest.mark.xdist_group("window")


def _today(program: Any) -> dict[str, Any]:
    answer = program.command("day", "--json")
    assert answer.returncode == 0, answer.stderr
    found = json.loads(answer.stdout)
    assert isinstance(found, dict)
    return found


def _has(program: Any, **expected: object) -> bool:
    day = _today(program)
    return all(day[name] == value for name, value in expected.items())


def test_a_day_by_keyboard(program: Any) -> None:
    """One window, a day in ten acts, a rejection, and an end with status 0."""
    _start_once_more(program)
    _live_a_whole_day(program)
    _undo_from_elsewhere(program)
    _log_a_rejection(program)
    assert program.close() == 0


def _start_once_more(program: Any) -> None:
    """A second start raises the first window: it ends at once, with status 0."""
    assert program.start().wait(30) == 0
    assert program.process.poll() is None


def _live_a_whole_day(program: Any) -> None:
    """7, F, two feelings, E, Enter, O, Enter, N, text: ten acts, and the rows prove it.

    A feeling is one act with its Enter.
    Then each act is taken back and done again, from the keyboard too.
    """
    program.keys("7", "f")
    for feeling in ("hopeful", "tired"):
        program.type(feeling)
        program.keys("Return")
    program.keys("e", "Return", "o", "Return", "n")
    program.type("slept badly, walked anyway")
    program.wait_for(lambda: _has(program, mood=7.0, exercise_minutes=20) and _noted(program))
    day = _today(program)
    (check_in,) = day["check_ins"]
    assert check_in["feelings"] == ["hopeful", "tired"]
    assert [each["kind"] for each in day["outings"]] == ["nature"]

    program.keys("Escape", *["ctrl+z"] * 6)
    program.wait_for(lambda: _has(program, logged=False))
    program.keys(*["ctrl+shift+z"] * 6)
    program.wait_for(lambda: _today(program) == day)


def _noted(program: Any) -> bool:
    check_ins = _today(program)["check_ins"]
    assert isinstance(check_ins, list)
    return any(each["note"] == "slept badly, walked anyway" for each in check_ins)


def _undo_from_elsewhere(program: Any) -> None:
    """Undo from another process takes back the window's last act."""
    before = _today(program)
    program.keys("5")
    program.wait_for(lambda: _today(program) != before)
    assert program.command("undo").returncode == 0
    assert _today(program) == before


def _log_a_rejection(program: Any) -> None:
    """R, the company, Enter: a rejection is logged for today; Escape leaves what follows."""
    program.keys("r")
    program.focus("Log a rejection")
    program.type("Contoso")
    program.keys("Return")
    program.wait_for(lambda: len(_today(program)["rejections"]) == 1)
    program.keys("Escape")
    program.wait_for(lambda: not program._visible_windows("Log a rejection"))
    program.focus("^Second Wind$")
