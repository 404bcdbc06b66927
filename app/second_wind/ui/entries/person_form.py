"""The form of a person: a name that is needed, and all that may be added."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from second_wind.core.log.entries import MOST_DAYS_IN_TOUCH, Person, TalkKind
from second_wind.ui.kit.fields.day_edit import DayEdit
from second_wind.ui.kit.fields.number_field import NumberField, count
from second_wind.ui.kit.forms.form import Form, choice, line, text_box
from second_wind.words.base import labels
from second_wind.words.base.language import _, pgettext
from second_wind.words.entries import people as words

_NEVER, _OTHER = "", "other"


class PersonForm(Form):
    """Shows a person and gives them back as they were left."""

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        """Show a person."""
        super().__init__(parent)
        self._shown = person
        self.name, self.organisation, self.role = line("name"), line("organisation"), line("role")
        self.how_met, self.contact = line("how-met"), line("contact")
        self.kind = choice("kind", [(each, labels.talk_kind(each)) for each in TalkKind])
        self.interval = IntervalField()
        self.day = DayEdit(person.day)
        self.day.setObjectName("day")
        self.lean_on = QCheckBox(_("Somebody to lean on: Support names them first"))
        self.lean_on.setObjectName("lean-on")
        self.note = text_box("note")
        self.note.grown.connect(self.grown)
        self.settle(self.day, self.kind, *self.interval.fields())
        self._fill(person)
        self._lay_out()

    def first_field(self) -> QWidget:
        """Return the name."""
        return self.name

    def person(self) -> Person:
        """Return what the form says."""
        return replace(
            self._shown,
            day=self.day.day(),
            name=" ".join(self.name.text().split()),
            kind=TalkKind(self.kind.value()),
            organisation=self.organisation.text().strip(),
            role=self.role.text().strip(),
            how_met=self.how_met.text().strip(),
            contact=self.contact.text().strip(),
            keep_in_touch=self.interval.days(),
            lean_on=self.lean_on.isChecked(),
            note=self.note.toPlainText().strip(),
        )

    def is_changed(self) -> bool:
        """Tell whether the form says something else than what it was given."""
        return self.person() != self._shown

    def _fill(self, person: Person) -> None:
        self.name.setText(person.name)
        self.kind.choose(person.kind)
        self.organisation.setText(person.organisation)
        self.role.setText(person.role)
        self.how_met.setText(person.how_met)
        self.contact.setText(person.contact)
        self.interval.show_days(person.keep_in_touch)
        self.lean_on.setChecked(person.lean_on)
        self.note.setPlainText(person.note)

    def _lay_out(self) -> None:
        self.lay_out(
            (
                ((pgettext("field", "Name"), self.name), (_("Who they are"), self.kind)),
                (
                    (pgettext("field", "Organisation"), self.organisation),
                    (pgettext("field", "Role"), self.role),
                ),
                ((_("How you met"), self.how_met), (pgettext("field", "Contact"), self.contact)),
                ((_("Keep in touch"), self.interval), (_("Met or noted on"), self.day)),
                (("", self.lean_on),),
                ((pgettext("field", "Notes"), self.note),),
            )
        )


class IntervalField(QWidget):
    """After how much time without a talk to think of somebody: offered, or a number of days."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the field, saying never."""
        super().__init__(parent)
        offered = [(str(days), words.interval(days)) for days in words.INTERVALS]
        self.choice = choice(
            "interval",
            [
                (_NEVER, pgettext("choice", "No reminder")),
                *offered,
                (_OTHER, _("Another number of days…")),
            ],
        )
        self.choice.currentIndexChanged.connect(self._show_number)
        self.number = NumberField(count("keep in touch", 1, MOST_DAYS_IN_TOUCH))
        self.number.setObjectName("interval-days")
        self.number.show_number(1)
        self.number.setAccessibleName(pgettext("field", "Days"))
        self._unit = QLabel(pgettext("field", "days"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choice, 1)
        row.addWidget(self.number)
        row.addWidget(self._unit)
        self.setFocusProxy(self.choice)
        self._show_number()

    def fields(self) -> tuple[QWidget, QWidget]:
        """Return the two fields."""
        return self.choice, self.number

    def setAccessibleName(self, name: str) -> None:
        """Name the list."""
        super().setAccessibleName(name)
        self.choice.setAccessibleName(name)

    def show_days(self, days: int | None) -> None:
        """Show an interval, None for never."""
        if days is None:
            self.choice.choose(_NEVER)
        elif days in words.INTERVALS:
            self.choice.choose(str(days))
        else:
            self.choice.choose(_OTHER)
            self.number.show_number(days)

    def days(self) -> int | None:
        """Return the interval, None for never."""
        chosen = self.choice.value()
        if chosen == _OTHER:
            return self.number.whole()
        return int(chosen) if chosen else None

    def _show_number(self) -> None:
        is_own = self.choice.value() == _OTHER
        self.number.setVisible(is_own)
        self._unit.setVisible(is_own)
