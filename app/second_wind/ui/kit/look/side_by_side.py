"""Two things beside each other, or under each other where there is little room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from second_wind.ui.kit.look.tokens import CARD_GAP

_LETTERS_NEEDED = 64


class SideBySide(QWidget):
    """Gives each thing the same width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(CARD_GAP)

    def add(self, thing: QWidget) -> None:
        """Add one more."""
        self._row.addWidget(thing, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the direction that fits."""
        super().resizeEvent(event)
        letters = self.width() / max(1, self.fontMetrics().averageCharWidth())
        direction = QBoxLayout.Direction
        beside = letters >= _LETTERS_NEEDED
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
