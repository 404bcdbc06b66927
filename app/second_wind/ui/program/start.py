"""Opens the journal and fills the window before it is seen; what can wait follows the paint."""

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.copy_errors import CopiesFolderGone
from second_wind.core.log.clock import Clock
from second_wind.paths import AppPaths
from second_wind.ui.program.before_qt import rest_is_over
from second_wind.ui.program.errors import show_error
from second_wind.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from second_wind.core.secrets.passphrase_key import Key
    from second_wind.journal.journal import Journal
    from second_wind.ui.opening.lock import LockPage
    from second_wind.ui.program.beside.services import Services
    from second_wind.ui.program.beside.standing import Standing

_AFTER_CHART_MS = 1_000
"""The chart of Today is looked at; nobody waits for what goes on beside the window."""


class Start(QObject):
    """Opens the journal, shows it, and closes it in the end."""

    filled = Signal()
    """The window holds the journal; it need not be on the screen yet."""
    served = Signal()
    """All that goes on beside the window has begun."""
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
        self._standing: Standing | None = None
        self._services: Services | None = None
        self._window = window
        self._paths = paths
        self._clock = clock
        self.is_open = False
        self.begins_again = self.was_locked = self.was_hidden = False
        self._removes = self._is_hurried = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.serve)
        window.painted.connect(self._serve_soon)

    @property
    def journal(self) -> "Journal":
        """The journal that the window shows."""
        return self._journal

    def fill_soon(self) -> None:
        """Fill the window once the event loop runs, in which a question may be asked first."""
        QTimer.singleShot(0, self.fill)

    @property
    def is_waiting(self) -> bool:
        """Whether the window asks for the passphrase."""
        return self._lock_page is not None

    def fill(self) -> None:
        """Open the journal and show it, or ask for its passphrase."""
        from second_wind.journal.safety.locked import is_locked
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
        from second_wind.ui.opening.opening import open_journal
        from second_wind.ui.photos.photos import Photos
        from second_wind.ui.program.beside.at_a_glance import has_to_say, told_of_folder
        from second_wind.ui.program.carrying_over import carry_over

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
        self._window.removal_requested.connect(self.remove_everything)
        self._window.lock_requested.connect(self.lock)
        if self._paths.is_sample:
            self._window.show_sample()
        folder = told_of_folder(self._journal, self._paths)
        self._first = (place, opened.said, folder)
        # Before the window is seen, so that no line that comes moves the page.
        if opened.said or folder or has_to_say(self._journal, place):
            self._stand()
        self.filled.emit()
        if self._window.was_painted or not self._window.isVisible():
            self._serve_soon()

    def _stand(self) -> "Standing":
        if self._standing is None:
            from second_wind.ui.program.beside.standing import Standing

            self._standing = Standing(self._window, self._journal, self._paths)
            self._standing.say(*self._first)
        return self._standing

    def _serve_soon(self) -> None:
        rest_is_over()
        if self.is_open:
            # What was locked away listens at once for the session's lock.
            self._soon.start(0 if self._journal.key is not None else _AFTER_CHART_MS)

    def serve(self) -> None:
        """Begin what goes on beside the window, if it has not begun."""
        from second_wind.ui.program.beside.services import Services

        if self._services is not None or self.begins_again:
            return
        watch = self._stand().watch
        services = self._services = Services(self._window, self._journal, self._paths, watch)
        services.locker.lock_wanted.connect(self._lock_if_encrypted)
        services.locker.session_ends.connect(self.be_ready_to_end)
        services.start()
        self.served.emit()

    def keep(self) -> bool:
        """Keep what is typed: texts that store by themselves, and what is in forms as drafts.

        Whatever ends the program may follow; if nothing does, all goes on.

        Returns
        -------
        bool
            Whether all is kept.
        """
        if not self.is_open or not shiboken6.isValid(self._window):
            return True
        self._window.stack.store_texts()
        drafts = self._stand().drafts
        is_kept = drafts.look()  # at once: a photo may take a while
        return drafts.look() if self._photos.settle() else is_kept

    def be_ready_to_end(self) -> None:
        """Keep what is typed and make the closing copy: there may be no time for it later."""
        if self.keep() and self.is_open:
            self._journal.back_up_before_end()

    def end_keeping(self) -> None:
        """Keep what is typed for good, before window and forms go."""
        if self._standing is not None:
            self._photos.settle()
            self._standing.drafts.end()

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
        self._soon.stop()
        if self._services is not None:
            self._services.stop()
        self._photos.finish()
        failure = self._journal.close(copy=not self._removes)
        if self._removes:
            failure = _removed(self._paths)
        # What the second place lacks is said above the page when the window is opened again.
        is_told = not self._is_hurried and not isinstance(failure, CopiesFolderGone)
        if failure is not None and is_told:
            show_error(failure)

    def _lock_if_encrypted(self) -> None:
        if self._journal.key is not None:
            self.lock()


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
