"""A window that ends, and the next one on the same journal."""

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import AnyEntry
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths
from second_wind.ui.kit.drafts.keeper import DraftKeeper
from second_wind.ui.kit.look.theme import Theme
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.photos.photos import Photos
from second_wind.ui.program.drafts.offer import DraftOffer
from second_wind.ui.shell.main_window import MainWindow


class Session:
    """One window with what keeps and offers drafts, from its start to its end."""

    def __init__(
        self, qtbot: QtBot, clock: FixedClock, photos: Photos, theme: Theme, paths: AppPaths
    ) -> None:
        """Open the journal and the window."""
        self.journal = Journal(paths.journal, clock)
        self.window = MainWindow(theme, Preferences(paths))
        self.window.fill(self.journal, photos)
        self.keeper = DraftKeeper(self.journal, self.window)
        self.offer = DraftOffer(self.journal, self.keeper, self.window)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.offer.say()
        self.keeper.start()

    def log(self, *entries: AnyEntry) -> None:
        """Log something."""
        if entries:
            self.journal.store(add=entries, name=ActName.LOG)

    def offered(self) -> str:
        """Return the line that offers drafts, "" if there is none."""
        line = self.window.lines.line("drafts")
        return line.sentence if line is not None else ""

    def end(self) -> None:
        """End as a signal ends it: what is typed is kept, and then all goes."""
        if shiboken6.isValid(self.window):
            self.window.stack.store_texts()
            self.keeper.end()
            self.window.end_now()
            shiboken6.delete(self.window)
            self.journal.close(copy=False)


@pytest.fixture
def begin(
    qtbot: QtBot, clock: FixedClock, photos: Photos, theme: Theme, paths: AppPaths
) -> Iterator[Callable[[], Session]]:
    """Open one window after the other on the same journal."""
    sessions: list[Session] = []

    def begin() -> Session:
        for each in sessions:
            each.end()
        sessions.append(Session(qtbot, clock, photos, theme, paths))
        return sessions[-1]

    yield begin
    for each in sessions:
        each.end()
