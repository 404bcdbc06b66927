"""A chart on the screen, pointed at by mouse and keyboard; matplotlib waits for the first one."""

import gc
import math
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFontInfo,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from second_wind.ui.charts.chart_cursor import ChartCursor
from second_wind.ui.charts.drawn_spots import STEPS, DrawnSpots
from second_wind.ui.kit.look.theme import colours_of
from second_wind.ui.kit.look.tokens import DARK
from second_wind.ui.kit.window import accessibility

if TYPE_CHECKING:
    from second_wind.charts.base.chart import Chart
    from second_wind.charts.base.hotspots import Hotspots
    from second_wind.charts.base.style import ChartStyle
    from second_wind.charts.raster import Raster, RasterSize

_RESIZED_MS = 40
_SMALLEST = (220, 140)
_RECOLOURS = (QEvent.Type.PaletteChange, QEvent.Type.FontChange)
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_OPENERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ChartCanvas(QWidget):
    """Draws one chart, says what the pointer is at, and opens the day that is chosen."""

    day_clicked = Signal(object)
    """Carries the day (date) that was clicked or chosen by Enter."""
    drawn = Signal()
    """After each time the chart was drawn anew."""

    def __init__(self, parent: QWidget | None = None, *, keeps: int = 1) -> None:
        """Make an empty canvas; of the last charts some are kept, to be shown again at once."""
        super().__init__(parent)
        accessibility.install()
        self.setObjectName("chart")
        self.setMinimumSize(*_SMALLEST)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._chart: Chart | None = None
        self._keeps = keeps
        self._kept: list[Raster] = []
        self._shown: Raster | None = None
        self._image = QImage()
        self._making: Raster | None = None
        self._index: int | None = None
        self._is_stale = False
        self._cursor = ChartCursor(self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._draw)
        self._steps = QTimer(self)
        self._steps.timeout.connect(self._draw_on)

    def show_chart(self, chart: "Chart") -> None:
        """Draw a chart now, or when the canvas is next shown."""
        if chart is not self._chart:
            self._shown = None
            self._point_at(None)
        self._chart = chart
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.reading)
        self.redraw()

    def redraw(self) -> None:
        """Draw the chart again, in the colours and the size of now."""
        self._is_stale = True
        if self.isVisible():
            self._later.start(0)

    @property
    def hotspots(self) -> "Hotspots | None":
        """What can be pointed at, None before the first drawing."""
        return None if self._shown is None else self._shown.hotspots

    def style_now(self) -> "ChartStyle":
        """Return the colours of the scheme that is on, and the window's own font."""
        from dataclasses import replace

        from second_wind.charts.base import style

        colours = colours_of(self.palette())
        dressed = replace(style.DARK if colours is DARK else style.LIGHT, card=colours.card)
        info = QFontInfo(self.font())
        return dressed.with_font((info.family(),), info.pointSizeF())

    @property
    def spots(self) -> DrawnSpots | None:
        """What can be pointed at and where it is; None where nothing is drawn."""
        shown = self._shown
        if shown is None or shown.hotspots is None or not shown.hotspots.axes:
            return None
        return DrawnSpots(shown.hotspots, shown.size.ratio, self.height())

    def place_of(self, index: int) -> QPointF:
        """Return where a spot is, in the widget's own pixels; y is NaN where nothing is drawn."""
        spots = self.spots
        return QPointF(math.nan, math.nan) if spots is None else spots.place(index)

    def index_at(self, place: QPointF) -> int | None:
        """Return which spot is under a place."""
        spots = self.spots
        return None if spots is None else spots.index_at(place)

    # Drawing

    def _draw(self) -> None:
        """Show the chart as it was drawn before, or begin to draw it; the old stays until then."""
        if self._chart is None or not self.isVisible():
            return
        from second_wind.charts.raster import Raster

        self._is_stale = False
        wanted = self._chart, self.style_now(), self._size_now()
        kept = next((each for each in self._kept if each.is_of(*wanted)), None)
        if kept is None:
            self._making = Raster(*wanted)
            self._steps.start(0)
        else:
            self._show(kept)

    def _size_now(self) -> "RasterSize":
        from second_wind.charts.raster import RasterSize

        dots = self.logicalDpiX()
        return RasterSize(self.width(), self.height(), dots, self.devicePixelRatioF())

    def _draw_on(self) -> None:
        """Draw a step further; keys are taken between two steps."""
        if self._making is None or not self.isVisible():
            self._stop_drawing()
            self._is_stale = True
        elif self._making.draw_on():
            self._show(self._making)
            # What it was drawn from is garbage: it goes now, not in the midst of the next one.
            QTimer.singleShot(0, self, gc.collect)

    def _stop_drawing(self) -> None:
        self._steps.stop()
        self._making = None

    def _show(self, raster: "Raster") -> None:
        self._stop_drawing()
        before = self.hotspots
        self._shown = raster
        self._kept = [*(each for each in self._kept if each is not raster), raster][-self._keeps :]
        pixels, now = raster.pixels, raster.hotspots
        assert pixels is not None
        assert now is not None
        values = pixels.unpacked()  # an image is a view of them until it is converted
        image = QImage(values, pixels.width, pixels.height, QImage.Format.Format_RGBA8888)
        self._image = image.convertToFormat(QImage.Format.Format_RGB32)
        self._image.setDevicePixelRatio(raster.size.ratio)
        is_alike = before is not None and len(before.days) == len(now.days)
        self._point_at(self._index if is_alike else None)
        self.update()
        self.drawn.emit()

    # Pointing

    def _point_at(self, index: int | None) -> None:
        self._index = index
        spots = self.spots
        if index is None or spots is None:
            self._cursor.clear()
            self.unsetCursor()
            return
        place, (top, bottom) = spots.place(index), spots.line(index)
        self._cursor.show_at(place.x(), top, bottom, None if math.isnan(place.y()) else place.y())
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _say(self, index: int, at: QPoint) -> str:
        assert self.hotspots is not None
        text = self.hotspots.spot(index).text
        QToolTip.showText(self.mapToGlobal(at), f"<qt>{escape(text)}</qt>", self)
        return text

    def _open(self, index: int) -> None:
        assert self.hotspots is not None
        QToolTip.hideText()
        self.day_clicked.emit(self.hotspots.days[index])

    def _step(self, key: int) -> None:
        """Go to another spot, as the keyboard asks, and say what it holds."""
        spots = self.spots
        if spots is None or not len(spots.hotspots.days):
            return
        index = spots.next(self._index, key)
        self._point_at(index)
        place = spots.place(index)
        text = self._say(index, QPoint(round(place.x()), round(self.height() / 3)))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show what was drawn last."""
        QPainter(self).drawImage(0, 0, self._image)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what the pointer is at."""
        index = self.index_at(event.position())
        if index is None:
            QToolTip.hideText()
        elif index != self._index:
            self._say(index, event.position().toPoint())
        self._point_at(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the day that was clicked."""
        index = self.index_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and index is not None:
            self._open(index)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from spot to spot with the arrows, to the ends with Home and End, open with Enter."""
        if event.key() in STEPS:
            self._step(event.key())
        elif event.key() in _OPENERS and self._index is not None:
            self._open(self._index)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self._cursor.show_focus(on=event.reason() in _BY_KEYBOARD)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._cursor.show_focus(on=False)
        self._point_at(None)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was asked for while hidden."""
        super().showEvent(event)
        if self._is_stale:
            self._later.start(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the chart out anew a moment later."""
        super().resizeEvent(event)
        self._cursor.setGeometry(self.rect())
        if self._chart is not None:
            self._is_stale = True
            if not self._later.isActive():
                self._later.start(_RESIZED_MS)

    def changeEvent(self, event: QEvent) -> None:
        """Draw again in the colours and the font of now."""
        super().changeEvent(event)
        if event.type() in _RECOLOURS and self._chart is not None:
            self.redraw()
