"""Ten buttons, from very low to as good as it gets."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from second_wind.core.scale import STEPS, step_of
from second_wind.ui.theme import colours_of
from second_wind.ui.tokens import mood_colour, mood_text_colour
from second_wind.ui.widgets.card import muted
from second_wind.words.labels import mood_steps

_RADIUS = 9


class MoodButton(QAbstractButton):
    """One step of the scale in its colour, with its number; ringed while it is the mood."""

    def __init__(self, step: int, name: str, parent: QWidget | None = None) -> None:
        """Make the button for one step."""
        super().__init__(parent)
        self.step = step
        self.setObjectName(f"mood-{step}")
        self.setText(str(step))
        self.setAccessibleName(f"{step}, {name}")
        self.setToolTip(f"{step} · {name}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

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
        if self.isChecked() or self.hasFocus():
            self._ring(painter, box, colours.accent if self.isChecked() else colours.text)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(mood_text_colour(self.step)))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())

    def _ring(self, painter: QPainter, box: QRectF, colour: str) -> None:
        style = Qt.PenStyle.SolidLine if self.isChecked() else Qt.PenStyle.DotLine
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colour), 3 if self.isChecked() else 2, style))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)


class MoodRow(QWidget):
    """The ten steps; says which was pressed, and shows which is the mood."""

    pressed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the row with no mood marked."""
        super().__init__(parent)
        names = mood_steps()
        self._buttons = [MoodButton(step, names[step - 1], self) for step in STEPS]
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in self._buttons:
            button.clicked.connect(self._press)
            row.addWidget(button)
        self._lowest, self._name, self._highest = muted(names[0]), muted(""), muted(names[-1])
        self._name.setProperty("role", "accent")
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._highest.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        ends = QHBoxLayout()
        for label, share in ((self._lowest, 2), (self._name, 2), (self._highest, 3)):
            ends.addWidget(label, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addLayout(ends)

    def show_mood(self, mood: float | None) -> None:
        """Ring the step nearest to a mood, or none."""
        step = step_of(mood) if mood is not None else 0
        for button in self._buttons:
            button.setChecked(button.step == step)
        names = mood_steps()
        # The ends are named already; the middle ones appear when they are the mood.
        self._name.setText(names[step - 1] if 1 < step < len(names) else "")

    def _press(self) -> None:
        button = self.sender()
        if isinstance(button, MoodButton):
            self.pressed.emit(button.step)
