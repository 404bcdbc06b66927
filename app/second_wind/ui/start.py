"""What follows the first paint: the journal is opened, the window filled, copies are made."""

import importlib
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QIcon

from second_wind import assets
from second_wind.core.clock import Clock
from second_wind.core.copy_errors import CopiesFolderGone
from second_wind.core.known_error import KnownError
from second_wind.paths import APPLICATION_ID, AppPaths
from second_wind.ui.errors import show_error
from second_wind.ui.main_window import MainWindow
from second_wind.ui.quiet_files import QuietFiles

if TYPE_CHECKING:
    from second_wind.journal.journal import Journal

_LOOK_FOR_COPIES_MS = 60_000


class Start(QObject):
    """Opens the journal once the window is on the screen, and closes it in the end."""

    filled = Signal()
    """The window shows the journal."""
    failed = Signal()
    """The journal could not be opened; the person was told why."""

    def __init__(self, window: MainWindow, paths: AppPaths, clock: Clock) -> None:
        """Open nothing yet."""
        super().__init__()
        self._window = window
        self._paths = paths
        self._clock = clock
        self.is_open = False
        self.begins_again = False
        self._removes = False
        self._copies = QTimer(self)
        self._copies.timeout.connect(self._copy_if_due)

    @property
    def journal(self) -> "Journal":
        """The journal that the window shows."""
        return self._journal

    def fill_soon(self) -> None:
        """Fill the window once the paint that goes on is done."""
        QTimer.singleShot(0, self.fill)

    def fill(self) -> None:
        """Open the journal and show it."""
        from second_wind.storage import second_place
        from second_wind.ui.opening import open_journal
        from second_wind.ui.photos import Photos

        try:
            place = second_place.chosen(self._paths.config)
            opened = open_journal(self._paths.journal, self._clock, place, self._window)
        except KnownError as error:
            show_error(error)
            self.failed.emit()
            return
        if opened is None:  # it is damaged, and the person left it as it is
            self.failed.emit()
            return
        self._journal = opened.journal
        self.is_open = True
        self._photos = Photos(self._paths, self._clock)
        self._window.fill(self._journal, self._photos)
        self._window.removal_requested.connect(self.remove_everything)
        if self._paths.is_sample:
            self._window.show_sample()
        # Not before the first paint: an SVG loads a plugin.
        icon = assets.path("icons", f"{APPLICATION_ID}.svg")
        QGuiApplication.setWindowIcon(QIcon(str(icon)))
        self.filled.emit()
        self._watch_over(place, opened.said)
        self._copies.start(_LOOK_FOR_COPIES_MS)
        QTimer.singleShot(0, self._after_filling)

    def begin_again(self) -> None:
        """Close window and journal, and open both anew."""
        self.begins_again = True
        self._window.is_quitting = True
        self._window.close()
        QGuiApplication.exit()

    def remove_everything(self) -> None:
        """Close window and journal, delete every file, and begin as new."""
        self._removes = True
        self.begin_again()

    def close(self) -> None:
        """Finish with photos, make a last copy, and close the journal."""
        if not self.is_open:
            return
        self._copies.stop()
        self._photos.finish()
        failure = self._journal.close(copy=not self._removes)
        if self._removes:
            failure = _removed(self._paths)
        # What the second place lacks is said above the page when the window is opened again.
        if failure is not None and not isinstance(failure, CopiesFolderGone):
            show_error(failure)

    def _after_filling(self) -> None:
        if self.begins_again:
            return
        threading.Thread(target=_load_matplotlib, name="warm-up", daemon=True).start()
        self._copy_if_due()

    def _watch_over(self, second_place: Path | None, said: str) -> None:
        from second_wind.ui.watch import Watch

        window = self._window
        quiet = QuietFiles(self._paths)
        self._watch = Watch(self._journal, quiet, window.lines, window)
        self._watch.merged.connect(window.commands.say_done)
        self._watch.start(second_place)
        if said:
            self._watch.say(said)

    def _copy_if_due(self) -> None:
        try:
            if self._journal.back_up_if_due() is None:
                return
        except KnownError as error:
            self._watch.show_copy_problem(error)
        else:
            self._watch.show_copy_problem(self._journal.second_place_problem)


def _removed(paths: AppPaths) -> KnownError | None:
    """Delete every file, and return what stood in the way."""
    from second_wind.journal.removal import remove
    from second_wind.ui.autostart import autostart_of, same_files

    try:
        if not same_files(paths):  # what starts with the session is this journal
            autostart_of().turn_off()
        remove(paths)
    except KnownError as error:
        return error
    return None


def _load_matplotlib() -> None:
    """Load what charts need while nobody waits for it."""
    importlib.import_module("matplotlib.figure")
