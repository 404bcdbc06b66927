"""People: who was talked to, what came of it, and whom to think of."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from second_wind.core.errors.base import KnownError
from second_wind.core.log.drafts import Draft
from second_wind.core.log.entries import (
    Consultation,
    ConsultationKind,
    GoodNews,
    Person,
    Talk,
)
from second_wind.core.people.people import LATER, FollowUp, next_follow_up
from second_wind.journal.journal import Journal
from second_wind.ui.entries.entry_lines import EntryLines
from second_wind.ui.today.cards.activity_card import ActivityCard
from second_wind.ui.today.cards.follow_up_line import FollowUpLine
from second_wind.words.base.language import _, pgettext
from second_wind.words.entries import cards as words
from second_wind.words.entries import consultations as consultation_words
from second_wind.words.entries import people as people_words

if TYPE_CHECKING:
    from second_wind.ui.entries.talk_editor import TalkEditor


class PeopleCard(ActivityCard):
    """The day's talks, and on today one line for a follow-up that is due."""

    kind = Talk
    line = staticmethod(words.talk)
    person_requested = Signal(str)
    """Carries the id of a person to be opened."""
    done = Signal(str)
    """Carries a sentence that says what was done."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        """Make the card."""
        super().__init__(journal, pgettext("heading", "People"), "P", parent)
        self._talks: TalkEditor | None = None
        self.follow_up = FollowUpLine()
        self.follow_up.talk_wanted.connect(self.ask_about)
        self.follow_up.later_wanted.connect(self._put_off)
        self.follow_up.person_wanted.connect(self._open_person)
        self.body.addWidget(self.follow_up)
        self.asked = EntryLines()
        self.asked.opened.connect(self._open_consultation)
        self.lay_out_list(_("I talked to someone"), "add-talk", self.asked)
        self.expert = QPushButton(consultation_words.ask())
        self.expert.setObjectName("ask-expert-today")
        self.expert.setProperty("role", "quiet")
        self.expert.clicked.connect(self._ask_expert)
        self.body.insertWidget(
            self.body.count() - 1, self.expert, alignment=Qt.AlignmentFlag.AlignLeading
        )

    def make_form(self) -> "TalkEditor":
        """Return the form, hidden."""
        from second_wind.ui.entries.talk_editor import TalkEditor

        self._talks = TalkEditor()
        self._talks.set_people(self.journal.entries(Person))
        return self._talks

    def show_summary(self) -> None:
        """Name whom to think of, and know whom a name belongs to."""
        people = self.journal.entries(Person)
        if self._talks is not None:
            self._talks.set_people(people)
        self.follow_up.show_follow_up(self._due(people))
        asked = self.day.consultations
        self.asked.show_entries((each, consultation_words.line(each)) for each in asked)

    def take_draft(self, draft: Draft) -> None:
        """Open the form with a talk that was being written down."""
        self._begin_with(None)
        super().take_draft(draft)

    def ask(self) -> None:
        """Open the form for a new talk."""
        self._begin_with(None)
        super().ask()

    def ask_about(self, person: Person) -> None:
        """Open the form for a talk with somebody."""
        self._begin_with(person)
        super().ask()

    def _begin_with(self, person: Person | None) -> None:
        """Let a talk that is going to be written down be one with this person."""
        form = self.editor
        assert form is self._talks
        self._talks.begin_with(person)

    def _ask_expert(self) -> None:
        about = Consultation(day=self.day.day, kind=ConsultationKind.FEEDBACK)
        self._open_consultation(about, is_new=True)

    def _open_consultation(self, consultation: Consultation, *, is_new: bool = False) -> None:
        from second_wind.ui.experts.consultation_dialog import ConsultationDialog  # seldom needed

        dialog = ConsultationDialog(self.journal, self.window(), consultation, is_new=is_new)
        dialog.exec()
        if dialog.done_sentence:
            self.done.emit(dialog.done_sentence)
        dialog.deleteLater()

    def _due(self, people: Sequence[Person]) -> FollowUp | None:
        if not self.is_today() or all(each.keep_in_touch is None for each in people):
            return None
        return next_follow_up(
            people,
            self.journal.latest_talks(),
            self.journal.entries(GoodNews),
            self.today(),
            rests=self.day.rest is not None,
            put_off=dict(self.journal.settings.put_off),
        )

    def _put_off(self, person: Person) -> None:
        today = self.today()
        until = today + LATER
        settings = self.journal.settings.putting_off(person.id, until, today)
        try:
            self.journal.change_settings(settings)
        except KnownError as error:
            self.failed.emit(error)
        else:
            self.setFocus()
            self.done.emit(people_words.rests_until(person, until))

    def _open_person(self, person: Person) -> None:
        self.person_requested.emit(person.id)
