"""Hours as one writes them."""

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from second_wind.ui.widgets.hours_box import HoursBox


@pytest.mark.parametrize(
    ("minutes", "text"), [(60, "1 h"), (90, "1.5 h"), (75, "1.25 h"), (600, "10 h"), (0, "0 h")]
)
def test_hours_carry_no_empty_decimals(qtbot: QtBot, minutes: int, text: str) -> None:
    """An hour is "1 h", and the minutes come back as they were."""
    box = HoursBox(9_999)
    qtbot.addWidget(box)
    box.show_minutes(minutes)
    assert (box.text(), box.minutes()) == (text, minutes)


def test_a_comma_is_written_where_people_write_one(qtbot: QtBot) -> None:
    """In German an hour and a half are 1,5."""
    box = HoursBox(9_999)
    qtbot.addWidget(box)
    box.setLocale(QLocale("de_DE"))
    box.show_minutes(90)
    assert box.text() == "1,5 h"
