"""Photos for the window: kept and read by the pool, never on the main thread."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from second_wind.core.clock import Clock
from second_wind.core.errors import KnownError
from second_wind.core.key import Key
from second_wind.paths import AppPaths


class Photos(QObject):
    """Keeps copies of picture files and gives thumbnails back, each by a signal."""

    kept = Signal(object, object)
    """Carries the token of the request and the keys of the kept photos (tuple of str)."""
    thumbnail_ready = Signal(str, bytes)
    """Carries a photo's key and its thumbnail as JPEG (empty if it is missing)."""
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

    def keep(self, token: object, files: Sequence[Path]) -> None:
        """Keep copies of files; `kept` follows, with the same token."""
        now = self._clock.now()
        self._pool.start(_Task(lambda: self._keep(token, files, now)))

    def ask_thumbnail(self, key: str) -> None:
        """Ask for a thumbnail; `thumbnail_ready` follows."""
        self._pool.start(_Task(lambda: self._read(key)))

    def finish(self) -> None:
        """Wait for what is under way."""
        self._pool.waitForDone()

    def _keep(self, token: object, files: Sequence[Path], now: datetime) -> None:
        from second_wind.storage.photos import PhotoStore

        try:
            store = PhotoStore(self._path, self._key)
            try:
                keys = tuple(store.add(file, now) for file in files)
            finally:
                store.close()
        except KnownError as error:
            self.failed.emit(error)
        else:
            self.kept.emit(token, keys)

    def _read(self, key: str) -> None:
        from second_wind.storage.photos import PhotoStore

        try:
            store = PhotoStore(self._path, self._key)
            try:
                thumbnail = store.thumbnail(key) or b""
            finally:
                store.close()
        except KnownError as error:
            self.failed.emit(error)
        else:
            self.thumbnail_ready.emit(key, thumbnail)


class _Task(QRunnable):
    """Runs a function in the pool."""

    def __init__(self, do: Callable[[], None]) -> None:
        super().__init__()
        self._do = do

    def run(self) -> None:
        self._do()
