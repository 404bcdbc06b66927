"""What keys do everywhere in the window."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from second_wind.words.language import _

_STANDARD = QKeySequence.StandardKey


class Actions(QObject):
    """The window's actions; the window connects what they do."""

    page_wanted = Signal(int)

    def __init__(self, window: QWidget, pages: int) -> None:
        """Add the actions to a window that has this many pages."""
        super().__init__(window)
        self._window = window
        self.undo = self._action(_("Undo"), *QKeySequence.keyBindings(_STANDARD.Undo))
        redo_keys = (*QKeySequence.keyBindings(_STANDARD.Redo), QKeySequence("Ctrl+Shift+Z"))
        self.redo = self._action(_("Redo"), *dict.fromkeys(redo_keys))
        self.log_rejection = self._action(_("Log a rejection"), QKeySequence("R"))
        self.shortcuts = self._action(_("Shortcuts"), QKeySequence("F1"))
        self.quit = self._action(_("Quit"), QKeySequence("Ctrl+Q"))
        for number in range(pages):
            text = _("Open page {number}").format(number=number + 1)
            action = self._action(text, QKeySequence(f"Ctrl+{number + 1}"))
            action.setData(number)
            action.triggered.connect(self._want_page)

    def _action(self, text: str, *keys: QKeySequence) -> QAction:
        action = QAction(text, self._window)
        action.setShortcuts(list(keys))
        self._window.addAction(action)
        return action

    def _want_page(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.page_wanted.emit(action.data())
