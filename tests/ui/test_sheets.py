"""Sheets that only tell something: they fit, and are read by the keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from second_wind.ui.dialogs.sheet import Sheet
from second_wind.ui.dialogs.shortcuts import ShortcutsDialog


@pytest.fixture
def keys(qtbot: QtBot) -> ShortcutsDialog:
    """Show the sheet of all keys."""
    dialog = ShortcutsDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def _place(dialog: ShortcutsDialog, text: str) -> QPoint:
    (label,) = (each for each in dialog.findChildren(QLabel) if each.text() == text)
    return label.mapTo(dialog, QPoint(0, 0))


def test_all_keys_stand_on_one_sheet(keys: ShortcutsDialog) -> None:
    """Wider than high, and nothing to scroll where the screen has room."""
    keys.resize(keys.sizeHint().expandedTo(keys.size()) + keys.size() * 0.1)
    QApplication.processEvents()
    assert _place(keys, "In History").y() == _place(keys, "On Today").y()
    assert keys.findChild(QScrollArea).verticalScrollBar().maximum() == 0


def test_on_a_small_screen_the_columns_are_one_and_pages_turn(
    qtbot: QtBot, keys: ShortcutsDialog
) -> None:
    """The keyboard is on Close, outside of what scrolls, and gets on all the same."""
    keys.resize(430, 330)
    QApplication.processEvents()
    assert _place(keys, "In History").y() > _place(keys, "On Today").y()
    bar = keys.findChild(QScrollArea).verticalScrollBar()
    focused = keys.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(focused, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_a_long_sheet_turns_pages_from_its_button(qtbot: QtBot) -> None:
    """A text without a control in it can be read by the keyboard."""
    sheet = Sheet("Long")
    qtbot.addWidget(sheet)
    for _ in range(60):
        sheet.add_text("One more paragraph.")
    button = sheet.add_button("Close", sheet.accept, is_primary=True)
    sheet.resize(400, 300)
    sheet.show()
    qtbot.waitExposed(sheet)
    qtbot.keyClick(button, Qt.Key.Key_PageDown)
    assert sheet.findChild(QScrollArea).verticalScrollBar().value() > 0
