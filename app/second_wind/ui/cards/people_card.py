"""People: who was talked to, and what came of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from second_wind.core.entries import LONGEST_LINE, Activity, Day, Talk, TalkKind
from second_wind.journal.changes import ActName
from second_wind.journal.journal import Journal
from second_wind.ui.cards.activity_card import ActivityCard
from second_wind.ui.cards.editor import MOST_TYPED, EntryEditor, Timed
from second_wind.ui.widgets.choice_box import ChoiceBox
from second_wind.words import cards as words
from second_wind.words import labels
from second_wind.words.language import _


class PeopleCard(ActivityCard):
    """The day's talks."""

    act = ActName.TALK

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        """Make the card."""
        super().__init__(journal, _("People"), "P", TalkEditor(), parent)
        self.lay_out_list(_("I talked to someone"), "add-talk")

    def entries_of(self, day: Day) -> Sequence[Activity]:
        """Return the day's talks."""
        return day.talks

    def line(self, entry: Activity) -> str:
        """Return a talk on one line."""
        assert isinstance(entry, Talk)
        return words.talk(entry)


class TalkEditor(EntryEditor):
    """Who, what kind of person, how long, what came of it."""

    def __init__(self) -> None:
        """Make the form."""
        super().__init__()
        self._kind = ChoiceBox((str(kind), labels.talk_kind(kind)) for kind in TalkKind)
        self._person, self._note = QLineEdit(), QLineEdit()
        self._person.setMaxLength(LONGEST_LINE)
        self._minutes = QSpinBox()
        self._minutes.setRange(0, MOST_TYPED)
        self._minutes.setSpecialValueText("–")
        self._minutes.setSuffix(_(" min"))
        self.add_field(_("Who"), self._person)
        self.add_field(_("What kind of person"), self._kind)
        self.add_field(_("Minutes"), self._minutes)
        self.add_field(_("What came of it"), self._note)

    def first_field(self) -> QWidget:
        """Return the person."""
        return self._person

    def clear(self) -> None:
        """Offer a talk with a friend."""
        self._kind.choose(TalkKind.FRIEND)
        self._minutes.setValue(0)
        self._person.clear()
        self._note.clear()

    def show_entry(self, entry: Timed) -> None:
        """Set the fields to an entry."""
        assert isinstance(entry, Talk)
        self._kind.choose(entry.kind)
        self._minutes.setValue(entry.minutes or 0)
        self._person.setText(entry.person)
        self._note.setText(entry.note)

    def made(self, day: date, at: time | None) -> Timed:
        """Return the entry that the fields say."""
        entry = self.entry if isinstance(self.entry, Talk) else Talk(day=day)
        return replace(
            entry,
            day=day,
            at=at,
            kind=TalkKind(self._kind.value()),
            person=self._person.text().strip(),
            minutes=self._minutes.value() or None,
            note=self._note.text().strip(),
        )
