"""A card: title, a quiet word beside it, the key that leads here, and room for content."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from second_wind.ui.kit.look.elided_label import ElidedLabel
from second_wind.ui.kit.look.tokens import CARD_MARGIN, SPACE


class Card(QFrame):
    """A rounded frame with a head and a column of content (`body`)."""

    def __init__(self, title: str, key: str = "", parent: QWidget | None = None) -> None:
        """Make a card; `key` is shown as a small badge."""
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(CARD_MARGIN, CARD_MARGIN - 4, CARD_MARGIN, CARD_MARGIN - 4)
        column.setSpacing(SPACE)
        self.title = heading(title)
        self.aside = muted("")
        self.aside.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self.title)
        head.addWidget(self.aside, 1)
        if key:
            head.addWidget(key_badge(key))
        column.addLayout(head)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE)
        column.addLayout(self.body, 1)


def heading(text: str, scale: float = 1.08) -> QLabel:
    """Return a semi-bold label, `scale` times the normal size."""
    label = QLabel(text)
    font = QFont(label.font())
    font.setWeight(QFont.Weight.DemiBold)
    font.setPointSizeF(font.pointSizeF() * scale)
    label.setFont(font)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def muted(text: str, *, wraps: bool = False) -> QLabel:
    """Return text in the quiet colour: wrapped, or one line shortened where it does not fit."""
    label = QLabel(text) if wraps else ElidedLabel(text)
    label.setProperty("role", "muted")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    return label


def key_badge(key: str) -> QLabel:
    """Return a small frame that shows a key."""
    label = QLabel(key)
    label.setProperty("role", "key")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
