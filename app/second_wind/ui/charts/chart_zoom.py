"""Looking closer at a chart: by wheel, by dragging, by keys. The wheel still scrolls the page."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from second_wind.ui.charts.chart_canvas import ChartCanvas

_CLOSER = 0.8
_NOTCH = 120
_PAN_STEP = 0.25
_MIDDLE = 0.5
_ZOOM_KEYS = {Qt.Key.Key_Plus: _CLOSER, Qt.Key.Key_Equal: _CLOSER, Qt.Key.Key_Minus: 1 / _CLOSER}
_PAN_KEYS = {Qt.Key.Key_PageUp: -_PAN_STEP, Qt.Key.Key_PageDown: _PAN_STEP}
_CTRL_PAN_KEYS = {Qt.Key.Key_Left: -_PAN_STEP, Qt.Key.Key_Right: _PAN_STEP}


class ChartZoom(QObject):
    """Watches a canvas and says how the person wants to look at it, while it is on."""

    zoomed = Signal(float, float)
    """Carries a factor of the days shown, and the share of the width that stays in place."""
    panned = Signal(float)
    """Carries a share of the width, positive toward later days."""
    everything_wanted = Signal()

    def __init__(self, canvas: ChartCanvas) -> None:
        """Watch a canvas; nothing is said before `turn()`."""
        super().__init__(canvas)
        self._canvas = canvas
        self._is_on = False
        self._pressed: float | None = None
        self._is_dragging = False
        canvas.installEventFilter(self)

    def turn(self, *, on: bool) -> None:
        """Begin or stop to listen."""
        self._is_on = on

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what zooms or pans; leave the rest to the canvas."""
        if not self._is_on:
            return False
        if isinstance(event, QWheelEvent):
            return self._wheel(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        return False

    def _wheel(self, event: QWheelEvent) -> bool:
        sideways, turned = event.angleDelta().x(), event.angleDelta().y()
        if abs(sideways) > abs(turned):
            self.panned.emit(-sideways / _NOTCH * _PAN_STEP / 2)
            return True
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not turned or (not with_ctrl and _scrolls(self._canvas)):
            return False
        spots = self._canvas.spots
        share = _MIDDLE if spots is None else spots.share(event.position().x())
        self.zoomed.emit(_CLOSER ** (turned / _NOTCH), share)
        return True

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in _ZOOM_KEYS:
            self.zoomed.emit(_ZOOM_KEYS[Qt.Key(key)], _MIDDLE)
        elif key in _PAN_KEYS:
            self.panned.emit(_PAN_KEYS[Qt.Key(key)])
        elif with_ctrl and key in _CTRL_PAN_KEYS:
            self.panned.emit(_CTRL_PAN_KEYS[Qt.Key(key)])
        elif key == Qt.Key.Key_Home:
            self.everything_wanted.emit()
        else:
            return False
        return True

    def _mouse(self, event: QMouseEvent) -> bool:
        x = event.position().x()
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = x if event.button() == Qt.MouseButton.LeftButton else None
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            was_dragging, self._is_dragging, self._pressed = self._is_dragging, False, None
            return was_dragging
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return False
        return self._drag(x, self._pressed)

    def _drag(self, x: float, pressed: float) -> bool:
        if abs(x - pressed) >= QApplication.startDragDistance():
            self._is_dragging = True
        spots = self._canvas.spots
        if self._is_dragging and spots is not None:
            moved = spots.share(pressed) - spots.share(x)
            if moved and abs(x - pressed) >= spots.day_width() > 0:
                self._pressed = x
                self.panned.emit(moved)
        return self._is_dragging


def _scrolls(widget: QWidget) -> bool:
    """Tell whether the wheel is needed to scroll what the widget lies in."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QAbstractScrollArea) and around.verticalScrollBar().maximum() > 0:
            return True
        around = around.parentWidget()
    return False
