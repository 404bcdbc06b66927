"""Light and dark: the window follows the desktop while it is open."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

pytestmark = pytest.mark.xdist_group("window")

_DESKTOP = Path(__file__).with_name("desktop.py")
_WATCH = """
from pathlib import Path
import sys
import shiboken6
from PySide6.QtCore import QTimer
from second_wind.paths import AppPaths
from second_wind.ui.program.application import make_application
from second_wind.ui.shell.main_window import MainWindow
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.kit.look.theme import Theme

application = make_application()
preferences = Preferences(AppPaths.under(Path(sys.argv[1])))
theme = Theme(application, preferences.theme)
window = MainWindow(theme, preferences)
window.show()

def tell():
    shade = window.grab().toImage().pixelColor(8, window.height() // 2).lightness()
    print("dark" if shade < 128 else "light", flush=True)

theme.changed.connect(lambda: QTimer.singleShot(50, tell))
QTimer.singleShot(200, tell)
QTimer.singleShot(20_000, application.quit)
application.exec()
shiboken6.delete(window)
"""


@pytest.fixture
def environment(bus: None, display: str) -> dict[str, str]:
    """Return the environment of a program on a desktop that tells its scheme."""
    own = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_CURRENT_DESKTOP": "GNOME"}
    return os.environ | own


@pytest.fixture
def desktop(environment: dict[str, str]) -> Iterator["subprocess.Popen[str]"]:
    """Run the settings of a desktop on the bus."""
    command = ["/usr/bin/python3", str(_DESKTOP)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, env=environment, **pipes) as desktop:  # type: ignore[call-overload]
        assert desktop.stdout.readline() == "ready\n"
        yield desktop


def test_the_window_follows_the_desktop(
    desktop: "subprocess.Popen[str]", environment: dict[str, str], tmp_path: Path
) -> None:
    """Light at first, dark when the desktop turns dark, light again when it does."""
    command = [sys.executable, "-c", _WATCH, str(tmp_path)]
    watching = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert watching.stdout is not None
    assert desktop.stdin is not None
    with watching:
        seen = [watching.stdout.readline().strip()]
        for scheme in ("1", "2"):
            desktop.stdin.write(f"{scheme}\n")
            desktop.stdin.flush()
            seen.append(_next_shade(watching.stdout, seen[-1]))
        watching.terminate()
    assert seen == ["light", "dark", "light"]


def _next_shade(told: IO[str], before: str) -> str:
    """Read until another shade is told: one change may be told more than once."""
    return next((each.strip() for each in iter(told.readline, "") if each.strip() != before), "")
