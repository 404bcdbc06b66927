"""Gives back to the system what drawing charts took and no longer needs."""

import ctypes
import sys
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

_LATER_MS = 2_000
"""Whoever goes to and fro between charts takes it again at once."""


class SpareMemory(QObject):
    """Waits until nothing was drawn for a while."""

    def __init__(self, parent: QObject) -> None:
        """Wait for the first chart."""
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LATER_MS)
        self._timer.timeout.connect(give_back)

    def take_note(self) -> None:
        """A chart was drawn."""
        self._timer.start()


def give_back() -> None:
    """Give back what is free: the C library of Linux keeps 15 MB of it after all charts."""
    if sys.platform == "linux":
        with suppress(AttributeError, OSError):  # it is another library than glibc
            ctypes.CDLL(None).malloc_trim(0)
