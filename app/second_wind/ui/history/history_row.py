"""Paints a row of History: the day where it begins, the time, what it is and what is written."""

from datetime import time

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from second_wind.core.search.excerpts import Excerpt
from second_wind.journal.log.history import Hit
from second_wind.ui.history.history_model import BEGINS_ROLE, DAY_ROLE, HIT_ROLE
from second_wind.ui.kit.look.theme import colours_of
from second_wind.ui.kit.look.tokens import Colours
from second_wind.words.base.language import clock_time

Index = QModelIndex | QPersistentModelIndex

_MARGIN = 12
_GAP = 14
_LINE_GAP = 3
_WIDEST_DAY = "Wed 30 Nov 2026"
_WIDE_TIMES = (time(20, 0), time(22, 48), time(10, 0))
"""As wide as a time gets, with 24 hours and with 12."""
_BETWEEN = "   "
_APART, _AGAIN = "\u2068", "\u2069"
"""Between these a text has a direction of its own."""


class HistoryRow(QStyledItemDelegate):
    """Paints one line, or two while something is searched; every row is as high as the others."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Paint single lines."""
        super().__init__(parent)
        self.lines = 1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the same size for every row."""
        metrics = option.fontMetrics
        height = self.lines * metrics.height() + (self.lines - 1) * _LINE_GAP + _MARGIN + 4
        return QSize(200, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        colours = colours_of(option.palette)
        painter.save()
        rest = self._background(painter, option, colours, begins=bool(index.data(BEGINS_ROLE)))
        is_mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        day, rest = _split(rest, _width(option, _WIDEST_DAY), mirrored=is_mirrored)
        if index.data(BEGINS_ROLE) or option.rect.top() <= 0:
            self._line(painter, option, day, str(index.data(DAY_ROLE)), colours.text)
        hit = index.data(HIT_ROLE)
        if isinstance(hit, Hit):
            at, rest = _split(rest, time_width(option.fontMetrics), mirrored=is_mirrored)
            when = getattr(hit.entry, "at", None)
            self._line(painter, option, at, clock_time(when) if when else "", colours.muted)
            self._told(painter, option, rest, hit, colours)
        painter.restore()

    def _background(
        self, painter: QPainter, option: QStyleOptionViewItem, colours: Colours, *, begins: bool
    ) -> QRect:
        """Paint what lies behind a row, and return the room inside."""
        area = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(colours.tint))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(colours.hover))
        if begins and area.top() > 0:
            painter.setPen(QColor(colours.line))
            painter.drawLine(area.topLeft(), area.topRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.focus), 1.5))
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        return area.adjusted(_MARGIN, _MARGIN // 2 + 2, -_MARGIN, 0)

    def _line(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, text: str, colour: str
    ) -> None:
        painter.setFont(option.font)
        painter.setPen(QColor(colour))
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        painter.drawText(area, QStyle.visualAlignment(option.direction, side), text)

    def _told(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, hit: Hit, at: Colours
    ) -> None:
        if self.lines == 1:
            _write(painter, option, area, [(hit.title, at.text), (hit.excerpt, at.muted)], at)
            return
        _write(painter, option, area, [(hit.title, at.text)], at)
        below = area.translated(0, option.fontMetrics.height() + _LINE_GAP)
        _write(painter, option, below, [(hit.excerpt, at.muted)], at)


def _write(
    painter: QPainter,
    option: QStyleOptionViewItem,
    area: QRect,
    parts: list[tuple[Excerpt, str]],
    colours: Colours,
) -> None:
    """Write texts side by side on one line, marks in bold on a tint, cut where there is no room."""
    whole = _BETWEEN.join(f"{_APART}{part.text}{_AGAIN}" for part, _ in parts)
    metrics = QFontMetrics(option.font)
    shown = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, area.width())
    layout = QTextLayout(shown, option.font)
    settings = QTextOption()
    settings.setWrapMode(QTextOption.WrapMode.NoWrap)
    settings.setTextDirection(option.direction)  # each text within has its own
    settings.setAlignment(QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading))
    layout.setTextOption(settings)
    layout.setFormats(_formats(parts, option, colours))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(area.width())
    layout.endLayout()
    painter.setClipRect(area.adjusted(0, -2, 0, metrics.height()))
    layout.draw(painter, QPointF(area.topLeft()))
    painter.setClipping(False)


def _formats(
    parts: list[tuple[Excerpt, str]], option: QStyleOptionViewItem, colours: Colours
) -> list[QTextLayout.FormatRange]:
    found, start = [], 0
    for part, colour in parts:
        plain = QTextCharFormat()
        plain.setForeground(QColor(colour))
        start += len(_APART)
        found.append(_range(start, _length(part.text), plain))
        for begin, end in part.marks:
            marked = QTextCharFormat()
            marked.setForeground(QColor(colours.text))
            marked.setFontWeight(QFont.Weight.Bold)
            is_selected = option.state & QStyle.StateFlag.State_Selected
            marked.setBackground(QColor(colours.card if is_selected else colours.tint))
            before = start + _length(part.text[:begin])
            found.append(_range(before, _length(part.text[begin:end]), marked))
        start += _length(part.text) + len(_AGAIN) + len(_BETWEEN)
    return found


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, look
    return found


def _length(text: str) -> int:
    """Return how many UTF-16 units Qt counts in a text."""
    return len(text) + sum(each > "\uffff" for each in text)


def _width(option: QStyleOptionViewItem, text: str) -> int:
    return option.fontMetrics.horizontalAdvance(text) + _GAP


def time_width(metrics: QFontMetrics) -> int:
    """Return the width of the times, as the person's clock writes them, with a gap."""
    return max(metrics.horizontalAdvance(clock_time(each)) for each in _WIDE_TIMES) + _GAP


def _split(area: QRect, width: int, *, mirrored: bool) -> tuple[QRect, QRect]:
    """Return what comes first of an area in reading order, and the rest."""
    if mirrored:
        return area.adjusted(area.width() - width + _GAP, 0, 0, 0), area.adjusted(0, 0, -width, 0)
    return QRect(area.left(), area.top(), width - _GAP, area.height()), area.adjusted(
        width, 0, 0, 0
    )
