"""Fields for numbers: typed, stepped, read by assistive technology."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from second_wind.ui.kit.fields import number_field
from second_wind.ui.kit.fields.number_field import Amount, NumberField
from second_wind.words.base import numbers


@pytest.fixture
def field_for(qtbot: QtBot) -> Callable[[Amount], NumberField]:
    """Make a field and show it."""

    def make(amount: Amount) -> NumberField:
        field = NumberField(amount)
        qtbot.addWidget(field)
        field.show()
        return field

    return make


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(60, "1 h"), (90, "1.5 h"), (75, "1.25 h"), (600, "10 h"), (100, "1.67 h")],
)
def test_hours_carry_no_empty_decimals(
    field_for: Callable[[Amount], NumberField], minutes: int, text: str
) -> None:
    """An hour is "1 h", and the minutes come back as they were."""
    field = field_for(number_field.hours())
    field.show_number(minutes)
    assert (field.text(), field.whole()) == (text, minutes)
    field.show_text(f" {text} ")
    assert field.whole() == minutes


def test_every_minute_of_a_day_is_read_as_it_is_shown(
    field_for: Callable[[Amount], NumberField],
) -> None:
    """Two decimals of an hour tell each minute from its neighbours, under a comma as well."""
    numbers.choose("de_DE")
    field = field_for(number_field.hours())
    for minutes in range(1, 1441):
        field.show_number(minutes)
        shown = field.text()
        field.show_number(None)
        field.show_text(shown)
        assert field.whole() == minutes


def test_typing_that_is_finished_is_written_as_the_field_writes(
    qtbot: QtBot, field_for: Callable[[Amount], NumberField]
) -> None:
    """1:30 becomes 1.5 hours; 6.9 stays 6.9, as often as Enter is pressed."""
    hours, mood = field_for(number_field.hours()), field_for(number_field.mood())
    qtbot.keyClicks(hours, "1:30")
    qtbot.keyClick(hours, Qt.Key.Key_Return)
    assert (hours.text(), hours.number()) == ("1.5 h", 90)
    mood.show_number(6.9)
    for _time in range(3):
        qtbot.keyClick(mood, Qt.Key.Key_Return)
    assert (mood.text(), mood.number()) == ("6.9", 6.9)


def test_a_number_is_kept_to_the_last_bit(
    qtbot: QtBot, field_for: Callable[[Amount], NumberField]
) -> None:
    """Not only as far as it is shown, until another one is typed."""
    field = field_for(number_field.mood())
    field.show_number(1 + 9 * 0.6)
    assert (field.text(), field.number()) == ("6.4", 1 + 9 * 0.6)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.number() == 1 + 9 * 0.6
    field.show_text("6.41")
    field.show_text("6.4")
    assert field.number() == 1 + 9 * 0.6
    field.show_text("6.40")
    assert field.number() == 6.4


def test_what_cannot_be_read_stays(
    qtbot: QtBot, field_for: Callable[[Amount], NumberField]
) -> None:
    """Neither Enter nor leaving the field brings back the old number or drops a mark."""
    field, other = field_for(number_field.minutes()), field_for(number_field.minutes())
    field.show_number(20)
    for text in ("1.000", "many", ""):
        field.selectAll()
        field.show_text(text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        other.setFocus()
        field.tidy()
        assert (field.text(), field.last_number()) == (text, 20)
        assert field.problem() is not None


def test_arrows_lead_on_from_what_is_shown(
    qtbot: QtBot, field_for: Callable[[Amount], NumberField]
) -> None:
    """From what was typed, within the bounds, and from the last number where that is none."""
    field = field_for(number_field.minutes())
    field.show_text("30")
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.number() == 31
    qtbot.keyClick(field, Qt.Key.Key_PageDown)
    qtbot.keyClick(field, Qt.Key.Key_PageDown)
    for _time in range(20):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.number() == 1
    field.show_text("many")
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.number() == 2


def test_arrows_lead_to_none_and_back(
    qtbot: QtBot, field_for: Callable[[Amount], NumberField]
) -> None:
    """Below the lowest there is none, where there may be none."""
    field = field_for(number_field.minutes(may_be_none=True))
    field.show_number(1)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert (field.text(), field.number()) == ("", None)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.number() is None
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.number() == 1
    field.show_text("–")
    assert field.number() is None


def test_assistive_technology_reads_and_sets_the_number(
    field_for: Callable[[Amount], NumberField],
) -> None:
    """Hours as hours, with their bounds; what it sets is stored like a step."""
    field = field_for(number_field.hours())
    field.show_number(90)
    stepped: list[bool] = []
    field.stepped.connect(lambda: stepped.append(True))
    interface = QAccessible.queryAccessibleInterface(field)
    assert interface is not None
    assert interface.role() is QAccessible.Role.SpinBox
    value = interface.valueInterface()
    assert (value.currentValue(), value.maximumValue()) == (1.5, 24)
    value.setCurrentValue(2.25)
    assert (field.number(), field.text(), stepped) == (135, "2.25 h", [True])
    assert value.currentValue() == 2.25
