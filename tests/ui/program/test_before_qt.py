"""Importing the window reads no more than it runs."""

import os
import subprocess
import sys

IMPORTS = """
import linecache
from second_wind.ui.program import before_qt
before_qt.load()
import second_wind.ui.program.application, second_wind.ui.today.page, matplotlib.figure
print(*linecache.cache)
from PySide6.QtCore import QObject
assert hasattr(QObject(), "objectName")  # and not object_name, which a feature would make of it
"""


def test_no_source_is_read() -> None:
    """PySide6 would read all of them at the start, and keep what it read."""
    done = subprocess.run(
        [sys.executable, "-c", IMPORTS], capture_output=True, text=True, check=True, env=os.environ
    )
    assert not [each for each in done.stdout.split() if "second_wind" in each or "matplot" in each]
