"""Outings: nature or a camera, with photos."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from second_wind.core.log.entries import Outing
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.ui.photos.photo_row import PhotoRow
from second_wind.ui.photos.photos import Photos
from second_wind.ui.today.cards.activity_card import ActivityCard
from second_wind.words.base.language import _, pgettext
from second_wind.words.entries import cards as words

if TYPE_CHECKING:
    from second_wind.ui.entries.editor import EntryEditor


class OutingsCard(ActivityCard):
    """The day's outings and their photos."""

    kind = Outing
    line = staticmethod(words.outing)

    def __init__(self, journal: Journal, photos: Photos, parent: QWidget | None = None) -> None:
        """Make the card."""
        super().__init__(journal, pgettext("heading", "Outings"), "O", parent)
        self.aside.setText(_("nature · photo"))
        self._photos = photos
        self._row = PhotoRow(photos)
        self._row.opened.connect(self._open_photo)
        self.setAcceptDrops(True)
        self.lay_out_list(_("Add an outing"), "add-outing", self._row)

    def make_form(self) -> "EntryEditor":
        """Return the form, hidden."""
        from second_wind.ui.today.forms.outing_form import OutingEditor

        return OutingEditor(self._photos)

    def show_summary(self) -> None:
        """Show the day's photos."""
        self._row.show_photos([key for each in self.day.outings for key in each.photos])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome pictures: they make an outing."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the form with what was dropped."""
        from second_wind.ui.photos.photo_picker import pictures_in
        from second_wind.ui.today.forms.outing_form import OutingEditor

        sources = pictures_in(event.mimeData())
        if not sources:
            return
        event.acceptProposedAction()
        if self.open_form() is None:
            self.ask()
        assert isinstance(self.editor, OutingEditor)
        self.editor.photos.add(sources)

    def _open_photo(self, key: str) -> None:

        from second_wind.ui.photos.photo_viewer import PhotoViewer  # seldom needed

        viewer = PhotoViewer(self._photos, self._row.keys(), key, self.window())
        viewer.removed.connect(self._take_away)
        viewer.exec()
        viewer.deleteLater()

    def _take_away(self, key: str) -> None:
        """Store the outings of the day without a photo; undo brings it back."""
        without = [
            replace(each, photos=tuple(kept for kept in each.photos if kept != key))
            for each in self.day.outings
            if key in each.photos
        ]
        self.store(ActName.EDIT, change=without)
