"""Thumbnails in a wrapping row."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from second_wind.ui.photos import Photos
from second_wind.ui.widgets.flow_layout import FlowLayout
from second_wind.words.language import _

_HEIGHT_IN_LINES = 3.2


class PhotoRow(QWidget):
    """Shows photos by their keys; a missing one leaves a named empty frame."""

    def __init__(self, photos: Photos, parent: QWidget | None = None) -> None:
        """Make an empty row."""
        super().__init__(parent)
        self._photos = photos
        self._labels: dict[str, QLabel] = {}
        self._flow = FlowLayout(self)
        self._known: dict[str, QPixmap] = {}
        photos.thumbnail_ready.connect(self._show_thumbnail)
        self.hide()

    def show_photos(self, keys: Sequence[str]) -> None:
        """Show these photos."""
        if list(keys) == list(self._labels):
            return
        for label in self._labels.values():
            self._flow.removeWidget(label)
            label.deleteLater()
        self._labels = {key: self._frame() for key in dict.fromkeys(keys)}
        for key in self._labels:
            if key in self._known:
                self._fit(key)
            else:
                self._photos.ask_thumbnail(key)
        self.setVisible(bool(self._labels))

    def _frame(self) -> QLabel:
        label = QLabel()
        side = round(self.fontMetrics().height() * _HEIGHT_IN_LINES)
        label.setFixedSize(QSize(round(side * 1.4), side))
        label.setAccessibleName(_("Photo"))
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._flow.addWidget(label)
        return label

    def _show_thumbnail(self, key: str, jpeg: bytes) -> None:
        if key not in self._labels:
            return
        pixmap = QPixmap()
        if jpeg and pixmap.loadFromData(jpeg):
            self._known[key] = pixmap
            self._fit(key)
        else:
            self._labels[key].setText(_("missing"))

    def _fit(self, key: str) -> None:
        label = self._labels[key]
        ratio = self.devicePixelRatioF()
        size = label.size() * ratio
        cover = self._known[key].scaled(
            size,
            Qt.AspectRatioMode.KeepAspectRatioByExpanding,
            Qt.TransformationMode.SmoothTransformation,
        )
        x, y = (cover.width() - size.width()) // 2, (cover.height() - size.height()) // 2
        cut = cover.copy(x, y, size.width(), size.height())
        cut.setDevicePixelRatio(ratio)
        label.setPixmap(cut)
