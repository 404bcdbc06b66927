"""The icon in the tray: a mood in two clicks, and the way back to the window."""

from collections.abc import Callable, Sequence

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from second_wind import assets
from second_wind.core.log.scale import STEPS
from second_wind.ui.notices.notices import OPEN, Notice, NoticeBoard
from second_wind.words.base.labels import mood_steps
from second_wind.words.base.language import _, pgettext
from second_wind.words.window import reminders as words

_BRIEF_MS, _LONG_MS = 4_000, 20_000


class Tray(QObject):
    """Shows icon and menu; the program does what is chosen."""

    mood_chosen = Signal(int)
    quick_entry_wanted = Signal()
    rejection_wanted = Signal()
    window_wanted = Signal()
    quit_wanted = Signal()
    later_wanted = Signal()
    not_today_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Make icon and menu; nothing is in sight yet."""
        super().__init__(parent)
        self.menu = QMenu()
        self._moods = self.menu.addMenu(words.now())
        self._steps = [self._moods.addAction("") for _step in STEPS]
        for step, action in zip(STEPS, self._steps, strict=True):
            action.setData(step)
            action.triggered.connect(self._choose)
        self._later = self._add(_("Later, in an hour"), self.later_wanted.emit)
        self._not_today = self._add(words.not_today(), self.not_today_wanted.emit)
        self.menu.addSeparator()
        self._add(pgettext("menu", "Quick entry…"), self.quick_entry_wanted.emit)
        self._add(_("Log a rejection…"), self.rejection_wanted.emit)
        self.menu.addSeparator()
        self._add(_("Open Second Wind"), self.window_wanted.emit)
        self._add(pgettext("menu", "Quit"), self.quit_wanted.emit)
        self.icon = QSystemTrayIcon(QIcon(str(assets.path("icons", "tray.svg"))), self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activate)
        self.show_names(())
        self.ask_no_more()

    @staticmethod
    def is_there() -> bool:
        """Tell whether this desktop shows icons in a tray now."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show_names(self, own: Sequence[str]) -> None:
        """Call the steps by the person's own names, and by the usual ones where there are none."""
        for step, action, name in zip(STEPS, self._steps, mood_steps(own), strict=True):
            action.setText(words.mood(step, name).replace("&", "&&"))

    def ask(self, question: str, *, can_put_off: bool) -> None:
        """Let a reminder be answered from the menu."""
        self._moods.setTitle(question)
        self._later.setVisible(can_put_off)
        self._not_today.setVisible(True)
        self.icon.setToolTip(question)

    def ask_no_more(self) -> None:
        """Ask how it is now, as ever."""
        self._moods.setTitle(words.now())
        self._later.setVisible(False)
        self._not_today.setVisible(False)
        self.icon.setToolTip(pgettext("name of the program", "Second Wind"))

    def set_shown(self, on: bool) -> None:
        """Show the icon, or take it away."""
        self.icon.setVisible(on)

    def finish(self) -> None:
        """Take the icon away, and the menu, which must not outlive the application."""
        self.icon.hide()
        if shiboken6.isValid(self.menu):
            shiboken6.delete(self.menu)

    def _add(self, text: str, do: Callable[[], None]) -> QAction:
        action = self.menu.addAction(text)
        action.triggered.connect(do)
        return action

    def _choose(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.mood_chosen.emit(int(action.data()))

    def _activate(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.quick_entry_wanted.emit()


class TrayNotices(NoticeBoard):
    """Shows notices at the icon, without buttons: a click opens what they are about."""

    def __init__(self, icon: QSystemTrayIcon, parent: QObject | None = None) -> None:
        """Use an icon."""
        super().__init__(parent)
        self._icon = icon
        self._shown = ""
        icon.messageClicked.connect(self._open)

    def show_notice(self, notice: Notice) -> None:
        """Show a notice where there is an icon to show it at."""
        if not (self._icon.isVisible() and Tray.is_there() and self._icon.supportsMessages()):
            self.failed.emit(notice)
            return
        self._shown = notice.key
        length = _BRIEF_MS if notice.is_brief else _LONG_MS
        self._icon.showMessage(notice.title, notice.text, self._icon.icon(), length)

    def withdraw(self, key: str) -> None:
        """Leave it: what is shown at an icon passes by itself."""

    def stop(self) -> None:
        """Answer no more."""
        self._shown = ""

    def _open(self) -> None:
        if self._shown:
            self.answered.emit(self._shown, OPEN)
