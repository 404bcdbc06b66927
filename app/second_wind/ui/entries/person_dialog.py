"""Notes a person down, or changes what is known of one."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from second_wind.core.log.drafts import DraftForm
from second_wind.core.log.entries import AnyEntry, Consultation, Person, Talk
from second_wind.journal.journal import Journal
from second_wind.ui.entries.logging_dialog import LoggingDialog
from second_wind.ui.entries.person_form import PersonForm
from second_wind.words.base.language import _
from second_wind.words.entries import people as words


class PersonDialog(LoggingDialog):
    """Asks for a name and takes whatever else is given."""

    draft = DraftForm.PERSON

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
        self._named_in = named_in
        shown = person or Person(day=journal.today(), name="")
        self.form = PersonForm(shown)
        said = _("Add a person") if is_new else _("Change this person"), words.form_hint()
        super().__init__(journal, parent, shown, self.form, said, is_new=is_new)
        self.setObjectName("person-dialog")

    def given(self) -> Person:
        """Return the person as they were left."""
        return self.form.person()

    def is_refused(self, _given: AnyEntry) -> bool:
        """Ask for a name where there is none."""
        if self.given().name:
            return False
        self.object_to(_("Give a name, then it can be saved."), self.form.name)
        return True

    def linked(self, given: AnyEntry) -> Sequence[AnyEntry]:
        """Return the entries that name a new person, linked to them."""
        return [replace(each, person_id=given.id) for each in self._named_in]
