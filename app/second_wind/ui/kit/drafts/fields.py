"""What stands in the fields of a form, just as it was typed, and back again."""

from collections.abc import Mapping
from datetime import date, time
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QDateTimeEdit,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from second_wind.ui.kit.fields.choice_box import ChoiceBox
from second_wind.ui.kit.fields.day_edit import DayEdit
from second_wind.ui.kit.fields.time_edit import TimeEdit

_CHECKED = "checked"
_BREAK = "\n"
_QT_OWN = "qt_"
"""Fields within Qt's own widgets have such names."""


@runtime_checkable
class Composed(Protocol):
    """A field that is made of several widgets, or knows more than its text."""

    def typed(self) -> str:
        """Return what stands in it; nothing in it changes by that."""

    def show_typed(self, text: str) -> None:
        """Show what `typed` returned."""

    def typed_words(self) -> str:
        """Return what a person reads of it."""


def fields_in(form: QWidget) -> dict[str, QWidget]:
    """Return the fields of a form by name."""
    found = form.findChildren(QWidget)
    return {each.objectName(): each for each in found if _is_field(each)}


def typed_in(form: QWidget) -> dict[str, str]:
    """Return what stands in each field of a form."""
    return {name: typed(field) for name, field in fields_in(form).items()}


def show_typed_in(form: QWidget, content: Mapping[str, str]) -> None:
    """Show in each field what stood there; what the form has no field for is left out."""
    for name, field in fields_in(form).items():
        if name in content:
            show_typed(field, content[name])


def words_in(form: QWidget, content: Mapping[str, str], before: Mapping[str, str]) -> str:
    """Return the texts of a form that differ from what was there before, as one."""
    fields = fields_in(form)
    changed = (fields[name] for name, text in content.items() if text != before.get(name))
    return " · ".join(filter(None, map(_words, changed)))


def typed(field: QWidget) -> str:
    """Return what stands in one field, also where it means nothing that could be stored."""
    match field:
        case Composed():
            return field.typed()
        case ChoiceBox():
            return field.value()
        case QCheckBox():
            return _CHECKED if field.isChecked() else ""
        case DayEdit():
            return _with_digits(field, field.day().isoformat())
        case TimeEdit():
            return _with_digits(field, field.at().isoformat())
        case QPlainTextEdit():
            return field.toPlainText()
        case QLineEdit() | QAbstractSpinBox():
            return field.text()
    raise TypeError(field)


def show_typed(field: QWidget, text: str) -> None:
    """Show in one field what stood there."""
    match field:
        case Composed():
            field.show_typed(text)
        case ChoiceBox():
            field.choose(text)
        case QCheckBox():
            field.setChecked(text == _CHECKED)
        case DayEdit():
            field.set_day(date.fromisoformat(text.split(_BREAK)[0]))
            _show_digits(field, text)
        case TimeEdit():
            field.set_at(time.fromisoformat(text.split(_BREAK)[0]))
            _show_digits(field, text)
        case QPlainTextEdit():
            field.setPlainText(text)
        case QLineEdit():
            field.setText(text)
        case QAbstractSpinBox():
            _line_of(field).setText(text)


def _is_field(widget: QWidget) -> bool:
    name = widget.objectName()
    kinds = (QLineEdit, QPlainTextEdit, QAbstractSpinBox, QCheckBox, ChoiceBox, Composed)
    return bool(name) and not name.startswith(_QT_OWN) and isinstance(widget, kinds)


def _words(field: QWidget) -> str:
    """Return what a person reads of a field; what is chosen in it tells nothing by itself."""
    match field:
        case Composed():
            text = field.typed_words()
        case QPlainTextEdit():
            text = field.toPlainText()
        case QDateTimeEdit():
            text = ""
        case QLineEdit() | QAbstractSpinBox():
            text = field.text()
        case _:
            text = ""
    return " ".join(text.split())


def _with_digits(field: QDateTimeEdit, value: str) -> str:
    """Return a value, and the text where some of its digits are typed and some are still to be."""
    text = field.text()
    is_whole = text == field.textFromDateTime(field.dateTime())
    return value if is_whole else f"{value}{_BREAK}{text}"


def _show_digits(field: QDateTimeEdit, text: str) -> None:
    _value, _, digits = text.partition(_BREAK)
    if digits:
        _line_of(field).setText(digits)


def _line_of(field: QAbstractSpinBox) -> QLineEdit:
    line = field.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    return line
