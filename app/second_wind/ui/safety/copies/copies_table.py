"""The table of safe copies, as wide as it needs to be."""

from PySide6.QtCore import QItemSelectionModel, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from second_wind.ui.safety.copies.copies_model import Column, CopiesModel
from second_wind.words.base.language import pgettext

_LETTERS_NEEDED = {Column.SIZE: 70, Column.WHY: 58, Column.LAST_DAY: 48}
"""How many letters wide the table must be to show a column."""
_FEWEST_ROWS, _USUAL_ROWS = 3, 7


class CopiesTable(QTableView):
    """One copy can be chosen; the keyboard moves between rows, and Tab leaves."""

    def __init__(self, model: CopiesModel, parent: QWidget | None = None) -> None:
        """Show a model of copies."""
        super().__init__(parent)
        self.setObjectName("copies-table")
        self.setAccessibleName(pgettext("field", "Safe copies"))
        self.setModel(model)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 2.1))
        self.setMinimumHeight(self._height_of(_FEWEST_ROWS))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(Column.WHY, QHeaderView.ResizeMode.Stretch)

    def chosen(self) -> int | None:
        """Return the row that is chosen."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def choose(self, row: int) -> None:
        """Choose the copy in a row; Qt's own `selectRow` does nothing before a first layout."""
        flags = QItemSelectionModel.SelectionFlag
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def sizeHint(self) -> QSize:
        """Return room for some copies; the others are scrolled to."""
        rows = max(_FEWEST_ROWS, min(_USUAL_ROWS, self.model().rowCount()))
        return QSize(super().sizeHint().width(), self._height_of(rows))

    def _height_of(self, rows: int) -> int:
        return self.verticalHeader().defaultSectionSize() * (rows + 1) + 14

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        letters = self.width() / max(1, self.fontMetrics().averageCharWidth())
        for column, needed in _LETTERS_NEEDED.items():
            self.setColumnHidden(column, letters < needed)
        head, last = self.horizontalHeader(), self.isColumnHidden(Column.WHY)
        mode = QHeaderView.ResizeMode.Stretch if last else QHeaderView.ResizeMode.ResizeToContents
        head.setSectionResizeMode(Column.WHEN, mode)
