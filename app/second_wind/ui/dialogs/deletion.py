"""Deleting everything: said plainly, an export offered first, and confirmed by a typed word."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from second_wind.core.errors import KnownError
from second_wind.exchange.export import to_path
from second_wind.journal.journal import Journal
from second_wind.journal.removal import kept_files
from second_wind.paths import AppPaths
from second_wind.storage import second_place
from second_wind.ui.widgets.breakable import breakable
from second_wind.ui.widgets.card import heading, muted
from second_wind.ui.widgets.notice import Notice
from second_wind.words import settings as words
from second_wind.words.errors import sentence
from second_wind.words.language import _

_WIDTH = 72
"""In average letters."""


class DeletionDialog(QDialog):
    """Accepted when the person typed the word and pressed the button; it deletes nothing itself."""

    def __init__(self, journal: Journal, paths: AppPaths, parent: QWidget | None = None) -> None:
        """Make the dialog."""
        super().__init__(parent)
        self._journal = journal
        self.setWindowTitle(_("Delete everything"))
        self.word = QLineEdit()
        self.word.setObjectName("word-to-delete")
        self.export = QPushButton(_("Export first…"))
        self.keep = QPushButton(_("Keep everything"))
        self.delete = QPushButton(_("Delete everything"))
        self.delete.setObjectName("delete-for-good")
        self.delete.setEnabled(False)
        self.notice = Notice()
        self._lay_out(paths)
        self.word.textChanged.connect(self._compare)
        self.export.clicked.connect(self._export)
        self.keep.clicked.connect(self.reject)
        self.delete.clicked.connect(self.accept)
        self.keep.setDefault(True)

    def _lay_out(self, paths: AppPaths) -> None:
        question = QLabel(words.type_to_delete(words.word_to_delete()))
        question.setWordWrap(True)
        question.setBuddy(self.word)
        self.word.setAccessibleName(question.text())
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(heading(_("Delete everything?"), 1.3))
        for text in _told(paths):
            column.addWidget(_wrapped(text))
        column.addWidget(self.export, alignment=Qt.AlignmentFlag.AlignLeading)
        column.addWidget(
            muted(words.export_explanation(has_photos=paths.photos.exists()), wraps=True)
        )
        column.addWidget(self.notice)
        column.addSpacing(6)
        column.addWidget(question)
        column.addWidget(self.word)
        column.addLayout(self._buttons())
        column.addStretch(1)
        self.setMinimumWidth(min(460, self.fontMetrics().averageCharWidth() * _WIDTH))
        self.word.setFocus()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.delete)
        row.addStretch(1)
        row.addWidget(self.keep)
        return row

    def _compare(self, typed: str) -> None:
        fits = typed.strip().casefold() == words.word_to_delete().casefold()
        self.delete.setEnabled(fits)
        self.keep.setDefault(not fits)

    def _export(self) -> None:
        name = f"second-wind-{self._journal.today().isoformat()}.json"
        suggested = str(Path.home() / name)
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Export first"), suggested, _("Second Wind export (*.json)")
        )
        if not chosen:
            return
        try:
            to_path("json", self._journal, Path(chosen))
        except KnownError as error:
            self.notice.say(sentence(error))
        else:
            self.notice.say(words.exported(breakable(chosen)))


def _told(paths: AppPaths) -> tuple[str, ...]:
    """Return what goes, and what stays."""
    files = words.files_go(len(kept_files(paths)), breakable(str(paths.data)))
    place = second_place.chosen(paths.config)
    stays = (words.second_place_stays(breakable(str(place))),) if place else ()
    return (words.deleted_is_for_good(), files, *stays)


def _wrapped(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
