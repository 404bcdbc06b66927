"""Reads all of the journal once after each start, off the main thread: every row with its seal."""

from PySide6.QtCore import QObject, QTimer, Signal

from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.journal import Journal
from second_wind.journal.safety.checking import Damage, damage_in
from second_wind.ui.kit.service.tasks import Tasks
from second_wind.words.safety import checking

_LATER_MS = 4_000
"""Whoever opens the window wants to log first."""
_CHECK = "check"


class JournalCheckAfterStart(QObject):
    """Says nothing where all is well."""

    found = Signal(str)
    """Carries what is wrong, in words."""

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        """Look at nothing yet."""
        super().__init__(parent)
        self._journal = journal
        self._key: Key | None = None
        self._tasks = Tasks(self)
        self._tasks.done.connect(self._tell)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.check)

    def start(self) -> None:
        """Look after a while."""
        self._timer.start(_LATER_MS)

    def check(self) -> None:
        """Look now."""
        path, key = self._journal.path, self._journal.key
        self._key = key
        self._tasks.start(_CHECK, lambda _tasks: damage_in(path, key))

    def stop(self) -> None:
        """Look no more, and let go of the file."""
        self._timer.stop()
        self._tasks.finish()

    def _tell(self, _name: str, damage: object) -> None:
        assert isinstance(damage, Damage)
        if self._journal.is_released or self._journal.key is not self._key:
            return  # the file was being written anew meanwhile
        if damage:
            self.found.emit(checking.damage_found(damage.garbled))
