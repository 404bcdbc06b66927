"""The seven steps of one rejection: marks with a day, two of which may be made by hand."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from second_wind.core.log.entries import STEPS_BY_HAND
from second_wind.core.people.steps import StepState
from second_wind.ui.kit.look.card import Card
from second_wind.ui.kit.look.emptied import empty
from second_wind.ui.kit.look.step_dot import StepDot
from second_wind.words.base.language import _, pgettext
from second_wind.words.entries import steps as words

_FOCUS_FRAME = 10
"""Room that the frame around a quiet button takes once it has the keyboard."""


class RejectionSteps(Card):
    """Marks, not tick boxes, and no count."""

    marked = Signal(int, bool)
    """A step was marked by hand (True), or its mark was taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the card without steps."""
        super().__init__(words.title(), "", parent)
        self.buttons: dict[int, QPushButton] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)

    def show_steps(self, states: Sequence[StepState], met: Sequence[str] = ()) -> None:
        """Show which steps were touched, and when first; `met` are names from the process."""
        focused = next((step for step, each in self.buttons.items() if each.hasFocus()), None)
        self._clear()
        line = round(self.fontMetrics().height() * 1.6)
        for row, state in enumerate(states):
            self._grid.setRowMinimumHeight(row, line)
            dot = StepDot(is_touched=state.first_day is not None)
            dot.setAccessibleName(words.description(state, met))
            name = QLabel(words.shown(state, met))
            name.setToolTip(words.hint(state.step))
            name.setWordWrap(True)
            self._grid.addWidget(dot, row, 0)
            self._grid.addWidget(name, row, 1)
            self._grid.addLayout(self._end(state), row, 2)
        if focused in self.buttons:
            self.buttons[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self, state: StepState) -> QHBoxLayout:
        """Return the day of a step; the way to mark or unmark it where there is one."""
        end = QHBoxLayout()
        end.setSpacing(_FOCUS_FRAME)
        end.addStretch(1)
        if state.first_day is not None:
            end.addWidget(_day(state.first_day))
        if state.by_hand or (state.first_day is None and state.step in STEPS_BY_HAND):
            end.addWidget(self._button(state))
        return end

    def _clear(self) -> None:
        self.buttons.clear()
        empty(self._grid)

    def _button(self, state: StepState) -> QPushButton:
        button = QPushButton(pgettext("button", "Unmark") if state.by_hand else _("Mark by hand"))
        button.setObjectName(f"mark-{state.step}")
        button.setProperty("role", "quiet")
        button.setProperty("step", state.step)
        button.setProperty("marks", not state.by_hand)
        text = _("{act}: {step}").format(act=button.text(), step=words.name(state.step))
        button.setAccessibleName(text)
        button.setToolTip(words.hint(state.step))
        button.setMinimumWidth(button.sizeHint().width() + _FOCUS_FRAME)
        button.clicked.connect(self._tell)
        self.buttons[state.step] = button
        return button

    def _tell(self) -> None:
        button = self.sender()
        if button is not None:
            self.marked.emit(int(button.property("step")), bool(button.property("marks")))


def _day(day: date) -> QLabel:
    label = QLabel(words.touched_on(day))
    label.setProperty("role", "muted")
    label.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
    return label
