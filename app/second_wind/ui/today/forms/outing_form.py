"""The form of an outing: kind, minutes, place, photos."""

from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QWidget,
)

from second_wind.core.log.drafts import DraftForm
from second_wind.core.log.entries import Outing, OutingKind
from second_wind.ui.entries.editor import EntryEditor, Timed
from second_wind.ui.kit.fields.choice_box import ChoiceBox
from second_wind.ui.kit.fields.number_field import NumberField, minutes
from second_wind.ui.kit.fields.typed import Line
from second_wind.ui.photos.photo_picker import PhotoPicker
from second_wind.ui.photos.photos import Photos
from second_wind.words.base import labels
from second_wind.words.base.language import _, pgettext


class OutingEditor(EntryEditor):
    """Kind, minutes, place, photos."""

    form = DraftForm.OUTING

    def __init__(self, photos: Photos) -> None:
        """Make the form."""
        super().__init__()
        self._kind = ChoiceBox((str(kind), labels.outing_kind(kind)) for kind in OutingKind)
        self._minutes = NumberField(minutes(may_be_none=True))
        self._place = Line()
        self.photos = PhotoPicker(photos)
        self._as_exercise = QCheckBox(_("Also as exercise"))
        self.add_field(pgettext("field", "Kind"), self._kind)
        self.add_field(pgettext("field", "Minutes"), self._minutes)
        self.add_field(pgettext("field", "Place"), self._place, wide=True)
        self.name_fields(kind=self._kind, minutes=self._minutes, place=self._place)
        self.name_fields(photos=self.photos, as_exercise=self._as_exercise)
        self.extras.addWidget(self.photos)
        self._is_wanted = False
        self.photos.settled.connect(self._store_if_wanted)
        photos.failed.connect(self._forget)
        self.extras.addWidget(self._as_exercise)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.photos.paste)

    def ask_to_store(self) -> None:
        """Store, but not before the photos that were added are held."""
        self._is_wanted = True
        if not self.photos.is_waiting():
            self._store_if_wanted()

    def _store_if_wanted(self) -> None:
        if self._is_wanted and not self.isHidden():
            super().ask_to_store()
        self._is_wanted = False

    def _forget(self) -> None:
        self._is_wanted = False

    def first_field(self) -> QWidget:
        """Return the kind."""
        return self._kind

    def clear(self) -> None:
        """Offer an outing in nature."""
        self._is_wanted = False
        self._kind.choose(OutingKind.NATURE)
        self._minutes.show_number(None)
        self._place.clear()
        self.photos.show_photos(())
        self._as_exercise.setChecked(False)

    def show_entry(self, entry: Timed) -> None:
        """Set the fields to an entry."""
        assert isinstance(entry, Outing)
        self._is_wanted = False
        self._kind.choose(entry.kind)
        self._minutes.show_number(entry.minutes)
        self._place.setText(entry.place)
        self.photos.show_photos(entry.photos)
        self._as_exercise.setChecked(entry.as_exercise)

    def made(self, day: date, at: time | None) -> Timed:
        """Return the entry that the fields say."""
        entry = self.entry if isinstance(self.entry, Outing) else Outing(day=day)
        return replace(
            entry,
            day=day,
            at=at,
            kind=OutingKind(self._kind.value()),
            minutes=self._minutes.whole() or None,
            place=self._place.text().strip(),
            photos=self.photos.photos(),
            as_exercise=self._as_exercise.isChecked() and self._minutes.whole() > 0,
        )
