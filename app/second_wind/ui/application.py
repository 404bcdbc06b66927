"""Starts the window: one for each journal, open before anything slow is loaded."""

import importlib
import os
import sys
import threading

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from second_wind import assets
from second_wind.core.clock import Clock
from second_wind.core.errors import KnownError
from second_wind.journal.journal import Journal
from second_wind.paths import APPLICATION_ID, AppPaths
from second_wind.ui.errors import show_bugs, show_start_error
from second_wind.ui.fonts import choose_font
from second_wind.ui.main_window import MainWindow
from second_wind.ui.photos import Photos
from second_wind.ui.preferences import Preferences
from second_wind.ui.single import SingleInstance
from second_wind.ui.theme import Theme


def make_application() -> QApplication:
    """Return the application object with its names and icon."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication(sys.argv[:1])
    application.setApplicationName("second-wind")
    application.setApplicationDisplayName("Second Wind")
    application.setDesktopFileName(APPLICATION_ID)
    choose_font(application)
    application.setWindowIcon(QIcon(str(assets.path("icons", f"{APPLICATION_ID}.svg"))))
    return application


def run_window(paths: AppPaths, clock: Clock) -> int:
    """Open the window on a journal and return the exit status when it closes."""
    application = make_application()
    single = SingleInstance(paths)
    if not single.acquire() and single.ask_first_to_raise():
        return 0
    preferences = Preferences(paths)
    theme = Theme(application, preferences.theme)
    try:
        journal = Journal(paths.journal, clock)
    except KnownError as error:
        show_start_error(error)
        return 2
    photos = Photos(paths, clock)
    window = MainWindow(journal, photos, theme, preferences)
    single.raised.connect(window.raise_up)
    show_bugs()
    os.environ.setdefault("MPLCONFIGDIR", str(paths.cache / "matplotlib"))
    window.painted.connect(warm_up)
    window.show()
    QTimer.singleShot(0, single.listen)
    status = application.exec()
    # The window must not outlive this function: PySide6 crashes at exit when it does.
    shiboken6.delete(window)
    photos.finish()
    journal.close()
    single.release()
    return status


def warm_up() -> None:
    """Import what charts need in the background, once the window is on the screen."""
    threading.Thread(target=_load_matplotlib, name="warm-up", daemon=True).start()


def _load_matplotlib() -> None:
    importlib.import_module("matplotlib.figure")
