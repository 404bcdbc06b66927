"""Sheets that only tell something: they fit, and are read by the keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from second_wind.ui.kit.forms.sheet import Sheet
from second_wind.ui.shell.shortcuts_sheet import ShortcutsDialog


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


def _sheet_of_buttons(qtbot: QtBot, heard: list[str]) -> tuple[Sheet, QPushButton]:
    """Return a sheet with a button in its text and a default one below, which tell of a press."""
    sheet = Sheet("Two buttons")
    qtbot.addWidget(sheet)
    inner = QPushButton("Back up now")
    inner.setAutoDefault(False)
    inner.clicked.connect(lambda: heard.append("inner"))
    sheet.body.addWidget(inner)
    sheet.add_button("Close", lambda: heard.append("close"), is_primary=True)
    sheet.show()
    qtbot.waitExposed(sheet)
    return sheet, inner


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_that_has_the_keyboard(qtbot: QtBot, key: Qt.Key) -> None:
    """And no other one, whatever the default is."""
    heard: list[str] = []
    _sheet, inner = _sheet_of_buttons(qtbot, heard)
    inner.setFocus()
    qtbot.keyClick(inner, key)
    assert heard == ["inner"]


def test_enter_presses_the_default_button_from_elsewhere(qtbot: QtBot) -> None:
    """Where no button has the keyboard."""
    heard: list[str] = []
    sheet, _inner = _sheet_of_buttons(qtbot, heard)
    area = sheet.findChild(QScrollArea)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_Return)
    assert heard == ["close"]
