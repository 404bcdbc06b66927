"""A ring that fills toward a goal."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from second_wind.ui.kit.look.theme import colours_of

_FULL_TURN = 360 * 16
_TOP = 90 * 16


class GoalRing(QWidget):
    """Shows an amount as a number within a ring; beyond the goal the ring stays full."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty ring."""
        super().__init__(parent)
        self._amount, self._goal = 0, 1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_amount(self, amount: int, goal: int, description: str) -> None:
        """Show an amount out of a goal, both in minutes."""
        self._amount, self._goal = amount, goal
        self.setAccessibleName(description)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square about five lines high."""
        side = round(self.fontMetrics().height() * 4.6)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring, the part that is reached, and the number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        width = self.width() * 0.105
        box = QRectF(self.rect()).adjusted(width, width, -width, -width)
        painter.setPen(QPen(QColor(colours.line), width))
        painter.drawEllipse(box)
        share = min(1.0, self._amount / self._goal)
        if share:
            pen = QPen(QColor(colours.accent), width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(box, _TOP, -round(_FULL_TURN * share))
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.45)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._amount or "–"))
