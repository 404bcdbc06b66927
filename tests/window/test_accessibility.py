"""What a screen reader is told of the real window, and what it can do there."""

from typing import Any

import pytest

pytestmark = pytest.mark.xdist_group("window")

_CONTROLS = {
    "button",
    "check box",
    "combo box",
    "dialog",
    "entry",
    "image",
    "list item",
    "menu item",
    "page tab",
    "push button",
    "radio button",
    "slider",
    "spin button",
    "table",
    "table column header",
    "text",
    "toggle button",
    "tree table",
}


@pytest.fixture
def on_sample(bus: None, resting: Any) -> Any:
    """Put a year of sample days where the program looks, and run it."""
    (resting.home / "journal.sqlite3").unlink()
    assert resting.command("demo", "--years", "1").returncode == 0
    resting.open("^Sample journal$")
    return resting


def _nameless(things: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the controls of which neither a name nor a label tells what they are for."""
    return [
        each
        for each in things
        if each["role"] in _CONTROLS and not each["name"].strip() and not any(each["labels"])
    ]


def _unlabelled_choices(things: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the combo boxes without a label: their name is what is chosen, not what for."""
    return [each for each in things if each["role"] == "combo box" and not any(each["labels"])]


def test_what_a_screen_reader_is_told_of_each_page(on_sample: Any) -> None:
    """On Today, Rejections, Charts, Settings, and in the dialog that logs a rejection.

    Every control has a name; that of a chart says which it is, its description what it shows.
    """
    wrong, charts = {}, []
    for keys, landmark in (
        ("ctrl+1", "How are you right now?"),
        ("ctrl+2", "Search rejections"),
        ("ctrl+3", "How this was computed"),
        ("ctrl+comma", "Name of mood 10"),
        ("r", "Company"),
    ):
        on_sample.keys(keys)
        on_sample.find(landmark)
        things = on_sample.read("list")
        wrong[landmark] = _nameless(things) + _unlabelled_choices(things)
        if keys == "ctrl+3":
            charts = [each for each in things if each["role"] == "image"]
    assert wrong == {landmark: [] for landmark in wrong}
    (chart,) = charts
    assert chart["name"].startswith("After ")
    assert chart["description"].startswith(f"{chart['name']}: ")


def test_what_a_screen_reader_can_do(bus: None, program: Any) -> None:
    """The steps of a mood are named in words; pressing one stores it, by whichever action.

    The sidebar's buttons open pages.
    """
    for action in ("Press", "Toggle"):
        assert not program.find("7, good")["checked"]
        program.act("7, good", action)
        program.wait_for(lambda: _has_mood(program))
        assert program.find("7, good")["checked"]
        program.keys("ctrl+z")
        program.wait_for(lambda: not _has_mood(program))
        program.wait_for(lambda: not program.find("7, good")["checked"])
    program.find("Rejections")
    program.act("Rejections", "Press")
    program.find("No rejections logged")


def _has_mood(program: Any) -> bool:
    return '"mood": 7.0' in program.command("day", "--json").stdout
