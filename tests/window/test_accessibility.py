"""What a screen reader is told of the real window, and what it can do there."""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.xdist_group("window")

_PYTHON = "/usr/bin/python3"
_READER = Path(__file__).with_name("screen_reader.py")
_REQUIRED = "SECOND_WIND_REQUIRE_WINDOW"
_PATIENCE = 30.0
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


class Reader:
    """Asks the screen reader's script about the running program."""

    def __init__(self, program: Any) -> None:
        """Read this program."""
        self._program = program

    def things(self) -> list[dict[str, Any]]:
        """Return all that shows."""
        done = self._run("list")
        assert done.returncode == 0, done.stderr
        found = json.loads(done.stdout)
        assert isinstance(found, list)
        return found

    def wait_for(self, name: str, role: str = "") -> dict[str, Any]:
        """Wait until something with this name shows."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            things = self.things()
            for each in things:
                if each["name"] == name and role in ("", each["role"]):
                    return each
            time.sleep(0.1)
        pytest.fail(f"{name} does not show; this does: {sorted(each['name'] for each in things)}")

    def act(self, name: str, action: str) -> None:
        """Do an action as a screen reader does."""
        done = self._run(name, action)
        assert done.returncode == 0, done.stderr

    def _run(self, *words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [_PYTHON, "-W", "ignore", str(_READER), *words],
            env=self._program.environment,
            capture_output=True,
            text=True,
            check=False,
        )


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
    reader = Reader(program)
    wrong = {}
    for keys, landmark in (
        ("ctrl+1", "How are you right now?"),
        ("ctrl+2", "Search rejections"),
        ("ctrl+3", "How this was computed"),
        ("ctrl+comma", "Name of mood 10"),
        ("r", "Company"),
    ):
        program.keys(keys)
        reader.wait_for(landmark)
        things = reader.things()
        wrong[landmark] = _nameless(things) + _unlabelled_choices(things)
    assert wrong == {landmark: [] for landmark in wrong}


def test_a_chart_is_an_image_with_its_sentence(bus: None, sample: None, program: Any) -> None:
    """Its name says which chart it is, its description what it shows."""
    reader = Reader(program)
    program.keys("ctrl+3")
    reader.wait_for("How this was computed")
    (chart,) = [each for each in reader.things() if each["role"] == "image"]
    assert chart["name"].startswith("After ")
    assert chart["description"].startswith(f"{chart['name']}: ")


@pytest.mark.parametrize("action", ["Press", "Toggle"])
def test_a_mood_is_logged_through_the_screen_reader(bus: None, program: Any, action: str) -> None:
    """The steps are named in words; pressing one stores it, by whichever action it is pressed."""
    reader = Reader(program)
    assert not reader.wait_for("7, good")["checked"]
    reader.act("7, good", action)
    program.wait_for(lambda: '"mood": 7.0' in program.command("day", "--json").stdout)
    assert reader.wait_for("7, good")["checked"]


def test_a_page_opens_through_the_screen_reader(bus: None, program: Any) -> None:
    """The sidebar's buttons can be pressed."""
    reader = Reader(program)
    reader.wait_for("Rejections")
    reader.act("Rejections", "Press")
    reader.wait_for("No rejections logged")
