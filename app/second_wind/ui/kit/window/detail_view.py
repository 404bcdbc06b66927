"""The frame of a page about one thing: the way back, what can be done, two columns of cards."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from second_wind.ui.kit.look.breakable import breakable
from second_wind.ui.kit.look.card import Card, heading, muted
from second_wind.ui.kit.look.tokens import CARD_GAP
from second_wind.ui.kit.window.page import scrolling
from second_wind.words.base.language import pgettext

_WIDE_IN_LETTERS = 90


class DetailView(QWidget):
    """Shows what it is told and says what is wanted; the cards come from who fills it."""

    back_wanted = Signal()
    edit_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, back: str, parent: QWidget | None = None) -> None:
        """Make the head; `back` names the way back."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.back = named_button(back, "back", self.back_wanted)
        self.back.setProperty("role", "link")
        self.edit = named_button(pgettext("button", "Edit…"), "edit", self.edit_wanted)
        self.delete = named_button(pgettext("button", "Delete"), "delete", self.delete_wanted)
        self._title = heading("", 1.7)
        self._title.setWordWrap(True)
        self._facts = muted("", wraps=True)
        self._more = muted("", wraps=True)

    def show_head(self, title: str, facts: str, more: str = "") -> None:
        """Show what the page is about; an empty line takes no room."""
        self.setAccessibleName(title)
        for label, text in ((self._title, title), (self._facts, facts), (self._more, more)):
            label.setText(breakable(text))
            label.setAccessibleName(text)
            label.setVisible(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards side by side where there is room, else one below the other."""
        super().resizeEvent(event)
        letters = self.width() / max(1, self.fontMetrics().averageCharWidth())
        direction = QBoxLayout.Direction
        is_wide = letters >= _WIDE_IN_LETTERS
        self._cards.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    def lay_out(self, first: Sequence[Card], second: Sequence[Card]) -> None:
        """Set two columns of cards below the head."""
        self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._cards.setSpacing(CARD_GAP)
        self._cards.addLayout(_column(first), 4)
        self._cards.addLayout(_column(second), 3)
        content = QWidget()
        whole = QVBoxLayout(content)
        whole.setContentsMargins(28, 18, 28, 20)
        whole.setSpacing(6)
        whole.addLayout(self._buttons())
        for label in self._title, self._facts, self._more:
            whole.addWidget(label)
        whole.addSpacing(10)
        whole.addLayout(self._cards)
        whole.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(content))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.edit)
        row.addWidget(self.delete)
        return row


def named_button(text: str, name: str, wanted: SignalInstance) -> QPushButton:
    """Return a button that says what is wanted when it is pressed."""
    button = QPushButton(text)
    button.setObjectName(name)
    button.clicked.connect(wanted)
    return button


def _column(cards: Sequence[Card]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(CARD_GAP)
    for each in cards:
        column.addWidget(each)
    column.addStretch(1)
    return column
