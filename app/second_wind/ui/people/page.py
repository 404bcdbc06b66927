"""People: those met on the way and those to lean on, and a page for each one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from second_wind.core.errors.base import KnownError
from second_wind.core.log.entries import (
    AnyEntry,
    Consultation,
    ConsultationKind,
    Person,
    Rejection,
    Talk,
)
from second_wind.core.people.people import (
    Directory,
    Mention,
    due,
    last_talks,
    mentioned,
    openings,
    talks_of,
)
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName, Changes, Noun
from second_wind.ui.kit.window.page import Page, fill
from second_wind.ui.people.people_list import PeopleList
from second_wind.ui.people.person_view import PersonFacts, PersonView
from second_wind.words.entries import people as words

_SHOWN = (Noun.PERSON, Noun.TALK, Noun.CONSULTATION, Noun.REJECTION, Noun.SETTING)


class PeoplePage(Page):
    """Shows the list, or one person."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        """Make the page; it shows the list when it is first seen."""
        super().__init__(parent)
        self._journal = journal
        self._people: list[Person] = []
        self._shown = ""
        self.list = PeopleList()
        self.view = PersonView()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.view)
        fill(self, self._stack)
        self._connect()

    def affected_by(self, changes: Changes) -> bool:
        """Tell whether a change alters what the page shows."""
        return changes.touch(*_SHOWN)

    def refresh(self) -> None:
        """Show what the journal holds now."""
        self._people = self._journal.entries(Person)
        self._show_list()
        if self._shown:
            self._show_person()

    def visit(self, what: date | str) -> None:
        """Open a person's own page; the list where there is no such person."""
        if not self._is_stored():
            return
        self._people = self._journal.entries(Person)
        self._shown = str(what)
        self._show_person()
        if self._shown:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_keyboard(self) -> None:
        """Begin where arrows, Enter and Esc act."""
        listed = self.list.tree if self._people else self
        target = self.view if self._shown else listed
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def store_now(self) -> None:
        """Store the talk that was typed and not yet stored."""
        self.view.talks.store_now()

    def show_list(self) -> None:
        """Go back to the list, to whom was open."""
        key, self._shown = self._shown, ""
        self._stack.setCurrentWidget(self.list)
        self.list.tree.select(key)
        target = self.list.tree if self.list.tree.isVisible() else self.list.add
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_showing(self) -> str:
        """Return the id of the person who is open, empty in the list."""
        return self._shown

    # Showing

    def _show_list(self) -> None:
        directory, today = Directory(self._people), self._journal.today()
        talks = self._journal.entries(Talk)
        asked = self._journal.entries(Consultation)
        waiting = due(self._people, talks, today)
        self.list.show_people(self._people, last_talks(directory, talks), waiting, today)
        self.list.show_besides(mentioned(directory, [*talks, *asked]), openings(talks), directory)

    def _current(self) -> Person | None:
        return next((each for each in self._people if each.id == self._shown), None)

    def _show_person(self) -> None:
        person = self._current()
        if person is None:
            self.show_list()
            return
        directory = Directory(self._people)
        talks = talks_of(person, directory, self._journal.entries(Talk))
        asked = [e for e in self._journal.entries(Consultation) if directory.of(e) == person]
        process = [e for e in self._journal.entries(Rejection) if person.id in e.people]
        facts = PersonFacts(person, talks[::-1], process[::-1], asked, self._people)
        self.view.show_person(facts, self._journal.today(), self._journal.now())
        self._stack.setCurrentWidget(self.view)

    # Acts

    def _go_back(self) -> None:
        if self._is_stored():
            self.show_list()

    def _is_stored(self) -> bool:
        """Store what was typed; tell whether that went well, else the person was told why not."""
        self.store_now()
        return not self.view.talks.editor.is_touched()

    def _add(self) -> None:
        self._ask_for(None)

    def _edit(self) -> None:
        person = self._current()
        if person is not None:
            self._ask_for(person)

    def _ask_for(self, person: Person | None) -> None:
        from second_wind.ui.entries.person_dialog import PersonDialog

        dialog = PersonDialog(self._journal, self.window(), person, is_new=person is None)
        if dialog.exec() == QDialog.DialogCode.Accepted and person is None:
            self.done.emit(words.added(dialog.given().name))
            self.list.tree.select(dialog.given().id)
        dialog.deleteLater()

    def _add_mention(self, mention: Mention) -> None:
        """Make a person of a name, linked to all that names them, as one act."""
        person = Person(day=mention.first_day, name=mention.name, kind=mention.kind)
        linked = [replace(each, person_id=person.id) for each in mention.entries]
        if self._store(ActName.PERSON, add=[person], change=linked):
            self.done.emit(words.added(person.name))

    def _delete(self) -> None:
        person = self._current()
        if person is not None and self._store(ActName.DELETE, delete=[person]):
            self.show_list()
            self.done.emit(words.deleted(person.name))

    def _store_talk(self, talk: Talk) -> None:
        is_new = self.view.talks.editor.entry is None
        done = (
            self._store(ActName.TALK, add=[talk])
            if is_new
            else self._store(ActName.EDIT, change=[talk])
        )
        if done:
            self.view.talks.close_form()

    def _remove_talk(self, talk: Talk) -> None:
        if self._store(ActName.DELETE, delete=[talk]):
            self.view.talks.close_form()

    def _ask_expert(self) -> None:
        person = self._current()
        about = Consultation(
            day=self._journal.today(),
            kind=ConsultationKind.FEEDBACK if person else ConsultationKind.RESUME_REVIEW,
            person=person.name if person else "",
            person_id=person.id if person else "",
        )
        self._open_consultation(about, is_new=True)

    def _mend_consultation(self, consultation: Consultation) -> None:
        self._open_consultation(consultation, is_new=False)

    def _open_consultation(self, consultation: Consultation, *, is_new: bool) -> None:
        from second_wind.ui.experts.consultation_dialog import ConsultationDialog

        dialog = ConsultationDialog(self._journal, self.window(), consultation, is_new=is_new)
        dialog.exec()
        if dialog.done_sentence:
            self.done.emit(dialog.done_sentence)
        dialog.deleteLater()

    def _store(
        self,
        name: ActName,
        *,
        add: Iterable[AnyEntry] = (),
        change: Iterable[AnyEntry] = (),
        delete: Sequence[AnyEntry] = (),
    ) -> bool:
        try:
            self._journal.store(add=add, change=change, delete=delete, name=name)
        except KnownError as error:
            self.failed.emit(error)
            return False
        return True

    def _open_rejection(self, rejection: Rejection) -> None:
        self.rejection_requested.emit(rejection.id)

    def _connect(self) -> None:
        self.list.add_wanted.connect(self._add)
        self.list.ask_wanted.connect(self._ask_expert)
        self.list.tree.person_opened.connect(self.visit)
        self.list.mentions.added.connect(self._add_mention)
        self.list.openings.day_requested.connect(self.day_requested)
        self.view.back_wanted.connect(self._go_back)
        self.view.edit_wanted.connect(self._edit)
        self.view.delete_wanted.connect(self._delete)
        self.view.rejection_wanted.connect(self._open_rejection)
        self.view.talks.stored.connect(self._store_talk)
        self.view.talks.removed.connect(self._remove_talk)
        self.view.consultations.ask_wanted.connect(self._ask_expert)
        self.view.consultations.opened.connect(self._mend_consultation)
