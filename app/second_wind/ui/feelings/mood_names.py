"""The words below the mood buttons: both ends of the scale, and the mood under its button."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from second_wind.ui.kit.look.theme import colours_of

_APART = 10


class MoodNames(QWidget):
    """Paints what the buttons say to a screen reader by themselves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._lowest = self._highest = ""
        self._name, self._centre = "", 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_ends(self, lowest: str, highest: str) -> None:
        """Show the names of both ends."""
        self._lowest, self._highest = lowest, highest
        self.update()

    def show_name(self, name: str, centre: int) -> None:
        """Show a mood's name around a place, none if it is empty."""
        self._name, self._centre = name, centre
        self.update()

    def text(self) -> str:
        """Return the name of the mood."""
        return self._name

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(self.fontMetrics().height() * 12, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the name, and the ends that it leaves room for."""
        painter, colours = QPainter(self), colours_of(self.palette())
        name = self._box(self._name)
        name.moveCenter(self.rect().center())
        name.moveLeft(max(0, min(self._centre - name.width() // 2, self.width() - name.width())))
        low, high = self._box(self._lowest), self._box(self._highest)
        (low if self.isRightToLeft() else high).moveRight(self.width() - 1)
        painter.setPen(QColor(colours.muted))
        taken = name.adjusted(-_APART, 0, _APART, 0) if self._name else QRect()
        for box, text in ((low, self._lowest), (high, self._highest)):
            if text != self._name and not box.intersects(taken):
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.setPen(QColor(colours.accent))
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, self._name)

    def _box(self, text: str) -> QRect:
        return QRect(0, 0, self.fontMetrics().horizontalAdvance(text) + 2, self.height())
