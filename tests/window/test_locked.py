"""An encrypted journal in the real window: while it is locked, nothing of it is anywhere."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.xdist_group("window"), pytest.mark.usefixtures("sqlcipher")]

_PASSPHRASE, _WRONG = "lamp river seven cloud", "lamp river eight cloud"
_WORDS = ("zanzibar", "Contoso", "Planner", "quartzite")
_COVER = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
cover = QLabel("Cover")
cover.setWindowTitle("Cover")
cover.resize(300, 200)
cover.show()
application.exec()
"""


class Locked:
    """The program on an encrypted journal, and what it left anywhere."""

    def __init__(self, program: Any, outside: Path) -> None:
        """Start it; `outside` is where desktops keep lists of recent files."""
        self.program = program
        self._outside = outside
        outside.mkdir(parents=True, exist_ok=True)
        self._told = (outside / "told").open("wb")
        command = [sys.executable, "-m", "second_wind", "--home", str(program.home)]
        program.process = subprocess.Popen(
            command, env=program.environment, stdout=self._told, stderr=self._told
        )

    def close_files(self) -> None:
        """Close what the program's own words were written to."""
        self._told.close()

    def is_locked(self) -> None:
        """Wait for the page that asks, and prove that nothing of the content is anywhere."""
        self.program.wait_for(lambda: "Your journal is locked" in self.program.read("names"))
        self.program.focus("^Second Wind$")
        texts = self.program.read("everything")
        assert "Passphrase" in texts
        assert _told_by(" ".join(texts)) == []
        titles = self.titles()
        assert "Second Wind" in titles
        assert _told_by(" ".join(titles)) == []
        assert self.telling() == {}

    def unlock(self) -> None:
        """Type the passphrase, and wait for the day."""
        self.program.type(_PASSPHRASE)
        self.program.keys("Return")
        self.sees("zanzibar")

    def sees(self, text: str) -> None:
        """Wait until a text is on the screen."""
        self.program.wait_for(lambda: any(text in name for name in self.program.read("names")))
        self.program.focus("^Second Wind$")

    def titles(self) -> set[str]:
        """Return the titles of the program's windows, those that don't show included."""
        found = self.program.xdotool("search", "--pid", str(self.program.process.pid), "--name", "")
        return {self.program.xdotool("getwindowname", each) for each in found.splitlines()}

    def telling(self) -> dict[str, list[str]]:
        """Return the files that hold a word of the content, with these words."""
        files = [
            each
            for folder in (self.program.home, self._outside)
            for each in folder.rglob("*")
            if each.is_file()
        ]
        told = {each.name: _told_by(each.read_bytes().decode("latin-1")) for each in files}
        return {name: words for name, words in told.items() if words}


def _told_by(text: str) -> list[str]:
    return [each for each in _WORDS if each.casefold() in text.casefold()]


@pytest.fixture
def locked(bus: None, resting: Any) -> Iterator[Locked]:
    """Log some words, encrypt them, and start the window."""
    for words in (
        ("log", "--mood", "6", "--note", "zanzibar", "--feeling", "quartzite"),
        ("reject", "--company", "Contoso", "--role", "Planner"),
    ):
        done = resting.command(*words)
        assert done.returncode == 0, done.stderr
    _encrypt(resting)
    locked = Locked(resting, Path(os.environ["HOME"]))
    yield locked
    resting.stop()
    locked.close_files()


def _encrypt(program: Any) -> None:
    reading, writing = os.pipe()
    os.write(writing, _PASSPHRASE.encode())
    os.close(writing)
    done = program.command("encrypt", "--passphrase-fd", str(reading))
    assert done.returncode == 0, done.stderr
    os.close(reading)


def test_only_the_passphrase_opens_it(locked: Locked) -> None:
    """A wrong one is told and can be typed over; Ctrl+L locks what was seen on every page."""
    locked.is_locked()
    locked.program.type(_WRONG)
    locked.program.keys("Return")
    locked.sees("This passphrase does not open")
    locked.is_locked()
    locked.unlock()
    for keys, shown in (("ctrl+2", "Contoso"), ("ctrl+3", "Recovery"), ("ctrl+5", "quartzite")):
        locked.program.keys(keys)
        locked.sees(shown)
    locked.program.keys("ctrl+l")
    locked.is_locked()
    locked.program.keys("ctrl+q")
    assert locked.program.process.wait(30) == 0
    assert locked.telling() == {}


def test_it_locks_with_the_session(locked: Locked) -> None:
    """The desktop says that its screen is locked; the page that was open comes back later."""
    locked.is_locked()
    locked.unlock()
    locked.program.keys("ctrl+2")
    locked.sees("Contoso")
    signal = "org.freedesktop.ScreenSaver.ActiveChanged"
    words = ("--session", "--type=signal", "/org/freedesktop/ScreenSaver", signal, "boolean:true")
    subprocess.run(["dbus-send", *words], env=locked.program.environment, check=True)
    locked.is_locked()
    locked.program.type(_PASSPHRASE)
    locked.program.keys("Return")
    locked.sees("Contoso")
    assert locked.program.close() == 0


@pytest.fixture
def cover(resting: Any) -> Iterator["subprocess.Popen[bytes]"]:
    """Cover the window with another program's."""
    command = [sys.executable, "-c", _COVER]
    cover = subprocess.Popen(command, env=resting.environment)
    yield cover
    cover.terminate()
    cover.wait()


def test_a_second_start_raises_the_locked_window(locked: Locked, cover: Any) -> None:
    """It comes before whatever covers it, and still says nothing."""
    locked.is_locked()
    program = locked.program
    program.xdotool("windowraise", program._visible_windows("^Cover$"))
    program.wait_for(lambda: _front(program) == "Cover")
    assert program.start().wait(30) == 0
    program.wait_for(lambda: _front(program) == "Second Wind")
    locked.is_locked()
    program.keys("Tab", "Tab", "Tab", "space")  # past the box and Unlock to Quit
    assert program.process.wait(30) == 0


def _front(program: Any) -> str:
    """Return the title of the window in front."""
    tree = subprocess.run(
        ["xwininfo", "-root", "-children"],
        env=program.environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    names = (line.split('"')[1] for line in tree.splitlines() if '"' in line)
    return next((each for each in names if each in ("Cover", "Second Wind")), "")
