"""Notes a person down, or changes what is known of one."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from second_wind.core.errors.base import KnownError
from second_wind.core.log.drafts import DraftForm
from second_wind.core.log.entries import Consultation, Person, Talk
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.ui.entries.person_form import PersonForm
from second_wind.ui.kit.forms.form_dialog import About, FormDialog
from second_wind.words.base.language import _
from second_wind.words.entries import people as words


class PersonDialog(FormDialog):
    """Asks for a name and takes whatever else is given."""

    def __init__(
        self,
        journal: Journal,
        parent: QWidget | None = None,
        person: Person | None = None,
        named_in: Sequence[Talk | Consultation] = (),
        *,
        is_new: bool = True,
    ) -> None:
        """Show an empty form, or a person; `named_in` are the entries to link to a new one."""
        self._journal = journal
        self._is_new = is_new
        self._named_in = named_in
        self._given = person or Person(day=journal.today(), name="")
        self.form = PersonForm(self._given)
        title = _("Add a person") if is_new else _("Change this person")
        super().__init__(title, words.form_hint(), self.form, parent)
        self.setObjectName("person-dialog")

    def person(self) -> Person:
        """Return the person as they were left."""
        return self.form.person()

    def about(self) -> About:
        """Return the day and, where they are changed, which person it is."""
        return About(DraftForm.PERSON, self._given.day, "" if self._is_new else self._given.id)

    def save(self) -> None:
        """Store the person, linked to the talks that name them."""
        given = self.form.person()
        if not given.name:
            self.object_to(words.name_needed(), self.form.name)
            return
        try:
            if self._is_new:
                linked = [replace(each, person_id=given.id) for each in self._named_in]
                self._journal.store(add=[given], change=linked, name=ActName.PERSON)
            elif self.form.is_changed():
                self._journal.store(change=[given], name=ActName.EDIT)
        except KnownError as error:
            self.explain(error)
        else:
            self.accept()
