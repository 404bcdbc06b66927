"""The table of safe copies, as wide as it needs to be."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from second_wind.ui.models.copies import Column, CopiesModel
from second_wind.words.language import _

_LETTERS_NEEDED = {Column.SIZE: 70, Column.WHY: 58}
"""How many letters wide the table must be to show a column."""
_ROWS_SHOWN = 5


class CopiesTable(QTableView):
    """One copy can be chosen; the keyboard moves between rows, and Tab leaves."""

    def __init__(self, model: CopiesModel, parent: QWidget | None = None) -> None:
        """Show a model of copies."""
        super().__init__(parent)
        self.setObjectName("copies-table")
        self.setAccessibleName(_("Safe copies"))
        self.setModel(model)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        row = round(self.fontMetrics().height() * 2.1)
        self.verticalHeader().setDefaultSectionSize(row)
        self.setMinimumHeight(row * (_ROWS_SHOWN + 1) + 12)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(Column.WHY, QHeaderView.ResizeMode.Stretch)

    def chosen(self) -> int | None:
        """Return the row that is chosen."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def choose_first(self) -> None:
        """Choose the newest copy."""
        self.selectRow(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        letters = self.width() / max(1, self.fontMetrics().averageCharWidth())
        for column, needed in _LETTERS_NEEDED.items():
            self.setColumnHidden(column, letters < needed)
        head, last = self.horizontalHeader(), self.isColumnHidden(Column.WHY)
        mode = QHeaderView.ResizeMode.Stretch if last else QHeaderView.ResizeMode.ResizeToContents
        head.setSectionResizeMode(Column.WHEN, mode)
