"""The head of Today: which day it is, ways to others, rest, and what was stored."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from second_wind.core.log import rest
from second_wind.core.log.entries import Day
from second_wind.ui.kit.look.card import heading
from second_wind.ui.kit.look.flow_layout import FlowLayout
from second_wind.ui.kit.look.tokens import SPACE
from second_wind.words.base.language import _, heading_date, pgettext
from second_wind.words.entries import cards as words


class DayHeader(QWidget):
    """Says what is wanted; shows what it is told."""

    back_wanted = Signal()
    forward_wanted = Signal()
    today_wanted = Signal()
    undo_wanted = Signal()
    day_chosen = Signal(object)
    rest_toggled = Signal(bool)
    rest_until_wanted = Signal(object)
    """Carries the last day of a rest that begins on the day that is shown."""
    news_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the head without a day."""
        super().__init__(parent)
        self._title = heading("", 1.7)
        self._title_width = 0
        self._back = self._button("‹", _("The day before"), self.back_wanted)
        self._today = self._button(
            pgettext("button", "Today"), _("Back to today (T)"), self.today_wanted
        )
        self._forward = self._button("›", _("The day after"), self.forward_wanted)
        self._choose = QPushButton(pgettext("button", "Other day…"))
        self._choose.clicked.connect(self._open_calendar)
        self._rest = QPushButton(pgettext("button", "Rest day"))
        self._rest.setCheckable(True)
        self._rest.setObjectName("rest-day")
        self._rest.setProperty("role", "segment")
        self._rest.setToolTip(_("Goals and reminders pause on a rest day"))
        # Assistive technology toggles where a person clicks, so a click counts by this alone.
        self._rest.toggled.connect(self._tell_rest)
        self._rests = False
        self._longer = QPushButton(pgettext("button", "until…"))
        self._longer.setAccessibleName(_("Rest until another day"))
        self._longer.setToolTip(_("Rest until another day"))
        self._longer.clicked.connect(self._choose_end_of_rest)
        self._longer.hide()
        self._news = QPushButton(pgettext("button", "Good news…"))
        self._news.setToolTip(_("An interview, an offer, or work found (G)"))
        self._news.clicked.connect(self.news_wanted)
        self._saved = QLabel()
        self._saved.setProperty("role", "muted")
        self._undo = QPushButton(pgettext("button", "Undo"))
        self._undo.setProperty("role", "link")
        self._undo.setToolTip(_("Take back the last act (Ctrl+Z)"))
        self._undo.clicked.connect(self.undo_wanted)
        self._undo.hide()
        self._lay_out()

    def show_day(self, day: Day, today: date) -> None:
        """Show which day it is."""
        self._day, self._latest = day.day, today
        self._title.setText(heading_date(day.day, today))
        self._title_width = max(self._title.sizeHint().width(), self._widest_title(day.day))
        self._forward.setEnabled(day.day < today)
        self._today.setEnabled(day.day != today)
        self._rests = day.rest is not None
        self._rest.setChecked(self._rests)
        self._longer.setVisible(self._rests)
        self._arrange()

    def show_saved(self, moment: datetime, *, undoable: bool) -> None:
        """Say when the last act was stored, and offer to take one back if there is one."""
        self._saved.setText(words.saved_at(moment))
        self._undo.setVisible(undoable)
        self._arrange()

    def saved_text(self) -> str:
        """Return what is said about the last act."""
        return self._saved.text()

    def _open_calendar(self) -> None:
        from second_wind.ui.kit.fields.day_popup import DayPopup  # only when a day is chosen

        popup = DayPopup(self._day, None, self._latest, self)
        popup.day_chosen.connect(self.day_chosen)
        popup.open_below(self._choose)

    def _choose_end_of_rest(self) -> None:
        from second_wind.ui.kit.fields.day_popup import DayPopup

        latest = self._latest + timedelta(days=rest.LONGEST)
        popup = DayPopup(self._day, self._day, latest, self)
        popup.day_chosen.connect(self.rest_until_wanted)
        popup.open_below(self._longer)

    def _tell_rest(self, on: bool) -> None:
        if on != self._rests:
            self.rest_toggled.emit(on)

    def _button(self, text: str, name: str, wanted: SignalInstance) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(wanted)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the title where they do not fit beside it."""
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        self._buttons = QWidget()
        self._buttons.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = FlowLayout(self._buttons, SPACE)
        self._ways = (
            self._back,
            self._today,
            self._forward,
            self._choose,
            self._rest,
            self._longer,
            self._news,
        )
        for button in self._ways:
            row.addWidget(button)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._title, 0, 0)
        self._grid.addWidget(self._saved, 0, 2)
        self._grid.addWidget(self._undo, 0, 3)
        self._grid.addWidget(self._buttons, 0, 1)
        self._is_narrow = False

    def _widest_title(self, day: date) -> int:
        """Return the room for any day of a year, so that the buttons stay where they are."""
        metrics = self._title.fontMetrics()
        days = (
            date(day.year, month, 20) + timedelta(days=number)
            for month in range(1, 13)
            for number in range(7)
        )
        return max(metrics.horizontalAdvance(heading_date(each, self._latest)) for each in days)

    def _arrange(self) -> None:
        beside = (*self._ways, self._saved, self._undo)
        gaps = (len(self._ways) - 1) * SPACE + 3 * 18
        needed = (
            self._title_width
            + sum(each.sizeHint().width() for each in beside if not each.isHidden())
            + gaps
        )
        is_narrow = self.width() < needed
        self._title.setMinimumWidth(0 if is_narrow else self._title_width)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._grid.removeWidget(self._buttons)
            if is_narrow:
                self._grid.addWidget(self._buttons, 1, 0, 1, 4)
            else:
                self._grid.addWidget(self._buttons, 0, 1)
