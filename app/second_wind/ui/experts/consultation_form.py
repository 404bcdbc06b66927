"""The form of a question to an expert: what was asked of whom, and what they said."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QCheckBox, QWidget

from second_wind.core.log.entries import Consultation, ConsultationKind, Person, Rejection
from second_wind.ui.kit.fields.day_edit import DayEdit
from second_wind.ui.kit.forms.form import Form, as_line, choice, text_box
from second_wind.ui.kit.names.person_field import PersonField
from second_wind.words.base.language import _, pgettext, short_date
from second_wind.words.base.quoting import isolated
from second_wind.words.entries import consultations as words
from second_wind.words.entries import rejections as rejection_words

_NONE = ""


class ConsultationForm(Form):
    """Shows a question and gives it back as it was left."""

    def __init__(
        self,
        consultation: Consultation,
        people: Sequence[Person],
        rejections: Sequence[Rejection],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        """Show a question; rejections are offered newest first, given oldest first."""
        super().__init__(parent)
        self._shown = consultation
        self.kind = choice("kind", [(each, words.asked_for(each)) for each in ConsultationKind])
        self.day = DayEdit(consultation.day)
        self.day.setObjectName("day")
        self.person = PersonField()
        as_line(self.person, "person")
        self.person.set_people(people)
        self.rejection = choice("rejection", _offered(rejections, consultation.rejection))
        self.note = text_box("note")
        self.is_answered = QCheckBox(pgettext("field", "They answered"))
        self.is_answered.setObjectName("is-answered")
        self.received = DayEdit(consultation.received or today)
        self.received.setObjectName("received")
        self.said = text_box("said")
        for box in (self.note, self.said):
            box.grown.connect(self.grown)
        self.settle(self.kind, self.day, self.rejection, self.received)
        self._fill(consultation)
        self._lay_out()

    def first_field(self) -> QWidget:
        """Return what was asked for; for one that waits, whether they answered."""
        waits = bool(self._shown.logged_at) and self._shown.received is None
        return self.is_answered if waits else self.kind

    def consultation(self) -> Consultation:
        """Return what the form says."""
        answered = self.is_answered.isChecked()
        return replace(
            self._shown,
            kind=ConsultationKind(self.kind.value()),
            day=self.day.day(),
            person=self.person.name(),
            person_id=self.person.person_id(),
            rejection=self.rejection.value(),
            note=self.note.toPlainText().strip(),
            received=self.received.day() if answered else None,
            said=self.said.toPlainText().strip() if answered else "",
        )

    def is_changed(self) -> bool:
        """Tell whether the form says something else than what it was given."""
        return self.consultation() != self._shown

    def _fill(self, consultation: Consultation) -> None:
        self.kind.choose(consultation.kind)
        self.person.show_person(consultation.person, consultation.person_id)
        self.rejection.choose(consultation.rejection)
        self.note.setPlainText(consultation.note)
        self.said.setPlainText(consultation.said)
        self.is_answered.setChecked(consultation.received is not None)
        self.is_answered.toggled.connect(self._show_answer)

    def _lay_out(self) -> None:
        grid = self.lay_out(
            (
                ((_("What you asked for"), self.kind), (pgettext("field", "Asked on"), self.day)),
                (
                    (pgettext("field", "Whom"), self.person),
                    (_("After which rejection"), self.rejection),
                ),
                ((_("What you asked"), self.note),),
                (("", self.is_answered),),
                ((pgettext("field", "Received on"), self.received),),
                ((_("What they said"), self.said),),
            )
        )
        self._answer: list[QWidget] = []
        for row in (8, 9, 10, 11):
            item = grid.itemAtPosition(row, 0)
            if item is not None and (widget := item.widget()) is not None:
                self._answer.append(widget)
        self._show_answer(self.is_answered.isChecked())

    def _show_answer(self, answered: bool) -> None:
        for each in self._answer:
            each.setVisible(answered)
        if answered:
            self.grown.emit()


def _offered(rejections: Sequence[Rejection], chosen: str) -> list[tuple[str, str]]:
    """Return the rejections to choose from; a link that leads nowhere now is kept."""
    offered = [
        (each.id, f"{short_date(each.day)} · {isolated(rejection_words.title(each))}")
        for each in reversed(rejections)
    ]
    if chosen and all(key != chosen for key, _text in offered):
        offered.append((chosen, _("A rejection that was deleted")))
    return [(_NONE, _("No one rejection")), *offered]
