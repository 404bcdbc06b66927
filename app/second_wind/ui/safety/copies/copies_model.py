"""The safe copies as a table: when, why, what each holds, and whether it is sound."""

from collections.abc import Callable, Sequence
from datetime import tzinfo
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from second_wind.words.base import numbers
from second_wind.words.base.language import _, pgettext, short_date
from second_wind.words.files import copies as reasons
from second_wind.words.safety import safety as words

if TYPE_CHECKING:
    from second_wind.journal.files.copies import SafeCopy
    from second_wind.journal.safety.copy_contents import CopyContents

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """What the table shows of a copy."""

    WHEN = 0
    WHY = 1
    ENTRIES = 2
    LAST_DAY = 3
    SIZE = 4
    STATE = 5


_NUMBERS = (Column.ENTRIES, Column.SIZE)


class CopiesModel(QAbstractTableModel):
    """One row for each copy, newest first; what each holds comes in later."""

    def __init__(self, zone: tzinfo | None, parent: QObject | None = None) -> None:
        """Make an empty table that tells times of this zone."""
        super().__init__(parent)
        self._zone = zone
        self._copies: list[SafeCopy] = []
        self._contents: dict[Path, CopyContents] = {}

    def show(self, copies: Sequence["SafeCopy"]) -> None:
        """Show these copies; what is known of one stays known, since no copy ever changes."""
        self.beginResetModel()
        self._copies = list(copies)
        self.endResetModel()

    def show_contents(self, copy: Path, contents: "CopyContents") -> None:
        """Show what one copy holds."""
        self._contents[copy] = contents
        for row, each in enumerate(self._copies):
            if each.path == copy:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def unread(self) -> list[Path]:
        """Return the copies that nobody has looked into yet."""
        return [each.path for each in self._copies if each.path not in self._contents]

    def copies(self) -> "list[SafeCopy]":
        """Return what is shown."""
        return list(self._copies)

    def copy(self, row: int) -> "SafeCopy":
        """Return the copy in a row."""
        return self._copies[row]

    def is_usable(self, row: int) -> bool:
        """Tell whether a copy was not found damaged."""
        found = self._contents.get(self._copies[row].path)
        return found is None or found.is_sound

    def moment(self, row: int) -> str:
        """Return when a copy was made, in words."""
        copy = self._copies[row]
        text = words.moment(copy.made_at.astimezone(self._zone))
        return words.about(text) if copy.is_misdated else text

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of copies."""
        return 0 if parent.isValid() else len(self._copies)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return words.copy_columns()[section]
        return _side(Column(section)) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a cell."""
        if not index.isValid():
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts[column](index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(index.row())
        return _side(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    @property
    def _texts(self) -> dict[Column, Callable[[int], str]]:
        return {
            Column.WHEN: self.moment,
            Column.WHY: lambda row: reasons.reason(self._copies[row].reason),
            Column.ENTRIES: self._entries,
            Column.LAST_DAY: self._last_day,
            Column.SIZE: lambda row: reasons.amount(self._copies[row].size),
            Column.STATE: self._state,
        }

    def _tip(self, row: int) -> str:
        copy = self._copies[row]
        hint = f"\n{reasons.misdated_hint()}" if copy.is_misdated else ""
        return f"{copy.path.name}{hint}"

    def _entries(self, row: int) -> str:
        found = self._contents.get(self._copies[row].path)
        return numbers.whole(found.entries) if found and found.is_sound else ""

    def _last_day(self, row: int) -> str:
        found = self._contents.get(self._copies[row].path)
        return short_date(found.last_day) if found and found.last_day else ""

    def _state(self, row: int) -> str:
        found = self._contents.get(self._copies[row].path)
        if found is None:
            return _("not read yet")
        return (
            pgettext("state of a copy", "sound")
            if found.is_sound
            else pgettext("state of a copy", "damaged")
        )


def _side(column: Column) -> int:
    side = Qt.AlignmentFlag.AlignTrailing if column in _NUMBERS else Qt.AlignmentFlag.AlignLeading
    return int(side | Qt.AlignmentFlag.AlignVCenter)
