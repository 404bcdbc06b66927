"""Everything logged as rows: their places at once, what stands there when it comes into sight."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from second_wind.core.errors.base import KnownError
from second_wind.core.log.entries import AnyEntry
from second_wind.journal.journal import Journal
from second_wind.journal.log.history import Hit, wanted
from second_wind.storage.queries.search_index import Wanted, day_of
from second_wind.words.window import history as words

Index = QModelIndex | QPersistentModelIndex
HIT_ROLE = int(Qt.ItemDataRole.UserRole)
DAY_ROLE = HIT_ROLE + 1
"""The day in words."""
BEGINS_ROLE = HIT_ROLE + 2
"""Whether a row is the first one of its day."""
_NOWHERE = QModelIndex()
_FIRST = 200
_MORE = 4_000
_BLOCK = 32


class HistoryModel(QAbstractListModel):
    """One row for each entry that is found, newest first."""

    failed = Signal(object)
    """Carries a `KnownError`: some rows can't be read, and are empty."""

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._journal = journal
        self.asked = wanted()
        self._today = date.min
        self._places: list[int] = []
        self._blocks: dict[int, dict[int, Hit]] = {}
        self._has_more = False
        self._failure: KnownError | None = None

    def find(self, asked: Wanted, at_least: int = 0) -> None:
        """List what is found; more rows follow as they are fetched."""
        self.beginResetModel()
        self.asked, self._today = asked, self._journal.today()
        most = max(_FIRST, at_least)
        self._places = self._journal.history.places(asked, most=most, wait=False)
        self._has_more = len(self._places) == most
        self._blocks = {}
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """Return the row of an entry that is in sight or was, -1 if there is none."""
        for block in self._blocks.values():
            for place, hit in block.items():
                if hit.id == key:
                    return self._places.index(place)
        return -1

    def row_at(self, place: int) -> int:
        """Return the row at a place or, where nothing stands there now, the one after it."""
        return sum(each > place for each in self._places)

    def place(self, row: int) -> int:
        """Return the place of a row."""
        return self._places[row]

    def hit(self, row: int) -> Hit | None:
        """Return what stands in a row; None if it is gone since."""
        block = row // _BLOCK
        if block not in self._blocks:
            places = self._places[block * _BLOCK : (block + 1) * _BLOCK]
            self._blocks[block] = self._read(places)
        return self._blocks[block].get(self._places[row])

    def _read(self, places: list[int]) -> dict[int, Hit]:
        """Return what stands at some places; rows are being painted, so damage is told after."""
        found: dict[int, Hit] = {}
        try:
            found = self._journal.history.standing_at(places, self.asked.terms)
        except KnownError as error:
            self._failure = error
            QTimer.singleShot(0, self, self._tell)
        return found

    def _tell(self) -> None:
        self.failed.emit(self._failure)

    def entries(self, rows: Iterable[int]) -> list[AnyEntry]:
        """Return the entries of rows, newest first."""
        return self._journal.history.entries([self._places[row] for row in sorted(rows)])

    # Qt

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows there are so far."""
        return 0 if parent.isValid() else len(self._places)

    def canFetchMore(self, parent: Index = _NOWHERE) -> bool:
        """Tell whether more is found than is listed so far."""
        return not parent.isValid() and self._has_more

    def fetchMore(self, parent: Index = _NOWHERE) -> None:
        """List more."""
        if parent.isValid() or not self._has_more:
            return
        history, last = self._journal.history, self._places[-1]
        more = history.places(self.asked, last, _MORE, wait=False)
        self._has_more = len(more) == _MORE
        if more:
            first = len(self._places)
            self.beginInsertRows(_NOWHERE, first, first + len(more) - 1)
            self._blocks.pop(first // _BLOCK, None)
            self._places += more
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a row, as a whole and in words."""
        if not index.isValid():
            return None
        row = index.row()
        if role == HIT_ROLE:
            return self.hit(row)
        if role == DAY_ROLE:
            return self._day(row)
        if role == BEGINS_ROLE:
            return not row or day_of(self._places[row - 1]) != day_of(self._places[row])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._aloud(row)
        return None

    def _day(self, row: int) -> str:
        return words.day_label(day_of(self._places[row]), self._today)

    def _aloud(self, row: int) -> str:
        hit = self.hit(row)
        if hit is None:
            return ""
        at = getattr(hit.entry, "at", None)
        return words.row(self._day(row), at, hit.title.text, hit.excerpt.text)
