"""What can be done from anywhere in the window: undo and redo, a rejection, the sheet of keys."""

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from second_wind.core.entries import Rejection
from second_wind.core.known_error import KnownError
from second_wind.journal.journal import Journal
from second_wind.ui.preferences import Preferences
from second_wind.ui.widgets.banner import Banner
from second_wind.words import acts
from second_wind.words.language import _


class Commands(QObject):
    """Does them, and says in the banner what was done."""

    day_requested = Signal(object)

    def __init__(
        self, window: QWidget, journal: Journal, preferences: Preferences, banner: Banner
    ) -> None:
        """Act on a journal, with dialogs over the window."""
        super().__init__(window)
        self._window = window
        self._journal = journal
        self._preferences = preferences
        self._banner = banner

    def undo(self) -> None:
        """Take back the last act."""
        try:
            act = self._journal.undo()
        except KnownError as error:
            self._banner.tell(error)
        else:
            self._banner.say(acts.undone(act), _("Redo"), self.redo)

    def redo(self) -> None:
        """Do again what was undone."""
        try:
            act = self._journal.redo()
        except KnownError as error:
            self._banner.tell(error)
        else:
            self.say_done(acts.redone(act))

    def say_done(self, sentence: str) -> None:
        """Say what was done, and offer to take it back."""
        self._banner.say(sentence, _("Undo"), self.undo)

    def log_rejection(self) -> None:
        """Ask for a rejection and store it."""
        from second_wind.ui.dialogs.rejection import RejectionDialog

        today: date = self._journal.today()
        shown_lines = self._preferences.shown_lines(today)
        dialog = RejectionDialog(self._journal, self._window, shown_lines=shown_lines)
        dialog.day_requested.connect(self.day_requested)
        dialog.exec()
        dialog.deleteLater()
        self._preferences.remember_lines(today, shown_lines)

    def edit_rejection(self, rejection: Rejection) -> None:
        """Let the person mend a rejection."""
        from second_wind.ui.dialogs.rejection import RejectionDialog

        dialog = RejectionDialog(self._journal, self._window, rejection)
        dialog.exec()
        dialog.deleteLater()

    def show_shortcuts(self) -> None:
        """Show every key on one sheet."""
        from second_wind.ui.dialogs.shortcuts import ShortcutsDialog

        dialog = ShortcutsDialog(self._window)
        dialog.exec()
        dialog.deleteLater()
