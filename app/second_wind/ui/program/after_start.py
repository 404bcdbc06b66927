"""What begins once the window shows the journal: the tray, reminders, the first run."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.program.start import Start
from second_wind.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from second_wind.ui.program.background import Background

_LOOK_FOR_TRAY_MS, _MOST_LOOKS = 1_000, 60
"""A session's panel may come up after the programs that start with it."""


class AfterStart(QObject):
    """Nothing here is loaded before the first paint, and nothing of it belongs to a sample."""

    def __init__(
        self, window: MainWindow, start: Start, preferences: Preferences, *, is_hidden: bool
    ) -> None:
        """Wait for the journal; see now whether there is one."""
        super().__init__()
        self._window, self._start, self._preferences = window, start, preferences
        self._is_hidden = is_hidden
        self._is_new = not preferences.paths.journal.exists()
        self._looks = 0
        self._has_ended = False
        self._background: Background | None = None
        start.filled.connect(self._show_cards)
        start.served.connect(self._begin)
        start.locked.connect(self._show_locked)

    def end(self) -> None:
        """End it before the window goes, also if it has not begun."""
        self._has_ended = True
        if self._background is not None:
            self._background.stop()

    def _show_locked(self) -> None:
        """Let a hidden window that asks for the passphrase be found, without getting in the way.

        There is no icon before the journal is open, so closing this window ends the program.
        """
        QApplication.setQuitOnLastWindowClosed(True)
        if self._is_hidden:
            self._window.showMinimized()

    def _show_cards(self) -> None:
        """Show the cards of the first run at once: no key may get to Today before them."""
        if self._is_new and not self._is_hidden and not self._preferences.paths.is_sample:
            from second_wind.ui.shell.first_run import FirstRun

            self._first_run = FirstRun(self._window, self._start.journal, self._preferences)

    def _begin(self) -> None:
        if self._has_ended:
            return
        if self._preferences.paths.is_sample:
            self._window.show()
            return
        from second_wind.ui.program.background import Background

        kept = self._preferences.background
        self._background = Background(self._window, self._start.journal, kept)
        self._background.start()
        if self._is_hidden:
            self._stay_hidden()

    def _stay_hidden(self) -> None:
        """Stay out of sight once there is a tray; where none comes up, wait as a small window."""
        if self._background is None or self._has_ended:
            return
        if self._window.isVisible() or self._background.can_hide():
            return
        if self._looks < _MOST_LOOKS and self._preferences.background.has_icon:
            self._looks += 1
            QTimer.singleShot(_LOOK_FOR_TRAY_MS, self, self._stay_hidden)
        else:
            self._window.showMinimized()
