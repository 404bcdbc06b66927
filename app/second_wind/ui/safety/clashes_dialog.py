"""What was changed in two places waits for an answer: both states in view, and the choice."""

from PySide6.QtWidgets import QWidget

from second_wind.core.errors.base import KnownError
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import Act
from second_wind.ui.kit.forms.sheet import Sheet
from second_wind.ui.safety.clash_list import ClashList
from second_wind.words.base.language import _, pgettext
from second_wind.words.safety import safety as words


class ClashesDialog(Sheet):
    """Lets a person choose; `act` is what was done."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        """Show everything that waits."""
        super().__init__(_("Changed in two places"), parent)
        self.setObjectName("clashes-dialog")
        self._journal = journal
        self.act: Act | None = None
        self.add_text(words.clashes_intro())
        self.list = ClashList(journal.waiting_clashes(), waits=True)
        self.body.addWidget(self.list)
        self.body.addStretch(1)
        self.cancel = self.add_button(pgettext("button", "Not now"), self.reject)
        self.cancel.setObjectName("cancel")
        self.go = self.add_button(_("Store what is chosen"), self.store, is_primary=True)
        self.go.setObjectName("store")
        self.fit()
        # At a choice, not at the button: an early Enter must not answer what nobody has read.
        self.focus_on(self.list.choices[0][1] if self.list.choices else self.cancel)

    def store(self) -> None:
        """Store what is chosen for each, as one act."""
        try:
            self.act = self._journal.answer(self.list.answers())
        except KnownError as error:
            self.say(words.trouble(error))
        else:
            self.accept()
