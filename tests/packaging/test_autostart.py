"""Starting with the session, by the desktop's own checker and the desktop's own library."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from second_wind.ui.kit.service.autostart import DesktopEntry

_LAUNCH = """
import sys
from gi.repository import Gio
Gio.DesktopAppInfo.new_from_filename(sys.argv[1]).launch([], None)
"""
_TELL = "import json, sys; open(sys.argv[1], 'w').write(json.dumps(sys.argv[2:]))"
ODD = ["plain", "with space", 'a "quote"', "back\\slash", "$HOME `id`", "50 %f", "é", "~", ""]


@pytest.fixture
def entry(tmp_path: Path) -> DesktopEntry:
    """Use a folder of the test's own."""
    return DesktopEntry(tmp_path / "autostart")


@pytest.mark.parametrize("command", [["second-wind", "--hidden"], ["/opt/a b/python", *ODD]])
def test_the_entry_is_valid(
    entry: DesktopEntry, tool: Callable[[str], str], command: list[str]
) -> None:
    """The checker of freedesktop.org has nothing to say."""
    entry.turn_on(command)
    checker = [tool("desktop-file-validate"), str(entry.file)]
    done = subprocess.run(checker, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_a_desktop_starts_exactly_the_command(
    entry: DesktopEntry, tool: Callable[[str], str], tmp_path: Path
) -> None:
    """GLib, which starts it on most desktops, hands over each word as it is."""
    told = tmp_path / "told.json"
    entry.turn_on([sys.executable, "-c", _TELL, str(told), *ODD])
    launch = [tool("/usr/bin/python3"), "-c", _LAUNCH, str(entry.file)]
    subprocess.run(launch, check=True, capture_output=True, timeout=30)
    end = time.monotonic() + 30
    while not (told.is_file() and told.read_text(encoding="utf-8")) and time.monotonic() < end:
        time.sleep(0.05)
    assert json.loads(told.read_text(encoding="utf-8")) == ODD
