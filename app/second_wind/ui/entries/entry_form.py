"""A form for any entry, made from a table of its fields."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from second_wind.core.log.entries import AnyEntry
from second_wind.ui.entries.entry_fields import fields
from second_wind.ui.kit.fields.choice_box import ChoiceBox
from second_wind.ui.kit.fields.day_edit import DayEdit
from second_wind.ui.kit.fields.number_field import NumberField
from second_wind.ui.kit.fields.text_box import TextBox
from second_wind.ui.kit.forms.form import Form
from second_wind.words.base.language import pgettext


class EntryForm(Form):
    """Shows an entry and gives it back as the person left it."""

    def __init__(self, entry: AnyEntry, parent: QWidget | None = None) -> None:
        """Show an entry of a kind that the table knows."""
        super().__init__(parent)
        self._shown = entry
        self._fields = [(each, each.make()) for each in fields()[type(entry)]]
        self.day = DayEdit(entry.day)
        for each, widget in self._fields:
            widget.setObjectName(each.name)
            each.show(widget, getattr(entry, each.name))
            if isinstance(widget, TextBox):
                widget.grown.connect(self.grown)
        self._as_shown = self._said()
        self._lay_out()

    def entry(self) -> AnyEntry:
        """Return what the form says."""
        # What was not touched stays as it was, to the last digit that the form does not show.
        changed = {
            name: value for name, value in self._said().items() if value != self._as_shown[name]
        }
        return replace(self._shown, **changed)

    def is_changed(self) -> bool:
        """Tell whether the person changed anything."""
        return self._said() != self._as_shown

    def first_field(self) -> QWidget:
        """Return the field that is most likely to be mended."""
        widgets: Mapping[str, QWidget] = {each.name: widget for each, widget in self._fields}
        return widgets.get("note", self._fields[0][1])

    def _said(self) -> dict[str, Any]:
        return {"day": self.day.day()} | {f.name: f.read(widget) for f, widget in self._fields}

    def _lay_out(self) -> None:
        rows: list[list[tuple[str, QWidget]]] = [[(pgettext("field", "Day"), self.day)]]
        for each, widget in self._fields:
            pair = (each.label(), widget)
            room = not each.wide and len(rows[-1]) == 1 and not isinstance(rows[-1][0][1], TextBox)
            if room:
                rows[-1].append(pair)
            else:
                rows.append([pair])
        self.lay_out(rows)
        small = (NumberField, ChoiceBox)
        self.settle(self.day, *(w for _field, w in self._fields if isinstance(w, small)))
