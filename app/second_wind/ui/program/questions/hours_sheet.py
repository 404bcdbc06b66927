"""The sheet of hours that an earlier version may have read wrongly: each is changed, or right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from second_wind.core.errors.base import KnownError
from second_wind.core.people.doubtful_hours import DoubtfulHours
from second_wind.journal.journal import Journal
from second_wind.journal.safety.doubtful_hours import doubtful_hours, settle
from second_wind.ui.history.entry_dialog import dialog_for
from second_wind.ui.kit.fields.number_field import NumberField
from second_wind.ui.kit.forms.sheet import Sheet
from second_wind.ui.kit.look.breakable import breakable
from second_wind.ui.kit.look.card import Card, muted
from second_wind.ui.kit.look.tokens import SPACE
from second_wind.words.base.language import _, pgettext
from second_wind.words.errors.sentences import sentence
from second_wind.words.safety import doubtful_hours as words


class HoursDialog(Sheet):
    """Shows those that are still to be answered, the earliest first."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        """Show them all."""
        super().__init__(_("Hours that may be wrong"), parent)
        self.setObjectName("hours-dialog")
        self._journal = journal
        self.add_text(words.intro())
        self.cards = [HoursCard(each) for each in doubtful_hours(journal)]
        for card in self.cards:
            card.change_wanted.connect(self._change)
            card.called_right.connect(self._settle)
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.all_right = self.add_button(words.all_right(), self._settle_all)
        self.all_right.setAutoDefault(False)  # Enter elsewhere never answers all
        self.close_button = self.add_button(pgettext("button", "Close"), self.accept)
        self.fit()
        if self.cards:
            self.focus_on(self.cards[0].change)

    def _change(self, key: str) -> None:
        """Open an entry; once its hours are others, it is answered."""
        try:
            dialog = dialog_for(self._journal.find(key), self._journal, self)
            hours = dialog.findChild(NumberField, "minutes")
            if hours is not None:
                self.focus_on(hours)
            dialog.exec()
            dialog.deleteLater()
        except KnownError as error:
            self.say(sentence(error))
        self._show_what_is_left()

    def _settle(self, key: str) -> None:
        self._settle_some([key])

    def _settle_all(self) -> None:
        self._settle_some([each.id for each in doubtful_hours(self._journal)])

    def _settle_some(self, ids: list[str]) -> None:
        try:
            settle(self._journal, ids)
        except KnownError as error:
            self.say(sentence(error))
        self._show_what_is_left()

    def _show_what_is_left(self) -> None:
        left = {each.id for each in doubtful_hours(self._journal)}
        for card in self.cards:
            card.setVisible(card.entry.id in left)
        self.all_right.setVisible(bool(left))
        if left:
            self.focus_on(next(card for card in self.cards if card.entry.id in left).change)
        else:
            self.say(_("That was all. Thank you."))
            self.focus_on(self.close_button)


class HoursCard(Card):
    """One entry, and what can be answered."""

    change_wanted = Signal(str)
    called_right = Signal(str)
    """Both carry the id of the entry."""

    def __init__(self, entry: DoubtfulHours) -> None:
        """Show an entry."""
        super().__init__(words.heading(entry))
        self.entry = entry
        if entry.organisation:
            self.body.addWidget(muted(breakable(entry.organisation), wraps=True))
        self.change = QPushButton(_("Change the hours"))
        self.right = QPushButton(_("This is right"))
        self.change.clicked.connect(self._want_change)
        self.right.clicked.connect(self._call_right)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for button in (self.change, self.right):
            button.setAutoDefault(False)
            button.setAccessibleDescription(words.told(entry))
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)

    def _want_change(self) -> None:
        self.change_wanted.emit(self.entry.id)

    def _call_right(self) -> None:
        self.called_right.emit(self.entry.id)
