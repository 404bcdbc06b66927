"""The seven steps past a rejection, lived in the real window by the keyboard alone."""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

pytestmark = pytest.mark.xdist_group("window")

_STEPS = {
    1: "Name what you feel",
    2: "Talk to someone you trust",
    3: "20 minutes of movement",
    4: "Get outside, take the camera",
    5: "Volunteer",
    6: "Keep the connection",
    7: "Ask for feedback or advice",
}
_COPY_A_PICTURE = """
from PySide6.QtGui import QGuiApplication, QImage
application = QGuiApplication([])
picture = QImage(320, 200, QImage.Format.Format_RGB32)
picture.fill("seagreen")
application.clipboard().setImage(picture)
print("copied", flush=True)
application.exec()
"""


class Walk:
    """Goes the way past one rejection, and looks at its page after each step."""

    def __init__(self, program: Any) -> None:
        """Begin in Today."""
        self._program = program

    def press(self, *keys: str) -> None:
        """Press keys in the window."""
        self._program.keys(*keys)

    def fill(self, *texts: str) -> None:
        """Type into one field after the other; an empty text leaves one as it is."""
        for number, text in enumerate(texts):
            if number:
                self.press("Tab")
            if text:
                self._program.type(text)

    def go_to(self, name: str) -> None:
        """Press Tab until a field has the focus: how often depends on the parts of a day."""

        def is_there() -> bool:
            self.press("Tab")
            return name in self._program.read("focused")

        self._program.wait_for(is_there)

    def in_dialog(self, title: str) -> None:
        """Wait for a dialog; what follows is typed there."""
        self._program.focus(title)

    def in_window(self, *, after: str) -> None:
        """Wait until a dialog is gone; what follows is typed in the window."""
        self._program.wait_for(lambda: not self._program._visible_windows(after))
        self._program.focus("^Second Wind$")

    def today(self) -> dict[str, Any]:
        """Ask the command line for the day."""
        found = json.loads(self._program.command("day", "--json").stdout)
        assert isinstance(found, dict)
        return found

    def found(self, text: str) -> list[dict[str, Any]]:
        """Search by the command line."""
        answer = json.loads(self._program.command("search", "--json", text).stdout)
        return list(answer["hits"])

    def until_found(self, text: str, kind: str) -> None:
        """Wait until something is stored."""
        self._program.wait_for(lambda: [each["kind"] for each in self.found(text)] == [kind])

    def shows(self, *texts: str) -> None:
        """Wait until each text is on the screen, as a whole or within another."""
        self._program.wait_for(lambda: self._missing(texts) == [])

    def hides(self, text: str) -> None:
        """Wait until nothing on the screen says a text."""
        self._program.wait_for(lambda: self._missing([text]) == [text])

    def has_touched(self, *steps: int) -> None:
        """Wait until the rejection's page shows that these steps were touched, and no other."""
        self.press("ctrl+2")
        self._program.wait_for(lambda: self._touched() == set(steps))

    def _missing(self, texts: Any) -> list[str]:
        names = self._program.read("names")
        return [text for text in texts if not any(text in name for name in names)]

    def _touched(self) -> set[int] | None:
        """Return the steps that are touched, None while the page does not show all seven."""
        names = self._program.read("names")
        told = {
            step: [name for name in names if name.startswith(f"{title}: ")]
            for step, title in _STEPS.items()
        }
        if not all(told.values()):
            return None
        return {step for step, each in told.items() if not _is_open(each)}


def _is_open(names: list[str]) -> bool:
    return any(name.endswith(": open") for name in names)


@pytest.fixture
def walk(bus: None, program: Any) -> Walk:
    """Note down a mentor, and log a rejection with who was met and what is felt."""
    walk = Walk(program)
    walk.press("ctrl+4", "Tab", "Tab", "space")
    walk.in_dialog("Add a person")
    walk.fill("Mara Quill", "mentor")
    walk.press("Return")
    walk.in_window(after="Add a person")
    walk.until_found("Quill", "person")
    walk.press("r")
    walk.in_dialog("Log a rejection")
    walk.fill("Contoso", "Planner", "interview", "Robin Vale")
    walk.press("Return", "Return", "Return")  # the name, the form, the kind words
    walk.fill("disappointed,relieved")
    walk.press("Return", "Return", "Return", "Return")  # the word, feelings, a line, a small step
    walk.in_window(after="Log a rejection")
    return walk


