"""Logs a question to an expert, or what they answered."""

from PySide6.QtWidgets import QWidget

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.entry_errors import AnsweredBeforeAsked, DayNotReached, InvalidDay
from second_wind.core.log.drafts import DraftForm
from second_wind.core.log.entries import AnyEntry, Consultation, ConsultationKind, Person, Rejection
from second_wind.journal.journal import Journal
from second_wind.ui.entries.logging_dialog import LoggingDialog
from second_wind.ui.experts.consultation_form import ConsultationForm
from second_wind.words.base.language import _
from second_wind.words.entries import consultations as words
from second_wind.words.errors.sentences import sentence


class ConsultationDialog(LoggingDialog):
    """Asks what was asked for; an answer can be added, and the whole be deleted."""

    draft = DraftForm.CONSULTATION

    def __init__(
        self,
        journal: Journal,
        parent: QWidget | None = None,
        consultation: Consultation | None = None,
        *,
        is_new: bool = True,
    ) -> None:
        """Show a question that may be filled in already, such as whom it goes to."""
        today = journal.today()
        shown = consultation or Consultation(day=today, kind=ConsultationKind.FEEDBACK)
        people, rejections = journal.entries(Person), journal.entries(Rejection)
        self.form = ConsultationForm(shown, people, rejections, today)
        said = (
            words.title() if is_new else _("Change this question"),
            _("Log it when you ask; add what they said when it comes."),
        )
        super().__init__(journal, parent, shown, self.form, said, is_new=is_new)
        self.setObjectName("consultation-dialog")
        self.offer_deletion()

    def given(self) -> Consultation:
        """Return the question and what they said."""
        return self.form.consultation()

    def said_of_new(self, _given: AnyEntry) -> str:
        """Return that an answer can be added."""
        return _("Saved. What they say can be added when it comes.")

    def said_of_deleted(self) -> str:
        """Return that the question is gone."""
        return _("The question was deleted.")

    def explain(self, error: KnownError) -> None:
        """Say what can't be stored, at the day that is wrong."""
        field = None
        if isinstance(error, AnsweredBeforeAsked):
            field = self.form.received
        elif isinstance(error, DayNotReached | InvalidDay):
            is_asked = self.form.day.day() > self._journal.today()
            field = self.form.day if is_asked else self.form.received
        self.object_to(sentence(error), field)
