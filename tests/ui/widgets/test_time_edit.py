"""A time of day follows the locale."""

from datetime import time

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from second_wind.ui.widgets.time_edit import TimeEdit, has_twelve_hours, time_format


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
