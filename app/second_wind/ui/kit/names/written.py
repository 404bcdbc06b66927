"""What was written, under its name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from second_wind.ui.kit.look.breakable import breakable
from second_wind.ui.kit.look.card import muted


class Written(QWidget):
    """A text that can be selected, below a quiet name."""

    def __init__(self, name: str, text: str, parent: QWidget | None = None) -> None:
        """Show a text."""
        super().__init__(parent)
        words = QLabel(breakable(text))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(2)
        column.addWidget(muted(name, wraps=True))
        column.addWidget(words)
