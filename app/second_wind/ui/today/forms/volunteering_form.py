"""The form of volunteering: hours, where, what was practised, who was met."""

from dataclasses import replace
from datetime import date, time

from PySide6.QtWidgets import QWidget

from second_wind.core.log.drafts import DraftForm
from second_wind.core.log.entries import Volunteering
from second_wind.ui.entries.editor import EntryEditor, Timed
from second_wind.ui.kit.fields.number_field import NumberField, hours
from second_wind.ui.kit.fields.typed import Line
from second_wind.words.base.language import _, pgettext

_LIKELY_MINUTES = 60


class VolunteeringEditor(EntryEditor):
    """Hours, organisation, what was practised, who was met."""

    form = DraftForm.VOLUNTEERING

    def __init__(self) -> None:
        """Make the form."""
        super().__init__()
        self._hours = NumberField(hours())
        self._organisation, self._practised, self._met = Line(), Line(), Line()
        self.add_field(pgettext("field", "Hours"), self._hours)
        self.add_field(pgettext("field", "Organisation"), self._organisation)
        self.add_field(_("What you practised"), self._practised)
        self.add_field(_("Who you met"), self._met)
        self.name_fields(hours=self._hours, organisation=self._organisation)
        self.name_fields(practised=self._practised, met=self._met)

    def first_field(self) -> QWidget:
        """Return the hours, selected."""
        self._hours.selectAll()
        return self._hours

    def clear(self) -> None:
        """Offer an hour."""
        self._hours.show_number(_LIKELY_MINUTES)
        for field in (self._organisation, self._practised, self._met):
            field.clear()

    def show_entry(self, entry: Timed) -> None:
        """Set the fields to an entry."""
        assert isinstance(entry, Volunteering)
        self._hours.show_number(entry.minutes)
        self._organisation.setText(entry.organisation)
        self._practised.setText(entry.practised)
        self._met.setText(entry.met)

    def made(self, day: date, at: time | None) -> Timed:
        """Return the entry that the fields say."""
        base = self.entry
        entry = base if isinstance(base, Volunteering) else Volunteering(day=day, minutes=1)
        return replace(
            entry,
            day=day,
            at=at,
            minutes=self._hours.whole(),
            organisation=self._organisation.text().strip(),
            practised=self._practised.text().strip(),
            met=self._met.text().strip(),
        )
