"""A chart on the screen: one matplotlib figure, pointed at by mouse and keyboard.

The one module of the window that imports matplotlib, and only when a chart is first drawn.
"""

import math
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QFontInfo,
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from second_wind.ui import accessibility
from second_wind.ui.page import Coalesced
from second_wind.ui.theme import colours_of
from second_wind.ui.tokens import DARK
from second_wind.ui.widgets.chart_cursor import ChartCursor

if TYPE_CHECKING:
    from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg

    from second_wind.charts.chart import Chart
    from second_wind.charts.hotspots import Hotspots, Spot
    from second_wind.charts.style import ChartStyle

_RESIZED_MS = 40
_STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENDS: tuple[int, ...] = (Qt.Key.Key_Home, Qt.Key.Key_End)
_RECOLOURS = (QEvent.Type.PaletteChange, QEvent.Type.FontChange)
_OPENERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ChartCanvas(QWidget):
    """Draws one chart, says what the pointer is at, and opens the day that is chosen."""

    day_clicked = Signal(object)
    """Carries the day (date) that was clicked or chosen by Enter."""
    drawn = Signal()
    """After each time the chart was drawn anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty canvas; matplotlib waits for the first chart."""
        super().__init__(parent)
        accessibility.install()
        self.setObjectName("chart")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._chart: Chart | None = None
        self._canvas: FigureCanvasQTAgg | None = None
        self._hotspots: Hotspots | None = None
        self._spot: Spot | None = None
        self._index: int | None = None
        self._is_stale = False
        self._cursor = ChartCursor(self)
        self._resized = Coalesced(self)
        self._resized.setInterval(_RESIZED_MS)
        self._resized.timeout.connect(self.redraw)

    def show_chart(self, chart: "Chart") -> None:
        """Draw a chart now, or when the canvas is next shown."""
        self._chart = chart
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.reading)
        self.redraw()

    def redraw(self) -> None:
        """Draw the chart again, in the colours and the size of now."""
        self._is_stale = True
        if self.isVisible():
            self._draw()

    @property
    def hotspots(self) -> "Hotspots | None":
        """What can be pointed at, None before the first drawing."""
        return self._hotspots

    def style_now(self) -> "ChartStyle":
        """Return the colours of the scheme that is on, and the window's own font."""
        from dataclasses import replace

        from second_wind.charts import style

        colours = colours_of(self.palette())
        dressed = replace(style.DARK if colours is DARK else style.LIGHT, card=colours.card)
        info = QFontInfo(self.font())
        return dressed.with_font((info.family(),), info.pointSizeF())

    def place_of(self, spot: "Spot") -> QPointF:
        """Return where a spot is, in the widget's own pixels; y is NaN where nothing is drawn."""
        if self._hotspots is None:
            return QPointF(math.nan, math.nan)
        x, y = self._hotspots.axes[0].transData.transform((spot.x, spot.y))
        return self._from_figure(float(x), float(y))

    # Drawing

    def _draw(self) -> None:
        if self._chart is None or self.width() < 2 or self.height() < 2:
            return
        self._is_stale = False
        style = self.style_now()
        canvas = self._canvas or self._make_canvas(style)
        self._fit(canvas)
        self._hotspots = self._chart.draw(canvas.figure, style)
        self._index = None
        self._point_at(None)
        canvas.draw_idle()  # type: ignore[no-untyped-call]
        self.drawn.emit()

    def _make_canvas(self, style: "ChartStyle") -> "FigureCanvasQTAgg":
        from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg

        from second_wind.charts.panels import new_figure

        figure = new_figure(dpi=self.logicalDpiX())
        canvas = FigureCanvasQTAgg(figure)  # type: ignore[no-untyped-call]
        canvas.setParent(self)
        canvas.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        canvas.setPalette(QPalette(QColor(style.card)))
        canvas.setGeometry(self.rect())
        canvas.show()
        self._canvas = canvas
        self._cursor.raise_()
        return canvas

    def _fit(self, canvas: "FigureCanvasQTAgg") -> None:
        canvas.setGeometry(self.rect())
        pixels = canvas.device_pixel_ratio / canvas.figure.dpi
        canvas.figure.set_size_inches(self.width() * pixels, self.height() * pixels, forward=False)

    def _ratio(self) -> float:
        return float(self._canvas.device_pixel_ratio) if self._canvas is not None else 1.0

    def _from_figure(self, x: float, y: float) -> QPointF:
        return QPointF(x / self._ratio(), self.height() - y / self._ratio())

    def _to_figure(self, place: QPointF) -> tuple[float, float]:
        return place.x() * self._ratio(), (self.height() - place.y()) * self._ratio()

    # Pointing

    def spot_at(self, place: QPointF) -> "Spot | None":
        """Return the spot under a place; in the gap between two panels, too."""
        spots = self._hotspots
        if spots is None or not spots.axes:
            return None
        x, y = self._to_figure(place)
        boxes = [each.bbox for each in spots.axes]
        panel = next((a for a, b in zip(spots.axes, boxes, strict=True) if b.contains(x, y)), None)
        if panel is None and min(b.y0 for b in boxes) <= y <= max(b.y1 for b in boxes):
            panel = spots.axes[-1]
        if panel is None:
            return None
        in_data = panel.transData.inverted().transform((x, y))
        return spots.at(panel, float(in_data[0]), float(in_data[1]))

    def _point_at(self, spot: "Spot | None") -> None:
        self._spot = spot
        if spot is None or self._hotspots is None:
            self._cursor.clear()
            self.unsetCursor()
            return
        place = self.place_of(spot)
        boxes = [each.bbox for each in self._hotspots.axes]
        top = self._from_figure(0, max(each.y1 for each in boxes)).y()
        bottom = self._from_figure(0, min(each.y0 for each in boxes)).y()
        self._cursor.show_at(place.x(), top, bottom, None if math.isnan(place.y()) else place.y())
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _say(self, spot: "Spot", at: QPoint) -> None:
        QToolTip.showText(self.mapToGlobal(at), f"<qt>{escape(spot.text)}</qt>", self)

    def _step(self, key: int) -> None:
        """Move the line to another spot, as the keyboard asks, and say what it holds."""
        spots = self._hotspots
        if spots is None or not len(spots.days):
            return
        last = len(spots.days) - 1
        if key in _ENDS:
            self._index = 0 if key == Qt.Key.Key_Home else last
        elif self._index is None:
            self._index = last
        else:
            self._index = min(max(self._index + _STEPS[key], 0), last)
        spot = spots.spot(self._index)
        self._point_at(spot)
        place = self.place_of(spot)
        self._say(spot, QPoint(round(place.x()), round(self.height() / 3)))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spot.text))

    # Qt

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what the pointer is at."""
        spot = self.spot_at(event.position())
        if spot is None:
            QToolTip.hideText()
        elif spot != self._spot:
            self._say(spot, event.position().toPoint())
        self._point_at(spot)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the day that was clicked."""
        spot = self.spot_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and spot is not None:
            QToolTip.hideText()
            self.day_clicked.emit(spot.day)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from spot to spot with ← and →, to the ends with Home and End, open with Enter."""
        if event.key() in _STEPS or event.key() in _ENDS:
            self._step(event.key())
        elif event.key() in _OPENERS and self._spot is not None:
            self.day_clicked.emit(self._spot.day)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self._cursor.show_focus(on=event.reason() != Qt.FocusReason.MouseFocusReason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._cursor.show_focus(on=False)
        self._point_at(None)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was asked for while hidden."""
        super().showEvent(event)
        if self._is_stale:
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stretch at once, and lay the chart out anew a moment later."""
        super().resizeEvent(event)
        self._cursor.setGeometry(self.rect())
        if self._canvas is not None:
            self._canvas.setGeometry(self.rect())
            self._point_at(None)
            self._resized.start()

    def changeEvent(self, event: QEvent) -> None:
        """Draw again in the colours and the font of now."""
        super().changeEvent(event)
        if event.type() in _RECOLOURS and self._chart is not None:
            self._is_stale = True
            self._resized.start()
