"""The list of everything logged: as many rows as there are entries, painted as they scroll by."""

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from second_wind.core.errors.base import KnownError
from second_wind.core.log.entries import AnyEntry
from second_wind.journal.journal import Journal
from second_wind.storage.queries.search_index import Wanted
from second_wind.ui.history.history_model import HIT_ROLE, HistoryModel
from second_wind.ui.history.history_row import HistoryRow
from second_wind.words.window import history as words

_AT_A_TIME = 150
_OPEN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LIST_AGAIN_AFTER = 20


class HistoryList(QListView):
    """Lists, searches and selects; reads on in idle moments while it is in sight."""

    open_wanted = Signal()
    edit_wanted = Signal()
    delete_wanted = Signal()
    typed = Signal(str)
    """Carries a letter or digit: it is for the search."""
    listed = Signal()
    """What is listed, or how much of it, changed."""
    chosen = Signal()
    """The selection changed."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self.setObjectName("history-list")
        self.setAccessibleName(words.title())
        self._journal = journal
        self._rows = HistoryRow(self)
        self.entries_model = HistoryModel(journal, self)
        self.setModel(self.entries_model)
        self.setItemDelegate(self._rows)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The day of the topmost row is painted anew as the rows move.
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)
        self.doubleClicked.connect(self.open_wanted)
        self._slices = 0
        self._is_partial = False
        self._reading = QTimer(self)
        self._reading.setInterval(0)
        self._reading.timeout.connect(self._read_on)

    def look_for(self, asked: Wanted) -> None:
        """List what is found; what was current stays so, if it is still there."""
        model = self.entries_model
        is_same = asked == model.asked
        current = self.currentIndex().row()
        place = model.place(current) if is_same and current >= 0 else None
        scrolled, seen = self.verticalScrollBar().value(), model.rowCount()
        self._rows.lines = 2 if asked.terms else 1
        model.find(asked, seen if is_same else 0)
        if place is not None:
            self._go_to(model.row_at(place))
            self.verticalScrollBar().setValue(scrolled)
        elif self.hasFocus():
            self._go_to(0)
        self._is_partial = bool(asked.terms) and not self._journal.history.is_read
        self._reading.start()
        self.listed.emit()

    def chosen_rows(self) -> list[int]:
        """Return the rows that are selected."""
        return sorted(each.row() for each in self.selectionModel().selectedIndexes())

    def chosen_entries(self) -> list[AnyEntry]:
        """Return the entries that are selected."""
        return self.entries_model.entries(self.chosen_rows())

    def title(self, row: int) -> str:
        """Return what an entry is, in words."""
        hit = self.entries_model.index(row, 0).data(HIT_ROLE)
        return str(hit.title.text) if hit is not None else ""

    # Qt

    def event(self, event: QEvent) -> bool:
        """Take letters before the window's single keys do: they go to the search."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and _types(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, edit on F2, delete on Del; let the search have what is typed."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in _OPEN_KEYS:
            self.open_wanted.emit()
        elif plain and event.key() == Qt.Key.Key_F2:
            self.edit_wanted.emit()
        elif plain and event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        elif _types(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the current row, or the first one, so that keys act on what has the focus."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self._go_to(max(0, self.currentIndex().row()))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell that the selection changed."""
        super().selectionChanged(selected, deselected)
        self.chosen.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Read on."""
        super().showEvent(event)
        self._reading.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._reading.stop()

    # Inside

    def _go_to(self, row: int) -> None:
        index = self.entries_model.index(min(row, self.entries_model.rowCount() - 1), 0)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)

    def _read_on(self) -> None:
        """Go on reading; a journal that can't be read now is asked again when next listed."""
        try:
            self._read_some()
        except KnownError:
            self._reading.stop()

    def _read_some(self) -> None:
        """List and read some more; a search is repeated now and then until all is read."""
        model = self.entries_model
        if model.canFetchMore():
            model.fetchMore()
            self.listed.emit()
            return
        is_done = self._journal.history.read_on(_AT_A_TIME)
        if is_done:
            self._reading.stop()
        self._slices += 1
        if self._is_partial and (is_done or self._slices % _LIST_AGAIN_AFTER == 0):
            self.look_for(model.asked)


def _types(event: QKeyEvent) -> bool:
    """Tell whether a key types a letter or a digit."""
    free = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    return event.text().isalnum() and not event.modifiers() & ~free
