"""Deleting everything: said plainly, an export offered first, and confirmed by a typed word."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from second_wind.computer import second_place
from second_wind.journal.journal import Journal
from second_wind.journal.safety.removal import kept_files
from second_wind.paths import AppPaths
from second_wind.ui.kit.fields.typed import Line
from second_wind.ui.kit.forms.sheet import Sheet
from second_wind.ui.kit.look.breakable import breakable
from second_wind.ui.kit.service.export_file import export_to_chosen
from second_wind.words.base.language import _, pgettext
from second_wind.words.window import settings as words


class DeletionDialog(Sheet):
    """Accepted when the person typed the word and pressed the button; it deletes nothing itself."""

    def __init__(self, journal: Journal, paths: AppPaths, parent: QWidget | None = None) -> None:
        """Make the dialog."""
        super().__init__(_("Delete everything?"), parent)
        self._journal = journal
        for text in _told(paths):
            self.add_text(text, is_muted=False)
        self.export = QPushButton(pgettext("button", "Export first…"))
        self.export.setAutoDefault(False)
        self.export.clicked.connect(self._export)
        self.body.addWidget(self.export, alignment=Qt.AlignmentFlag.AlignLeading)
        self.add_text(words.export_explanation(has_photos=paths.photos.exists()))
        self.word = self._add_word()
        self.body.addStretch(1)
        self.delete = self.add_button(pgettext("button", "Delete everything"), self.accept)
        self.delete.setObjectName("delete-for-good")
        self.delete.setAutoDefault(False)  # Enter alone never deletes
        self.delete.setEnabled(False)
        self.keep = self.add_button(pgettext("button", "Keep everything"), self.reject)
        self.keep.setDefault(True)
        self.fit()
        self.focus_on(self.word)

    def _add_word(self) -> Line:
        question = QLabel(words.type_to_delete(words.word_to_delete()))
        question.setWordWrap(True)
        word = Line()
        word.setObjectName("word-to-delete")
        word.setAccessibleName(question.text())
        word.textChanged.connect(self._compare)
        question.setBuddy(word)
        self.body.addSpacing(6)
        self.body.addWidget(question)
        self.body.addWidget(word)
        return word

    def _compare(self, typed: str) -> None:
        """Let the button be pressed when the word is there; Enter alone never deletes."""
        fits = typed.strip().casefold() == words.word_to_delete().casefold()
        self.delete.setEnabled(fits)
        self.keep.setDefault(not fits)

    def _export(self) -> None:
        said = export_to_chosen(self._journal, self, pgettext("heading", "Export first"))
        if said:
            self.say(said)


def _told(paths: AppPaths) -> tuple[str, ...]:
    """Return what goes, and what stays."""
    files = words.files_go(len(kept_files(paths)), breakable(str(paths.data)))
    place = second_place.chosen(paths.config)
    stays = (words.second_place_stays(breakable(str(place))),) if place else ()
    return (words.deleted_is_for_good(), files, *stays)
