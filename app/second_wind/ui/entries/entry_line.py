"""One entry as a line that opens for mending."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from second_wind.core.log.entries import AnyEntry
from second_wind.words.base.language import _


class EntryLine(QPushButton):
    """A quiet line of text, shortened where it does not fit."""

    opened = Signal(object)
    """Carries the entry."""

    def __init__(self, entry: AnyEntry, text: str, parent: QWidget | None = None) -> None:
        """Make the line for one entry."""
        super().__init__(parent)
        self._whole = ""
        self.setProperty("role", "quiet")
        self.setAccessibleDescription(_("Opens it for changing or deleting"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)
        self.show_entry(entry, text)

    def show_entry(self, entry: AnyEntry, text: str) -> None:
        """Show an entry by its text."""
        self.entry = entry
        if text == self._whole:
            return
        self._whole = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self._shorten()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room for the whole text."""
        wide = self.fontMetrics().horizontalAdvance(self._whole) + 16
        return QSize(wide, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the text to the new width."""
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        room = max(0, self.width() - 14)
        # An ampersand would become a mnemonic.
        short = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(short.replace("&", "&&"))

    def _open(self) -> None:
        self.opened.emit(self.entry)
