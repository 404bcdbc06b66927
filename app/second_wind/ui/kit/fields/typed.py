"""Fields that are typed in: nothing is cut, and Ctrl+Z takes back typing before it undoes acts."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

_KEY = QKeySequence.StandardKey
_ANY_LENGTH = 2**31 - 1


class Line(QLineEdit):
    """One line that holds all that is typed or pasted.

    Qt's own cuts it in silence; here a text that is too long stays, and is refused on saving.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty line."""
        super().__init__(parent)
        self.setMaxLength(_ANY_LENGTH)


class TypedLine(Line):
    """One line that is handed on when it is left or Enter is pressed; Esc brings back the old."""

    finished = Signal(str)
    """Carries the text, trimmed, when the person changed it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty line."""
        super().__init__(parent)
        self._shown = ""
        self.editingFinished.connect(self.store_now)

    def show_text(self, text: str) -> None:
        """Show what is stored, unless something newer is typed here, or was and could not be."""
        if self._words() != self._shown and text == self._shown:
            return
        self._shown = text
        if text != self.text():
            self.setText(text)

    def store_now(self) -> None:
        """Hand on what was typed; it counts as stored once it is shown again."""
        text = self._words()
        if text != self._shown:
            self.finished.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Bring back the old text on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._shown)
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window when there is no typing to take back."""
        if is_for_window(event, self):
            event.ignore()
            return False
        return super().event(event)

    def _words(self) -> str:
        return " ".join(self.text().split())


class WheelGuard(QObject):
    """Lets the wheel scroll the page instead of changing what it passes over."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold the wheel back."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def is_for_window(event: QEvent, line: QLineEdit, *, undoable: bool = False) -> bool:
    """Tell whether Ctrl+Z or its opposite was pressed where there is no typing to take back.

    `undoable` says that there is some of which the line knows nothing.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undoes = event.matches(_KEY.Undo) and not (undoable or line.isUndoAvailable())
    return undoes or (event.matches(_KEY.Redo) and not line.isRedoAvailable())
