"""What goes on beside the window once it was seen: the icon, looks at the file, safe copies."""

import importlib
import threading

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QIcon

from second_wind import assets
from second_wind.core.errors.base import KnownError
from second_wind.journal.journal import Journal
from second_wind.paths import APPLICATION_ID, AppPaths
from second_wind.ui.kit.service.locking import Locker
from second_wind.ui.safety.journal_check import JournalCheckAfterStart
from second_wind.ui.safety.photo_check import PhotoCheckAfterStart
from second_wind.ui.safety.watch import Watch
from second_wind.ui.shell.main_window import MainWindow

_LOOK_FOR_COPIES_MS = 60_000


class Services(QObject):
    """Nobody waits for any of it."""

    def __init__(self, window: MainWindow, journal: Journal, paths: AppPaths, watch: Watch) -> None:
        """Begin nothing yet; what is found is said by the watch."""
        super().__init__()
        self._journal, self._watch = journal, watch
        self.photo_check = PhotoCheckAfterStart(journal, paths, self)
        self.photo_check.found.connect(watch.show_photo_problem)
        self._journal_check = JournalCheckAfterStart(journal, self)
        self._journal_check.found.connect(watch.show_damage)
        self.locker = Locker(window.preferences, journal.clock, self)
        self._copies = QTimer(self)
        self._copies.timeout.connect(self.copy_if_due)

    def start(self) -> None:
        """Begin."""
        icon = assets.path("icons", f"{APPLICATION_ID}.svg")
        QGuiApplication.setWindowIcon(QIcon(str(icon)))
        self.photo_check.start()
        self._journal_check.start()
        self.locker.start()
        self._copies.start(_LOOK_FOR_COPIES_MS)
        threading.Thread(target=_load_matplotlib, name="warm-up", daemon=True).start()
        self.copy_if_due()

    def stop(self) -> None:
        """Look at nothing more, and let go of the file."""
        self.locker.stop()
        self._copies.stop()
        self.photo_check.stop()
        self._journal_check.stop()

    def copy_if_due(self) -> None:
        """Make a safe copy if there is something new, and say why where that can't be."""
        try:
            if self._journal.back_up_if_due() is None:
                return
        except KnownError as error:
            self._watch.show_copy_problem(error)
        else:
            self._watch.show_copy_problem(self._journal.second_place_problem)


def _load_matplotlib() -> None:
    """Load what charts need while nobody waits for it."""
    importlib.import_module("matplotlib.figure")
