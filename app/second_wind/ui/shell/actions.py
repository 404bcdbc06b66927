"""What keys do everywhere in the window."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from second_wind.ui.kit.window.places import Place
from second_wind.words.base.language import _, pgettext

_STANDARD = QKeySequence.StandardKey


class Actions(QObject):
    """The window's actions; the window connects what they do."""

    place_wanted = Signal(object)
    """Carries a `Place`."""

    def __init__(self, window: QWidget, places: Sequence[Place]) -> None:
        """Add the actions to a window that has a page for these places."""
        super().__init__(window)
        self._window = window
        self.undo = self._action(
            pgettext("menu", "Undo"), *QKeySequence.keyBindings(_STANDARD.Undo)
        )
        redo_keys = (*QKeySequence.keyBindings(_STANDARD.Redo), QKeySequence("Ctrl+Shift+Z"))
        self.redo = self._action(pgettext("menu", "Redo"), *dict.fromkeys(redo_keys))
        self.log_rejection = self._action(_("Log a rejection"), QKeySequence("R"))
        self.shortcuts = self._action(pgettext("menu", "Shortcuts"), QKeySequence("F1"))
        self.lock = self._action(pgettext("menu", "Lock"), QKeySequence("Ctrl+L"))
        self.quit = self._action(pgettext("menu", "Quit"), QKeySequence("Ctrl+Q"))
        for place in places:
            if place.key:
                action = self._action(place.label, QKeySequence(place.key))
                action.setData(place)
                action.triggered.connect(self._want_place)

    def use_single_keys(self, on: bool) -> None:
        """Let R log a rejection, or not."""
        self.log_rejection.setShortcuts([QKeySequence("R")] if on else [])

    def _action(self, text: str, *keys: QKeySequence) -> QAction:
        action = QAction(text, self._window)
        action.setShortcuts(list(keys))
        self._window.addAction(action)
        return action

    def _want_place(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.place_wanted.emit(Place(action.data()))
