"""What was deleted in the last 30 days, and the way back for it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from second_wind.journal.journal import Journal
from second_wind.storage.tables.trash import Deleted
from second_wind.ui.kit.look.card import heading, muted
from second_wind.ui.kit.look.notice import Notice
from second_wind.words.base.language import _, pgettext
from second_wind.words.entries.wording import told
from second_wind.words.window import history as words

_MOST_SHOWN = 2_000


class TrashView(QWidget):
    """Lists what was deleted, the latest first."""

    back_wanted = Signal()
    put_back_wanted = Signal()
    empty_wanted = Signal()

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._journal = journal
        self._deleted: list[Deleted] = []
        self.list = QListWidget()
        self.list.setObjectName("trash-list")
        self.list.setAccessibleName(words.trash_title())
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.back = QPushButton("‹ " + words.title())
        self.back.setObjectName("back")
        self.back.setProperty("role", "link")
        self.put_back = QPushButton(pgettext("button", "Put back"))
        self.put_back.setObjectName("put-back")
        self.put_back.setProperty("role", "primary")
        self.empty = QPushButton(_("Wipe all now…"))
        self.empty.setObjectName("empty-trash")
        self.question = self._question()
        self.nothing = muted(_("Nothing was deleted in the last 30 days."), wraps=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show what lies in the trash now."""
        self._deleted = self._journal.trash()[:_MOST_SHOWN]
        today = self._journal.today()
        self.list.clear()
        for each in self._deleted:
            when = words.left_in_trash(each.day, each.days_left, today)
            item = QListWidgetItem(f"{self.title(each)}\n{when}")
            self.list.addItem(item)
        some = bool(self._deleted)
        self.list.setVisible(some)
        self._foot.setVisible(some)
        self.nothing.setVisible(not some)
        self.question.hide()
        if some:
            self.list.setCurrentRow(0)

    def chosen(self) -> list[Deleted]:
        """Return what is selected, the latest first."""
        rows = sorted(each.row() for each in self.list.selectedIndexes())
        return [self._deleted[row] for row in rows]

    def title(self, deleted: Deleted) -> str:
        """Return what something was, in words."""
        day = words.day_label(deleted.entry.day, self._journal.today())
        return f"{day} · {told(deleted.entry).whole}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc; where a question is asked, keep what there is."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.question.isHidden():
            self.back_wanted.emit()
        else:
            self._keep()

    def _ask(self) -> None:
        self.question.say(words.empty_question(len(self._deleted)))
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wipe(self) -> None:
        self.question.hide()
        self.empty_wanted.emit()

    def _keep(self) -> None:
        self.question.hide()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_what_is_chosen(self) -> None:
        self.put_back.setEnabled(bool(self.list.selectedIndexes()))

    def _question(self) -> Notice:
        notice = Notice()
        self.keep = QPushButton(pgettext("button", "Keep"))
        self.wipe = QPushButton(_("Wipe for good"))
        self.wipe.setObjectName("wipe")
        for each in (self.keep, self.wipe):
            notice.row.addWidget(each)
        return notice

    def _lay_out(self) -> None:
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.put_back)
        foot.addStretch(1)
        foot.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 18, 28, 16)
        column.setSpacing(10)
        column.addWidget(self.back, alignment=Qt.AlignmentFlag.AlignLeading)
        column.addWidget(heading(words.trash_title(), 1.7))
        column.addWidget(muted(words.trash_text(), wraps=True))
        column.addWidget(self.question)  # the window's own line would cover it at the foot
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing, 1)
        column.addWidget(self._foot)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.put_back.clicked.connect(self.put_back_wanted)
        self.list.itemActivated.connect(self.put_back_wanted)
        self.list.itemSelectionChanged.connect(self._show_what_is_chosen)
        self.empty.clicked.connect(self._ask)
        self.wipe.clicked.connect(self._wipe)
        self.keep.clicked.connect(self._keep)
