"""What a screen reader is told of the real window, and what it can do there."""

import subprocess
import sys
from pathlib import Path
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
def sample(tmp_path: Path) -> None:
    """Put a year of sample days where the program will look."""
    command = [sys.executable, "-m", "second_wind", "--home", str(tmp_path)]
    subprocess.run([*command, "demo", "--years", "1"], check=True, capture_output=True)


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


def test_every_control_has_a_name(bus: None, sample: None, program: Any) -> None:
    """On Today, Rejections, Charts, Settings, and in the dialog that logs a rejection."""
    wrong = {}
    for keys, landmark in (
        ("ctrl+1", "How are you right now?"),
        ("ctrl+2", "Search rejections"),
        ("ctrl+3", "How this was computed"),
        ("ctrl+comma", "Name of mood 10"),
        ("r", "Company"),
    ):
        program.keys(keys)
        program.find(landmark)
        things = program.read("list")
        wrong[landmark] = _nameless(things) + _unlabelled_choices(things)
    assert wrong == {landmark: [] for landmark in wrong}


def test_a_chart_is_an_image_with_its_sentence(bus: None, sample: None, program: Any) -> None:
    """Its name says which chart it is, its description what it shows."""
    program.keys("ctrl+3")
    program.find("How this was computed")
    (chart,) = [each for each in program.read("list") if each["role"] == "image"]
    assert chart["name"].startswith("After ")
    assert chart["description"].startswith(f"{chart['name']}: ")


@pytest.mark.parametrize("action", ["Press", "Toggle"])
def test_a_mood_is_logged_through_the_screen_reader(bus: None, program: Any, action: str) -> None:
    """The steps are named in words; pressing one stores it, by whichever action it is pressed."""
    assert not program.find("7, good")["checked"]
    program.act("7, good", action)
    program.wait_for(lambda: '"mood": 7.0' in program.command("day", "--json").stdout)
    assert program.find("7, good")["checked"]


def test_a_page_opens_through_the_screen_reader(bus: None, program: Any) -> None:
    """The sidebar's buttons can be pressed."""
    program.find("Rejections")
    program.act("Rejections", "Press")
    program.find("No rejections logged")
