"""What stands above the page from the start: typed words to put back, questions, the file."""

from pathlib import Path

from PySide6.QtCore import QObject

from second_wind.journal.journal import Journal
from second_wind.paths import AppPaths
from second_wind.ui.kit.drafts.keeper import DraftKeeper
from second_wind.ui.kit.service.quiet_files import QuietFiles
from second_wind.ui.program.drafts.offer import DraftOffer
from second_wind.ui.program.questions.doubts_question import DoubtsQuestion
from second_wind.ui.program.questions.hours_question import HoursQuestion
from second_wind.ui.safety.watch import Watch
from second_wind.ui.shell.main_window import MainWindow


class Standing(QObject):
    """Keeps what is typed, and says in lines that stay what somebody has to know."""

    def __init__(self, window: MainWindow, journal: Journal, paths: AppPaths) -> None:
        """Say nothing yet."""
        super().__init__()
        self.watch = Watch(journal, QuietFiles(paths), window.lines, window)
        self.watch.merged.connect(window.commands.say_done)
        self.watch.undo_wanted.connect(window.commands.undo)
        self.drafts = DraftKeeper(journal, self)
        self._offer = DraftOffer(journal, self.drafts, window)
        self._hours = HoursQuestion(journal, window)
        self._doubts = DoubtsQuestion(journal, window)

    def say(self, second_place: Path | None, of_file: str, of_folder: str) -> None:
        """Say all of it: what was done to the file, and what is amiss with its folder, in words."""
        self.watch.start(second_place)
        if of_file:
            self.watch.say(of_file)
        if of_folder:
            self.watch.show_place(of_folder)
        self._offer.say()
        self._hours.say()
        self._doubts.say()
        self.drafts.start()
