"""A chart on the screen: one matplotlib figure, pointed at by mouse and keyboard.

The one module of the window that imports matplotlib, and only when a chart is first drawn.
"""

import math
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
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

from second_wind import assets
from second_wind.ui import accessibility
from second_wind.ui.theme import colours_of
from second_wind.ui.tokens import DARK
from second_wind.ui.widgets.chart_cursor import ChartCursor

if TYPE_CHECKING:
    from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg

    from second_wind.charts.chart import Chart
    from second_wind.charts.hotspots import Hotspots, Spot
    from second_wind.charts.style import ChartStyle

_RESIZED_MS = 40
_SMALLEST = (220, 140)
_SIDEWAYS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_UP_DOWN: dict[int, int] = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_STEPS = (*_SIDEWAYS, *_UP_DOWN, Qt.Key.Key_Home, Qt.Key.Key_End)
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

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty canvas; matplotlib waits for the first chart."""
        super().__init__(parent)
        accessibility.install()
        self.setObjectName("chart")
        self.setMinimumSize(*_SMALLEST)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._chart: Chart | None = None
        self._canvas: FigureCanvasQTAgg | None = None
        self._hotspots: Hotspots | None = None
        self._index: int | None = None
        self._is_stale = False
        self._cursor = ChartCursor(self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._draw)

    def show_chart(self, chart: "Chart") -> None:
        """Draw a chart now, or when the canvas is next shown."""
        if chart is not self._chart:
            self._hotspots = None
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
        return self._hotspots

    def style_now(self) -> "ChartStyle":
        """Return the colours of the scheme that is on, and the window's own font."""
        from dataclasses import replace

        from second_wind.charts import style

        colours = colours_of(self.palette())
        dressed = replace(style.DARK if colours is DARK else style.LIGHT, card=colours.card)
        _teach_bundled_font()
        info = QFontInfo(self.font())
        return dressed.with_font((info.family(),), info.pointSizeF())

    def place_of(self, index: int) -> QPointF:
        """Return where a spot is, in the widget's own pixels; y is NaN where nothing is drawn."""
        spots = self._hotspots
        if spots is None or not spots.axes:
            return QPointF(math.nan, math.nan)
        panel = spots.axes[0 if spots.panel is None else int(spots.panel[index])]
        # Two transforms: with a y of NaN, x would become NaN, too.
        x, _y = panel.transData.transform((spots.x[index], 0.0))
        _x, y = panel.transData.transform((0.0, spots.y[index]))
        return self._from_figure(float(x), float(y))

    def share_of(self, x: float) -> float:
        """Return how far along the axis a place lies, 0 to 1."""
        if self._hotspots is None or not self._hotspots.axes:
            return 0.5
        box = self._hotspots.axes[0].bbox
        return float(min(max((x * self._ratio() - box.x0) / max(box.width, 1.0), 0.0), 1.0))

    def day_width(self) -> float:
        """Return how many pixels one day takes, 0 before the first drawing."""
        if self._hotspots is None or len(self._hotspots.days) < 2:
            return 0.0
        return self.place_of(1).x() - self.place_of(0).x()

    # Drawing

    def _draw(self) -> None:
        if self._chart is None or not self.isVisible():
            return
        self._is_stale = False
        style = self.style_now()
        canvas = self._canvas or self._make_canvas(style)
        self._fit(canvas)
        before = self._hotspots
        self._hotspots = self._chart.draw(canvas.figure, style)
        if before is None or len(before.days) != len(self._hotspots.days):
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
        canvas.mpl_connect("draw_event", self._point_again)
        canvas.show()
        self._canvas = canvas
        self._cursor.raise_()
        return canvas

    def _fit(self, canvas: "FigureCanvasQTAgg") -> None:
        canvas.setGeometry(self.rect())
        pixels = canvas.device_pixel_ratio / canvas.figure.dpi
        canvas.figure.set_size_inches(self.width() * pixels, self.height() * pixels, forward=False)

    def _point_again(self, _event: object) -> None:
        self._point_at(self._index)

    def _ratio(self) -> float:
        return float(self._canvas.device_pixel_ratio) if self._canvas is not None else 1.0

    def _from_figure(self, x: float, y: float) -> QPointF:
        return QPointF(x / self._ratio(), self.height() - y / self._ratio())

    def _to_figure(self, place: QPointF) -> tuple[float, float]:
        return place.x() * self._ratio(), (self.height() - place.y()) * self._ratio()

    # Pointing

    def index_at(self, place: QPointF) -> int | None:
        """Return which spot is under a place; in the gap between two panels, too."""
        spots = self._hotspots
        if spots is None or not spots.axes:
            return None
        x, y = self._to_figure(place)
        boxes = [each.bbox for each in spots.axes]
        panel = next((a for a, b in zip(spots.axes, boxes, strict=True) if b.contains(x, y)), None)
        between = min(b.y0 for b in boxes) <= y <= max(b.y1 for b in boxes)
        if panel is None and between and spots.panel is None:
            panel = spots.axes[-1]
        if panel is None:
            return None
        in_data = panel.transData.inverted().transform((x, y))
        spot = spots.at(panel, float(in_data[0]), float(in_data[1]))
        return None if spot is None else _index_of(spots, spot, spots.axes.index(panel))

    def _point_at(self, index: int | None) -> None:
        self._index = index
        if index is None or self._hotspots is None:
            self._cursor.clear()
            self.unsetCursor()
            return
        place = self.place_of(index)
        spots = self._hotspots
        panels = spots.axes if spots.panel is None else (spots.axes[int(spots.panel[index])],)
        top = self._from_figure(0, max(each.bbox.y1 for each in panels)).y()
        bottom = self._from_figure(0, min(each.bbox.y0 for each in panels)).y()
        if not spots.line:
            top = bottom = place.y()
        self._cursor.show_at(place.x(), top, bottom, None if math.isnan(place.y()) else place.y())
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _say(self, index: int, at: QPoint) -> str:
        assert self._hotspots is not None
        text = self._hotspots.spot(index).text
        QToolTip.showText(self.mapToGlobal(at), f"<qt>{escape(text)}</qt>", self)
        return text

    def _open(self, index: int) -> None:
        assert self._hotspots is not None
        QToolTip.hideText()
        self.day_clicked.emit(self._hotspots.days[index])

    def _step(self, key: int) -> None:
        """Go to another spot, as the keyboard asks, and say what it holds."""
        spots = self._hotspots
        if spots is None or not len(spots.days):
            return
        index = _next_index(spots, self._index, key)
        self._point_at(index)
        place = self.place_of(index)
        text = self._say(index, QPoint(round(place.x()), round(self.height() / 3)))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    # Qt

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
        if event.key() in _STEPS:
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
        """Lay the chart out anew a moment later; matplotlib's own canvas follows only then."""
        super().resizeEvent(event)
        self._cursor.setGeometry(self.rect())
        if self._canvas is not None:
            self._is_stale = True
            if not self._later.isActive():
                self._later.start(_RESIZED_MS)

    def changeEvent(self, event: QEvent) -> None:
        """Draw again in the colours and the font of now."""
        super().changeEvent(event)
        if event.type() in _RECOLOURS and self._chart is not None:
            self.redraw()


