"""The sheet of entries that a recovery stored though nobody could vouch for them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from second_wind.core.errors.base import KnownError
from second_wind.journal.journal import Journal
from second_wind.journal.safety.rescue import source_in
from second_wind.ui.history.entry_dialog import dialog_for
from second_wind.ui.kit.forms.sheet import Sheet
from second_wind.ui.kit.look.card import Card, muted
from second_wind.words.base.language import _, pgettext
from second_wind.words.errors.sentences import sentence
from second_wind.words.files import disputes as words


class DoubtsDialog(Sheet):
    """Shows every entry that is in doubt, and what each witness says of it."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        """Show them all."""
        super().__init__(_("Entries that may not be as you wrote them"), parent)
        self.setObjectName("doubts-dialog")
        self._journal = journal
        self.add_text(words.intro())
        source = source_in(journal.path, journal.now().tzinfo)
        self.cards = [
            DoubtCard(each.id, words.lines([each], source)[0], has_form=bool(each.day))
            for each in journal.entries_in_doubt()
        ]
        for card in self.cards:
            card.change_wanted.connect(self._change)
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.right = self.add_button(words.right(len(self.cards)), self._confirm)
        self.right.setAutoDefault(False)  # Enter elsewhere never answers
        self.close_button = self.add_button(pgettext("button", "Close"), self.accept)
        self.fit()
        self.focus_on(self.cards[0].change if self.cards else self.close_button)

    def _change(self, key: str) -> None:
        """Open an entry; once it is changed, it is in doubt no more."""
        try:
            dialog = dialog_for(self._journal.find(key), self._journal, self)
            dialog.exec()
            dialog.deleteLater()
        except KnownError as error:
            self.say(sentence(error))
        self._show_what_is_left()

    def _confirm(self) -> None:
        try:
            self.say(words.confirmed(self._journal.confirm_entries()))
        except KnownError as error:
            self.say(sentence(error))
        self._show_what_is_left()

    def _show_what_is_left(self) -> None:
        left = {each.id for each in self._journal.entries_in_doubt()}
        for card in self.cards:
            card.setVisible(card.key in left)
        self.right.setVisible(bool(left))
        self.right.setText(words.right(len(left)))
        self.focus_on(
            next((each.change for each in self.cards if each.key in left), self.close_button)
        )


class DoubtCard(Card):
    """One entry, and the way to change it."""

    change_wanted = Signal(str)
    """Carries the entry's id."""

    def __init__(self, key: str, said: str, *, has_form: bool) -> None:
        """Show what is said of it; a setting has no form here to be changed in."""
        super().__init__("")
        self.title.hide()
        self.aside.hide()
        self.setAccessibleName(said)
        self.key = key
        self.body.addWidget(muted(said, wraps=True))
        self.change = QPushButton(words.change())
        self.change.setAccessibleDescription(said)
        self.change.setVisible(has_form)
        self.change.clicked.connect(self._want_change)
        self.body.addWidget(self.change)

    def _want_change(self) -> None:
        self.change_wanted.emit(self.key)
