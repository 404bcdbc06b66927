"""The fields of each kind of entry, as a table: how each is shown and read again."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit

from second_wind.core.log.entries import (
    CheckIn,
    EntryType,
    Exercise,
    FeelingWord,
    Outing,
    OutingKind,
    Rest,
    StepMark,
    Talk,
    TalkKind,
    Volunteering,
)
from second_wind.core.log.feelings import own_word
from second_wind.ui.entries.maybe_time import MaybeTime
from second_wind.ui.kit.fields import number_field
from second_wind.ui.kit.fields.choice_box import ChoiceBox
from second_wind.ui.kit.fields.indented import indent
from second_wind.ui.kit.fields.number_field import Amount, NumberField
from second_wind.ui.kit.fields.text_box import TextBox
from second_wind.ui.kit.forms.form import choice, line, text_box
from second_wind.words.base import labels
from second_wind.words.base.language import _, pgettext
from second_wind.words.entries import feelings


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an entry: how it is shown, and read again.

    Attributes
    ----------
    make : function of nothing to a widget
    show : function of that widget and a value
    read : function of that widget to a value
    wide : bool
        Whether it takes the whole width.
    """

    name: str
    label: Callable[[], str]
    make: Callable[[], Any]
    show: Callable[[Any, Any], None]
    read: Callable[[Any], Any]
    wide: bool = False


def fields() -> dict[EntryType, tuple[Field, ...]]:
    """Return the fields of each kind, its day left out."""
    note = _long("note", lambda: pgettext("field", "Note"))
    at = Field("at", lambda: pgettext("field", "Time"), MaybeTime, MaybeTime.show_at, MaybeTime.at)
    return {
        CheckIn: (at, _mood(), _feelings(), note),
        Exercise: (
            at,
            _minutes(optional=False),
            _line("kind", lambda: pgettext("field", "Kind")),
            note,
        ),
        Outing: (
            at,
            _outing_kind(),
            _minutes(optional=True),
            _line("place", lambda: pgettext("field", "Place")),
            Field("as_exercise", lambda: "", _box, QCheckBox.setChecked, QCheckBox.isChecked),
            note,
        ),
        Volunteering: (
            at,
            _hours(),
            _line("organisation", lambda: pgettext("field", "Organisation")),
            _line("practised", lambda: _("What was practised")),
            _line("met", lambda: _("Who was met")),
            note,
        ),
        Talk: (
            at,
            _line("person", lambda: pgettext("field", "With whom")),
            _talk_kind(),
            _minutes(optional=True),
            _long("note", lambda: _("What came of it")),
            _long("tip", lambda: _("An opening that was mentioned")),
        ),
        Rest: (note,),
        StepMark: (note,),
        FeelingWord: (
            _line("word", lambda: pgettext("field", "Word")),
            _line("meaning", lambda: _("What it means to you")),
        ),
    }


def _line(name: str, label: Callable[[], str]) -> Field:
    return Field(name, label, lambda: line(name), QLineEdit.setText, _read_line)


def _long(name: str, label: Callable[[], str]) -> Field:
    return Field(name, label, lambda: text_box(name), TextBox.setPlainText, _read_text, wide=True)


def _read_line(field: QLineEdit) -> str:
    return field.text().strip()


def _read_text(field: TextBox) -> str:
    return field.toPlainText().strip()


def _mood() -> Field:
    return _number("mood", lambda: pgettext("field", "Mood"), number_field.mood)


def _number(name: str, label: Callable[[], str], amount: Callable[[], Amount]) -> Field:
    def make() -> NumberField:
        field = NumberField(amount())
        indent(field)
        return field

    return Field(name, label, make, NumberField.show_number, NumberField.number)


def _feelings() -> Field:
    return Field(
        "feelings",
        lambda: pgettext("field", "Feelings"),
        lambda: line("feelings"),
        _show_words,
        _read_words,
        True,
    )


def _show_words(field: QLineEdit, chosen: tuple[str, ...]) -> None:
    field.setText(feelings.listed(chosen))


def _read_words(field: QLineEdit) -> tuple[str, ...]:
    given = (own_word(each) for each in field.text().split(","))
    return tuple(dict.fromkeys(feelings.understood(e, completes=False) for e in given if e))


def _minutes(*, optional: bool) -> Field:
    return _number(
        "minutes",
        lambda: pgettext("field", "Minutes"),
        lambda: number_field.minutes(may_be_none=optional),
    )


def _hours() -> Field:
    return _number("minutes", lambda: pgettext("field", "Hours"), number_field.hours)


def _outing_kind() -> Field:
    choices = [(str(each), labels.outing_kind(each)) for each in OutingKind]
    return _choice("kind", lambda: pgettext("field", "Kind"), choices, OutingKind)


def _talk_kind() -> Field:
    choices = [(str(each), labels.talk_kind(each)) for each in TalkKind]
    return _choice("kind", lambda: _("Who that is"), choices, TalkKind)


def _choice(
    name: str,
    label: Callable[[], str],
    choices: list[tuple[str, str]],
    of: Callable[[str], Any],
) -> Field:
    def read(box: ChoiceBox) -> Any:
        return of(box.value())

    return Field(name, label, lambda: choice(name, choices), ChoiceBox.choose, read)


def _box() -> QCheckBox:
    return QCheckBox(_("Counts as exercise, too"))
