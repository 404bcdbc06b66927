"""The pictures of the first run: a way back, a folder, keys, an evening. Drawn, in both schemes."""

from collections.abc import Callable, Sequence
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from second_wind.core.log.scale import STEPS
from second_wind.ui.kit.look.theme import colours_of
from second_wind.ui.kit.look.tokens import Colours, mood_colour, mood_text_colour

_WIDTH, _HEIGHT = 360.0, 120.0
_LINES_HIGH = 7.5
_WAY = (58, 54, 60, 55, 57, 92, 97, 88, 83, 74, 66, 61, 55, 52, 50, 47)
"""How high the dots of the way back stand, from above; the sixth is the day of the no."""
_NO = 5


class Picture(Enum):
    """What a picture shows."""

    WAY_BACK = auto()
    FOLDER = auto()
    KEYS = auto()
    EVENING = auto()


class WelcomePicture(QWidget):
    """Paints one picture; it says nothing that the text does not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show the first picture."""
        super().__init__(parent)
        self._picture = Picture.WAY_BACK
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: Picture) -> None:
        """Show another picture."""
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        """Return a height that grows with the font."""
        height = round(self.fontMetrics().height() * _LINES_HIGH)
        return QSize(round(height * _WIDTH / _HEIGHT), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint in the middle, as large as fits."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self.width() / _WIDTH, self.height() / _HEIGHT)
        painter.translate((self.width() - _WIDTH * scale) / 2, 0)
        painter.scale(scale, scale)
        _PAINT[self._picture](painter, colours_of(self.palette()))


def _way_back(painter: QPainter, colours: Colours) -> None:
    """Dots that fall after a no and come back to the usual level."""
    usual = QRectF(20, 46, 320, 22)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.tint))
    painter.drawRoundedRect(usual, 6, 6)
    points = [QPointF(30 + 20 * n, y) for n, y in enumerate(_WAY)]
    for part in (points[:_NO], points[_NO:]):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(colours.accent, 2.5))
        painter.drawPath(_through(part))
        painter.setBrush(QColor(colours.accent))
        painter.setPen(Qt.PenStyle.NoPen)
        for point in part:
            painter.drawEllipse(point, 4, 4)
    painter.setPen(QPen(QColor(colours.rejection), 1.5, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(120, 18), QPointF(120, 108))


def _folder(painter: QPainter, colours: Colours) -> None:
    """A folder on a screen, and nothing around it."""
    painter.setPen(_pen(colours.control_line, 3))
    painter.setBrush(QColor(colours.card))
    painter.drawRoundedRect(QRectF(105, 8, 150, 90), 10, 10)
    painter.drawLine(QPointF(150, 112), QPointF(210, 112))
    painter.drawLine(QPointF(180, 99), QPointF(180, 111))
    shape = QPainterPath(QPointF(148, 36))
    for x, y in ((170, 36), (177, 43), (212, 43), (212, 78), (148, 78)):
        shape.lineTo(x, y)
    shape.closeSubpath()
    painter.setPen(_pen(colours.accent, 3))
    painter.setBrush(QColor(colours.tint))
    painter.drawPath(shape)


def _keys(painter: QPainter, colours: Colours) -> None:
    """Ten keys in the colours of the moods, one of them pressed."""
    font = painter.font()
    font.setPixelSize(14)
    font.setBold(True)
    painter.setFont(font)
    for step in STEPS:
        top = 52.0 if step == 7 else 44.0
        key = QRectF(14 + 34 * (step - 1), top, 28, 30)
        painter.setPen(_pen(colours.accent if step == 7 else colours.control_line, 2))
        painter.setBrush(QColor(mood_colour(step)))
        painter.drawRoundedRect(key, 7, 7)
        painter.setPen(QColor(mood_text_colour(step)))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, str(step % 10))
    painter.setPen(_pen(colours.muted, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_through([QPointF(225, 36), QPointF(232, 43), QPointF(239, 36)]))
    painter.drawLine(QPointF(232, 22), QPointF(232, 42))


def _evening(painter: QPainter, colours: Colours) -> None:
    """A clock in the evening, and a question."""
    painter.setPen(_pen(colours.accent, 3))
    painter.setBrush(QColor(colours.card))
    painter.drawEllipse(QPointF(135, 60), 46, 46)
    painter.drawLine(QPointF(135, 60), QPointF(135, 28))
    painter.drawLine(QPointF(135, 60), QPointF(114, 72))
    bubble = QRectF(204, 34, 78, 40)
    painter.setPen(_pen(colours.control_line, 2))
    painter.setBrush(QColor(colours.tint))
    painter.drawRoundedRect(bubble, 12, 12)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.accent))
    for n in range(3):
        painter.drawEllipse(QPointF(224 + 19 * n, 54), 4, 4)


def _pen(colour: str, width: float) -> QPen:
    round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(QColor(colour), width, Qt.PenStyle.SolidLine, round_cap, round_join)


def _through(points: Sequence[QPointF]) -> QPainterPath:
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    return path


_PAINT: dict[Picture, Callable[[QPainter, Colours], None]] = {
    Picture.WAY_BACK: _way_back,
    Picture.FOLDER: _folder,
    Picture.KEYS: _keys,
    Picture.EVENING: _evening,
}
