"""A form: fields under their names in one or two columns, at home in a page that scrolls."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from second_wind.ui.kit.fields.choice_box import ChoiceBox
from second_wind.ui.kit.fields.text_box import TextBox
from second_wind.ui.kit.fields.typed import Line
from second_wind.ui.kit.names.tag_field import TagField

Row = Sequence[tuple[str, QWidget]]

_SHORTEST_LIST = 8
_WIDEST_ROW = 2


class Form(QWidget):
    """The base of forms: a subclass makes the fields, lays them out, and gives back an entry."""

    grown = Signal()
    """The field that is written in grew."""

    def is_changed(self) -> bool:
        """Tell whether the form says something else than what it was given."""
        raise NotImplementedError

    def first_field(self) -> QWidget:
        """Return the field in which the keyboard begins."""
        raise NotImplementedError

    def lay_out(self, rows: Sequence[Row]) -> QGridLayout:
        """Put one or two fields, each under its name, into every row."""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        for row, fields in enumerate(rows):
            grows = any(isinstance(field, TagField) for _text, field in fields)
            side = Qt.AlignmentFlag.AlignTop if grows else Qt.AlignmentFlag(0)
            for column, (text, field) in enumerate(fields):
                span = _WIDEST_ROW + 1 - len(fields)
                if text:
                    grid.addWidget(_label(text, field), 2 * row, column, 1, span)
                grid.addWidget(field, 2 * row + 1, column, 1, span, side)
        for column in range(_WIDEST_ROW):
            grid.setColumnStretch(column, 1)
        return grid

    def settle(self, *fields: QWidget) -> None:
        """Let fields share the width, and the wheel scroll the form instead of changing them."""
        for each in fields:
            each.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the wheel pass over the fields that were settled."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def line(name: str) -> QLineEdit:
    """Return a field for a line of text."""
    return as_line(Line(), name)


def as_line(field: QLineEdit, name: str) -> QLineEdit:
    """Make a field one for a line of text."""
    field.setObjectName(name)
    field.setMinimumWidth(80)
    field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return field


def choice(name: str, choices: Sequence[tuple[str, str]]) -> ChoiceBox:
    """Return a list to choose from, (value, name) pairs."""
    box = ChoiceBox([(str(value), text) for value, text in choices])
    box.setObjectName(name)
    box.setMinimumContentsLength(_SHORTEST_LIST)
    box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def text_box(name: str) -> TextBox:
    """Return a field for some lines of text."""
    box = TextBox()
    box.setObjectName(name)
    return box


def _label(text: str, field: QWidget) -> QLabel:
    label = QLabel(text)
    label.setContentsMargins(0, 8, 0, 0)
    label.setBuddy(field)
    field.setAccessibleName(text)
    return label
