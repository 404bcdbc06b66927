"""F1: every key on one small sheet."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from second_wind.ui.kit.look.card import heading, key_badge
from second_wind.ui.kit.window.page import scroll_by_key, scrolling
from second_wind.words.base.language import _, pgettext

Group = tuple[str, tuple[tuple[str, str], ...]]
_ON_THE_LEFT = 2
"""Groups that stand in the first of two columns."""


def _shortcuts() -> tuple[Group, ...]:
    return (
        (
            pgettext("what a key does", "On Today"),
            (
                ("1 … 9, 0", _("log a mood; 0 is 10")),
                ("F", _("name what you feel")),
                ("N", _("write a note")),
                ("E", pgettext("what a key does", "add exercise")),
                ("O", _("add an outing")),
                ("V", pgettext("what a key does", "add volunteering")),
                ("P", _("add a talk")),
                ("G", _("log good news")),
                ("← →", _("the day before, the day after")),
                ("T", _("back to today")),
                ("Esc", _("leave a field")),
            ),
        ),
        (
            _("On a chart"),
            (
                ("← →", _("from day to day")),
                ("Enter", _("open that day in Today")),
                ("+ −", _("zoom the timeline")),
                ("Home", _("the first day, or the whole timeline")),
            ),
        ),
        (
            pgettext("what a key does", "In History"),
            (
                ("Ctrl+F", _("search; ↓ goes on to the list")),
                ("Enter", _("open what is selected")),
                ("F2", pgettext("what a key does", "change it")),
                ("Del", _("delete what is selected")),
                ("Ctrl+A", pgettext("what a key does", "select all")),
            ),
        ),
        (
            _("In a form"),
            (
                ("Ctrl+Enter", _("save, from any field")),
                ("Esc", _("close; it asks if something was written")),
            ),
        ),
        (
            pgettext("what a key does", "Everywhere"),
            (
                ("R", _("log a rejection")),
                ("Ctrl+Z", pgettext("what a key does", "undo")),
                ("Ctrl+Shift+Z", pgettext("what a key does", "redo")),
                ("Ctrl+1 … 5", pgettext("what a key does", "change page")),
                ("Ctrl+,", pgettext("what a key does", "open Settings")),
                ("F1", pgettext("what a key does", "this sheet")),
                ("Ctrl+L", _("lock an encrypted journal")),
                ("Ctrl+Q", pgettext("what a key does", "quit")),
            ),
        ),
    )


class ShortcutsDialog(QDialog):
    """Shows all keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the sheet."""
        super().__init__(parent)
        self.setWindowTitle(pgettext("heading", "Keys"))
        content = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(14)
        groups = _shortcuts()
        for half in (groups[:_ON_THE_LEFT], groups[_ON_THE_LEFT:]):
            self._columns.addWidget(_column(half))
        close = QPushButton(pgettext("button", "Close"))
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 12, 18)
        column.setSpacing(14)
        column.addWidget(scrolling(content), 1)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignTrailing)
        self._wanted = content.sizeHint() + QSize(70, 110)
        self.resize(self._wanted.boundedTo(self.screen().availableSize() - QSize(16, 48)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, too: the keyboard begins at the button, which leaves these keys alone."""
        if not scroll_by_key(self, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the columns side by side where there is room, else one below the other."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        beside = self.width() >= self._wanted.width()
        self._columns.setDirection(direction.LeftToRight if beside else direction.TopToBottom)


def _column(groups: Sequence[Group]) -> QWidget:
    column = QWidget()
    inner = QVBoxLayout(column)
    inner.setContentsMargins(0, 0, 12, 0)
    inner.setSpacing(14)
    for title, keys in groups:
        inner.addWidget(heading(title))
        inner.addLayout(_table(keys))
    inner.addStretch(1)
    return column


def _table(keys: tuple[tuple[str, str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setColumnMinimumWidth(0, key_badge("Ctrl+Shift+Z").sizeHint().width())
    grid.setColumnStretch(1, 1)
    for row, (key, meaning) in enumerate(keys):
        grid.addWidget(key_badge(key), row, 0, Qt.AlignmentFlag.AlignLeading)
        grid.addWidget(QLabel(meaning), row, 1)
    return grid
