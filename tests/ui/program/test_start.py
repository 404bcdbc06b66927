"""What the window waits for before it is on the screen, and what it does not."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from second_wind.core.log.clock import SystemClock
from second_wind.core.log.entries import CheckIn, Exercise, Person, Rejection, Talk
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName

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
    from PySide6.QtCore import QTimer
    if self._window.was_painted:
        QTimer.singleShot(0, lambda: look(self))

def look(self):
    heavy = ("matplotlib", "numpy", "PIL", "PySide6.QtNetwork", "PySide6.QtSvg", "jeepney")
    print("loaded:", *(name for name in heavy if name in sys.modules))
    ours = [name for name in sys.modules if name.startswith("second_wind.")]
    names = [*sys.modules]
    late = names[names.index("PySide6"):]
    print("late:", *(name for name in ours if name in late and "second_wind.ui" not in name))
    print("modules:", len(ours) <= 220)
    print("widgets:", len(application.QApplication.allWidgets()) <= 200)
    print("page:", self._window.stack.currentWidget().shown_day() == self.journal.today())
    application.QApplication.quit()

Start._serve_soon = at_first_paint
sys.exit"""
_MAIN = """
import sys
from pathlib import Path
from second_wind.ui.program import before_qt
before_qt.load()
"""
_EXPECTED = """
loaded:
late:
modules: True
widgets: True
page: True
"""


def _log_something(path: Path) -> None:
    """Log two weeks with a rejection in them, so that the page has all that it can have."""
    journal = Journal(path, SystemClock())
    days = [journal.today() - timedelta(days=number) for number in range(14)]
    moods = [CheckIn(day=day, mood=6, feelings=("hopeful",)) for day in days]
    person = Person(day=days[13], name="Ana", keep_in_touch=1)
    others = [
        Rejection(day=days[5], company="Northwind"),
        Exercise(day=days[0], minutes=25),
        Talk(day=days[9], person="Ana", person_id=person.id),
    ]
    journal.store(add=[*moods, person, *others], name=ActName.LOG)
    journal.close(copy=False)


@pytest.mark.parametrize("locale", ["C.UTF-8", "de_DE.UTF-8", "ar_EG.UTF-8"])
def test_the_first_paint_shows_the_day_and_waits_for_nothing_heavy(
    tmp_path: Path, locale: str
) -> None:
    """Today is filled when it is first seen; charts, the icon and sockets come afterwards."""
    _log_something(tmp_path / "journal.sqlite3")
    code = _MAIN + _START.replace("sys.exit", _SEEN)
    command = [sys.executable, "-c", code, str(tmp_path)]
    ran = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=os.environ | {"LC_ALL": locale},
    )
    assert (ran.stdout, ran.returncode) == (_EXPECTED.lstrip(), 0), ran.stderr


def test_a_journal_that_is_newer_is_told(tmp_path: Path) -> None:
    """A window that can't open its journal says why and ends with status 2."""
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
