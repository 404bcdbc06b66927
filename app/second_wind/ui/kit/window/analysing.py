"""Has parts of the analysis worked out off the main thread; of several wishes the latest counts."""

from collections.abc import Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from second_wind.core.errors.base import KnownError
from second_wind.journal.journal import Journal

if TYPE_CHECKING:
    from second_wind.core.analysis.parts import Part
    from second_wind.journal.analysis.kept import Worked

_LOOK_EVERY_MS = 5


class Analysing(QObject):
    """Says when what is to be shown can be shown at once.

    It looks whether the journal's own thread is done, instead of being told by it: so it may go at
    any time, with the page that it belongs to.
    """

    ready = Signal()
    """All parts that are wanted are there, of the log as it is now."""
    failed = Signal(object)
    """Carries a `KnownError`: the journal can't be read."""

    def __init__(self, journal: Journal, parent: QObject) -> None:
        """Want nothing yet."""
        super().__init__(parent)
        self._journal = journal
        self._parts: Sequence[Part] = ()
        self._work: Future[Worked] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def want(self, *parts: "Part") -> None:
        """Say `ready` once these parts are there: at once where they are."""
        self._parts = parts
        if self._work is None:
            self._go_on()

    def _go_on(self) -> None:
        try:
            self._work = self._journal.analysis.begin(*self._parts)
        except KnownError as error:
            self.failed.emit(error)
            return
        if self._work is None:
            self.ready.emit()
        else:
            self._timer.start()

    def _look(self) -> None:
        work = self._work
        if work is None or not work.done():
            return
        self._timer.stop()
        self._work = None
        if work.cancelled() or self._journal.is_released:
            return
        try:
            self._journal.analysis.take_over(work.result())
        except KnownError as error:
            self.failed.emit(error)
        else:
            self._go_on()
