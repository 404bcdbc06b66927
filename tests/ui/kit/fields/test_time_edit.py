"""A time of day follows the locale."""

from datetime import date, time

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from second_wind.ui.kit.fields.day_edit import DayEdit
from second_wind.ui.kit.fields.time_edit import TimeEdit, has_twelve_hours, time_format


@pytest.mark.parametrize(
    ("locale", "twelve"), [("en_US", True), ("en_GB", False), ("de_DE", False), ("C", False)]
)
def test_twelve_or_twenty_four_hours(locale: str, twelve: bool) -> None:
    """As the locale has it, and 24 where there is none; never with seconds."""
    assert has_twelve_hours(QLocale(locale)) is twelve
    assert "s" not in time_format(QLocale(locale))


def test_it_holds_hours_and_minutes(qtbot: QtBot) -> None:
    """What is set is what is given back."""
    field = TimeEdit()
    qtbot.addWidget(field)
    field.set_at(time(23, 5))
    assert (field.at(), field.text()) == (time(23, 5), "23:05")


def test_no_direction_turns_a_time_or_a_day_round(qtbot: QtBot, qapp: QApplication) -> None:
    """Five past eight in the evening is no twenty past five where one reads from the right."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        field, day = TimeEdit(), DayEdit(date(2026, 11, 29))
        for each in (field, day):
            qtbot.addWidget(each)
            each.show()
        field.set_at(time(20, 5))
        assert (field.text(), day.text()) == ("20:05", "2026-11-29")
        field.setSelectedSection(TimeEdit.Section.HourSection)
        qtbot.keyClicks(field, "0730")
        assert field.at() == time(7, 30)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
