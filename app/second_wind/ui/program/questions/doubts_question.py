"""Says, in one line that stays, that nobody could vouch for entries in a recovery."""

from PySide6.QtCore import QObject

from second_wind.core.errors.base import KnownError
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import Changes
from second_wind.ui.shell.main_window import MainWindow
from second_wind.words.base.language import _
from second_wind.words.files import disputes as words

_MATTER = "doubts"


class DoubtsQuestion(QObject):
    """Says it until each entry is changed or called right; it stands in nobody's way."""

    def __init__(self, journal: Journal, window: MainWindow) -> None:
        """Say nothing yet."""
        super().__init__(window)
        self._journal, self._window = journal, window
        window.lines.acted.connect(self._act)
        window.lines.closed.connect(self._close)
        if window.notifier is not None:
            window.notifier.changed.connect(self._look)

    def say(self) -> None:
        """Say it, or take the line away where nothing is in doubt any more."""
        try:
            count = len(self._journal.entries_in_doubt())
        except KnownError as error:
            self._window.tell(error)
            return
        if count:
            self._window.lines.say(_MATTER, words.line(count), words.right(count), _("Have a look"))
        else:
            self._window.lines.take_away(_MATTER)

    def show(self) -> None:
        """Show what each witness says, on a sheet from which each entry can be changed."""
        from second_wind.ui.program.questions.doubts_sheet import DoubtsDialog

        dialog = DoubtsDialog(self._journal, self._window)
        dialog.exec()
        dialog.deleteLater()
        self.say()

    def _act(self, matter: str) -> None:
        if matter == _MATTER:
            self.show()

    def _close(self, matter: str) -> None:
        if matter == _MATTER:
            try:
                self._journal.confirm_entries()
            except KnownError as error:
                self._window.tell(error)

    def _look(self, _changes: Changes) -> None:
        if self._window.lines.line(_MATTER) is not None:
            self.say()
