"""Logs a question to an expert, or what they answered."""

from PySide6.QtWidgets import QPushButton, QWidget

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.entry_errors import AnsweredBeforeAsked, DayNotReached, InvalidDay
from second_wind.core.log.drafts import DraftForm
from second_wind.core.log.entries import Consultation, ConsultationKind, Person, Rejection
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.ui.experts.consultation_form import ConsultationForm
from second_wind.ui.kit.forms.form_dialog import About, FormDialog
from second_wind.words.base.language import _
from second_wind.words.entries import consultations as words
from second_wind.words.errors.sentences import sentence


class ConsultationDialog(FormDialog):
    """Asks what was asked for; an answer can be added, and the whole be deleted."""

    def __init__(
        self,
        journal: Journal,
        parent: QWidget | None = None,
        consultation: Consultation | None = None,
        *,
        is_new: bool = True,
    ) -> None:
        """Show a question that may be filled in already, such as whom it goes to."""
        self._journal = journal
        self._is_new = is_new
        self.done_sentence = ""
        blank = Consultation(day=journal.today(), kind=ConsultationKind.FEEDBACK)
        self._given = consultation or blank
        people, rejections = journal.entries(Person), journal.entries(Rejection)
        self.form = ConsultationForm(self._given, people, rejections, journal.today())
        title = words.title() if is_new else _("Change this question")
        super().__init__(title, words.form_hint(), self.form, parent)
        self.setObjectName("consultation-dialog")
        self.delete_button: QPushButton | None = None
        if not is_new:
            self.delete_button = self.add_button(_("Delete"), "delete")
            self.delete_button.clicked.connect(self._delete)

    def save(self) -> None:
        """Store the question and what they said."""
        given = self.form.consultation()
        try:
            if self._is_new:
                self._journal.store(add=[given], name=ActName.CONSULTATION)
                self.done_sentence = words.stored()
            elif self.form.is_changed():
                self._journal.store(change=[given], name=ActName.EDIT)
        except KnownError as error:
            self.explain(error)
        else:
            self.accept()

    def about(self) -> About:
        """Return the day and, where it is changed, which question it is."""
        entry = "" if self._is_new else self._given.id
        return About(DraftForm.CONSULTATION, self._given.day, entry)

    def explain(self, error: KnownError) -> None:
        """Say what can't be stored, at the day that is wrong."""
        field = None
        if isinstance(error, AnsweredBeforeAsked):
            field = self.form.received
        elif isinstance(error, DayNotReached | InvalidDay):
            is_asked = self.form.day.day() > self._journal.today()
            field = self.form.day if is_asked else self.form.received
        self.object_to(sentence(error), field)

    def _delete(self) -> None:
        try:
            self._journal.store(delete=[self._given], name=ActName.DELETE)
        except KnownError as error:
            self.explain(error)
        else:
            self.done_sentence = words.deleted()
            self.accept()
