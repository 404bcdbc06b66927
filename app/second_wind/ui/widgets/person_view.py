"""A person's own page: who they are, the talks, and what else the log knows of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from second_wind.core.entries import Consultation, Person, Rejection, Talk
from second_wind.ui.page import scrolling
from second_wind.ui.tokens import CARD_GAP
from second_wind.ui.widgets.breakable import breakable
from second_wind.ui.widgets.card import Card, heading, muted
from second_wind.ui.widgets.consultations_card import ConsultationsCard
from second_wind.ui.widgets.entry_lines import EntryLines
from second_wind.ui.widgets.person_talks import PersonTalks
from second_wind.ui.widgets.written import Written
from second_wind.words import people as words
from second_wind.words import rejections as rejection_words
from second_wind.words.language import _

_WIDE_IN_LETTERS = 90


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What the log knows of one person; talks with the latest first."""

    person: Person
    talks: Sequence[Talk]
    rejections: Sequence[Rejection]
    consultations: Sequence[Consultation]
    people: Sequence[Person]


class PersonView(QWidget):
    """Shows what it is told and says what is wanted."""

    back_wanted = Signal()
    edit_wanted = Signal()
    delete_wanted = Signal()
    rejection_wanted = Signal(object)
    """Carries the `Rejection` to be opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the page without a person."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.back = _button(_("‹ All people"), "back", self.back_wanted)
        self.edit = _button(_("Edit…"), "edit", self.edit_wanted)
        self.delete = _button(_("Delete"), "delete", self.delete_wanted)
        self.delete.setToolTip(_("Delete this person; the talks stay, and Ctrl+Z brings both back"))
        self._name = heading("", 1.7)
        self._name.setWordWrap(True)
        self._facts = muted("", wraps=True)
        self._touch = muted("", wraps=True)
        self.talks = PersonTalks()
        self.details = Card(_("Who they are"))
        self.process = Card(_("Met on the way to"))
        self.rejections = EntryLines()
        self.rejections.opened.connect(self.rejection_wanted)
        self.process.body.addWidget(self.rejections)
        self.consultations = ConsultationsCard()
        self._lay_out()

    def show_person(self, facts: PersonFacts, today: date, now: datetime) -> None:
        """Show what the log knows of somebody."""
        person = facts.person
        self.setAccessibleName(person.name)
        last = max((each.day for each in facts.talks), default=None)
        shown = (
            (self._name, person.name),
            (self._facts, words.facts(person)),
            (self._touch, words.stays_in_touch(person, last, today)),
        )
        for label, text in shown:
            label.setText(breakable(text))
            label.setAccessibleName(text)
            label.setVisible(bool(text))
        self._show_written(person)
        self.talks.stand_at(today)
        self.talks.show_talks(person, facts.talks, facts.people, now)
        self.rejections.show_entries(
            (each, f"{rejection_words.list_date(each.day)} · {rejection_words.title(each)}")
            for each in facts.rejections
        )
        self.process.setVisible(bool(facts.rejections))
        self.consultations.show_consultations(facts.consultations, of_person=True)

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

    def _show_written(self, person: Person) -> None:
        while (item := self.details.body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        written = words.written(person)
        for name, text in written:
            self.details.body.addWidget(Written(name, text))
        self.details.setVisible(bool(written))

    def _lay_out(self) -> None:
        self.back.setProperty("role", "link")
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addStretch(1)
        head.addWidget(self.edit)
        head.addWidget(self.delete)
        first, second = QVBoxLayout(), QVBoxLayout()
        for column, cards in (
            (first, (self.talks,)),
            (second, (self.details, self.process, self.consultations)),
        ):
            column.setSpacing(CARD_GAP)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._cards.setSpacing(CARD_GAP)
        self._cards.addLayout(first, 4)
        self._cards.addLayout(second, 3)
        content = QWidget()
        whole = QVBoxLayout(content)
        whole.setContentsMargins(28, 18, 28, 20)
        whole.setSpacing(6)
        whole.addLayout(head)
        for label in (self._name, self._facts, self._touch):
            whole.addWidget(label)
        whole.addSpacing(10)
        whole.addLayout(self._cards)
        whole.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(content))


def _button(text: str, name: str, wanted: SignalInstance) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.clicked.connect(wanted)
    return button
