"""Keys that act by themselves, without Ctrl; all of them can be turned off together."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QWidget

from second_wind.ui.kit.window.digit_keys import digit_of

_DIGITS = "0123456789"


class SingleKeys(QObject):
    """The letters and digits of one page."""

    digit_pressed = Signal(int)

    def __init__(self, page: QWidget) -> None:
        """Listen for digits on a page; `on` adds letters."""
        super().__init__(page)
        self._page = page
        self._shortcuts: list[QShortcut] = []
        self._acts: dict[str, Callable[[], object]] = {}
        self._is_on = True
        for digit in _DIGITS:
            shortcut = self._listen(digit)
            shortcut.setObjectName(digit)
            shortcut.activated.connect(self._tell_sent)

    def on(self, key: str, do: Callable[[], object]) -> None:
        """Do something when a letter is pressed."""
        self._acts[key] = do
        self._listen(key).activated.connect(do)

    def press(self, key: str) -> None:
        """Do what a letter does, though it was typed into a field."""
        self._acts[key]()

    def turn(self, on: bool) -> None:
        """Let the keys act, or not; what shows them on the page goes with them."""
        self._is_on = on
        for shortcut in self._shortcuts:
            shortcut.setEnabled(on)
        for badge in self._page.findChildren(QLabel):
            if badge.property("role") == "key":
                badge.setVisible(on)

    def take(self, event: QKeyEvent) -> bool:
        """Tell whether an event was a digit by the place of its key, and say which."""
        digit = digit_of(event)
        if digit is None or event.modifiers() or not self._is_on:
            return False
        self.digit_pressed.emit(digit)
        return True

    def _listen(self, key: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self._page)
        self._shortcuts.append(shortcut)
        return shortcut

    def _tell_sent(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.digit_pressed.emit(int(sender.objectName()))
