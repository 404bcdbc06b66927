"""A person's own page: who they are, the talks, and what else the log knows of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from second_wind.core.log.entries import Consultation, Person, Rejection, Talk
from second_wind.ui.entries.entry_lines import EntryLines
from second_wind.ui.experts.consultations_card import ConsultationsCard
from second_wind.ui.kit.look.card import Card
from second_wind.ui.kit.look.emptied import empty
from second_wind.ui.kit.names.written import Written
from second_wind.ui.kit.window.detail_view import DetailView
from second_wind.ui.people.person_talks import PersonTalks
from second_wind.words.base.language import _
from second_wind.words.base.quoting import isolated
from second_wind.words.entries import people as words
from second_wind.words.entries import rejections as rejection_words


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What the log knows of one person; talks with the latest first."""

    person: Person
    talks: Sequence[Talk]
    rejections: Sequence[Rejection]
    consultations: Sequence[Consultation]
    people: Sequence[Person]


class PersonView(DetailView):
    """Shows what it is told and says what is wanted."""

    rejection_wanted = Signal(object)
    """Carries the `Rejection` to be opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the page without a person."""
        super().__init__(_("‹ All people"), parent)
        self.delete.setToolTip(_("Delete this person; the talks stay, and Ctrl+Z brings both back"))
        self.talks = PersonTalks()
        self.details = Card(_("Who they are"))
        self.process = Card(_("Met on the way to"))
        self.rejections = EntryLines()
        self.rejections.opened.connect(self.rejection_wanted)
        self.process.body.addWidget(self.rejections)
        self.consultations = ConsultationsCard()
        self.lay_out((self.talks,), (self.details, self.process, self.consultations))

    def show_person(self, facts: PersonFacts, today: date, now: datetime) -> None:
        """Show what the log knows of somebody."""
        person = facts.person
        last = max((each.day for each in facts.talks), default=None)
        touch = words.stays_in_touch(person, last, today)
        self.show_head(person.name, words.facts(person), touch)
        self._show_written(person)
        self.talks.stand_at(today)
        self.talks.show_talks(person, facts.talks, facts.people, now)
        self.rejections.show_entries(
            (
                each,
                f"{rejection_words.list_date(each.day)} · {isolated(rejection_words.title(each))}",
            )
            for each in facts.rejections
        )
        self.process.setVisible(bool(facts.rejections))
        self.consultations.show_consultations(facts.consultations, of_person=True)

    def _show_written(self, person: Person) -> None:
        empty(self.details.body)
        written = words.written(person)
        for name, text in written:
            self.details.body.addWidget(Written(name, text))
        self.details.setVisible(bool(written))
