"""Waits for work on the journal's own thread without holding anything up."""

from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal


class Awaited(QObject):
    """Looks whether the work is done, instead of being told by it: so it may go at any time."""

    done = Signal(object)
    """Carries the `Future`; nothing is said of work that was cancelled."""

    def __init__(self, look_every_ms: int, parent: QObject) -> None:
        """Wait for nothing yet."""
        super().__init__(parent)
        self._work: Future[Any] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(look_every_ms)
        self._timer.timeout.connect(self._look)

    @property
    def is_waiting(self) -> bool:
        """Whether some work is not done yet."""
        return self._work is not None

    def wait_for(self, work: "Future[Any]") -> None:
        """Say `done` once it is."""
        self._work = work
        self._timer.start()

    def stop(self) -> None:
        """Wait no more."""
        self._timer.stop()
        self._work = None

    def _look(self) -> None:
        work = self._work
        if work is not None and work.done():
            self.stop()
            if not work.cancelled():
                self.done.emit(work)
