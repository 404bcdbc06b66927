"""A real window on a screen of its own, and keys from outside."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from second_wind.cli import run
from second_wind.core.log.clock import SystemClock
from second_wind.journal.journal import Journal

_NEEDED = ("Xvfb", "xdotool")
SYSTEM_PYTHON = "/usr/bin/python3"
"""The one that has the bindings of D-Bus and AT-SPI."""

_READER = Path(__file__).with_name("screen_reader.py")
_REQUIRED = "SECOND_WIND_REQUIRE_WINDOW"
_PATIENCE = 30.0


def _missing() -> list[str]:
    return [name for name in _NEEDED if shutil.which(name) is None]


@pytest.fixture
def display() -> Iterator[str]:
    """Start a screen and return its name; skip where there is none, unless it is required.

    Each test has its own: the focus, and the address of the bus on which screen readers meet,
    belong to the screen, and what an earlier test left of them would go on there.
    """
    missing = _missing()
    if sys.platform != "linux" or missing:
        reason = f"a real window needs Linux with {', '.join(missing) or 'X'}"
        if os.environ.get(_REQUIRED):
            pytest.fail(reason)
        pytest.skip(reason)
    command = [
        "Xvfb",
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1400x900x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert server.stdout is not None
    yield f":{server.stdout.readline().strip()}"
    server.terminate()
    server.wait()
    server.stdout.close()


class Program:
    """The running program, as a person at the keyboard meets it."""

    def __init__(self, home: Path, display: str) -> None:
        """Make a journal under `home`: only where there is none there are cards of a first run."""
        self.environment = os.environ | {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
        }
        self.home = home
        self.process: subprocess.Popen[bytes] | None = None
        Journal(home / "journal.sqlite3", SystemClock()).close(copy=False)

    def open(self, title: str = "^Second Wind$") -> None:
        """Start it and wait for its window."""
        self.process = self.start()
        self.focus(title)

    def start(self) -> "subprocess.Popen[bytes]":
        """Start the program, once more if it runs already."""
        command = [sys.executable, "-m", "second_wind", "--home", str(self.home)]
        return subprocess.Popen(command, env=self.environment)

    def keys(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.xdotool("key", "--clearmodifiers", key)
            time.sleep(0.12)

    def type(self, text: str) -> None:
        """Type a run of letters."""
        self.xdotool("type", "--delay", "25", text)
        time.sleep(0.12)

    def xdotool(self, *words: str) -> str:
        """Run xdotool on the program's screen."""
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    def command(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """Run the command line on the same journal: here, in another process than the window."""
        out, err = StringIO(), StringIO()
        status = run(["--home", str(self.home), *words], out=out, err=err)
        return subprocess.CompletedProcess(words, status, out.getvalue(), err.getvalue())

    def read(self, what: str) -> Any:
        """Return what a screen reader is told; nothing while the program does not answer."""
        done = self._reader(what)
        return json.loads(done.stdout) if done.returncode == 0 else []

    def act(self, name: str, action: str = "Press") -> None:
        """Do an action as a screen reader does, on what has this name."""
        done = self._reader(name, action)
        assert done.returncode == 0, done.stderr

    def find(self, name: str) -> dict[str, Any]:
        """Wait until something with this name shows, and return what is told of it."""

        def found() -> object:
            return next((each for each in self.read("list") if each["name"] == name), None)

        thing = self.wait_for(found)
        assert isinstance(thing, dict)
        return thing

    def wait_for(self, question: Callable[[], object]) -> object:
        """Ask until the answer is true, and return it; fail after half a minute."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            answer = question()
            if answer:
                return answer
            time.sleep(0.05)
        status = self.process.poll() if self.process else 0
        state = "runs" if status is None else f"has ended with status {status}"
        day, names = self.command("day").stdout, self.read("names")
        pytest.fail(f"waited in vain; the program {state}, shows {names}, and the day holds: {day}")

    def close(self) -> int:
        """Quit by the keyboard and return the exit status."""
        assert self.process
        self.keys("ctrl+q")
        return self.process.wait(_PATIENCE)

    def stop(self) -> None:
        """End it if it still runs."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait()

    def focus(self, title: str) -> None:
        """Wait for a window with this title and give it the focus, as a window manager would."""
        found = str(self.wait_for(lambda: self._visible_windows(title))).splitlines()[-1]
        self.xdotool("windowfocus", "--sync", found)

    def _reader(self, *words: str) -> "subprocess.CompletedProcess[str]":
        command = [SYSTEM_PYTHON, "-W", "ignore", str(_READER), *words]
        return subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False
        )

    def _visible_windows(self, title: str) -> str:
        words = ["xdotool", "search", "--onlyvisible", "--name", title]
        done = subprocess.run(
            words, env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()


@pytest.fixture
def resting(display: str, tmp_path: Path) -> Iterator[Program]:
    """Have the program and an empty journal, and don't start it yet."""
    program = Program(tmp_path, display)
    yield program
    program.stop()


@pytest.fixture
def program(resting: Program) -> Program:
    """Run the program on an empty journal."""
    resting.open()
    return resting


def _missing_for_bus() -> str:
    if shutil.which("dbus-run-session") is None:
        return "dbus-run-session"
    asks = 'import gi; gi.require_version("Atspi", "2.0"); from gi.repository import Atspi'
    try:
        done = subprocess.run([SYSTEM_PYTHON, "-c", asks], capture_output=True, check=False)
    except OSError:
        return SYSTEM_PYTHON
    return "AT-SPI for the system's Python" if done.returncode else ""


@pytest.fixture
def bus(display: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Start a message bus on which programs and screen readers meet."""
    missing = _missing_for_bus()
    if missing:
        reason = f"a screen reader needs {missing}"
        if os.environ.get(_REQUIRED):
            pytest.fail(reason)
        pytest.skip(reason)
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setenv("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1")
    monkeypatch.setenv("QT_LOGGING_RULES", "qt.accessibility.atspi=false")
    command = ["dbus-run-session", "--", "sh", "-c", "echo $DBUS_SESSION_BUS_ADDRESS; exec cat"]
    session = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert session.stdin is not None
    assert session.stdout is not None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session.stdout.readline().strip())
    yield
    session.stdin.close()
    session.wait(_PATIENCE)
    session.stdout.close()
