"""What the window waits for before it is on the screen, and what it does not."""

import subprocess
import sys
from pathlib import Path

_START = """
import sys
from pathlib import Path
from second_wind.core.clock import SystemClock
from second_wind.paths import AppPaths
from second_wind.ui import application
from second_wind.ui.main_window import MainWindow
from second_wind.ui.start import Start

def at_first_paint(self):
    heavy = ("matplotlib", "numpy", "peewee", "PIL", "PySide6.QtNetwork")
    print("loaded:", *(name for name in heavy if name in sys.modules))
    self.is_open = True
    application.QApplication.quit()
    self.close = lambda: None

Start.fill_soon = at_first_paint
sys.exit(application.run_window(AppPaths.under(Path(sys.argv[1])), SystemClock()))
"""


def test_the_first_paint_waits_for_nothing_heavy(tmp_path: Path) -> None:
    """matplotlib, numpy and the database load after the window is on the screen."""
    command = [sys.executable, "-c", _START, str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (ran.stdout, ran.returncode) == ("loaded:\n", 0), ran.stderr


def test_a_journal_that_is_newer_is_told(tmp_path: Path) -> None:
    """A window that can't open its journal says why and ends with status 2."""
    from second_wind.core.clock import SystemClock
    from second_wind.journal.journal import Journal

    journal = tmp_path / "journal.sqlite3"
    Journal(journal, SystemClock()).close(copy=False)
    with journal.open("r+b") as file:
        file.seek(60)
        file.write((99).to_bytes(4, "big"))
    code = _START.replace("Start.fill_soon = at_first_paint", _TOLD)
    command = [sys.executable, "-c", code, str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 2, ran.stderr
    assert "99" in ran.stdout


_TOLD = """
import second_wind.ui.start
from second_wind.words.errors import sentence
second_wind.ui.start.show_error = lambda error: print(sentence(error))
"""
