"""Asks, in one line that stays, about hours that an earlier version may have read wrongly."""

from PySide6.QtCore import QObject

from second_wind.core.errors.base import KnownError
from second_wind.core.people.doubtful_hours import DoubtfulHours
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import Changes, Noun
from second_wind.journal.safety.doubtful_hours import doubtful_hours, keep_asked, settle
from second_wind.ui.shell.main_window import MainWindow
from second_wind.words.base.language import _
from second_wind.words.safety import doubtful_hours as words

_MATTER = "hours"


class HoursQuestion(QObject):
    """Asks until there is an answer, and never again after it; it stands in nobody's way."""

    def __init__(self, journal: Journal, window: MainWindow) -> None:
        """Ask nothing yet."""
        super().__init__(window)
        self._journal, self._window = journal, window
        window.lines.acted.connect(self._act)
        window.lines.closed.connect(self._close)
        if window.notifier is not None:
            window.notifier.changed.connect(self._look)

    def say(self) -> None:
        """Ask, or take the question away where nothing is left to be asked."""
        try:
            keep_asked(self._journal)
            asked = doubtful_hours(self._journal)
        except KnownError as error:
            self._window.tell(error)
            return
        if asked:
            self._window.lines.say(
                _MATTER, words.line(len(asked)), words.all_right(), _("Have a look")
            )
        else:
            self._window.lines.take_away(_MATTER)

    def show(self) -> None:
        """Show all of them on a sheet, from which each can be changed or called right."""
        from second_wind.ui.program.questions.hours_sheet import HoursDialog

        dialog = HoursDialog(self._journal, self._window)
        dialog.exec()
        dialog.deleteLater()
        self.say()

    def _act(self, matter: str) -> None:
        if matter == _MATTER:
            self.show()

    def _close(self, matter: str) -> None:
        if matter == _MATTER:
            self._settle(doubtful_hours(self._journal))

    def _settle(self, asked: list[DoubtfulHours]) -> None:
        try:
            settle(self._journal, [each.id for each in asked])
        except KnownError as error:
            self._window.tell(error)

    def _look(self, changes: Changes) -> None:
        if changes.touch(Noun.VOLUNTEERING):
            self.say()
