"""A dialog that logs one entry, changes it or deletes it: each kind in the same way."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from second_wind.core.errors.base import KnownError
from second_wind.core.log.drafts import DraftForm
from second_wind.core.log.entries import AnyEntry
from second_wind.core.log.kinds import KIND_OF, ActName
from second_wind.journal.journal import Journal
from second_wind.ui.kit.forms.form import Form
from second_wind.ui.kit.forms.form_dialog import About, FormDialog
from second_wind.words.base.language import pgettext


class LoggingDialog(FormDialog):
    """The base of the dialogs of one kind; a subclass makes the form and reads it.

    Attributes
    ----------
    done_sentence : str
        What is said once it closed; may be empty.
    """

    draft = DraftForm.ENTRY

    def __init__(
        self,
        journal: Journal,
        parent: QWidget | None,
        shown: AnyEntry,
        form: Form,
        said: tuple[str, str],
        *,
        is_new: bool = False,
    ) -> None:
        """Show an entry, with a title and a hint; one that is new is not stored yet."""
        self._journal, self._shown, self._is_new = journal, shown, is_new
        self.done_sentence = ""
        super().__init__(*said, form, parent)
        self.delete_button: QPushButton | None = None

    # What a subclass provides

    def given(self) -> AnyEntry:
        """Return the entry as the form says it."""
        raise NotImplementedError

    def is_refused(self, _given: AnyEntry) -> bool:
        """Say what is missing, if anything is, and tell whether it is."""
        return False

    def linked(self, _given: AnyEntry) -> Sequence[AnyEntry]:
        """Return what changes together with a new entry."""
        return ()

    def said_of_new(self, _given: AnyEntry) -> str:
        """Return what is said once a new entry was stored."""
        return ""

    def said_of_deleted(self) -> str:
        """Return what is said once it was deleted."""
        return ""

    # What all do

    def save(self) -> None:
        """Store what the form says; say what is wrong where it can't be."""
        given = self.given()
        if self.is_refused(given):
            return
        try:
            if self._is_new:
                act = KIND_OF[type(given)].act
                self._journal.store(add=[given], change=self.linked(given), name=act)
                self.done_sentence = self.said_of_new(given)
            elif self._form.is_changed():
                self._journal.store(change=[given], name=ActName.EDIT)
        except KnownError as error:
            self.explain(error)
        else:
            self.accept()

    def about(self) -> About:
        """Return the day and, where one is changed, which entry it is."""
        return About(self.draft, self._shown.day, "" if self._is_new else self._shown.id)

    def offer_deletion(self) -> None:
        """Offer to delete what is changed."""
        if not self._is_new:
            self.delete_button = self.add_button(pgettext("button", "Delete"), "delete")
            self.delete_button.clicked.connect(self.delete)

    def delete(self) -> None:
        """Delete what was opened."""
        try:
            self._journal.store(delete=[self._shown], name=ActName.DELETE)
        except KnownError as error:
            self.explain(error)
        else:
            self.done_sentence = self.said_of_deleted()
            self.accept()
