"""A return to a safe copy where the journal's file is damaged: the copy takes its place."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from second_wind.core.errors.base import KnownError
from second_wind.journal.journal import Journal
from second_wind.ui.kit.forms.sheet import Sheet
from second_wind.words.base.language import _, pgettext
from second_wind.words.safety import safety as words


class ReplaceDialog(Sheet):
    """Asks once; `aside` is where the damaged file was set aside, None if nothing was done."""

    def __init__(
        self, journal: Journal, copy: Path, moment: str, parent: QWidget | None = None
    ) -> None:
        """Say what a return to the copy of that moment means."""
        super().__init__(words.return_title(moment), parent)
        self.setObjectName("replace-dialog")
        self._journal = journal
        self._copy = copy
        self.aside: Path | None = None
        for each in words.replace_lines():
            self.add_text(each, is_muted=False)
        self.body.addStretch(1)
        self.cancel = self.add_button(pgettext("button", "Cancel"), self.reject)
        self.cancel.setObjectName("cancel")
        self.go = self.add_button(_("Return to this copy"), self.replace, is_primary=True)
        self.go.setObjectName("return")
        self.fit()

    def replace(self) -> None:
        """Put the copy in the file's place."""
        try:
            self.aside = self._journal.replace_by(self._copy)
        except KnownError as error:
            self.say(words.trouble(error))
        else:
            self.accept()
