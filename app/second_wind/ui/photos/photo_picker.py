"""Photos of an outing while it is written down: from files, dropped, or pasted."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from second_wind.core.errors.entry_errors import TooManyPhotos
from second_wind.core.log.entries import MOST_PHOTOS
from second_wind.ui.kit.look.flow_layout import FlowLayout
from second_wind.ui.kit.look.notice import Notice
from second_wind.ui.photos.photo_row import PhotoRow
from second_wind.ui.photos.photo_viewer import PhotoViewer
from second_wind.ui.photos.photos import Photos
from second_wind.words.base.language import pgettext
from second_wind.words.files import photos as words


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
        self.row = PhotoRow(photos)
        self.row.opened.connect(self._open)
        self._add = QPushButton(pgettext("button", "Add photos…"))
        self._add.clicked.connect(self._choose)
        self._paste = QPushButton(pgettext("button", "Paste"))
        self._paste.setAccessibleName(words.paste_hint())
        self._paste.setToolTip(words.paste_hint())
        self._paste.clicked.connect(self.paste)
        self.notice = Notice()
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self._add)
        flow.addWidget(self._paste)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        for widget in (self.row, buttons, self.notice):
            column.addWidget(widget)
        photos.kept.connect(self._take)
        photos.failed.connect(self._stop_waiting)
        self.setAcceptDrops(True)

    def photos(self) -> tuple[str, ...]:
        """Return the keys of the photos."""
        return self._keys

    def show_photos(self, keys: Sequence[str]) -> None:
        """Hold these photos; those on their way belonged to something else."""
        self._token, self._awaited = object(), 0
        self.notice.hide()
        self._hold(keys)

    def typed(self) -> str:
        """Return the keys."""
        return " ".join(self._keys)

    def show_typed(self, text: str) -> None:
        """Hold the photos with these keys."""
        self.show_photos(text.split())

    def typed_words(self) -> str:
        """Return nothing: a key tells a person nothing."""
        return ""

    def is_waiting(self) -> bool:
        """Tell whether photos are on their way."""
        return self._awaited > 0

    def add(self, sources: Sequence[Path | bytes]) -> None:
        """Keep copies of pictures and hold them."""
        self.notice.hide()
        if len(self._keys) + len(sources) > MOST_PHOTOS:
            self._photos.failed.emit(TooManyPhotos(MOST_PHOTOS))
        else:
            self._awaited += 1
            self._photos.keep(self._token, sources)

    def paste(self) -> None:
        """Take what was copied: files, or a picture."""
        sources = pictures_in(QGuiApplication.clipboard().mimeData())
        if sources:
            self.add(sources)
        else:
            self.notice.say(words.nothing_to_paste())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files and pictures."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        sources = pictures_in(event.mimeData())
        if sources:
            event.acceptProposedAction()
            self.add(sources)

    def _hold(self, keys: Sequence[str]) -> None:
        self._keys = tuple(keys)
        self.row.show_photos(self._keys)

    def _choose(self) -> None:
        pictures = (
            pgettext("kind of file", "Pictures")
            + " (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.gif)"
        )
        names, _chosen = QFileDialog.getOpenFileNames(
            self, pgettext("heading", "Add photos"), "", pictures
        )
        if names:
            self.add([Path(name) for name in names])

    def _open(self, key: str) -> None:
        viewer = PhotoViewer(self._photos, self._keys, key, self.window())
        viewer.removed.connect(self._let_go)
        viewer.exec()
        viewer.deleteLater()

    def _let_go(self, key: str) -> None:
        self._hold([each for each in self._keys if each != key])

    def _take(self, token: object, keys: tuple[str, ...]) -> None:
        if token is not self._token:
            return
        self._hold(tuple(dict.fromkeys((*self._keys, *keys))))
        self._awaited = max(0, self._awaited - 1)
        if not self._awaited:
            self.settled.emit()

    def _stop_waiting(self) -> None:
        self._awaited = 0


def pictures_in(data: QMimeData) -> list[Path | bytes]:
    """Return the files, or else the picture, that were copied or dragged."""
    files: list[Path | bytes] = [
        Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()
    ]
    if files or not data.hasImage():
        return files
    image = data.imageData()
    return [_as_png(image)] if isinstance(image, QImage) and not image.isNull() else []


def _as_png(image: QImage) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(held.data())
