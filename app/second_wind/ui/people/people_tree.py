"""The two groups of people as one list that is as tall as it needs; its page scrolls."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from second_wind.ui.kit.look.theme import colours_of
from second_wind.ui.people.people_model import KEY_ROLE, Column, PeopleFilter
from second_wind.words.base.language import pgettext

_LETTERS_NEEDED = {
    Column.INTERVAL: 44,
    Column.WORK: 62,
    Column.HOW_MET: 94,
    Column.CONTACT: 128,
}
"""How many letters wide the list must be to show a column; a person's own page shows all."""
_SHARES = {
    Column.NAME: 10,
    Column.WORK: 12,
    Column.HOW_MET: 10,
    Column.CONTACT: 9,
    Column.LAST_TALK: 8,
    Column.INTERVAL: 8,
}
_LINE_HEIGHT = 2.2


class PeopleTree(QTreeView):
    """Shows who is shown; a click or Enter opens a person."""

    person_opened = Signal(str)
    """Carries the id of a person."""

    def __init__(self, people: PeopleFilter, parent: QWidget | None = None) -> None:
        """Show a filtered list."""
        super().__init__(parent)
        self._people = people
        self.setObjectName("people-tree")
        self.setAccessibleName(pgettext("field", "People"))
        self.setModel(people)
        self.setItemDelegate(_Rows(self))
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.activated.connect(self._open)
        self.clicked.connect(self._open)

    def settle(self) -> None:
        """Open the groups, let their names run across, and take the height that it all needs."""
        self.expandAll()
        for row in range(self._people.rowCount()):
            self.setFirstColumnSpanned(row, QModelIndex(), True)
        rows = self._people.rowCount() + self._people.count()
        frame = 2 * self.frameWidth() + 12
        self.setFixedHeight(self.header().sizeHint().height() + rows * self.row_height() + frame)
        self._share_width()

    def row_height(self) -> int:
        """Return the height of a row."""
        return round(self.fontMetrics().height() * _LINE_HEIGHT)

    def selected(self) -> str:
        """Return the id of the person who is selected."""
        return str(self.currentIndex().siblingAtColumn(0).data(KEY_ROLE) or "")

    def select(self, key: str) -> None:
        """Select a person, if shown; else the first one, so that arrows have where to begin."""
        indexes = [
            self._people.index(row, 0, self._people.index(group, 0))
            for group in range(self._people.rowCount())
            for row in range(self._people.rowCount(self._people.index(group, 0)))
        ]
        found = next((each for each in indexes if each.data(KEY_ROLE) == key), None)
        if found is not None:
            self.setCurrentIndex(found)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Scroll the page around the list, which itself shows all of its rows."""
        super().scrollTo(index, hint)
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and (content := above.widget()) is not None:
            place = self.viewport().mapTo(content, self.visualRect(index).center())
            above.ensureVisible(place.x(), place.y(), 0, self.row_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        letters = self.width() / max(1, self.fontMetrics().averageCharWidth())
        shown = [each for each in Column if letters >= _LETTERS_NEEDED.get(each, 0)]
        room, whole = self.viewport().width(), sum(_SHARES[each] for each in shown)
        for each in Column:
            self.setColumnHidden(each, each not in shown)
            if each in shown:
                self.setColumnWidth(each, room * _SHARES[each] // whole)

    def _open(self, index: QModelIndex) -> None:
        key = str(index.siblingAtColumn(0).data(KEY_ROLE) or "")
        if key:
            self.person_opened.emit(key)


class _Rows(QStyledItemDelegate):
    """Paints groups as quiet heads over their people."""

    def __init__(self, tree: PeopleTree) -> None:
        super().__init__(tree)
        self._tree = tree

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        # The row's tint and the list's frame show the focus; Qt would draw a box in one cell.
        option.state &= ~QStyle.StateFlag.State_HasFocus

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        size.setHeight(self._tree.row_height())
        return size

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if index.parent().isValid():
            super().paint(painter, option, index)
            return
        painter.save()
        font = QFont(self._tree.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colours_of(self._tree.palette()).muted))
        area = option.rect.adjusted(10, 6, -10, -2)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(area, int(flags), str(index.data()))
        painter.restore()
