"""Ten buttons, from very low to as good as it gets."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from second_wind.core.log.scale import STEPS, step_of
from second_wind.ui.feelings.mood_names import MoodNames
from second_wind.ui.kit.look.theme import colours_of
from second_wind.ui.kit.look.tokens import mood_colour, mood_text_colour
from second_wind.words.base.labels import mood_steps
from second_wind.words.base.quoting import isolated

_RADIUS = 9


class MoodButton(QAbstractButton):
    """One step of the scale in its colour, with its number; ringed while it is the mood."""

    def __init__(self, step: int, parent: QWidget | None = None) -> None:
        """Make the button for one step."""
        super().__init__(parent)
        self.step = step
        self.setObjectName(f"mood-{step}")
        self.setText(str(step))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_name(self, name: str) -> None:
        """Be called by a name."""
        self.setAccessibleName(f"{self.step}, {isolated(name)}")
        self.setToolTip(f"{self.step} · {isolated(name)}")

    def sizeHint(self) -> QSize:
        """Return a comfortable square for the font."""
        side = round(self.fontMetrics().height() * 2.6)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the least width at which ten fit into a narrow window."""
        return QSize(round(self.fontMetrics().height() * 1.6), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the step."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        fill = QColor(mood_colour(self.step))
        painter.setBrush(fill.lighter(108) if self.underMouse() else fill)
        painter.setPen(QPen(QColor(colours.control_line), 1))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 3))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if self.hasFocus():
            self._paint_focus(painter, box.adjusted(3.5, 3.5, -3.5, -3.5))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(mood_text_colour(self.step)))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())

    def _paint_focus(self, painter: QPainter, box: QRectF) -> None:
        """Paint a line in the colour of the number, which stands out from every step."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(mood_text_colour(self.step)), 2))
        painter.drawRoundedRect(box, _RADIUS - 3, _RADIUS - 3)


class MoodRow(QWidget):
    """The ten steps; says which was pressed, and shows which is the mood."""

    pressed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the row with no mood marked."""
        super().__init__(parent)
        self._buttons = [MoodButton(step, self) for step in STEPS]
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in self._buttons:
            # Assistive technology toggles where a person clicks, so a click counts by this alone.
            button.toggled.connect(self._press)
            row.addWidget(button)
        self._step = 0
        self._names: tuple[str, ...] = ()
        self._words = MoodNames()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._words)
        self.show_names(())

    def show_names(self, own: tuple[str, ...]) -> None:
        """Call the steps by the person's own names, and by the usual ones where there are none."""
        names = mood_steps(own)
        if names == self._names:
            return
        self._names = names
        for button, name in zip(self._buttons, names, strict=True):
            button.show_name(name)
        self._words.show_ends(names[0], names[-1])
        self._show_name()

    def show_mood(self, mood: float | None) -> None:
        """Ring the step nearest to a mood, or none."""
        self._show_step(step_of(mood) if mood is not None else 0)

    def take_focus(self) -> None:
        """Give the focus to the step that is the mood, or to the first."""
        self._buttons[max(0, self._step - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the mood's name under its button."""
        super().resizeEvent(event)
        self._show_name()

    def _show_step(self, step: int) -> None:
        self._step = step
        for button in self._buttons:
            button.setChecked(button.step == step)
        self._show_name()

    def _show_name(self) -> None:
        if self._step:
            centre = self._buttons[self._step - 1].geometry().center().x()
            self._words.show_name(self._names[self._step - 1], centre)
        else:
            self._words.show_name("", 0)

    def _press(self, on: bool) -> None:
        button = self.sender()
        if not isinstance(button, MoodButton) or on == (button.step == self._step):
            return  # show_mood did it, not the person
        self._show_step(button.step)
        self.pressed.emit(button.step)
