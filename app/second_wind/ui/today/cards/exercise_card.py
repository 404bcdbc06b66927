"""Exercise: minutes toward the goal."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from second_wind.core.log.entries import Exercise
from second_wind.core.log.joining import moment_of
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.ui.kit.look.card import muted
from second_wind.ui.kit.look.flow_layout import FlowLayout
from second_wind.ui.today.cards.activity_card import ActivityCard
from second_wind.ui.today.ring import GoalRing
from second_wind.words.base.language import _, pgettext
from second_wind.words.entries import cards as words

if TYPE_CHECKING:
    from second_wind.ui.entries.editor import EntryEditor

_STEPS = (5, 10, 20)
_GAP = 6


class ExerciseCard(ActivityCard):
    """The ring, three quick amounts, and what was done."""

    kind = Exercise
    line = staticmethod(words.exercise)

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        """Make the card."""
        super().__init__(journal, pgettext("heading", "Exercise"), "E", parent)
        self._ring = GoalRing()
        self._reached = muted("")
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignTop)
        side = QVBoxLayout()
        side.setSpacing(6)
        side.addWidget(self._reached)
        side.addWidget(self._quick_amounts())
        side.addWidget(self.lines)
        side.addLayout(self.form_room)
        side.addStretch(1)
        row.addLayout(side, 1)
        self.body.addLayout(row)

    def make_form(self) -> "EntryEditor":
        """Return the form, hidden."""
        from second_wind.ui.today.forms.exercise_form import ExerciseEditor

        return ExerciseEditor()

    def show_summary(self) -> None:
        """Show how far the day got toward the goal."""
        reached, goal = self.day.exercise_minutes, self.journal.settings.goal
        said = words.toward_goal(reached, goal)
        self._reached.setText(said)
        self._ring.show_amount(reached, goal, said)

    def _quick_amounts(self) -> QWidget:
        amounts = QWidget()
        row = FlowLayout(amounts, _GAP)
        for minutes in _STEPS:
            button = QPushButton(f"+{minutes}")
            button.setObjectName(f"exercise-{minutes}")
            button.setAccessibleName(_("Add {count} minutes").format(count=minutes))
            button.setProperty("minutes", minutes)
            button.setProperty("role", "segment")
            button.clicked.connect(self._add_quickly)
            row.addWidget(button)
        return amounts

    def _add_quickly(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            day = self.day.day
            at = moment_of(day, self.today(), self.journal.now())
            minutes = int(button.property("minutes"))
            self.store(ActName.EXERCISE, add=[Exercise(day=day, at=at, minutes=minutes)])
