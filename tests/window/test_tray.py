"""The tray and the desktop's notifications on a real screen, with a tray and a daemon in it."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from second_wind.core.log.clock import SystemClock
from second_wind.journal.journal import Journal
from second_wind.paths import AppPaths
from second_wind.ui.kit.service.remembered import Remembered

pytestmark = pytest.mark.xdist_group("window")

_TOOLS = ("trayer", "dunst", "dunstctl", "openbox")
_PANEL_HEIGHT = 26
_CHOOSE = """#!/bin/sh
grep -m1 "$(cat {choice})"
"""
"""Stands in for the menu in which a person chooses a button of a notification."""


class Desktop:
    """A window manager, a tray and a notification daemon on the test's screen and bus."""

    def __init__(self, folder: Path) -> None:
        """Start them; `folder` is for what the daemon reads."""
        self._folder = folder
        menu = folder / "menu.sh"
        menu.write_text(_CHOOSE.format(choice=folder / "choice"), encoding="utf-8")
        menu.chmod(0o700)
        (folder / "dunstrc").write_text(f"[global]\ndmenu = {menu}\n", encoding="utf-8")
        panel = ("--edge", "top", "--align", "right", "--widthtype", "request")
        self._running = [
            self._start("openbox"),
            self._start("trayer", *panel, "--height", str(_PANEL_HEIGHT)),
            self._start("dunst", "-conf", str(folder / "dunstrc")),
        ]

    def stop(self) -> None:
        """End them."""
        for each in self._running:
            each.terminate()
            each.wait()

    def notifications(self) -> list[dict[str, Any]]:
        """Return the notifications on the screen; the daemon moves them to its history."""
        self._run("dunstctl", "close-all")
        told = json.loads(self._run("dunstctl", "history"))
        return [{key: value["data"] for key, value in each.items()} for each in told["data"][0]]

    def shown(self) -> int:
        """Return how many notifications are on the screen."""
        return int(self._run("dunstctl", "count", "displayed"))

    def press(self, button: str) -> None:
        """Press a button of the notification."""
        (self._folder / "choice").write_text(button, encoding="utf-8")
        self._run("dunstctl", "context")

    def click(self) -> None:
        """Click the notification itself."""
        self._run("dunstctl", "action", "0")

    def icons(self) -> list[tuple[int, int]]:
        """Return where the program's icons are in the tray, as points in their middle."""
        tree = self._run("xwininfo", "-root", "-tree").splitlines()
        begin = next((n for n, line in enumerate(tree) if '"panel"' in line), len(tree))
        places = (line for line in tree[begin + 1 :] if '"Second Wind"' in line)
        found = [line.rsplit("+", 2)[1:] for line in places]
        half = _PANEL_HEIGHT // 2
        return [(int(x) + half, int(y) + half) for x, y in found if int(y) < _PANEL_HEIGHT]

    def _start(self, *command: str) -> "subprocess.Popen[bytes]":
        nothing = subprocess.DEVNULL
        return subprocess.Popen(command, stdout=nothing, stderr=nothing)

    def _run(self, *command: str) -> str:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def desktop(bus: None, display: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    """Run a desktop; skip where its parts are missing, unless they are required."""
    missing = [name for name in _TOOLS if shutil.which(name) is None]
    if missing:
        reason = f"a desktop needs {', '.join(missing)}"
        if os.environ.get("SECOND_WIND_REQUIRE_WINDOW"):
            pytest.fail(reason)
        pytest.skip(reason)
    desktop = Desktop(tmp_path_factory.mktemp("desktop"))
    yield desktop
    desktop.stop()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Wish for a reminder in this minute, and for the program to go on in the tray."""
    now = datetime.now().astimezone()
    config = tmp_path / "config"
    config.mkdir()
    wishes = f"[reminder]\nat={now:%H:%M}\n[tray]\nstays=true\ntold=true\n"
    (config / "window.ini").write_text(wishes, encoding="utf-8")
    return tmp_path


@pytest.fixture
def asking(desktop: Desktop, home: Path, program: Any) -> Any:
    """Run the program until its reminder is on the screen and its icon in the tray."""
    program.wait_for(desktop.shown)
    program.wait_for(desktop.icons)
    return program


def today(program: Any) -> dict[str, Any]:
    """Ask the command line for the day."""
    found = json.loads(program.command("day", "--json").stdout)
    assert isinstance(found, dict)
    return found


def has_mood(program: Any, mood: float) -> Callable[[], bool]:
    """Return a question whether the day has a mood."""
    return lambda: today(program)["mood"] == mood


def hide(program: Any) -> None:
    """Close the window as a person does; the program goes on in the tray."""
    program.focus("^Second Wind$")
    program.keys("alt+F4")
    program.wait_for(lambda: not program._visible_windows("^Second Wind$"))
    assert program.process.poll() is None


def test_later_is_pressed_on_the_notification(asking: Any, desktop: Desktop, home: Path) -> None:
    """The button puts the reminder off for an hour, and the notification goes."""
    desktop.press("Later")
    asking.wait_for(lambda: not desktop.shown())
    assert asking.close() == 0
    journal = Journal(AppPaths.under(home).journal, SystemClock())
    later_for = Remembered(journal).reminders.later_for
    journal.close(copy=False)
    assert later_for is not None


def test_log_now_opens_the_quick_entry(asking: Any, desktop: Desktop) -> None:
    """The button opens the small window; a key and Enter answer it, and nothing asks any more."""
    hide(asking)
    desktop.press("Log now")
    asking.focus("Quick entry")
    asking.keys("7", "Return")
    asking.wait_for(has_mood(asking, 7))
    asking.wait_for(lambda: not asking._visible_windows("Quick entry"))
    assert asking.process.poll() is None


def test_a_click_on_the_notification_opens_the_day(asking: Any, desktop: Desktop) -> None:
    """The window comes back from the tray, on the day that was asked about; Quit ends it."""
    hide(asking)
    desktop.click()
    asking.focus("^Second Wind$")
    asking.keys("6")
    asking.wait_for(has_mood(asking, 6))
    asking.wait_for(lambda: not desktop.shown())
    assert asking.close() == 0


def test_a_mood_from_the_menu_in_the_tray(asking: Any, desktop: Desktop) -> None:
    """The icon's menu, its first line, its third step: mood 3, and the reminder is answered."""
    hide(asking)
    ((x, y),) = desktop.icons()
    asking.xdotool("mousemove", str(x), str(y), "click", "3")
    time.sleep(0.5)
    asking.keys("Down", "Right", "Down", "Down", "Return")
    asking.wait_for(has_mood(asking, 3))
    asking.wait_for(lambda: desktop.notifications()[0]["summary"].startswith("Saved"))


def test_the_reminder_and_the_icon(asking: Any, desktop: Desktop) -> None:
    """The reminder is really seen; the icon opens the quick entry, and its menu quits."""
    _see_the_reminder(desktop)
    hide(asking)
    ((x, y),) = desktop.icons()
    _click_the_icon(asking, x, y)
    _quit_in_the_menu(asking, x, y)
    assert not desktop.icons()
    assert not desktop.shown()


def _see_the_reminder(desktop: Desktop) -> None:
    """The daemon shows one notification: the question, and nothing that was logged."""
    (seen,) = desktop.notifications()
    assert (seen["appname"], seen["summary"]) == ("Second Wind", "How was today?")
    assert seen["body"] == "One press is enough, and nothing is expected."


def _click_the_icon(asking: Any, x: int, y: int) -> None:
    """Mood, minutes and a note by the keyboard alone are one act."""
    asking.xdotool("mousemove", str(x), str(y), "click", "1")
    asking.focus("Quick entry")
    asking.keys("0", "e")
    asking.type("25")
    asking.keys("Tab")
    asking.type("a walk")
    asking.keys("Return")
    asking.wait_for(has_mood(asking, 10))
    day = today(asking)
    assert (day["exercise_minutes"], day["check_ins"][0]["note"]) == (25, "a walk")
    assert asking.command("undo").returncode == 0
    assert not today(asking)["logged"]
    asking.wait_for(lambda: not asking._visible_windows("Quick entry"))


def _quit_in_the_menu(asking: Any, x: int, y: int) -> None:
    """The last line of the menu quits with status 0; icon and notification go with it."""
    for _ in range(5):  # a busy desktop may open the menu later than the keys come
        asking.xdotool("mousemove", str(x), str(y), "click", "3")
        time.sleep(1)
        asking.keys("Up", "Return")
        with suppress(subprocess.TimeoutExpired):
            asking.process.wait(10)
            break
    assert asking.process.wait(1) == 0


def test_a_hidden_start_waits_in_the_tray(
    desktop: Desktop, home: Path, display: str, resting: Any
) -> None:
    """No window, an icon; a hidden start more changes nothing, a plain one shows the window."""
    program = resting
    command = [sys.executable, "-m", "second_wind", "--home", str(home), "--hidden"]
    environment = program.environment
    program.process = subprocess.Popen(command, env=environment)
    program.wait_for(desktop.icons)
    assert not program._visible_windows("^Second Wind$")
    assert subprocess.run(command, env=environment, check=False, timeout=30).returncode == 0
    assert not program._visible_windows("^Second Wind$")
    assert program.start().wait(30) == 0
    program.focus("^Second Wind$")
    assert program.close() == 0
