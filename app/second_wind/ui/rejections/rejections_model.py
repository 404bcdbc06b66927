"""Rejections as a table, and what of it is shown and in which order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from second_wind.core.log.entries import Rejection, Stage
from second_wind.words.base import labels
from second_wind.words.entries import rejections as words

Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = int(Qt.ItemDataRole.UserRole)
KEY_ROLE = SORT_ROLE + 1
_NOWHERE = QModelIndex()
_STAGES = list(Stage)
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, SORT_ROLE, KEY_ROLE)


class Column(IntEnum):
    """What the table shows of a rejection."""

    DAY = 0
    COMPANY = 1
    ROLE = 2
    STAGE = 3
    FIRST_WEEK = 4
    OUTCOME = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the analysis says of one rejection, in words; `dent` is None where it is unknown.

    `sentence` makes what is read on the rejection's own page.
    """

    dent: float | None
    first_week: str
    ended: str
    sentence: Callable[[], str]


class RejectionsModel(QAbstractTableModel):
    """One row for each rejection."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self._rejections: list[Rejection] = []
        self._outcomes: Mapping[str, Outcome] = {}

    def show(self, rejections: Sequence[Rejection]) -> bool:
        """Show these rejections, oldest first; tell whether they are others than before."""
        if self._rejections == list(rejections):
            return False
        self.beginResetModel()
        self._rejections = list(rejections)
        self.endResetModel()
        return True

    def show_outcomes(self, outcomes: Mapping[str, Outcome]) -> None:
        """Show what the analysis says, by the rejection's id."""
        self._outcomes = outcomes
        if self._rejections:
            last = len(self._rejections) - 1
            self.dataChanged.emit(
                self.index(0, Column.FIRST_WEEK), self.index(last, Column.OUTCOME)
            )

    def rejection(self, row: int) -> Rejection:
        """Return the rejection in a row."""
        return self._rejections[row]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rejections."""
        return 0 if parent.isValid() else len(self._rejections)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heads of the columns and what they mean."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return words.columns()[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return words.column_hints()[section] or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a cell, and by what it sorts."""
        if role not in _ROLES or not index.isValid():  # most questions are about looks
            return None
        rejection, column = self._rejections[index.row()], Column(index.column())
        if role == KEY_ROLE:
            return rejection.id
        if role == SORT_ROLE:
            return self._sort_key(rejection, column, index.row())
        return self._text(rejection, column)

    def _text(self, rejection: Rejection, column: Column) -> str:
        match column:
            case Column.DAY:
                return words.list_date(rejection.day)
            case Column.COMPANY:
                return words.one_line(rejection.company)
            case Column.ROLE:
                return words.one_line(rejection.role)
            case Column.STAGE:
                return _stage(rejection)
        outcome = self._outcomes.get(rejection.id)
        if outcome is None:
            return ""
        return outcome.first_week if column is Column.FIRST_WEEK else outcome.ended

    def _sort_key(self, rejection: Rejection, column: Column, row: int) -> Any:
        """Return a number or a text; None sorts last, whichever way."""
        if column is Column.DAY:
            return rejection.day.toordinal() * 1000 + row % 1000
        if column is Column.STAGE:
            return _STAGES.index(rejection.stage) if rejection.stage else None
        if column is Column.FIRST_WEEK:
            outcome = self._outcomes.get(rejection.id)
            return outcome.dent if outcome else None
        return self._text(rejection, column).casefold() or None


class RejectionsFilter(QSortFilterProxyModel):
    """Shows the rejections of one stage that hold a text; what is unknown stands last."""

    def __init__(self, source: RejectionsModel) -> None:
        """Show everything."""
        super().__init__(source)
        self._source = source
        self._text = ""
        self._stage: Stage | None = None
        self.setSourceModel(source)

    def search(self, text: str) -> None:
        """Show only what holds a text."""
        self._text = " ".join(text.split()).casefold()
        self.invalidate()

    def choose_stage(self, stage: Stage | None) -> None:
        """Show only one stage, or all."""
        self._stage = stage
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Tell whether a row is shown."""
        rejection = self._source.rejection(source_row)
        if self._stage is not None and rejection.stage is not self._stage:
            return False
        return self._text in _searched(rejection)

    def lessThan(self, left: Index, right: Index) -> bool:
        """Compare two cells; those without a value stand last, whichever way the sort goes."""
        first, second = left.data(SORT_ROLE), right.data(SORT_ROLE)
        if first is None or second is None:
            descends = self.sortOrder() is Qt.SortOrder.DescendingOrder
            return first is not second and (first is None) is descends
        return bool(first < second)


def _stage(rejection: Rejection) -> str:
    return labels.stage(rejection.stage) if rejection.stage else ""


def _searched(rejection: Rejection) -> str:
    texts = (
        rejection.company,
        rejection.role,
        _stage(rejection),
        words.list_date(rejection.day),
        rejection.feedback,
        rejection.lesson,
        rejection.note,
        rejection.met,
        *rejection.themes,
    )
    return " ".join(" ".join(texts).split()).casefold()
