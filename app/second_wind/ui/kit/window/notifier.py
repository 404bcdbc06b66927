"""Turns the journal's notices into one Qt signal, those of other processes included."""

from PySide6.QtCore import QObject, QTimer, Signal

from second_wind.core.errors.base import KnownError
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import Changes

_LOOK_EVERY_MS = 1000


class Notifier(QObject):
    """Says what changed in the journal, whoever changed it."""

    changed = Signal(object)
    """Carries the `Changes`."""

    def __init__(self, journal: Journal, parent: QObject) -> None:
        """Listen to the journal, and look once a second for what other processes wrote."""
        super().__init__(parent)
        self._journal = journal
        journal.subscribe(self._tell)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_EVERY_MS)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _tell(self, changes: Changes) -> None:
        self.changed.emit(changes)

    def _look(self) -> None:
        try:
            self._journal.notice_foreign_changes()
        except KnownError:
            # A journal that can't be read now (another process holds it) is asked again soon;
            # an act of the person's own reports the same trouble.
            return
