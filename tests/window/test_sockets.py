"""No network: every socket that the program opens is traced, and stays on this computer."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("window")

_REQUIRED = "SECOND_WIND_REQUIRE_WINDOW"
_PATIENCE = 60.0
_FAMILY = re.compile(r"\bsocket(?:pair)?\((\w+)")
_ADDRESS = re.compile(r"\b(?:connect|bind|sendto|sendmsg)\(.*?sa_family=(\w+)")
_PLACE = re.compile(r"\b(?:connect|bind)\(.*?sun_path=@?\"([^\"]*)\"")
_THIS_COMPUTER = (
    r".*/\.X11-unix/X\d+",  # the screen
    r".*/(dbus-\w+|at-spi/.*|at-spi2-.*|bus.*|system_bus_socket)",  # the desktop's message buses
    r".*/second-wind-[0-9a-f]{24}",  # a second start raises the first
    r".*/\.\w{6}/s",  # the same while Qt makes it
    r".*/nscd/socket",  # the C library looks who runs the program
)
WORD = "zanzibar"
COMMANDS = """
import sys
from second_wind.cli import run
home, table, out = sys.argv[1:]
for words in (
    "demo --years 1 --seed 1",
    "log --mood 6 --note walked --exercise 20",
    "reject --company Acme --stage interview",
    "day",
    f"import {table} --scale 1:10",
    f"export --format csv {out}/csv",
    f"export --format json {out}/all.json",
    f"chart all {out}/chart.png",
    "analyse --json",
    "backup",
    "check",
    "undo",
):
    status = run(["--home", home, *words.split()])
    assert status == 0, words
"""


class Trace:
    """A trace of what a program asks the system for, network calls alone."""

    def __init__(self, file: Path) -> None:
        """Remember where it goes."""
        self.file = file

    def command(self, *words: object) -> list[str]:
        """Return a command with its own words before it."""
        trace = ["strace", "-f", "-qq", "-s", "200", "-e", "trace=network", "-o", str(self.file)]
        return [*trace, sys.executable, *map(str, words)]

    def check(self) -> set[str]:
        """Refuse every socket of a network, and return the places that were talked to."""
        text = self.file.read_text(encoding="utf-8", errors="replace")
        families = {*_FAMILY.findall(text), *_ADDRESS.findall(text)}
        assert families <= {"AF_UNIX"}, sorted(families)
        places = set(_PLACE.findall(text))
        strange = {each for each in places if not _is_here(each)}
        assert not strange, sorted(strange)
        return places


def _is_here(place: str) -> bool:
    return any(re.fullmatch(each, place) for each in _THIS_COMPUTER)


@pytest.fixture
def trace(tmp_path: Path) -> Trace:
    """Trace a program; skip where that can't be, unless it is required."""
    if shutil.which("strace") is None:
        if os.environ.get(_REQUIRED):
            pytest.fail("the trace of sockets needs strace")
        pytest.skip("the trace of sockets needs strace")
    trial = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False)
    if trial.returncode:
        pytest.skip("this computer lets no program be traced")
    return Trace(tmp_path / "trace")


def test_a_socket_of_a_network_is_seen(trace: Trace) -> None:
    """The trace itself is sound: it sees what it is there to see."""
    code = "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"
    subprocess.run(trace.command("-c", code), check=True)
    with pytest.raises(AssertionError, match="AF_INET"):
        trace.check()


def test_command_line(trace: Trace, tmp_path: Path) -> None:
    """Logging, importing, exporting, drawing, copying: not one socket."""
    table = tmp_path / "table.csv"
    table.write_text("date,mood\n2026-11-01,7\n", encoding="utf-8")
    (tmp_path / "out").mkdir()
    words = trace.command("-c", COMMANDS, tmp_path / "home", table, tmp_path / "out")
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert trace.check() == set()


def test_every_page_and_chart(trace: Trace, tmp_path: Path) -> None:
    """Whatever is shown, and without a screen there is no socket at all."""
    home = ("-m", "second_wind", "--home", tmp_path / "home")
    sample = [sys.executable, *map(str, home), "demo", "--years", "1", "--seed", "2"]
    subprocess.run(sample, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(trace.command(*home, "smoke"), check=True, stdout=subprocess.DEVNULL)
    assert trace.check() == set()


@pytest.fixture
def screen(display: str, bus: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let programs show their windows on a screen, with a message bus."""
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")


@pytest.fixture
def program(trace: Trace, screen: None, tmp_path: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Start the traced program on an empty journal."""
    words = ("-m", "second_wind", "--home", tmp_path / "home")
    program = subprocess.Popen(trace.command(*words))
    yield program
    if program.poll() is None:
        program.terminate()
        program.wait(_PATIENCE)


def test_window(trace: Trace, program: "subprocess.Popen[bytes]", tmp_path: Path) -> None:
    """The screen, the message buses and its own socket, through which a second start raises it.

    And what is typed there is kept in the journal and its copies, not in a setting, cache or log.
    """
    found = _soon(lambda: _xdotool("search", "--onlyvisible", "--name", "^Second Wind$"))
    _soon(lambda: "bind(" in trace.file.read_text("utf-8", "replace"))
    second = Trace(tmp_path / "second")
    words = ("-m", "second_wind", "--home", tmp_path / "home")
    assert subprocess.run(second.command(*words), check=False).returncode == 0
    assert any("/second-wind-" in each for each in second.check())
    _xdotool("windowfocus", "--sync", found.splitlines()[-1])
    for key in ("7", "ctrl+2", "ctrl+3", "ctrl+1", "n"):
        _press(key)
    _xdotool("type", "--delay", "25", WORD)
    for key in ("Escape", "ctrl+q"):
        _press(key)
    assert program.wait(_PATIENCE) == 0
    assert any("X11-unix" in each for each in trace.check())
    own = [each for each in (tmp_path / "home").rglob("*") if each.is_file()]
    telling = {each.name for each in own if WORD.encode() in each.read_bytes()}
    assert "journal.sqlite3" in telling
    assert {each for each in telling if "sqlite3" not in each} == set()


def _press(key: str) -> None:
    _xdotool("key", "--clearmodifiers", key)
    time.sleep(0.4)


def _xdotool(*words: str) -> str:
    done = subprocess.run(["xdotool", *words], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def _soon(question: Callable[[], str | bool]) -> str:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        answer = question()
        if answer:
            return str(answer)
        time.sleep(0.1)
    pytest.fail("waited in vain")