@pytest.fixture
def picture(program: Any) -> Iterator[None]:
    """Hold a picture that was copied elsewhere."""
    words = [sys.executable, "-c", _COPY_A_PICTURE]
    with subprocess.Popen(words, env=program.environment, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline()
        yield
        holder.terminate()


def _name_feelings(walk: Walk) -> None:
    walk.press("ctrl+1", "f")
    walk.fill("determined")
    walk.press("Return", "n")
    walk.fill("slept on it")
    walk.press("Escape")
    walk.until_found("slept on it", "check_in")
    (check_in,) = walk.today()["check_ins"]
    assert check_in["feelings"] == ["disappointed", "relieved", "determined"]


def _talk_to_the_mentor(walk: Walk) -> None:
    walk.press("ctrl+1", "p")
    walk.fill("quil")
    walk.press("Down", "Return")
    walk.fill("", "", "", "told me to rest", "Litware wants a planner")
    walk.press("Return")
    walk.until_found("Litware", "talk")
    (talk,) = walk.today()["talks"]
    assert (talk["person"], talk["kind"]) == ("Mara Quill", "mentor")


def _move(walk: Walk) -> None:
    walk.press("ctrl+1", "e")
    walk.fill("", "swim")
    walk.press("Return")
    walk.until_found("swim", "exercise")
    assert walk.today()["exercise_minutes"] == 20


def _go_outside(walk: Walk) -> None:
    walk.press("ctrl+1", "o", "ctrl+v")
    walk.fill("", "", "Heron Lake")
    walk.press("Return")
    walk.until_found("Heron", "outing")
    (outing,) = walk.today()["outings"]
    assert len(outing["photos"]) == 1


def _volunteer(walk: Walk) -> None:
    walk.press("ctrl+1", "v")
    walk.fill("2", "Soup kitchen", "talking to strangers")
    walk.press("Return")
    walk.until_found("strangers", "volunteering")
    assert walk.today()["volunteering_hours"] == 2


def _keep_the_connection(walk: Walk) -> None:
    walk.press("ctrl+1", "p")
    walk.fill("vale")
    walk.press("Down", "Return")
    walk.fill("", "", "", "thanked her for an honest hour")
    walk.press("Return")
    walk.until_found("honest", "talk")
    assert walk.today()["talks"][-1]["person"] == "Robin Vale"


def _choose_a_theme(walk: Walk) -> None:
    """From the rejection's page, by its Edit."""
    walk.press("Tab", "Tab", "space")
    walk.in_dialog("Change this rejection")
    walk.press(*["Tab"] * 7)
    walk.go_to("What it was about")
    walk.fill("numeracy")
    walk.press("Return", "Return")
    walk.in_window(after="Change this rejection")
    walk.shows("numeracy")


def _ask_an_expert(walk: Walk) -> None:
    """From the rejection's page: the last of its controls; then whom, what, and what they said."""
    walk.press("ctrl+1", "ctrl+2", *["Tab"] * 7, "space")
    walk.in_dialog("Ask an expert")
    walk.press(*["Tab"] * 3)
    walk.go_to("What you asked")
    walk.fill("what was missing")
    walk.press("Tab", "space")
    walk.go_to("What they said")
    walk.fill("show more figures")
    walk.press("Tab", "Tab", "Return")
    walk.in_window(after="Ask an expert")


def test_each_step_leaves_its_trace(walk: Walk, picture: None) -> None:
    """Feelings, a talk, movement, an outing, hours, a connection, advice: one after the other.

    Then History finds each of them, a hit opens, and Ctrl+Z takes the last trace away.
    """
    walk.press("ctrl+2", "Return")
    walk.has_touched(1)
    for step, live in enumerate(
        (_name_feelings, _talk_to_the_mentor, _move, _go_outside, _volunteer, _keep_the_connection),
        1,
    ):
        live(walk)
        walk.has_touched(*range(1, step + 1))
    _choose_a_theme(walk)
    walk.has_touched(1, 2, 3, 4, 5, 6)
    _ask_an_expert(walk)
    walk.has_touched(1, 2, 3, 4, 5, 6, 7)
    walk.shows("show more figures", "numeracy", "Open Robin Vale")

    _find_everything(walk)

    walk.press("Down", "Return")
    walk.shows("show more figures")
    walk.press("ctrl+z")
    walk.hides("show more figures")
    walk.has_touched(1, 2, 3, 4, 5, 6)
    walk.press("ctrl+z")
    walk.hides("numeracy")


def _find_everything(walk: Walk) -> None:
    """Type words of each step into History's search; each time it lists what holds them alone."""
    walk.press("ctrl+5", "ctrl+f")
    before = "numeracy"
    for typed, shown in (
        ("determ", "slept on it"),
        ("litware", "told me to rest"),
        ("swim", "20 min"),
        ("heron", "Heron Lake"),
        ("strangers", "Soup kitchen"),
        ("honest", "thanked her"),
        ("numer", "numeracy"),
        ("figures", "show more figures"),
    ):
        walk.press("ctrl+a")
        walk.fill(typed)
        walk.shows(shown)
        walk.hides(before)
        before = shown
