"""Both schemes dress what Qt would leave in colours of its own."""

from datetime import date

import pytest
import shiboken6
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from second_wind.ui.kit.fields.day_edit import DayEdit
from second_wind.ui.kit.fields.number_field import NumberField, minutes, mood
from second_wind.ui.kit.fields.time_edit import TimeEdit
from second_wind.ui.kit.look.theme import Theme, ThemeChoice


class QBalloonTip(QWidget):
    """Looks to the style sheet like Qt's own bubble, which only a tray can show."""

    def __init__(self) -> None:
        """Choose the colours that Qt chooses."""
        super().__init__()
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Window, QColor(0xFF, 0xFF, 0xE1))
        self.setPalette(colours)
        self.text = QLabel("How was today?", self)


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_bubble_at_the_icon_can_be_read(
    qtbot: QtBot, qapp: QApplication, choice: ThemeChoice
) -> None:
    """A reminder at the tray's icon stands out from its ground in both schemes."""
    theme = Theme(qapp, choice)
    bubble = QBalloonTip()
    qtbot.addWidget(bubble)
    bubble.show()
    ground = bubble.palette().color(QPalette.ColorRole.Window)
    text = bubble.text.palette().color(QPalette.ColorRole.WindowText)
    assert abs(ground.lightness() - text.lightness()) > 150
    shiboken6.delete(theme)


def test_fields_beside_each_other_are_as_high(qtbot: QtBot, theme: Theme) -> None:
    """Numbers, days and times stand in one line with text."""
    holder = QWidget()
    qtbot.addWidget(holder)
    fields = [
        QLineEdit(),
        NumberField(mood()),
        NumberField(minutes()),
        TimeEdit(),
        DayEdit(date(2026, 11, 22)),
    ]
    for each in fields:
        each.setParent(holder)
        each.ensurePolished()
    assert len({each.sizeHint().height() for each in fields}) == 1
