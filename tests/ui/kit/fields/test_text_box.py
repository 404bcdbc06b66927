"""A box of text that is as high as its text."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from second_wind.ui.kit.fields.text_box import TextBox


def test_lines_that_wrap_are_seen_from_the_start(qtbot: QtBot) -> None:
    """A long line that was there before the box was shown is read whole, without scrolling."""
    holder, box = QWidget(), TextBox()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    column.addWidget(box)
    column.addStretch(1)
    box.setPlainText("one long line of a letter that came today " * 6)
    holder.resize(300, 400)
    holder.show()
    qtbot.waitUntil(lambda: box.height() == box.sizeHint().height(), timeout=1000)
    assert box.document().size().height() > 4
    assert box.verticalScrollBar().maximum() == 0
