"""Thumbnails in a wrapping row; each opens its photo."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from second_wind.ui.kit.look.flow_layout import FlowLayout
from second_wind.ui.kit.look.tab_stops import follow
from second_wind.ui.photos.photos import Photos
from second_wind.words.base.language import pgettext
from second_wind.words.files import photos as words

_HEIGHT_IN_LINES = 3.2
_WIDTH_TO_HEIGHT = 1.4
_BORDER = 4


class PhotoRow(QWidget):
    """Shows photos by their keys; a missing one leaves a named empty frame."""

    opened = Signal(str)
    """Carries the key of the photo that was pressed."""

    def __init__(self, photos: Photos, parent: QWidget | None = None) -> None:
        """Make an empty row."""
        super().__init__(parent)
        self._photos = photos
        self._frames: dict[str, QPushButton] = {}
        self._flow = FlowLayout(self)
        self._known: dict[str, QPixmap] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        photos.thumbnail_ready.connect(self._show_thumbnail)
        self.hide()

    def keys(self) -> list[str]:
        """Return the keys of the photos that are shown."""
        return list(self._frames)

    def frame(self, key: str) -> QPushButton:
        """Return the thumbnail of a photo."""
        return self._frames[key]

    def show_photos(self, keys: Sequence[str]) -> None:
        """Show these photos."""
        wanted = list(dict.fromkeys(keys))
        if wanted == list(self._frames):
            return
        for frame in self._frames.values():
            self._flow.removeWidget(frame)
            frame.hide()
            frame.deleteLater()
        self._frames = {
            key: self._frame(key, number, len(wanted)) for number, key in enumerate(wanted, 1)
        }
        if self._frames:
            follow(self, *self._frames.values())
        for key in self._frames:
            if key in self._known:
                self._fit(key)
            else:
                self._photos.ask_thumbnail(key)
        self.setVisible(bool(self._frames))

    def _frame(self, key: str, number: int, count: int) -> QPushButton:
        frame = QPushButton()
        frame.setObjectName(key)
        frame.setProperty("role", "photo")
        side = round(self.fontMetrics().height() * _HEIGHT_IN_LINES)
        frame.setFixedSize(QSize(round(side * _WIDTH_TO_HEIGHT), side))
        frame.setAutoDefault(False)
        frame.setAccessibleName(words.open_photo(number, count))
        frame.setToolTip(words.open_photo(number, count))
        frame.clicked.connect(self._open)
        self._flow.addWidget(frame)
        return frame

    def _open(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.opened.emit(sender.objectName())

    def _show_thumbnail(self, key: str, jpeg: bytes) -> None:
        if key not in self._frames:
            return
        pixmap = QPixmap()
        if jpeg and pixmap.loadFromData(jpeg):
            self._known[key] = pixmap
            self._fit(key)
        else:
            self._frames[key].setText(pgettext("state of a photo", "missing"))

    def _fit(self, key: str) -> None:
        frame = self._frames[key]
        ratio = self.devicePixelRatioF()
        inner = frame.size() - QSize(_BORDER, _BORDER)
        size = inner * ratio
        cover = self._known[key].scaled(
            size,
            Qt.AspectRatioMode.KeepAspectRatioByExpanding,
            Qt.TransformationMode.SmoothTransformation,
        )
        x, y = (cover.width() - size.width()) // 2, (cover.height() - size.height()) // 2
        cut = cover.copy(x, y, size.width(), size.height())
        cut.setDevicePixelRatio(ratio)
        frame.setIcon(QIcon(cut))
        frame.setIconSize(inner)
