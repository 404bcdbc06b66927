"""What can be done from anywhere in the window: undo and redo, a rejection, the sheet of keys."""

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from second_wind.core.errors.base import KnownError
from second_wind.core.log.drafts import Draft
from second_wind.core.log.entries import Rejection
from second_wind.journal.journal import Journal
from second_wind.ui.kit.service.remembered import Remembered
from second_wind.ui.kit.window.banner import Banner
from second_wind.words.base.language import pgettext
from second_wind.words.entries import acts


class Commands(QObject):
    """Does them, and says in the banner what was done."""

    day_requested = Signal(object)

    def __init__(self, window: QWidget, journal: Journal, banner: Banner) -> None:
        """Act on a journal, with dialogs over the window."""
        super().__init__(window)
        self._window = window
        self._journal = journal
        self._remembered = Remembered(journal)
        self._banner = banner

    def undo(self) -> None:
        """Take back the last act."""
        try:
            act = self._journal.undo()
        except KnownError as error:
            self._banner.tell(error)
        else:
            self._banner.say(acts.undone(act), pgettext("button", "Redo"), self.redo)

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
        self._banner.say(sentence, pgettext("button", "Undo"), self.undo)

    def log_rejection(self) -> None:
        """Ask for a rejection and store it."""
        self._log_rejection(None)

    def continue_rejection(self, draft: Draft, rejection: Rejection | None) -> None:
        """Go on with a rejection that was being logged, or with the change of one."""
        if rejection is None:
            self._log_rejection(draft)
        else:
            self._edit_rejection(rejection, draft)

    def edit_rejection(self, rejection: Rejection) -> None:
        """Let the person mend a rejection."""
        self._edit_rejection(rejection, None)

    def show_shortcuts(self) -> None:
        """Show every key on one sheet."""
        from second_wind.ui.shell.shortcuts_sheet import ShortcutsDialog

        dialog = ShortcutsDialog(self._window)
        dialog.exec()
        dialog.deleteLater()

    def _log_rejection(self, draft: Draft | None) -> None:
        from second_wind.ui.rejections.rejection_dialog import RejectionDialog

        today: date = self._journal.today()
        shown_lines = self._remembered.shown_lines(today)
        dialog = RejectionDialog(self._journal, self._window, shown_lines=shown_lines)
        dialog.day_requested.connect(self.day_requested)
        if draft is not None:
            dialog.take_draft(draft)
        dialog.exec()
        dialog.deleteLater()
        self._remembered.remember_lines(today, shown_lines)

    def _edit_rejection(self, rejection: Rejection, draft: Draft | None) -> None:
        from second_wind.ui.rejections.rejection_dialog import RejectionDialog

        dialog = RejectionDialog(self._journal, self._window, rejection)
        if draft is not None:
            dialog.take_draft(draft)
        dialog.exec()
        dialog.deleteLater()
