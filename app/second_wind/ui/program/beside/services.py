"""What goes on beside the window once it was seen: the icon, looks at the file, safe copies."""

import gc
import importlib
import threading
from concurrent.futures import Future
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QIcon

from second_wind import assets
from second_wind.core.errors.base import KnownError
from second_wind.journal.journal import Journal
from second_wind.paths import APPLICATION_ID, AppPaths
from second_wind.ui.kit.service.locking import Locker
from second_wind.ui.kit.window.awaited import Awaited
from second_wind.ui.safety.journal_check import JournalCheckAfterStart
from second_wind.ui.safety.photo_check import PhotoCheckAfterStart
from second_wind.ui.safety.watch import Watch
from second_wind.ui.shell.main_window import MainWindow

_LOOK_FOR_COPIES_MS = 60_000
_LOOK_FOR_COPY_MS = 50


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
        self._copying = Awaited(_LOOK_FOR_COPY_MS, self)
        self._copying.done.connect(self._tell_of_copy)

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
        self._copying.stop()  # the journal waits for it before it is closed
        self.photo_check.stop()
        self._journal_check.stop()

    def copy_if_due(self) -> None:
        """Have a safe copy made if there is something new, beside whatever goes on."""
        if not self._copying.is_waiting:
            self._copying.wait_for(self._journal.back_up_if_due())

    def _tell_of_copy(self, made: "Future[Path | None]") -> None:
        """Say why there is no copy where that can't be."""
        try:
            if made.result() is None:
                return
        except KnownError as error:
            self._watch.show_copy_problem(error)
        else:
            self._watch.show_copy_problem(self._journal.second_place_problem)


def _load_matplotlib() -> None:
    """Load what charts need while nobody waits for it, and look for no garbage among it."""
    for each in ("charts.recovery.small", "charts.raster", "journal.analysis.kept"):
        importlib.import_module(f"second_wind.{each}")
    gc.freeze()
