"""The search, the list and what can be done with what is selected."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from second_wind.journal.journal import Journal
from second_wind.ui.history.history_filter import HistoryFilter
from second_wind.ui.history.history_list import HistoryList
from second_wind.ui.kit.look.card import heading, muted
from second_wind.words.base.language import _, pgettext
from second_wind.words.window import history as words


class HistoryView(QWidget):
    """Everything logged, as the filter narrows it."""

    trash_wanted = Signal()

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        """Make an empty view."""
        super().__init__(parent)
        self._journal = journal
        self.filter = HistoryFilter(journal.today())
        self.list = HistoryList(journal)
        self.total = muted("")
        self.open = _button(pgettext("button", "Open"), "history-open")
        self.edit = _button(pgettext("button", "Edit…"), "history-edit")
        self.delete = _button(pgettext("button", "Delete"), "history-delete")
        self.trash = _button(words.trash_title(), "history-trash")
        self.nothing = muted(words.nothing_found(), wraps=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty = Empty(_("Nothing logged yet"), words.empty_text())
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """List anew what is asked for."""
        self.list.look_for(self.filter.wanted(self._journal.today()))

    def _show_what_there_is(self) -> None:
        model = self.list.entries_model
        some, narrowed = model.rowCount() > 0, self.filter.is_set()
        if not some:
            self._keep_focus(self.filter.search if narrowed else self.trash)
        self.list.setVisible(some)
        self.filter.setVisible(some or narrowed)
        self.nothing.setVisible(not some and narrowed)
        self.empty.setVisible(not some and not narrowed)
        self._show_what_is_chosen()

    def _keep_focus(self, heir: QWidget) -> None:
        """Let what stays have the focus of what is hidden: else it would leave the page."""
        focused = QApplication.focusWidget()
        if focused is self.list or (focused and self._foot.isAncestorOf(focused)):
            heir.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_what_is_chosen(self) -> None:
        chosen = len(self.list.chosen_rows())
        self.open.setEnabled(chosen == 1)
        self.edit.setEnabled(chosen == 1)
        self.delete.setEnabled(chosen > 0)
        number = self.list.entries_model.rowCount()
        more = self.list.entries_model.canFetchMore()
        self.total.setText(words.selected(chosen) if chosen > 1 else words.total(number, more))
        self._foot.setVisible(number > 0)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(heading(words.title(), 1.7))
        head.addStretch(1)
        head.addWidget(self.trash)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(8)
        for each in (self.open, self.edit, self.delete):
            foot.addWidget(each)
        foot.addWidget(self.total, 1)
        self.total.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 18, 28, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self._foot)

    def _connect(self) -> None:
        self.filter.changed.connect(self.refresh)
        self.filter.search.left.connect(self._go_to_list)
        self.list.typed.connect(self._search_on)
        self.list.listed.connect(self._show_what_there_is)
        self.list.chosen.connect(self._show_what_is_chosen)
        self.open.clicked.connect(self.list.open_wanted)
        self.edit.clicked.connect(self.list.edit_wanted)
        self.delete.clicked.connect(self.list.delete_wanted)
        self.trash.clicked.connect(self.trash_wanted)

    def begin_search(self) -> None:
        """Let words be typed, in place of those that are there."""
        self.filter.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filter.search.selectAll()

    def _search_on(self, letter: str) -> None:
        """Go on with the search, by a letter that was typed over the list."""
        self.filter.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filter.search.end(False)
        self.filter.search.insert(letter)

    def _go_to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)


class Empty(QWidget):
    """What is said where there is nothing yet."""

    def __init__(self, title: str, text: str) -> None:
        """Show a title and a few words."""
        super().__init__()
        head, body = heading(title, 1.25), muted(text, wraps=True)
        column = QVBoxLayout(self)
        column.addStretch(2)
        for each in (head, body):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(each)
        column.addStretch(3)


def _button(text: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    return button
