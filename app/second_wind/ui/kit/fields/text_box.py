"""A few lines of plain text in a form; Tab goes on to the next field."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

_LEAST_LINES = 2
_MOST_LINES = 8
_FRAME = 14


class TextBox(QPlainTextEdit):
    """Grows with what is written in it, up to some lines; then it scrolls."""

    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty box."""
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the width makes; tell that it grew while one writes in it."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # where lines wrap, the document tells nobody
        if self.hasFocus():
            self.grown.emit()

    def sizeHint(self) -> QSize:
        """Return a height for the lines that there are."""
        lines = round(self.document().size().height())
        shown = min(max(lines, _LEAST_LINES), _MOST_LINES)
        return QSize(200, shown * self.fontMetrics().lineSpacing() + _FRAME + 8)

    def minimumSizeHint(self) -> QSize:
        """Return the same height: a form scrolls, its fields don't shrink."""
        return QSize(80, self.sizeHint().height())

    def _grow(self) -> None:
        self.updateGeometry()
