"""Words that were chosen, side by side under their name."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from second_wind.ui.kit.look.card import muted
from second_wind.ui.kit.look.flow_layout import FlowLayout
from second_wind.words.entries.people import short_name


class Tags(QWidget):
    """Shows words that wrap; nothing happens when one is pressed."""

    def __init__(self, name: str, texts: Sequence[str], parent: QWidget | None = None) -> None:
        """Show words."""
        super().__init__(parent)
        box = QWidget()
        flow = FlowLayout(box, 6)
        flow.set_widgets([_tag(each) for each in texts])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(4)
        column.addWidget(muted(name, wraps=True))
        column.addWidget(box)


def _tag(text: str) -> QLabel:
    label = QLabel(short_name(text))
    label.setToolTip(text)
    label.setAccessibleName(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "tag")
    return label
