"""Exercise: minutes toward the goal."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from second_wind.core.log.drafts import DraftForm
from second_wind.core.log.entries import Activity, Day, Exercise
from second_wind.core.log.joining import moment_of
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.ui.entries.editor import EntryEditor, Timed
from second_wind.ui.kit.fields import number_field
from second_wind.ui.kit.fields.number_field import NumberField
from second_wind.ui.kit.fields.typed import Line
from second_wind.ui.kit.look.card import muted
from second_wind.ui.today.cards.activity_card import ActivityCard
from second_wind.ui.today.ring import GoalRing
from second_wind.words.base.language import _
from second_wind.words.entries import cards as words

_STEPS = (5, 10, 20)
_LIKELY_MINUTES = 20


class ExerciseCard(ActivityCard):
    """The ring, three quick amounts, and what was done."""

    act = ActName.EXERCISE

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        """Make the card."""
        super().__init__(journal, _("Exercise"), "E", ExerciseEditor(), parent)
        self._ring = GoalRing()
        self._reached = muted("")
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignTop)
        side = QVBoxLayout()
        side.setSpacing(6)
        side.addWidget(self._reached)
        side.addLayout(self._quick_amounts())
        side.addWidget(self.lines)
        side.addWidget(self.editor)
        side.addStretch(1)
        row.addLayout(side, 1)
        self.body.addLayout(row)

    def entries_of(self, day: Day) -> Sequence[Activity]:
        """Return the day's movement."""
        return day.exercise

    def line(self, entry: Activity) -> str:
        """Return movement on one line."""
        assert isinstance(entry, Exercise)
        return words.exercise(entry)

    def show_summary(self) -> None:
        """Show how far the day got toward the goal."""
        reached, goal = self.day.exercise_minutes, self.journal.settings.goal
        said = words.toward_goal(reached, goal)
        self._reached.setText(said)
        self._ring.show_amount(reached, goal, said)

    def _quick_amounts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for minutes in _STEPS:
            button = QPushButton(f"+{minutes}")
            button.setObjectName(f"exercise-{minutes}")
            button.setAccessibleName(_("Add {count} minutes").format(count=minutes))
            button.setProperty("minutes", minutes)
            button.setMinimumWidth(self.fontMetrics().horizontalAdvance("+20") + 16)
            button.setProperty("role", "segment")
            button.clicked.connect(self._add_quickly)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _add_quickly(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            day = self.day.day
            at = moment_of(day, self.today(), self.journal.now())
            minutes = int(button.property("minutes"))
            self.store(self.act, add=[Exercise(day=day, at=at, minutes=minutes)])


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
        self.add_field(_("Minutes"), self._minutes)
        self.add_field(_("Kind"), self._kind, wide=True)
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
