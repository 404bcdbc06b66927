"""The form of movement: minutes and kind."""

from dataclasses import replace
from datetime import date, time

from PySide6.QtWidgets import QWidget

from second_wind.core.log.drafts import DraftForm
from second_wind.core.log.entries import Exercise
from second_wind.ui.entries.editor import EntryEditor, Timed
from second_wind.ui.kit.fields import number_field
from second_wind.ui.kit.fields.number_field import NumberField
from second_wind.ui.kit.fields.typed import Line
from second_wind.words.base.language import _, pgettext

_LIKELY_MINUTES = 20


class ExerciseEditor(EntryEditor):
    """Minutes and kind of movement."""

    form = DraftForm.EXERCISE

    def __init__(self) -> None:
        """Make the form."""
        super().__init__()
        self._minutes = NumberField(number_field.minutes())
        self._minutes.setObjectName("exercise-minutes")
        self._kind = Line()
        self._kind.setPlaceholderText(_("walk, swim, …"))
        self.add_field(pgettext("field", "Minutes"), self._minutes)
        self.add_field(pgettext("field", "Kind"), self._kind, wide=True)
        self.name_fields(kind=self._kind)

    def first_field(self) -> QWidget:
        """Return the minutes, selected, so that Enter takes 20 and a number replaces them."""
        self._minutes.selectAll()
        return self._minutes

    def clear(self) -> None:
        """Offer 20 minutes."""
        self._minutes.show_number(_LIKELY_MINUTES)
        self._kind.clear()

    def show_entry(self, entry: Timed) -> None:
        """Set the fields to an entry."""
        assert isinstance(entry, Exercise)
        self._minutes.show_number(entry.minutes)
        self._kind.setText(entry.kind)

    def made(self, day: date, at: time | None) -> Timed:
        """Return the entry that the fields say."""
        base = self.entry
        entry = base if isinstance(base, Exercise) else Exercise(day=day, minutes=1)
        kind = self._kind.text().strip()
        return replace(entry, day=day, at=at, minutes=self._minutes.whole(), kind=kind)
