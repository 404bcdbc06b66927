"""What follows the first paint: the journal is opened, the window filled, copies are made."""

import importlib
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QIcon

from second_wind import assets
from second_wind.core.errors.base import KnownError
from second_wind.core.errors.copy_errors import CopiesFolderGone
from second_wind.core.log.clock import Clock
from second_wind.paths import APPLICATION_ID, AppPaths
from second_wind.ui.kit.service.quiet_files import QuietFiles
from second_wind.ui.program.errors import show_error
from second_wind.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from second_wind.core.secrets.passphrase_key import Key
    from second_wind.journal.journal import Journal
    from second_wind.ui.kit.drafts.keeper import DraftKeeper
    from second_wind.ui.opening.lock import LockPage

_LOOK_FOR_COPIES_MS = 60_000


class Start(QObject):
    """Opens the journal once the window is on the screen, and closes it in the end."""

    filled = Signal()
    """The window shows the journal."""
    locked = Signal()
    """The window asks for the passphrase."""
    failed = Signal()
    """The journal could not be opened; the person was told why."""

    def __init__(
        self, window: MainWindow, paths: AppPaths, clock: Clock, *, asks: bool = False
    ) -> None:
        """Open nothing yet; with `asks` the system's keyring doesn't unlock by itself."""
        super().__init__()
        self._asks = asks
        self._lock_page: LockPage | None = None
        self._drafts: DraftKeeper | None = None
        self._window = window
        self._paths = paths
        self._clock = clock
        self.is_open = False
        self.begins_again = self.was_locked = self.was_hidden = False
        self._removes = self._is_hurried = False
        self._copies = QTimer(self)
        self._copies.timeout.connect(self._copy_if_due)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._after_filling)

    @property
    def journal(self) -> "Journal":
        """The journal that the window shows."""
        return self._journal

    def fill_soon(self) -> None:
        """Fill the window once the paint that goes on is done."""
        QTimer.singleShot(0, self.fill)

    @property
    def is_waiting(self) -> bool:
        """Whether the window asks for the passphrase."""
        return self._lock_page is not None

    def fill(self) -> None:
        """Open the journal and show it, or ask for its passphrase."""
        from second_wind.journal.safety.encrypting import is_locked
        from second_wind.journal.safety.presence import is_there

        try:
            is_there(self._paths.journal)  # says it if nobody may look into the folder
            needs_key = is_locked(self._paths.journal)
        except KnownError as error:
            show_error(error)
            self.failed.emit()
            return
        if needs_key:
            self._ask_for_key()
        else:
            self._fill_with(None)

    def lock(self) -> None:
        """Close window and journal, and ask for the passphrase in a new window.

        A journal that was let go of, and could not be opened again, is tried once more there.
        """
        if self._journal.key is None and not self._journal.is_released:
            from second_wind.words.safety import locking

            self._window.banner.say(locking.not_encrypted())
            return
        self.was_locked, self.was_hidden = True, not self._window.isVisible()
        self._window.stack.store_now()
        if not self.keep():  # nothing can be written: the person is asked
            self.begin_again()
            return
        self.begins_again = True
        self.end_keeping()
        self._window.end_now()
        QGuiApplication.exit()

    def _ask_for_key(self) -> None:
        from second_wind.computer import system_keyring
        from second_wind.ui.opening.lock import LockPage

        page = self._lock_page = LockPage(self._paths)
        page.unlocked.connect(self._unlock)
        page.quit_wanted.connect(self._window.quit)
        self._window.show_alone(page)
        page.take_focus()
        self.locked.emit()
        remembered = system_keyring.is_remembered(self._paths.config, self._paths.journal)
        if remembered and not self._asks:
            page.try_keyring()

    def _unlock(self, key: "Key") -> None:
        if self._lock_page is not None:
            self._lock_page.finish()
            self._window.end_alone(self._lock_page)
            self._lock_page = None
        self._fill_with(key)

    def _fill_with(self, key: "Key | None") -> None:
        from second_wind.computer import second_place
        from second_wind.ui.kit.drafts.keeper import DraftKeeper
        from second_wind.ui.opening.opening import open_journal
        from second_wind.ui.photos.photos import Photos
        from second_wind.ui.program.carrying_over import carry_over
        from second_wind.ui.program.drafts.offer import DraftOffer
        from second_wind.ui.program.questions.doubts_question import DoubtsQuestion
        from second_wind.ui.program.questions.hours_question import HoursQuestion

        try:
            place = second_place.chosen(self._paths.config)
            opened = open_journal(self._paths.journal, self._clock, place, self._window, key)
        except KnownError as error:
            show_error(error)
            self.failed.emit()
            return
        if opened is None:  # it is damaged, and the person left it as it is
            self.failed.emit()
            return
        self._journal = opened.journal
        self.is_open = True
        self._photos = Photos(self._paths, self._clock, key=self._journal.key)
        carry_over(self._window.preferences, self._journal)
        self._window.fill(self._journal, self._photos)
        self._drafts = DraftKeeper(self._journal, self)
        self._window.removal_requested.connect(self.remove_everything)
        self._window.lock_requested.connect(self.lock)
        if self._paths.is_sample:
            self._window.show_sample()
        # Not before the first paint: an SVG loads a plugin.
        icon = assets.path("icons", f"{APPLICATION_ID}.svg")
        QGuiApplication.setWindowIcon(QIcon(str(icon)))
        self._watch_over(place, opened.said)
        self._offer = DraftOffer(self._journal, self._drafts, self._window)
        self._offer.say()
        self._hours = HoursQuestion(self._journal, self._window)
        self._hours.say()
        self._doubts = DoubtsQuestion(self._journal, self._window)
        self._doubts.say()
        self._drafts.start()
        self._copies.start(_LOOK_FOR_COPIES_MS)
        self._soon.start(0)
        self.filled.emit()

    def keep(self) -> bool:
        """Keep what is typed: texts that store by themselves, and what is in forms as drafts.

        Whatever ends the program may follow; if nothing does, all goes on.

        Returns
        -------
        bool
            Whether all is kept.
        """
        if self._drafts is None or not shiboken6.isValid(self._window):
            return True
        self._window.stack.store_texts()
        is_kept = self._drafts.look()  # at once: a photo may take a while
        return self._drafts.look() if self._photos.settle() else is_kept

    def be_ready_to_end(self) -> None:
        """Keep what is typed and make the closing copy: there may be no time for it later."""
        if self.keep() and self._drafts is not None:
            self._journal.back_up_before_end()

    def end_keeping(self) -> None:
        """Keep what is typed for good, before window and forms go."""
        if self._drafts is not None:
            self._photos.settle()
            self._drafts.end()

    def end_now(self) -> None:
        """End at once, because the session does: nothing is asked, and nothing typed is lost."""
        self._is_hurried = True
        self.keep()
        self.end_keeping()
        if shiboken6.isValid(self._window):
            self._window.end_now()
        QGuiApplication.exit()

    def begin_again(self) -> None:
        """Close window and journal, and open both anew."""
        self._window.is_quitting = self.begins_again = True
        if self._window.close():
            QGuiApplication.exit()
        else:  # something typed could not be stored
            self._window.is_quitting = self.begins_again = self.was_locked = self._removes = False

    def remove_everything(self) -> None:
        """Close window and journal, delete every file, and begin as new."""
        self._removes = True
        self.begin_again()

    def close(self) -> None:
        """Finish with photos, make a last copy, and close the journal."""
        if not self.is_open:
            return
        self._locker.stop()
        self._copies.stop()
        self._soon.stop()
        self._photo_check.stop()
        self._journal_check.stop()
        self._photos.finish()
        failure = self._journal.close(copy=not self._removes)
        if self._removes:
            failure = _removed(self._paths)
        # What the second place lacks is said above the page when the window is opened again.
        is_told = not self._is_hurried and not isinstance(failure, CopiesFolderGone)
        if failure is not None and is_told:
            show_error(failure)

    def _after_filling(self) -> None:
        if self.begins_again:
            return
        threading.Thread(target=_load_matplotlib, name="warm-up", daemon=True).start()
        self._copy_if_due()

    def _watch_over(self, second_place: Path | None, said: str) -> None:
        from second_wind.ui.kit.service.locking import Locker
        from second_wind.ui.safety.journal_check import JournalCheckAfterStart
        from second_wind.ui.safety.photo_check import PhotoCheckAfterStart
        from second_wind.ui.safety.watch import Watch

        window = self._window
        quiet = QuietFiles(self._paths)
        self._watch = Watch(self._journal, quiet, window.lines, window)
        self._watch.merged.connect(window.commands.say_done)
        self._watch.undo_wanted.connect(window.commands.undo)
        self._watch.start(second_place)
        if said:
            self._watch.say(said)
        self._tell_of_place()
        self._photo_check = PhotoCheckAfterStart(self._journal, self._paths, self)
        self._photo_check.found.connect(self._watch.show_photo_problem)
        self._photo_check.start()
        self._journal_check = JournalCheckAfterStart(self._journal, self)
        self._journal_check.found.connect(self._watch.show_damage)
        self._journal_check.start()
        self._locker = Locker(window.preferences, self._clock, self)
        self._locker.lock_wanted.connect(self._lock_if_encrypted)
        self._locker.session_ends.connect(self.be_ready_to_end)
        self._locker.start()

    def _tell_of_place(self) -> None:
        from second_wind.storage.sqlite.open_folder import to_be_told
        from second_wind.words.safety import safety

        if self._journal.is_read_only:
            self._watch.show_place(safety.read_only(self._paths.journal))
        elif to_be_told(self._paths.data, self._paths.config):
            self._watch.show_place(safety.open_to_others(self._paths.data))

    def _lock_if_encrypted(self) -> None:
        if self._journal.key is not None:
            self.lock()

    def _copy_if_due(self) -> None:
        try:
            if self._journal.back_up_if_due() is None:
                return
        except KnownError as error:
            self._watch.show_copy_problem(error)
        else:
            self._watch.show_copy_problem(self._journal.second_place_problem)


def _removed(paths: AppPaths) -> KnownError | None:
    """Delete every file, and return what stood in the way."""
    from second_wind.journal.safety.removal import remove
    from second_wind.ui.kit.service.autostart import autostart_of, same_files

    try:
        if not same_files(paths):  # what starts with the session is this journal
            autostart_of().turn_off()
        remove(paths)
    except KnownError as error:
        return error
    return None


def _load_matplotlib() -> None:
    """Load what charts need while nobody waits for it."""
    importlib.import_module("matplotlib.figure")
