"""A dot for a step: filled once it was touched."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from second_wind.ui.kit.look.theme import colours_of


class StepDot(QWidget):
    """A filled dot for a step that was touched, an open one for one that was not."""

    def __init__(self, *, is_touched: bool) -> None:
        """Make the dot."""
        super().__init__()
        self._is_touched = is_touched
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square as high as small letters."""
        side = round(self.fontMetrics().height() * 0.75)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        colour = QColor(colours.accent if self._is_touched else colours.muted)
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(colour if self._is_touched else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)
