"""A layout that sets widgets side by side and wraps, from the side on which reading begins."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from second_wind.ui.kit.look.tokens import SPACE


class FlowLayout(QLayout):
    """Wraps like words on a page; mirrored where reading goes from right to left."""

    def __init__(self, parent: QWidget | None = None, gap: int = SPACE) -> None:
        """Make an empty layout without margins; `gap` lies between neighbours and lines."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)
        if parent is not None:
            parent.setLayout(self)

    def set_widgets(self, widgets: list[QWidget]) -> None:
        """Show these widgets in this order, those that stay included."""
        while self._items:
            self.takeAt(0)
        for each in widgets:
            self.addWidget(each)
        for before, after in pairwise(widgets):
            QWidget.setTabOrder(before, after)
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Put an item last."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the item at a place, None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return the item at a place, None beyond the last."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than the widgets need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that all lines take at this width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the widgets."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the smallest size: wrapping does the rest."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest widget."""
        size = QSize()
        for each in self._items:
            size = size.expandedTo(each.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Fill lines and return the height; move the widgets only if told to."""
        inner = rect.marginsRemoved(self.contentsMargins())
        top = inner.y()
        for line in self._lines(max(inner.width(), 1)):
            height = max(size.height() for _item, size in line)
            if move:
                self._place(line, QRect(inner.x(), top, inner.width(), height))
            top += height + self.spacing()
        used = top - self.spacing() if top > inner.y() else top
        return used + self.contentsMargins().bottom() - rect.y()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Return what stands in each line, with its size."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for each in self._items:
            if each.isEmpty():
                continue
            size = each.sizeHint().boundedTo(QSize(width, each.sizeHint().height()))
            if not lines or used + size.width() > width:
                lines.append([])
                used = 0
            lines[-1].append((each, size))
            used += size.width() + self.spacing()
        return lines

    def _place(self, line: list[tuple[QLayoutItem, QSize]], room: QRect) -> None:
        """Set a line's widgets side by side, each at its middle."""
        left = room.x()
        for item, size in line:
            place = QPoint(left, room.y() + (room.height() - size.height()) // 2)
            item.setGeometry(_mirrored(self._direction(), room, QRect(place, size)))
            left += size.width() + self.spacing()

    def _direction(self) -> Qt.LayoutDirection:
        parent = self.parentWidget()
        return parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight


def _mirrored(direction: Qt.LayoutDirection, room: QRect, place: QRect) -> QRect:
    """Return a place as it is where one reads from the right; as `QStyle`, which loads slowly."""
    if direction is Qt.LayoutDirection.LeftToRight:
        return place
    return place.translated(room.left() + room.right() - place.left() - place.right(), 0)
