"""Looks once after each start whether every photo is as it was kept."""

from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from second_wind.core.errors.base import KnownError
from second_wind.core.log.entries import Outing
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.journal import Journal
from second_wind.journal.safety.checking import days_of_photos, unsound_days
from second_wind.paths import AppPaths
from second_wind.storage.photos.photo_files import PhotoCheck, check_photos
from second_wind.ui.kit.service.tasks import Tasks
from second_wind.words.safety import checking

_LATER_MS = 5_000
"""Whoever opens the window wants to log first."""
_CHECK = "check"


class PhotoCheckAfterStart(QObject):
    """Reads all photos off the main thread; says nothing where all is well."""

    found = Signal(str)
    """Carries what is wrong, in words."""

    def __init__(self, journal: Journal, paths: AppPaths, parent: QObject | None = None) -> None:
        """Look at nothing yet."""
        super().__init__(parent)
        self._journal = journal
        self._path = paths.photos
        self._days: dict[str, date] = {}
        self._key: Key | None = None
        self._tasks = Tasks(self)
        self._tasks.done.connect(self._tell)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.check)

    def start(self) -> None:
        """Look after a while."""
        self._timer.start(_LATER_MS)

    def check(self) -> None:
        """Look now."""
        try:
            self._days = days_of_photos(self._journal.entries(Outing))
        except KnownError:  # the page that can't read it says so
            return
        path, wanted, key = self._path, tuple(self._days), self._journal.key
        self._key = key
        self._tasks.start(
            _CHECK, lambda tasks: check_photos(path, wanted, key, lambda: tasks.is_wanted)
        )

    def stop(self) -> None:
        """Look no more, and let go of the file."""
        self._timer.stop()
        self._tasks.finish()

    def _tell(self, _name: str, photos: object) -> None:
        assert isinstance(photos, PhotoCheck)
        if self._journal.is_released or self._journal.key is not self._key:
            return  # the files were being written anew under another key
        said = checking.photos_unsound(photos, unsound_days(photos, self._days))
        if said:
            self.found.emit(said)
