"""The rows of a form of settings: what it is about at one side, the control at the other."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from second_wind.ui.kit.fields.choice_box import ChoiceBox
from second_wind.ui.kit.fields.indented import indent
from second_wind.ui.kit.fields.number_field import TypedNumber
from second_wind.ui.kit.fields.segments import Segments
from second_wind.ui.kit.fields.typed import WheelGuard
from second_wind.ui.kit.look.card import muted
from second_wind.ui.settings.form.fields import Choice, Field, Number, S, Switch

_PAUSE_MS = 800
_BESIDE_FROM = 58
"""Width in average letters from which the control stands beside its label."""


class Row(QWidget):
    """One field; hands on how the person changed the settings."""

    changed = Signal(object)
    """Carries a function that takes settings and returns them changed."""
    refused = Signal(object)
    """Carries a `KnownError`: what was typed can't be taken."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make an empty row."""
        super().__init__(parent)
        self.setObjectName(f"row-{name}")

    def show_settings(self, settings: Any) -> None:
        """Show the value that the settings hold."""
        raise NotImplementedError

    def store_now(self) -> None:
        """Hand on what was changed and not yet handed on; nothing by default."""

    def _hand_on(self, write: Callable[[Any, Any], Any], value: object) -> None:
        self.changed.emit(lambda settings: write(settings, value))


class BesideRow(Row):
    """A row with a label, what there is to know, and a control."""

    least_letters = _BESIDE_FROM

    def __init__(
        self,
        field: Number[Any] | Choice[Any],
        control: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        """Lay out label and control."""
        super().__init__(field.name, parent)
        control.setObjectName(field.name)
        control.setAccessibleDescription(field.explanation)
        label = QLabel(field.label)
        label.setWordWrap(True)
        label.setBuddy(control)
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(label)
        if field.explanation:
            told.addWidget(muted(field.explanation, wraps=True))
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.addLayout(told, 1)
        self._sides.addWidget(control)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the control below its label where there is little room."""
        super().resizeEvent(event)
        letters = self.width() / self.fontMetrics().averageCharWidth()
        beside = letters >= self.least_letters
        direction = QBoxLayout.Direction
        self._sides.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._sides.setSpacing(24 if beside else 6)


class NumberRow(BesideRow):
    """A number: several presses of an arrow are one change."""

    def __init__(self, field: Number[Any]) -> None:
        """Make the row."""
        self._spin = TypedNumber(field.amount)
        super().__init__(field, self._spin)
        self._field = field
        self._shown = 0
        self._spin.setAccessibleName(field.label)
        self._spin.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        indent(self._spin)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.store_now)
        self._spin.stepped.connect(self._pause.start)
        self._spin.editingFinished.connect(self.store_now)

    def show_settings(self, settings: Any) -> None:
        """Show the number, unless the person is choosing a newer one."""
        if not self._pause.isActive():
            self._shown = self._field.read(settings)
            if self._spin.problem() is None:
                self._show_stored()

    def store_now(self) -> None:
        """Hand on the number if it is another one; what can't be read stays, and is told."""
        self._pause.stop()
        problem = self._spin.problem()
        if problem is not None:
            self.refused.emit(problem)
        elif self._spin.whole() != self._shown:
            self._shown = self._spin.whole()
            self._hand_on(self._field.write, self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Bring back the stored number on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._pause.stop()
            self._show_stored()
            self._spin.clearFocus()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Show what is stored when the page is left, in place of what can't be read."""
        if self.window().isVisible() and self._spin.problem() is not None:
            self._show_stored()
        super().hideEvent(event)

    def _show_stored(self) -> None:
        self._spin.show_number(self._shown)


class SegmentsRow(BesideRow):
    """A few choices side by side, always below their label."""

    least_letters = 10_000

    def __init__(self, field: Choice[Any]) -> None:
        """Make the row."""
        self._segments = Segments(field.label, field.options)
        super().__init__(field, self._segments)
        self._field = field
        self._segments.chosen.connect(self._choose)

    def show_settings(self, settings: Any) -> None:
        """Show what is chosen."""
        self._segments.choose(self._field.read(settings))

    def _choose(self, value: str) -> None:
        self._hand_on(self._field.write, value)


class ListRow(BesideRow):
    """Many choices in a list that drops down."""

    def __init__(self, field: Choice[Any]) -> None:
        """Make the row."""
        self._box = ChoiceBox(field.options)
        self._box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._box.installEventFilter(WheelGuard(self._box))
        super().__init__(field, self._box)
        self._field = field
        self._box.activated.connect(self._choose)

    def show_settings(self, settings: Any) -> None:
        """Show what is chosen."""
        self._box.choose(self._field.read(settings))

    def _choose(self) -> None:
        self._hand_on(self._field.write, self._box.value())


class SwitchRow(Row):
    """A box to tick, with what there is to know below."""

    def __init__(self, field: Switch[Any]) -> None:
        """Make the row."""
        super().__init__(field.name)
        self._field = field
        self._box = QCheckBox()  # its own text would not wrap
        self._box.setObjectName(field.name)
        self._box.setAccessibleName(field.label)
        self._box.setAccessibleDescription(field.explanation)
        self._is_on = False
        # Assistive technology toggles where a person clicks, so a click counts by this alone.
        self._box.toggled.connect(self._toggle)
        label = _SwitchLabel(field.label)
        label.setBuddy(self._box)
        label.pressed.connect(self._box.toggle)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._box, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label, 0, 1)
        grid.addWidget(muted(field.explanation, wraps=True), 1, 1)

    def show_settings(self, settings: Any) -> None:
        """Show whether it is on."""
        self._is_on = self._field.read(settings)
        self._box.setChecked(self._is_on)

    def _toggle(self, on: bool) -> None:
        if on != self._is_on:
            self._is_on = on
            self._hand_on(self._field.write, on)


class _SwitchLabel(QLabel):
    """The words of a switch: they wrap, and a press on them is a press on the box."""

    pressed = Signal()

    def __init__(self, text: str) -> None:
        """Show the words."""
        super().__init__(text)
        self.setWordWrap(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say that the words were pressed."""
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit()


def row_of(field: Field[S]) -> Row:
    """Return the row that a field makes."""
    match field:
        case Number():
            return NumberRow(field)
        case Switch():
            return SwitchRow(field)
        case Choice(drops_down=True):
            return ListRow(field)
        case Choice():
            return SegmentsRow(field)
