"""A field for words that stores itself: in each pause, every few seconds, and when it is left."""

from PySide6.QtCore import QElapsedTimer, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_PAUSE_MS = 800
_LONGEST_MS = 5000
"""Time after which words are stored although the typing goes on."""


class NoteEdit(QPlainTextEdit):
    """Plain text. One visit, from entering to leaving, is one act."""

    paused = Signal(str)
    """Carries the text, when it changed and the typing rests or the field is left."""
    visit_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self._stored = ""
        self._waiting = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.store_now)
        self.textChanged.connect(self._changed)

    def show_text(self, text: str) -> None:
        """Show what is stored, unless the person is typing something newer."""
        if self.is_newer() or text == self._stored == self.toPlainText():
            return
        self._stored = text
        if text != self.toPlainText():
            self.setPlainText(text)
        self._timer.stop()

    def store_now(self) -> None:
        """Hand on what was typed since the last time; it counts as stored once that is told."""
        self._timer.stop()
        self._waiting.invalidate()
        if self.is_newer():
            self.paused.emit(self.toPlainText())

    def mark_stored(self, text: str) -> None:
        """Know that a text is stored; what was refused is still newer."""
        self._stored = text

    def is_newer(self) -> bool:
        """Tell whether what is shown is not what is stored."""
        return self.toPlainText() != self._stored

    def stored_text(self) -> str:
        """Return what is stored."""
        return self._stored

    def show_typed(self, text: str) -> None:
        """Show a text as if it had just been typed."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def give_away(self) -> None:
        """Show what is stored: what was typed lies elsewhere now."""
        self._timer.stop()
        self.setPlainText(self._stored)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Store on leaving; a menu or another window is no leaving."""
        super().focusOutEvent(event)
        self.store_now()
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.visit_ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the field on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+Z only while there is typing to take back; after that it undoes acts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes = event.matches(QKeySequence.StandardKey.Undo)
            redoes = event.matches(QKeySequence.StandardKey.Redo)
            idle = (undoes and not self.document().isUndoAvailable()) or (
                redoes and not self.document().isRedoAvailable()
            )
            if idle:
                event.ignore()
                return False
        return super().event(event)

    def _changed(self) -> None:
        if not self.is_newer():
            return
        if not self._waiting.isValid():
            self._waiting.start()
        if self._waiting.elapsed() < _LONGEST_MS:
            self._timer.start()
        else:
            self.store_now()
