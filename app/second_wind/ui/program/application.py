"""Starts the window, one for each journal: filled, then shown, then all that can wait."""

import sys
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from second_wind.charts.cache import keep_in_cache
from second_wind.core.log.clock import Clock
from second_wind.paths import APPLICATION_ID, AppPaths
from second_wind.ui.kit.fields.time_edit import has_twelve_hours
from second_wind.ui.kit.look.fonts import choose_font
from second_wind.ui.kit.look.theme import FUSION, Theme
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.program.after_start import AfterStart
from second_wind.ui.program.endings import Endings
from second_wind.ui.program.errors import show_bugs
from second_wind.ui.program.single import SingleInstance
from second_wind.ui.program.start import Start
from second_wind.ui.shell.main_window import MainWindow
from second_wind.words.base import language, numbers

_KNOWN_ERROR = 2
_AGAIN, _LOCKED, _LOCKED_HIDDEN = -1, -2, -3
"""Another window is to follow; one that asks for the passphrase; the same, but not in the way."""


def make_application() -> QApplication:
    """Return the application object with its names and icon."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication([*sys.argv[:1], *FUSION])
    application.setApplicationName("second-wind")
    application.setApplicationDisplayName("Second Wind")
    application.setDesktopFileName(APPLICATION_ID)
    choose_font(application)
    return application


def run_window(paths: AppPaths, clock: Clock, *, is_hidden: bool = False) -> int:
    """Open the window on a journal and return the exit status when it closes.

    Hidden, it waits in the tray, and a program that runs already is left where it is.
    """
    application = make_application()
    single = SingleInstance(paths)
    if single.is_answered_by_first(raises=not is_hidden):
        return 0
    keep_in_cache(paths)
    theme = Theme(application, Preferences(paths).theme, is_fusion=True)
    endings = Endings(application)
    lasting = _Lasting(application, theme, single, endings, paths, clock)
    status = _show(lasting, is_hidden=is_hidden)
    while status in (_AGAIN, _LOCKED, _LOCKED_HIDDEN):
        theme.choose(Preferences(paths).theme)
        status = _show(lasting, is_hidden=status == _LOCKED_HIDDEN, asks=status != _AGAIN)
    single.release()
    endings.release()
    return status


@dataclass(frozen=True, slots=True)
class _Lasting:
    """What stays while one window follows another."""

    application: QApplication
    theme: Theme
    single: SingleInstance
    endings: Endings
    paths: AppPaths
    clock: Clock


def _show(lasting: _Lasting, *, is_hidden: bool = False, asks: bool = False) -> int:
    """Show one window until it closes; return the exit status, or that another is to follow."""
    application, single = lasting.application, lasting.single
    preferences = Preferences(lasting.paths)
    speak(application, preferences.language)
    window = MainWindow(lasting.theme, preferences)
    start = Start(window, lasting.paths, lasting.clock, asks=asks)
    start.failed.connect(application.quit)
    single.raised.connect(window.raise_up)
    start.served.connect(single.listen)
    start.locked.connect(single.listen)
    lasting.endings.wanted.connect(start.end_now)
    lasting.endings.announced.connect(start.be_ready_to_end)
    application.aboutToQuit.connect(start.keep)
    show_bugs(start.keep)
    after = AfterStart(window, start, preferences, is_hidden=is_hidden)
    application.setQuitOnLastWindowClosed(not is_hidden)
    if not is_hidden:
        start.filled.connect(window.show_right)
        start.locked.connect(window.show_right)
    start.fill_soon()
    status = application.exec()
    start.end_keeping()
    after.end()
    # The window must not outlive this function: PySide6 crashes at exit when it does.
    shiboken6.delete(window)
    preferences.store_now()  # before the files may be deleted, never after
    start.close()
    return _what_follows(start, status)


def _what_follows(start: Start, status: int) -> int:
    if start.begins_again:
        locked = _LOCKED_HIDDEN if start.was_hidden else _LOCKED
        return locked if start.was_locked else _AGAIN
    return status if start.is_open or start.is_waiting else _KNOWN_ERROR


def speak(application: QApplication, code: str) -> None:
    """Speak a language, the system's where none is named; write and tell time as it does."""
    language.choose(code)
    language.count_hours(to_twelve=has_twelve_hours(QLocale()))
    _write_numbers_as(QLocale())
    application.setLayoutDirection(QLocale(language.spoken()).textDirection())


def _write_numbers_as(locale: QLocale) -> None:
    """Write numbers with the locale's marks, or with those that the system was set to instead."""
    point = locale.decimalPoint()
    is_set_apart = point != QLocale(locale.name()).decimalPoint()
    numbers.choose(locale.name(), point if is_set_apart else "", locale.groupSeparator())
