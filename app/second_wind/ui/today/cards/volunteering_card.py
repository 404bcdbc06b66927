"""Volunteering: hours given, where, what was practised, who was met."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from second_wind.core.log.entries import Volunteering
from second_wind.journal.journal import Journal
from second_wind.ui.kit.service.week import week_of
from second_wind.ui.today.cards.activity_card import ActivityCard
from second_wind.words.base.language import pgettext
from second_wind.words.entries import cards as words

if TYPE_CHECKING:
    from second_wind.ui.entries.editor import EntryEditor


class VolunteeringCard(ActivityCard):
    """The day's hours and this week's total."""

    kind = Volunteering
    line = staticmethod(words.volunteering)

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        """Make the card."""
        super().__init__(journal, pgettext("heading", "Volunteering"), "V", parent)
        self.ledger = QPushButton(pgettext("button", "All hours…"))
        self.ledger.setObjectName("ledger")
        self.ledger.setProperty("role", "quiet")
        self.ledger.clicked.connect(self._open_ledger)
        self.lay_out_list(pgettext("choice", "Add hours"), "add-hours", self.ledger)

    def make_form(self) -> "EntryEditor":
        """Return the form, hidden."""
        from second_wind.ui.today.forms.volunteering_form import VolunteeringEditor

        return VolunteeringEditor()

    def show_summary(self) -> None:
        """Show the total of the week that holds the day."""
        first, last = week_of(self.day.day, self.journal.settings)
        week = self.journal.entries(Volunteering, first, last)
        self.aside.setText(words.this_week(sum(each.minutes for each in week)))

    def _open_ledger(self) -> None:

        from second_wind.ui.today.ledger_dialog import LedgerDialog  # seldom needed

        dialog = LedgerDialog(self.journal, self.window())
        dialog.exec()
        dialog.deleteLater()
