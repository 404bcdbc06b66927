"""A rejection's own page: what was logged of it, its first week, and the steps since."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from second_wind.core.entries import Rejection
from second_wind.core.steps import StepState
from second_wind.ui.page import scrolling
from second_wind.ui.tokens import CARD_GAP
from second_wind.ui.widgets.breakable import breakable
from second_wind.ui.widgets.card import Card, heading, muted
from second_wind.ui.widgets.rejection_steps import RejectionSteps
from second_wind.words import rejections as words
from second_wind.words.language import _

_WIDE_IN_LETTERS = 90


class RejectionView(QWidget):
    """Shows what it is told and says what is wanted."""

    back_wanted = Signal()
    edit_wanted = Signal()
    delete_wanted = Signal()
    chart_wanted = Signal()
    marked = Signal(int, bool)
    """A step was marked by hand (True), or its mark was taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the page without a rejection."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.back = self._button(_("‹ All rejections"), "back", self.back_wanted)
        self.edit = self._button(_("Edit…"), "edit", self.edit_wanted)
        self.delete = self._button(_("Delete"), "delete", self.delete_wanted)
        self.chart = self._button(_("See its recovery chart"), "recovery-chart", self.chart_wanted)
        self.delete.setToolTip(_("Delete this rejection; Ctrl+Z brings it back"))
        self._title = heading("", 1.7)
        self._title.setWordWrap(True)
        self._facts = muted("", wraps=True)
        self.week = Card(_("The first week"))
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self.details = Card(_("What was said and learned"))
        self.steps = RejectionSteps()
        self.steps.marked.connect(self.marked)
        self._lay_out()

    def show_rejection(self, rejection: Rejection) -> None:
        """Show what was logged."""
        title = words.title(rejection)
        facts = f"{words.full_date(rejection.day)} · {words.facts(rejection)}"
        self.setAccessibleName(title)
        for label, text in ((self._title, title), (self._facts, facts)):
            label.setText(breakable(text))
            label.setAccessibleName(text)
        while (item := self.details.body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        written = words.written(rejection)
        for name, text in written:
            self.details.body.addWidget(_Text(name, text))
        self.details.body.addStretch(1)
        self.details.setVisible(bool(written))

    def show_first_week(self, sentence: str) -> None:
        """Say what the first week looked like; an empty line while that is being worked out."""
        self._sentence.setText(sentence or " ")

    def show_steps(self, states: Sequence[StepState]) -> None:
        """Show the seven steps."""
        self.steps.show_steps(states)

    def sentence(self) -> str:
        """Return what is said about the first week."""
        return self._sentence.text()

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

    def _button(self, text: str, name: str, wanted: SignalInstance) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(wanted)
        return button

    def _lay_out(self) -> None:
        self.back.setProperty("role", "link")
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addStretch(1)
        head.addWidget(self.edit)
        head.addWidget(self.delete)
        self.week.body.addWidget(self._sentence)
        self.week.body.addWidget(self.chart, alignment=Qt.AlignmentFlag.AlignLeading)
        first = QVBoxLayout()
        first.setSpacing(CARD_GAP)
        first.addWidget(self.week)
        first.addWidget(self.details)
        first.addStretch(1)
        second = QVBoxLayout()
        second.addWidget(self.steps)
        second.addStretch(1)
        self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._cards.setSpacing(CARD_GAP)
        self._cards.addLayout(first, 4)
        self._cards.addLayout(second, 3)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(28, 18, 28, 20)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._title)
        column.addWidget(self._facts)
        column.addSpacing(10)
        column.addLayout(self._cards)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(content))


class _Text(QWidget):
    """What was written, under its name."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__()
        words_ = QLabel(breakable(text))
        words_.setTextFormat(Qt.TextFormat.PlainText)
        words_.setWordWrap(True)
        words_.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(2)
        column.addWidget(muted(name, wraps=True))
        column.addWidget(words_)
