"""What History is narrowed by: words as they are typed, kinds, and days."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from second_wind.core.log.entries import EntryType
from second_wind.core.log.kinds import ENTRY_TYPES
from second_wind.journal.log.history import wanted
from second_wind.storage.queries.search_index import Wanted
from second_wind.ui.kit.fields.choice_box import ChoiceBox
from second_wind.ui.kit.fields.day_edit import DayEdit
from second_wind.ui.kit.fields.typed import Line
from second_wind.ui.kit.look.flow_layout import FlowLayout
from second_wind.words.base.language import _, pgettext
from second_wind.words.window import history as words

_ANY, _BETWEEN = "any", "between"
_LAST = (7, 30, 365)


class SearchLine(Line):
    """Takes words; Down and Enter lead into the list, Esc empties the line first."""

    left = Signal()
    """The person goes on to the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty line."""
        super().__init__(parent)
        self.setObjectName("history-search")
        self.setPlaceholderText(_("Search everything you wrote (Ctrl+F)"))
        self.setAccessibleName(_("Search everything logged"))
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead on."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class KindsButton(QToolButton):
    """A menu of kinds with check marks; none checked means all."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Check nothing."""
        super().__init__(parent)
        self.setObjectName("history-kinds")
        self.setProperty("mirrored", self.isRightToLeft())
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self._all = menu.addAction(pgettext("choice", "All kinds"))
        self._all.triggered.connect(self.clear)
        menu.addSeparator()
        self.kinds: dict[EntryType, QAction] = {}
        for each in ENTRY_TYPES:
            action = menu.addAction(words.kind(each))
            action.setCheckable(True)
            action.toggled.connect(self._tell)
            self.kinds[each] = action
        self.setMenu(menu)
        self._tell()

    def chosen(self) -> list[EntryType]:
        """Return the kinds that are checked."""
        return [each for each, action in self.kinds.items() if action.isChecked()]

    def clear(self) -> None:
        """Check none."""
        for each in self.kinds.values():
            each.setChecked(False)

    def _tell(self) -> None:
        self.setText(words.kinds(self.chosen()))
        self.setAccessibleName(_("Kinds: {kinds}").format(kinds=self.text()))
        self.changed.emit()


class HistoryFilter(QWidget):
    """The line, the kinds and the days, side by side where there is room."""

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        """Narrow by nothing."""
        super().__init__(parent)
        self.search = SearchLine()
        self.kinds = KindsButton()
        spans = [(str(days), words.last_days(days)) for days in _LAST]
        self.when = ChoiceBox(
            [(_ANY, pgettext("choice", "Any day")), *spans, (_BETWEEN, _("Between two days"))]
        )
        self.when.setObjectName("history-when")
        self.start, self.end = DayEdit(today - timedelta(days=30)), DayEdit(today)
        self.start.setAccessibleName(pgettext("field", "First day"))
        self.end.setAccessibleName(pgettext("field", "Last day"))
        # Read aloud as the name of the list, which can't have one of its own.
        self._label = QLabel(pgettext("field", "When"), self)
        self._label.setBuddy(self.when)
        self._label.hide()
        self._today = today
        narrowing = QWidget()
        FlowLayout(narrowing).set_widgets([self.kinds, self.when, self.start, self.end])
        tallest = max(each.sizeHint().height() for each in (self.kinds, self.when, self.start))
        for each in (self.kinds, self.when, self.start, self.end):
            each.setMinimumHeight(tallest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(narrowing)
        self._show_days()
        self.search.textChanged.connect(self.changed)
        self.kinds.changed.connect(self.changed)
        self.when.currentIndexChanged.connect(self._choose_days)
        self.start.dateChanged.connect(self.changed)
        self.end.dateChanged.connect(self.changed)

    def wanted(self, today: date) -> Wanted:
        """Return what is asked for."""
        start, end = self._span(today)
        return wanted(self.search.text(), self.kinds.chosen(), start, end)

    def is_set(self) -> bool:
        """Tell whether anything narrows the list."""
        return bool(self.search.text() or self.kinds.chosen()) or self.when.value() != _ANY

    def clear(self) -> None:
        """Narrow by nothing."""
        self.search.clear()
        self.kinds.clear()
        self.when.choose(_ANY)

    def _span(self, today: date) -> tuple[date | None, date | None]:
        chosen = self.when.value()
        if chosen == _ANY:
            return None, None
        if chosen == _BETWEEN:
            days = sorted((self.start.day(), self.end.day()))
            return days[0], days[1]
        return today - timedelta(days=int(chosen) - 1), None

    def _choose_days(self) -> None:
        self._show_days()
        self.changed.emit()

    def _show_days(self) -> None:
        for each in (self.start, self.end):
            each.setVisible(self.when.value() == _BETWEEN)
