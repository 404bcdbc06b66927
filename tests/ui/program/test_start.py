"""What the window waits for before it is on the screen, and what it does not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_START = """
import sys
from pathlib import Path
from second_wind.core.log.clock import SystemClock
from second_wind.paths import AppPaths
from second_wind.ui.program import application
from second_wind.ui.program.start import Start

sys.exit(application.run_window(AppPaths.under(Path(sys.argv[1])), SystemClock()))
"""
_SEEN = """
def at_first_paint(self):
    heavy = ("matplotlib", "numpy", "PIL", "PySide6.QtNetwork", "PySide6.QtSvg", "jeepney")
    print("loaded:", *(name for name in heavy if name in sys.modules))
    print("page:", self._window.stack.currentWidget().shown_day() == self.journal.today())
    application.QApplication.quit()

Start.serve = at_first_paint
sys.exit"""


@pytest.mark.parametrize("locale", ["C.UTF-8", "de_DE.UTF-8", "ar_EG.UTF-8"])
def test_the_first_paint_shows_the_day_and_waits_for_nothing_heavy(
    tmp_path: Path, locale: str
) -> None:
    """Today is filled when it is first seen; charts, the icon and sockets come afterwards."""
    code = _START.replace("sys.exit", _SEEN)
    command = [sys.executable, "-c", code, str(tmp_path)]
    ran = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=os.environ | {"LC_ALL": locale},
    )
    assert (ran.stdout, ran.returncode) == ("loaded:\npage: True\n", 0), ran.stderr


def test_a_journal_that_is_newer_is_told(tmp_path: Path) -> None:
    """A window that can't open its journal says why and ends with status 2."""
    from second_wind.core.log.clock import SystemClock
    from second_wind.journal.journal import Journal

    journal = tmp_path / "journal.sqlite3"
    Journal(journal, SystemClock()).close(copy=False)
    with journal.open("r+b") as file:
        file.seek(60)
        file.write((99).to_bytes(4, "big"))
    code = _START.replace("sys.exit", f"{_TOLD}sys.exit")
    command = [sys.executable, "-c", code, str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 2, ran.stderr
    assert "99" in ran.stdout


def test_a_folder_that_may_not_be_entered_is_told(tmp_path: Path) -> None:
    """As such, with status 2; nothing is made in it."""
    code = _START.replace("sys.exit", f"{_TOLD}{_CLOSED}sys.exit")
    command = [sys.executable, "-c", code, str(tmp_path / "home")]
    (tmp_path / "home").mkdir()
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 2, ran.stderr
    assert "can't be entered and read" in ran.stdout
    assert not list((tmp_path / "home").glob("*.sqlite3"))


_CLOSED = """
import os
os.access = lambda *_: False
"""
_TOLD = """
import second_wind.ui.program.start
from second_wind.words.errors.sentences import sentence
second_wind.ui.program.start.show_error = lambda error: print(sentence(error))
"""


_REMOVED = """
import sys
from pathlib import Path
from second_wind.core.log.clock import SystemClock
from second_wind.core.log.entries import CheckIn
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths
from second_wind.ui.program import application
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.program.start import Start
from second_wind.ui.kit.look.theme import ThemeChoice

rounds = []
fill = Start.fill

def filled(self):
    fill(self)
    journal = self._journal
    rounds.append(len(journal.entries(CheckIn)))
    if len(rounds) == 1:
        journal.store(add=[CheckIn(day=journal.today(), mood=3)], name=ActName.LOG)
        self._window._preferences.theme = ThemeChoice.DARK
        self._window.removal_requested.emit()
    else:
        print("check-ins:", *rounds, "theme:", self._window._preferences.theme)
        self._window.close()

Start.fill = filled
sys.exit(application.run_window(AppPaths.under(Path(sys.argv[1])), SystemClock()))
"""


def test_after_deleting_everything_the_program_begins_as_new(tmp_path: Path) -> None:
    """The files go, a new window opens on an empty journal, and no copy of the old one is left."""
    command = [sys.executable, "-c", _REMOVED, str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (ran.stdout, ran.returncode) == ("check-ins: 0 0 theme: system\n", 0), ran.stderr
    assert not list((tmp_path / "backups").glob("*"))
