"""A week seen again: what was good first. The last full week, or any other."""

from datetime import timedelta

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from second_wind.core.people.look_back import look_back
from second_wind.journal.journal import Journal
from second_wind.ui.kit.look.breakable import breakable
from second_wind.ui.kit.look.card import Card
from second_wind.ui.kit.look.tokens import SPACE
from second_wind.ui.kit.service.week import week_of
from second_wind.ui.kit.window.page import Coalesced
from second_wind.words.base.language import _, pgettext
from second_wind.words.window import look_back as words

_WEEK = timedelta(days=7)


class LookBackCard(Card):
    """Has a place once there is a week to look back on; read a moment after a change."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        """Make the card, hidden."""
        super().__init__(pgettext("heading", "Looking back"), "", parent)
        self._journal = journal
        self._weeks_ago = 1
        self.earlier = _arrow("‹", _("The week before"))
        self.later = _arrow("›", _("The week after"))
        self.earlier.clicked.connect(self._go_earlier)
        self.later.clicked.connect(self._go_later)
        self._span = QLabel()
        ways = QHBoxLayout()
        ways.setSpacing(SPACE)
        ways.addWidget(self.earlier)
        ways.addWidget(self.later)
        ways.addWidget(self._span, 1)
        self.body.addLayout(ways)
        self._said: list[QLabel] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.body.addLayout(self._lines)
        self._has_started = False
        self._reading = Coalesced(self)
        self._reading.timeout.connect(self.show_week)
        self.hide()

    def start(self) -> None:
        """Read, now that the window stands: it loads numpy."""
        self._has_started = True
        self._reading.start()

    def take_place(self) -> None:
        """Take a place, or give it up; not while somebody writes, so that nothing jumps."""
        self.setVisible(self._oldest() > 0)

    def refresh(self) -> None:
        """Show what the journal holds now, when it has been quiet for a moment."""
        if self._has_started:
            self._reading.start()

    def show_week(self) -> None:
        """Show the week that is looked at, where the card has its place."""
        if self._journal.is_released or self.isHidden():
            return
        oldest = self._oldest()
        self._weeks_ago = min(self._weeks_ago, oldest)
        self._show_week(oldest)

    def lines(self) -> list[str]:
        """Return what is said of the week."""
        return [each.text() for each in self._said if not each.isHidden()]

    def _oldest(self) -> int:
        """Return how many weeks ago the log began; 0 if it did this week."""
        today = self._journal.today()
        this_week = week_of(today, self._journal.settings)[0]
        first_day = self._journal.first_day() or today
        first_week = week_of(first_day, self._journal.settings)[0]
        return max(0, (this_week - first_week).days // 7)

    def _show_week(self, oldest: int) -> None:
        today, settings = self._journal.today(), self._journal.settings
        first, last = week_of(today - self._weeks_ago * _WEEK, settings)
        days = self._journal.days(first, min(last, today))
        found = look_back(days, exclude_lowest=settings.exclude_lowest_days)
        self._span.setText(words.span(first, last, today))
        self.earlier.setEnabled(self._weeks_ago < oldest)
        self.later.setEnabled(self._weeks_ago > 0)
        for gone in self._said:
            self._lines.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._said = [QLabel(breakable(each)) for each in words.lines(found)]
        for label in self._said:
            label.setWordWrap(True)
            self._lines.addWidget(label)
            label.show()  # a card that was hidden until now does not do it

    def _go_earlier(self) -> None:
        self._weeks_ago += 1
        self.show_week()

    def _go_later(self) -> None:
        self._weeks_ago -= 1
        self.show_week()


def _arrow(text: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
