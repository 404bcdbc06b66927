"""Photos of an outing while it is written down: added from files, or dropped."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from second_wind.core.entries import MOST_PHOTOS
from second_wind.core.errors import TooManyPhotos
from second_wind.ui.photos import Photos
from second_wind.ui.widgets.photo_row import PhotoRow
from second_wind.words.language import _


class PhotoPicker(QWidget):
    """Holds the keys of up to ten photos."""

    settled = Signal()
    """All photos that were added are held."""

    def __init__(self, photos: Photos, parent: QWidget | None = None) -> None:
        """Make a picker without photos."""
        super().__init__(parent)
        self._photos = photos
        self._keys: tuple[str, ...] = ()
        self._token = object()
        self._awaited = 0
        self._row = PhotoRow(photos)
        self._add = QPushButton(_("Add photos…"))
        self._add.clicked.connect(self._choose)
        self._remove = QPushButton(_("Remove the last photo"))
        self._remove.clicked.connect(self._remove_last)
        buttons = QHBoxLayout()
        buttons.addWidget(self._add)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self._row)
        column.addLayout(buttons)
        photos.kept.connect(self._take)
        photos.failed.connect(self._stop_waiting)
        self.setAcceptDrops(True)

    def photos(self) -> tuple[str, ...]:
        """Return the keys of the photos."""
        return self._keys

    def show_photos(self, keys: Sequence[str]) -> None:
        """Hold these photos; those on their way belonged to something else."""
        self._token, self._awaited = object(), 0
        self._hold(keys)

    def is_waiting(self) -> bool:
        """Tell whether photos are on their way."""
        return self._awaited > 0

    def _hold(self, keys: Sequence[str]) -> None:
        self._keys = tuple(keys)
        self._row.show_photos(self._keys)
        self._remove.setVisible(bool(self._keys))

    def add_files(self, files: Sequence[Path]) -> None:
        """Keep copies of files and hold them."""
        if len(self._keys) + len(files) > MOST_PHOTOS:
            self._photos.failed.emit(TooManyPhotos(MOST_PHOTOS))
        else:
            self._awaited += 1
            self._photos.keep(self._token, files)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files that were dropped."""
        urls = event.mimeData().urls()
        self.add_files([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def _choose(self) -> None:
        pictures = _("Pictures") + " (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.gif)"
        names, _chosen = QFileDialog.getOpenFileNames(self, _("Add photos"), "", pictures)
        if names:
            self.add_files([Path(name) for name in names])

    def _remove_last(self) -> None:
        self._hold(self._keys[:-1])

    def _take(self, token: object, keys: tuple[str, ...]) -> None:
        if token is not self._token:
            return
        self._hold(tuple(dict.fromkeys((*self._keys, *keys))))
        self._awaited = max(0, self._awaited - 1)
        if not self._awaited:
            self.settled.emit()

    def _stop_waiting(self) -> None:
        self._awaited = 0
