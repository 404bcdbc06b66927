"""Photos for the window: kept and read by the pool, never on the main thread."""

from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRunnable, QThreadPool, Signal

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.photo_errors import PhotoProblem
from second_wind.core.log.clock import Clock
from second_wind.core.secrets.passphrase_key import Key
from second_wind.paths import AppPaths

if TYPE_CHECKING:
    from second_wind.storage.photos.photos import PhotoStore


class Photos(QObject):
    """Keeps copies of picture files and gives thumbnails back, each by a signal."""

    kept = Signal(object, object)
    """Carries the token of the request and the keys of the kept photos (tuple of str)."""
    thumbnail_ready = Signal(str, bytes)
    """Carries a photo's key and its thumbnail as JPEG (empty if it is missing)."""
    picture_ready = Signal(str, bytes)
    """Carries a photo's key and its picture as JPEG (empty if it is missing)."""
    failed = Signal(object)
    """Carries a `KnownError`."""

    def __init__(
        self,
        paths: AppPaths,
        clock: Clock,
        parent: QObject | None = None,
        key: Key | None = None,
    ) -> None:
        """Open nothing yet: the store and the imaging library load with the first photo."""
        super().__init__(parent)
        self._key = key
        self._path = paths.photos
        self._clock = clock
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._being_kept = 0
        self.kept.connect(self._count)

    def keep(self, token: object, sources: Sequence[Path | bytes]) -> None:
        """Keep copies of pictures; `kept` follows, with the same token.

        One that can't be read is told by `failed` and keeps no other back.
        """
        now = self._clock.now()
        self._being_kept += 1
        self._pool.start(_Task(lambda: self._keep(token, sources, now)))

    def ask_thumbnail(self, key: str) -> None:
        """Ask for a thumbnail; `thumbnail_ready` follows."""
        self._pool.start(_Task(lambda: self._read(key, small=True)))

    def ask_picture(self, key: str) -> None:
        """Ask for a picture; `picture_ready` follows."""
        self._pool.start(_Task(lambda: self._read(key, small=False)))

    def use(self, key: Key | None) -> None:
        """Open the store with another key, or none, from now on."""
        self._key = key

    def finish(self) -> None:
        """Wait for what is under way."""
        self._pool.waitForDone()

    def settle(self) -> bool:
        """Wait for photos that are on their way into a form; tell whether there were any."""
        was_waited_for = self._being_kept > 0
        if was_waited_for:
            self.finish()
            # The form holds them once it is told, for which no event loop may be left.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall.value)
        return was_waited_for

    def _count(self) -> None:
        self._being_kept -= 1

    def _keep(self, token: object, sources: Sequence[Path | bytes], now: datetime) -> None:
        keys: list[str] = []
        try:
            with closing(self._store()) as store:
                for each in sources:
                    self._add(store, each, now, keys)
        except KnownError as error:
            self.failed.emit(error)
        self.kept.emit(token, tuple(keys))

    def _add(
        self, store: "PhotoStore", source: Path | bytes, now: datetime, keys: list[str]
    ) -> None:
        try:
            keys.append(store.add(source, now))
        except PhotoProblem as error:
            self.failed.emit(error)

    def _read(self, key: str, *, small: bool) -> None:
        try:
            with closing(self._store()) as store:
                jpeg = store.thumbnail(key) if small else store.picture(key)
        except KnownError as error:
            self.failed.emit(error)
            return
        ready = self.thumbnail_ready if small else self.picture_ready
        ready.emit(key, jpeg or b"")

    def _store(self) -> "PhotoStore":
        from second_wind.storage.photos.photos import PhotoStore

        return PhotoStore(self._path, self._key)


class _Task(QRunnable):
    """Runs a function in the pool."""

    def __init__(self, do: Callable[[], None]) -> None:
        super().__init__()
        self._do = do

    def run(self) -> None:
        self._do()
