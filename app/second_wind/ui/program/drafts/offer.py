"""Offers, in one line that stays, what was typed and not stored when the program last ended."""

from PySide6.QtCore import QObject

from second_wind.core.errors.base import KnownError
from second_wind.core.log.drafts import Draft
from second_wind.journal.journal import Journal
from second_wind.ui.kit.drafts.keeper import DraftKeeper
from second_wind.ui.program.drafts.putting_back import PuttingBack
from second_wind.ui.shell.main_window import MainWindow
from second_wind.words.base.language import _, pgettext
from second_wind.words.window import drafts as words

_MATTER = "drafts"


class DraftOffer(QObject):
    """Nothing is thrown away by itself: what is neither put back nor let go is offered again."""

    def __init__(self, journal: Journal, keeper: DraftKeeper, window: MainWindow) -> None:
        """Offer nothing yet."""
        super().__init__(window)
        self._journal, self._keeper, self._window = journal, keeper, window
        self._putting_back = PuttingBack(journal, keeper, window)
        window.lines.acted.connect(self._act)

    def say(self) -> None:
        """Say what there is, and nothing where there is nothing."""
        try:
            waiting = self._waiting()
        except KnownError as error:
            self._window.tell(error)
            return
        if waiting:
            text = words.offer(waiting, self._journal.today())
            self._window.lines.say(_MATTER, text, pgettext("button", "Not now"), _("Look at it…"))
        else:
            self._window.lines.take_away(_MATTER)

    def show(self) -> None:
        """Show all of it on a sheet, from which each can be put back or let go."""
        from second_wind.ui.program.drafts.drafts_sheet import DraftsDialog

        dialog = DraftsDialog(
            self._waiting(), self._journal.today(), self._putting_back.has_way, self._window
        )
        dialog.exec()
        wanted, gone = dialog.wanted, dialog.let_go()
        dialog.deleteLater()
        try:
            if gone:
                self._journal.keep_drafts((), gone)
        except KnownError as error:
            self._window.tell(error)
        if wanted is not None:
            self._putting_back.put_back(wanted)
        self.say()

    def _waiting(self) -> list[Draft]:
        return [each for each in self._journal.drafts() if not self._keeper.has(each)]

    def _act(self, matter: str) -> None:
        if matter == _MATTER:
            self.show()
