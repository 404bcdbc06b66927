"""What lies over a chart and moves: the line at the day that is meant, and the focus frame."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from second_wind.ui.kit.look.theme import colours_of

_RING = 5.5


class ChartCursor(QWidget):
    """Paints over a chart without drawing the chart again."""

    def __init__(self, parent: QWidget) -> None:
        """Lie over the parent and let the pointer through."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._x: float | None = None
        self._span = (0.0, 0.0)
        self._ring: float | None = None
        self._has_focus = False

    def show_at(self, x: float, top: float, bottom: float, ring: float | None) -> None:
        """Draw a line from `top` to `bottom`, and a ring on it at a height."""
        self._x, self._span, self._ring = x, (top, bottom), ring
        self.update()

    def clear(self) -> None:
        """Draw no line."""
        if self._x is not None:
            self._x = None
            self.update()

    def show_focus(self, *, on: bool) -> None:
        """Draw or remove the focus frame."""
        self._has_focus = on
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, the ring and the frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        if self._x is not None:
            painter.setPen(QPen(QColor(colours.muted), 1))
            top, bottom = self._span
            painter.drawLine(QPointF(self._x, top), QPointF(self._x, bottom))
            if self._ring is not None:
                painter.setPen(QPen(QColor(colours.text), 2))
                painter.drawEllipse(QPointF(self._x, self._ring), _RING, _RING)
        if self._has_focus:
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()
