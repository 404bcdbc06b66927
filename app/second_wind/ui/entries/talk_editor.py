"""The form of a talk: who, what kind of person, how long, what came of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from PySide6.QtWidgets import QWidget

from second_wind.core.log.drafts import DraftForm
from second_wind.core.log.entries import Person, Talk, TalkKind
from second_wind.ui.entries.editor import EntryEditor, Timed
from second_wind.ui.kit.fields.choice_box import ChoiceBox
from second_wind.ui.kit.fields.number_field import NumberField, minutes
from second_wind.ui.kit.fields.typed import Line
from second_wind.ui.kit.names.person_field import PersonField
from second_wind.words.base import labels
from second_wind.words.base.language import _, pgettext

_SHORTEST = 8


class TalkEditor(EntryEditor):
    """Completes the name from the people who are noted down, and takes their kind."""

    form = DraftForm.TALK

    def __init__(self) -> None:
        """Make the form."""
        super().__init__()
        self._with: Person | None = None
        self._kind = ChoiceBox((str(kind), labels.talk_kind(kind)) for kind in TalkKind)
        self._kind.setMinimumContentsLength(_SHORTEST)
        self._kind.setSizeAdjustPolicy(
            ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.person = PersonField()
        self.person.setObjectName("talk-person")
        self.person.recognised.connect(self._take_kind)
        self._note, self._tip = Line(), Line()
        self._tip.setObjectName("talk-tip")
        self._minutes = NumberField(minutes(may_be_none=True))
        self.add_field(pgettext("field", "Who"), self.person, wide=True)
        self.add_field(_("What kind of person"), self._kind)
        self.add_field(pgettext("field", "Minutes"), self._minutes)
        self.add_field(_("What came of it"), self._note, wide=True)
        self.add_field(_("An opening they mentioned"), self._tip, wide=True)
        self.name_fields(kind=self._kind, minutes=self._minutes, note=self._note)

    def set_people(self, people: Sequence[Person]) -> None:
        """Complete these names."""
        self.person.set_people(people)

    def begin_with(self, person: Person | None) -> None:
        """Let a new talk be one with this person."""
        self._with = person

    def first_field(self) -> QWidget:
        """Return the person; what came of it where that is known already."""
        return self._note if self._with is not None and self.entry is None else self.person

    def draft_key(self) -> str:
        """Return the same, told apart by the person whom a new talk begins with."""
        known = self._with if self.entry is None else None
        return super().draft_key() + (known.id if known is not None else "")

    def clear(self) -> None:
        """Offer a talk with a friend, or with the person it begins with."""
        known = self._with
        self._kind.choose(known.kind if known else TalkKind.FRIEND)
        self._minutes.show_number(None)
        self.person.show_person(known.name if known else "", known.id if known else "")
        self._note.clear()
        self._tip.clear()

    def show_entry(self, entry: Timed) -> None:
        """Set the fields to an entry."""
        assert isinstance(entry, Talk)
        self._kind.choose(entry.kind)
        self._minutes.show_number(entry.minutes)
        self.person.show_person(entry.person, entry.person_id)
        self._note.setText(entry.note)
        self._tip.setText(entry.tip)

    def made(self, day: date, at: time | None) -> Timed:
        """Return the entry that the fields say."""
        entry = self.entry if isinstance(self.entry, Talk) else Talk(day=day)
        return replace(
            entry,
            day=day,
            at=at,
            kind=TalkKind(self._kind.value()),
            person=self.person.name(),
            person_id=self.person.person_id(),
            minutes=self._minutes.whole() or None,
            note=self._note.text().strip(),
            tip=self._tip.text().strip(),
        )

    def _take_kind(self, person: Person) -> None:
        self._kind.choose(person.kind)
