"""People in the real window, by the keyboard alone: noted down, completed, asked."""

import json
from typing import Any

import pytest

pytestmark = pytest.mark.xdist_group("window")


def _log(program: Any) -> dict[str, Any]:
    answer = program.command("export", "-", "--format", "json")
    assert answer.returncode == 0, answer.stderr
    found = json.loads(answer.stdout)
    assert isinstance(found, dict)
    return found


def _add_ana(program: Any) -> None:
    """Go to People, to the second button, and note Ana Lima down."""
    program.keys("ctrl+4", "Tab", "Tab", "space")
    program.focus("Add a person")
    program.type("Ana Lima")
    program.keys("Return")
    program.wait_for(lambda: len(_log(program)["people"]) == 1)
    program.focus("Second Wind")


def test_people_by_keyboard(program: Any) -> None:
    """Noted down once, Ana Lima is known in talks and in a rejection."""
    _add_ana(program)
    _complete_a_name(program)
    _link_a_rejection(program)
    assert program.close() == 0


def _complete_a_name(program: Any) -> None:
    """P, a part of the name, Down, Enter, Enter: the talk is linked; digits log no mood."""
    program.keys("ctrl+1", "p")
    program.type("lim")
    program.keys("Down", "Return", "Return")
    program.wait_for(lambda: len(_log(program)["talks"]) == 1)
    log = _log(program)
    assert log["talks"][0]["person_id"] == log["people"][0]["id"]
    assert log["talks"][0]["person"] == "Ana Lima"
    program.keys("p")
    program.type("ana lima")
    program.keys("Return")
    program.wait_for(lambda: len(_log(program)["talks"]) == 2)
    log = _log(program)
    assert {each["person_id"] for each in log["talks"]} == {log["people"][0]["id"]}
    program.keys("p")
    program.type("ana7")
    program.keys("Escape", "Escape")
    assert _log(program)["check_ins"] == []


def _link_a_rejection(program: Any) -> None:
    """A known name from the list, a new one by Enter, a theme by a comma: one act."""
    program.keys("r")
    program.focus("Log a rejection")
    program.type("Contoso")
    program.keys("Tab", "Tab", "Tab")
    program.type("ana")
    program.keys("Down", "Return")
    program.type("Ms Ito")
    program.keys("Return", "Tab", "Tab")
    program.type("pace,")
    program.keys("Return")
    program.wait_for(lambda: len(_log(program)["rejections"]) == 1)
    log = _log(program)
    names = {each["id"]: each["name"] for each in log["people"]}
    (rejection,) = log["rejections"]
    assert [names[key] for key in rejection["people"]] == ["Ana Lima", "Ms Ito"]
    assert rejection["themes"] == ["pace"]
    assert program.command("undo").returncode == 0
    assert len(_log(program)["people"]) == 1
    program.keys("Escape")
    program.wait_for(lambda: not program._visible_windows("Log a rejection"))
    program.focus("^Second Wind$")