def _index_of(spots: "Hotspots", spot: "Spot", panel: int) -> int | None:
    """Return the index of a spot that was found in a panel."""
    for index, day in enumerate(spots.days):
        here = spots.panel is None or spots.panel[index] == panel
        same_height = spots.y[index] == spot.y or math.isnan(spot.y)
        if day == spot.day and here and spots.x[index] == spot.x and same_height:
            return index
    return None


def _next_index(spots: "Hotspots", index: int | None, key: int) -> int:
    """Return the spot to which a key leads; the first key leads to the last spot."""
    last = len(spots.days) - 1
    if key == Qt.Key.Key_Home:
        return 0
    if key == Qt.Key.Key_End or index is None:
        return last
    if key in _UP_DOWN:
        return _above(spots, index, _UP_DOWN[key])
    return min(max(index + _SIDEWAYS[key], 0), last)


def _above(spots: "Hotspots", index: int, by: int) -> int:
    """Return the next higher (by 1) or lower (by -1) spot at the same place along the axis."""
    here = None if spots.panel is None else spots.panel[index]
    column = [
        i
        for i in range(len(spots.days))
        if spots.x[i] == spots.x[index] and (spots.panel is None or spots.panel[i] == here)
    ]
    column.sort(key=lambda i: float(spots.y[i]))
    return column[min(max(column.index(index) + by, 0), len(column) - 1)]


def _teach_bundled_font() -> None:
    """Let matplotlib know the font that the window may have brought along."""
    from matplotlib.font_manager import fontManager

    if not any(each.name == "Inter" for each in fontManager.ttflist):
        for name in ("Inter-Regular.otf", "Inter-SemiBold.otf"):
            fontManager.addfont(str(assets.path("fonts", name)))
