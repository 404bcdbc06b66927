"""The form of a rejection: one day that is needed, and all that may be added."""

from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from second_wind.core.entries import LONGEST_LINE, Channel, Rejection, Stage
from second_wind.ui.widgets.choice_box import ChoiceBox
from second_wind.ui.widgets.day_edit import DayEdit
from second_wind.ui.widgets.text_box import TextBox
from second_wind.words import labels
from second_wind.words.language import _

_SHORTEST_LIST = 8


class RejectionForm(QWidget):
    """Shows a rejection and gives it back as the person left it."""

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
        self._fill(rejection)
        self._lay_out()

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
        grid.setVerticalSpacing(12)
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
                grid.addLayout(_labelled(text, field), row, column, 1, 3 - len(fields))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)


def _labelled(text: str, field: QWidget) -> QVBoxLayout:
    label = QLabel(text)
    label.setBuddy(field)
    field.setAccessibleName(text)
    box = QVBoxLayout()
    box.setSpacing(4)
    box.addWidget(label)
    box.addWidget(field)
    return box


def _line(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setMaxLength(LONGEST_LINE)
    line.setMinimumWidth(80)
    return line


def _choice(name: str, choices: list[tuple[Stage, str]] | list[tuple[Channel, str]]) -> ChoiceBox:
    box = ChoiceBox([(str(value), text) for value, text in choices])
    box.setObjectName(name)
    box.setMinimumContentsLength(_SHORTEST_LIST)
    box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box


def _text(name: str) -> TextBox:
    box = TextBox()
    box.setObjectName(name)
    return box
