"""The list of rejections: sorted by a press on a head, filtered by stage, searched as one types."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from second_wind.core.log.entries import Rejection, Stage
from second_wind.core.people.themes import Themes
from second_wind.ui.kit.fields.choice_box import ChoiceBox
from second_wind.ui.kit.fields.typed import Line
from second_wind.ui.kit.look.card import heading, muted
from second_wind.ui.rejections.rejections_model import (
    KEY_ROLE,
    Column,
    Outcome,
    RejectionsFilter,
    RejectionsModel,
)
from second_wind.words.base import labels
from second_wind.words.base.language import _, pgettext
from second_wind.words.entries import consultations
from second_wind.words.entries import rejections as words

_ALL = "all"
_LETTERS_NEEDED = {Column.STAGE: 48, Column.OUTCOME: 92, Column.FIRST_WEEK: 112, Column.ROLE: 136}
"""How many letters wide the list must be to show a column; a rejection's own page shows all."""
_STRETCHING = (Column.COMPANY, Column.ROLE)


class RejectionList(QWidget):
    """Shows all rejections, newest first until the person sorts them."""

    opened = Signal(str)
    """Carries the id of a rejection that the person wants to see."""
    log_requested = Signal()
    themes_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self.model = RejectionsModel(self)
        self.filter = RejectionsFilter(self.model)
        self.log = QPushButton(_("Log a rejection…"))
        self.log.setObjectName("log-a-rejection")
        self.log.setToolTip(_("Log a rejection (R)"))
        self.log.clicked.connect(self.log_requested)
        self.themes = QPushButton(consultations.see_themes())
        self.themes.setObjectName("themes")
        self.themes.setToolTip(consultations.themes_title())
        self.themes.setProperty("role", "link")
        self.themes.clicked.connect(self.themes_wanted)
        self.themes.hide()
        self.search = Line()
        self.search.setObjectName("search")
        self.search.setPlaceholderText(_("Search companies, roles, notes"))
        self.search.setAccessibleName(pgettext("choice", "Search rejections"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        stages = [
            (_ALL, pgettext("choice", "All stages")),
            *((str(each), labels.stage(each)) for each in Stage),
        ]
        self.stage = ChoiceBox(stages)
        self.stage.setObjectName("stage-filter")
        self.stage.currentIndexChanged.connect(self._filter)
        self.table = self._table()
        self.empty = _Empty()
        self.no_match = muted(words.no_match(), wraps=True)
        self.no_match.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._show_what_there_is()

    def show_rejections(self, rejections: Sequence[Rejection]) -> None:
        """Show these, oldest first; the row that was selected stays so if it still exists."""
        selected = self._selected()
        if self.model.show(rejections):
            self.select(selected)
            self._show_what_there_is()

    def show_themes(self, themes: Themes) -> None:
        """Offer to look at what feedback was about, once there is any."""
        self.themes.setVisible(bool(themes.with_feedback))

    def show_outcomes(self, outcomes: Mapping[str, Outcome]) -> None:
        """Show what the analysis says of them."""
        self.model.show_outcomes(outcomes)

    def select(self, key: str) -> None:
        """Select the row of a rejection, if it is shown."""
        for row in range(self.filter.rowCount()):
            index = self.filter.index(row, 0)
            if index.data(KEY_ROLE) == key:
                flags = QItemSelectionModel.SelectionFlag
                self.table.selectionModel().setCurrentIndex(
                    index, flags.ClearAndSelect | flags.Rows
                )
                self.table.scrollTo(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        letters = self.width() / max(1, self.fontMetrics().averageCharWidth())
        for column, needed in _LETTERS_NEEDED.items():
            self.table.setColumnHidden(column, letters < needed)

    def _selected(self) -> str:
        return str(self.table.currentIndex().data(KEY_ROLE) or "")

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(str(index.data(KEY_ROLE)))

    def _filter(self) -> None:
        stage = self.stage.value()
        self.filter.choose_stage(None if stage == _ALL else Stage(stage))
        self.filter.search(self.search.text())
        self._show_what_there_is()

    def _show_what_there_is(self) -> None:
        some, shown = self.model.rowCount() > 0, self.filter.rowCount() > 0
        self.table.setMaximumHeight(self._height_of_all())
        self.empty.setVisible(not some)
        self.tools.setVisible(some)
        self.table.setVisible(some and shown)
        self.no_match.setVisible(some and not shown)

    def _height_of_all(self) -> int:
        """Return the height of all rows: a short list shows no empty frame below them."""
        rows = self.filter.rowCount() * self.table.verticalHeader().defaultSectionSize()
        frame = 2 * self.table.frameWidth() + 14
        return self.table.horizontalHeader().sizeHint().height() + rows + frame

    def _table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("rejections-table")
        table.setAccessibleName(pgettext("field", "Rejections"))
        table.setModel(self.filter)
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(round(table.fontMetrics().height() * 2.2))
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for each in _STRETCHING:
            head.setSectionResizeMode(each, QHeaderView.ResizeMode.Stretch)
        table.setSortingEnabled(True)
        table.sortByColumn(Column.DAY, Qt.SortOrder.DescendingOrder)
        table.activated.connect(self._open)
        table.clicked.connect(self._open)
        return table

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(heading(pgettext("heading", "Rejections"), 1.7))
        head.addStretch(1)
        head.addWidget(self.themes)
        head.addSpacing(6)
        head.addWidget(self.log)
        label = QLabel(pgettext("field", "Stage"))
        label.setBuddy(self.stage)
        self.tools = QWidget()
        tools = QHBoxLayout(self.tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(10)
        tools.addWidget(self.search, 1)
        tools.addWidget(label)
        tools.addWidget(self.stage)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 18, 28, 20)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self.tools)
        column.addWidget(self.table, 1)
        column.addWidget(self.no_match, 1)
        column.addWidget(self.empty, 1)
        column.addStretch(0)


class _Empty(QWidget):
    """What a page says on which there is nothing yet."""

    def __init__(self) -> None:
        super().__init__()
        title, text = heading(words.empty_title(), 1.25), muted(words.empty_text(), wraps=True)
        for each in (title, text):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text.setMaximumWidth(text.fontMetrics().averageCharWidth() * 60)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(text, 4)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(title)
        column.addLayout(middle)
        column.addStretch(3)
