"""One photo large, and the way to those beside it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from second_wind.core.errors.base import KnownError
from second_wind.ui.kit.look.card import muted
from second_wind.ui.kit.look.notice import Notice
from second_wind.ui.kit.service.locking import CLOSES_TO_LOCK
from second_wind.ui.kit.service.saving import write
from second_wind.ui.photos.photos import Photos
from second_wind.words.base.language import _, pgettext
from second_wind.words.errors.sentences import sentence
from second_wind.words.files import photos as words

_SHARE = 0.85
"""Of the screen."""


class PhotoViewer(QDialog):
    """Shows photos one after the other; arrows lead on, Esc closes."""

    removed = Signal(str)
    """Carries the key of a photo that the person doesn't want here any more."""

    def __init__(
        self, photos: Photos, keys: Sequence[str], key: str, parent: QWidget | None = None
    ) -> None:
        """Show the photo with a key, among others."""
        super().__init__(parent)
        self.setObjectName("photo-viewer")
        self.setProperty(CLOSES_TO_LOCK, True)
        self._photos = photos
        self._keys = list(dict.fromkeys(keys))
        self._number = self._keys.index(key)
        self._jpeg = b""
        self._pixmap = QPixmap()
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setMinimumSize(1, 1)
        self.picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.picture.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # a button would keep the arrows
        self.place = muted("")
        self.notice = Notice()
        self.before = _button("‹", _("The photo before"), self._go_back)
        self.after = _button("›", _("The photo after"), self._go_on)
        self.save = _button(words.save(), words.save(), self._save)
        self.remove = _button(words.remove(), words.remove(), self._remove)
        self._lay_out()
        photos.picture_ready.connect(self._show)
        self.resize(self.screen().availableSize() * _SHARE)
        self.picture.setFocus()
        self._ask()

    def key(self) -> str:
        """Return the key of the photo that is shown."""
        return self._keys[self._number]

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on or back by arrows, mirrored where reading goes from right to left."""
        on, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.isRightToLeft():
            on, back = back, on
        if event.key() == on:
            self._go_on()
        elif event.key() == back:
            self._go_back()
        elif event.key() == Qt.Key.Key_Delete:
            self._remove()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture anew."""
        super().resizeEvent(event)
        self._fit()

    # Inside

    def _go_on(self) -> None:
        self._go(self._number + 1)

    def _go_back(self) -> None:
        self._go(self._number - 1)

    def _go(self, number: int) -> None:
        if 0 <= number < len(self._keys):
            self._number = number
            self._ask()

    def _ask(self) -> None:
        self.notice.hide()
        self._jpeg, self._pixmap = b"", QPixmap()
        self.picture.clear()
        text = words.place(self._number + 1, len(self._keys))
        self.setWindowTitle(text)
        self.place.setText(text)
        self.picture.setAccessibleName(text)
        self.before.setEnabled(self._number > 0)
        self.after.setEnabled(self._number < len(self._keys) - 1)
        self.save.setEnabled(False)
        self._photos.ask_picture(self.key())

    def _show(self, key: str, jpeg: bytes) -> None:
        if not self._keys or key != self.key():
            return
        if jpeg and self._pixmap.loadFromData(jpeg):
            self._jpeg = jpeg
            self.save.setEnabled(True)
            self._fit()
        else:
            self.picture.setText(_("This photo is missing or damaged."))

    def _fit(self) -> None:
        if self._pixmap.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = self.picture.size() * ratio
        size = self._pixmap.size().boundedTo(room)
        fitted = self._pixmap.scaled(
            QSize(size),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        fitted.setDevicePixelRatio(ratio)
        self.picture.setPixmap(fitted)

    def _save(self) -> None:
        name, _chosen = QFileDialog.getSaveFileName(
            self, words.save(), pgettext("name of a file", "photo.jpg"), words.jpeg_files()
        )
        if not name:
            return
        file = Path(name)
        try:
            write(file, self._jpeg, self)
        except KnownError as problem:
            self.notice.say(sentence(problem))
        else:
            self.notice.say(words.saved(file))

    def _remove(self) -> None:
        key = self._keys.pop(self._number)
        self.removed.emit(key)
        if not self._keys:
            self.accept()
            return
        self._number = min(self._number, len(self._keys) - 1)
        self._ask()

    def _lay_out(self) -> None:
        close = _button(pgettext("button", "Close"), pgettext("button", "Close"), self.accept)
        row = QHBoxLayout()
        for each in (self.before, self.after):
            row.addWidget(each)
        row.addWidget(self.place, 1)
        for each in (self.remove, self.save, close):
            row.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(12)
        column.addWidget(self.picture, 1)
        column.addWidget(self.notice)
        column.addLayout(row)
        close.setDefault(True)  # only now does it belong to the dialog


def _button(text: str, name: str, do: object) -> QPushButton:
    button = QPushButton(text)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.clicked.connect(do)
    return button
