"""The form of a rejection: one day that is needed, and all that may be added."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from second_wind.core.entries import LONGEST_LINE, Channel, Rejection, Stage
from second_wind.ui.widgets.choice_box import ChoiceBox
from second_wind.ui.widgets.day_edit import DayEdit
from second_wind.ui.widgets.text_box import TextBox
from second_wind.words import labels
from second_wind.words.language import _

_SHORTEST_LIST = 8


class RejectionForm(QWidget):
    """Shows a rejection and gives it back as the person left it."""

    grown = Signal()
    """The field that is written in grew."""

    def __init__(self, rejection: Rejection, parent: QWidget | None = None) -> None:
        """Show a rejection."""
        super().__init__(parent)
        self._shown = rejection
        self.day = DayEdit(rejection.day)
        self.company = _line("company")
        self.role = _line("role")
        self.stage = _choice("stage", [(each, labels.stage(each)) for each in Stage])
        self.how = _choice("how", [(each, labels.channel(each)) for each in Channel])
        self.met = _line("met")
        self.feedback = _text("feedback")
        self.lesson = _text("lesson")
        self.note = _text("note")
        self.day.setObjectName("day")
        for box in (self.feedback, self.lesson, self.note):
            box.grown.connect(self.grown)
        for each in (self.day, self.stage, self.how):
            each.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            each.installEventFilter(self)
        self._fill(rejection)
        self._lay_out()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the wheel scroll the form instead of changing a field it passes over."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def rejection(self) -> Rejection:
        """Return what the form says."""
        return replace(
            self._shown,
            day=self.day.day(),
            company=self.company.text().strip(),
            role=self.role.text().strip(),
            stage=Stage(self.stage.value()),
            how=Channel(self.how.value()),
            met=self.met.text().strip(),
            feedback=self.feedback.toPlainText().strip(),
            lesson=self.lesson.toPlainText().strip(),
            note=self.note.toPlainText().strip(),
        )

    def is_changed(self) -> bool:
        """Tell whether the form says something else than the rejection that it was given."""
        return self.rejection() != self._shown

    def _fill(self, rejection: Rejection) -> None:
        self.company.setText(rejection.company)
        self.role.setText(rejection.role)
        self.stage.choose(rejection.stage)
        self.how.choose(rejection.how)
        self.met.setText(rejection.met)
        self.feedback.setPlainText(rejection.feedback)
        self.lesson.setPlainText(rejection.lesson)
        self.note.setPlainText(rejection.note)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        pairs: tuple[tuple[tuple[str, QWidget], ...], ...] = (
            ((_("Day"), self.day), (_("How it came"), self.how)),
            ((_("Company"), self.company), (_("Role"), self.role)),
            ((_("Stage reached"), self.stage), (_("People met"), self.met)),
            ((_("Feedback"), self.feedback),),
            ((_("What I learned"), self.lesson),),
            ((_("Note"), self.note),),
        )
        for row, fields in enumerate(pairs):
            for column, (text, field) in enumerate(fields):
                span = 3 - len(fields)
                grid.addWidget(_label(text, field), 2 * row, column, 1, span)
                grid.addWidget(field, 2 * row + 1, column, 1, span)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)


def _label(text: str, field: QWidget) -> QLabel:
    label = QLabel(text)
    label.setContentsMargins(0, 8, 0, 0)
    label.setBuddy(field)
    field.setAccessibleName(text)
    return label


def _line(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setMaxLength(LONGEST_LINE)
    line.setMinimumWidth(80)
    line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return line


def _choice(name: str, choices: list[tuple[Stage, str]] | list[tuple[Channel, str]]) -> ChoiceBox:
    box = ChoiceBox([(str(value), text) for value, text in choices])
    box.setObjectName(name)
    box.setMinimumContentsLength(_SHORTEST_LIST)
    box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def _text(name: str) -> TextBox:
    box = TextBox()
    box.setObjectName(name)
    return box
