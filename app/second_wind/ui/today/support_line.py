"""The calm line that offers Support on a heavy day, and can be waved away."""

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from second_wind.core.people.support import LOOK_BACK, OfferState, is_due
from second_wind.journal.journal import Journal
from second_wind.ui.kit.look.notice import Notice
from second_wind.ui.kit.look.tokens import SPACE
from second_wind.ui.kit.service.remembered import Remembered
from second_wind.words.base.language import _, pgettext
from second_wind.words.window import support as words


class SupportLine(Notice):
    """Hidden until a day calls for it; looks at the log when asked to, which is cheap."""

    wanted = Signal()
    """Support should be opened."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        """Make the hidden line."""
        super().__init__(parent)
        self.setObjectName("support-line")
        self._journal = journal
        self._remembered = Remembered(journal)
        self.open = QPushButton(pgettext("button", "Open Support"))
        self.open.clicked.connect(self._open)
        self.not_now = QPushButton(pgettext("button", "Not now"))
        self.not_now.clicked.connect(self.hide)
        self.never = QPushButton(_("Don't offer this again"))
        self.never.setProperty("role", "quiet")
        self.never.clicked.connect(self._wave_away)
        first, column = QHBoxLayout(), QVBoxLayout()
        first.setSpacing(SPACE)
        first.addWidget(self.open)
        first.addWidget(self.not_now)
        column.addLayout(first)
        column.addWidget(self.never)
        self.row.addLayout(column)

    def look(self) -> None:
        """Show the line if it is due, and remember that it was shown."""
        today = self._journal.today()
        days = self._journal.days(today - timedelta(days=LOOK_BACK), today)
        state = self._remembered.support_offers
        if is_due(days, self._journal.now(), state):
            self._remembered.support_offers = OfferState(today, state.is_waved_away)
            self.say(words.offer())

    def _open(self) -> None:
        self.hide()
        self.wanted.emit()

    def _wave_away(self) -> None:
        self.hide()
        self._remembered.support_offers = OfferState(self._journal.today(), is_waved_away=True)
