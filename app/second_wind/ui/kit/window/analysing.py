"""Has parts of the analysis worked out off the main thread; of several wishes the latest counts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from second_wind.core.errors.base import KnownError
from second_wind.journal.journal import Journal
from second_wind.ui.kit.window.awaited import Awaited

if TYPE_CHECKING:
    from concurrent.futures import Future

    from second_wind.core.analysis.parts import Part
    from second_wind.journal.analysis.kept import Worked

_LOOK_EVERY_MS = 5


class Analysing(QObject):
    """Says when what is to be shown can be shown at once."""

    ready = Signal()
    """All parts that are wanted are there, of the log as it is now."""
    failed = Signal(object)
    """Carries a `KnownError`: the journal can't be read."""

    def __init__(self, journal: Journal, parent: QObject) -> None:
        """Want nothing yet."""
        super().__init__(parent)
        self._journal = journal
        self._parts: Sequence[Part] = ()
        self._awaited = Awaited(_LOOK_EVERY_MS, self)
        self._awaited.done.connect(self._take_over)

    def want(self, *parts: "Part") -> None:
        """Say `ready` once these parts are there: at once where they are."""
        self._parts = parts
        if not self._awaited.is_waiting:
            self._go_on()

    def _go_on(self) -> None:
        try:
            work = self._journal.analysis.begin(*self._parts)
        except KnownError as error:
            self.failed.emit(error)
            return
        if work is None:
            self.ready.emit()
        else:
            self._awaited.wait_for(work)

    def _take_over(self, work: "Future[Worked]") -> None:
        if self._journal.is_released:
            return
        try:
            self._journal.analysis.take_over(work.result())
        except KnownError as error:
            self.failed.emit(error)
        else:
            self._go_on()
