"""Logs a rejection, or changes one. The one dialog that stays a moment after it has stored."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.entry_errors import DayNotReached, InvalidDay
from second_wind.core.log.drafts import DraftForm
from second_wind.core.log.entries import Person, Rejection
from second_wind.core.people.themes import used
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.ui.kit.forms.form_dialog import About, FormDialog
from second_wind.ui.rejections.after.after_rejection import AfterRejection
from second_wind.ui.rejections.rejection_form import RejectionForm
from second_wind.words.base.language import _
from second_wind.words.entries import rejections as words
from second_wind.words.errors.sentences import sentence


class RejectionDialog(FormDialog):
    """Asks for one day and takes whatever else is given."""

    day_requested = Signal(object)
    """The person wants to see a day in Today."""

    def __init__(
        self,
        journal: Journal,
        parent: QWidget | None = None,
        rejection: Rejection | None = None,
        shown_lines: set[int] | None = None,
    ) -> None:
        """Show an empty form, or a rejection to change.

        `shown_lines` holds the reframing lines of the day; the one that is shown is added to it.
        """
        self._journal = journal
        self._is_new = rejection is None
        self._changed = rejection.id if rejection else ""
        self._shown_lines = set() if shown_lines is None else shown_lines
        self.form = RejectionForm(
            rejection or Rejection(day=journal.today()),
            journal.entries(Person),
            used(journal.entries(Rejection)),
            is_new=self._is_new,
        )
        self.after: AfterRejection | None = None
        title = _("Log a rejection") if self._is_new else _("Change this rejection")
        super().__init__(title, words.form_hint(), self.form, parent)
        self.setObjectName("rejection-dialog")

    def save(self) -> None:
        """Store what the form says; say what is wrong where it can't be."""
        given, people = self.form.rejection(), self.form.new_people()
        try:
            if self._is_new:
                self._journal.store(add=[*people, given], name=ActName.REJECTION)
            elif self.form.is_changed():
                self._journal.store(add=people, change=[given], name=ActName.EDIT)
        except KnownError as error:
            self.explain(error)
            return
        if self._is_new:
            self._show_after(given)
        else:
            self.accept()

    def about(self) -> About:
        """Return the day and, where one is changed, which rejection it is."""
        return About(DraftForm.REJECTION, self.form.day.day(), self._changed)

    def is_in_work(self) -> bool:
        """Tell whether the form is shown, and not yet what follows it."""
        return self.after is None and super().is_in_work()

    def explain(self, error: KnownError) -> None:
        """Say what can't be stored, at the day if that is what is wrong."""
        is_of_day = isinstance(error, DayNotReached | InvalidDay)
        self.object_to(sentence(error), self.form.day if is_of_day else None)

    def reject(self) -> None:
        """Close; ask first if something was written that is not stored."""
        if self.after is not None:
            self._finish()
        else:
            super().reject()

    # Afterwards

    def _show_after(self, stored: Rejection) -> None:
        self.notice.hide()
        self.leave_question.hide()
        self.buttons.hide()
        self.after = AfterRejection(self._journal, stored, self._shown_lines)
        self.after.finished.connect(self._finish)
        self.after.failed.connect(self.explain)
        self.after.day_requested.connect(self._open_day)
        self.stack.addWidget(self.after)
        self.stack.setCurrentIndex(1)
        self.after.begin()

    def _finish(self) -> None:
        if self.after is not None:
            self.after.store_feelings()
        self.accept()

    def _open_day(self, day: object) -> None:
        self._finish()
        self.day_requested.emit(day)
