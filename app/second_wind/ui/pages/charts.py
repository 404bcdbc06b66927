"""Charts: one at a time, chosen by a quiet row; computed when seen, kept until the log changes."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from second_wind.journal.changes import Changes, Noun
from second_wind.journal.journal import Journal
from second_wind.ui.page import Coalesced, Page, fill, scrolling
from second_wind.ui.theme import Theme
from second_wind.ui.tokens import CARD_GAP
from second_wind.ui.widgets.chart_view import ChartView
from second_wind.ui.widgets.segments import Segments
from second_wind.words.language import _

if TYPE_CHECKING:
    from second_wind.charts.chart import Chart

_PERIODS = {"quarter": 92, "year": 365}
_MARGINS = (28, 18, 28, 22)


class ChartsPage(Page):
    """Shows the charts."""

    def __init__(self, journal: Journal, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the page; nothing is computed before it is painted."""
        super().__init__(parent)
        self._journal = journal
        self._was_painted = False
        self._charts: dict[tuple[str, str], Chart] = {}
        self.kinds = Segments(
            _("Charts"), (("timeline", _("Timeline")), ("weeks", _("Week and month")))
        )
        self.kinds.chosen.connect(self._show)
        self.period = Segments(
            _("Period"),
            (("quarter", _("3 months")), ("year", _("Year")), ("all", _("All"))),
        )
        self.period.chosen.connect(self._show)
        self.by = Segments(_("By"), (("week", _("By week")), ("month", _("By month"))))
        self.by.chosen.connect(self._show)
        self.view = ChartView()
        self.view.failed.connect(self.failed)
        self.view.day_clicked.connect(self.day_requested)
        self._soon = Coalesced(self)
        self._soon.timeout.connect(self._show)
        self._lay_out()

    def affected_by(self, changes: Changes) -> bool:
        """Tell whether what is charted changed."""
        return bool(changes.nouns - {Noun.STEP_MARK})

    def refresh(self) -> None:
        """Forget what was computed, and compute what is seen once no more changes come."""
        self._charts.clear()
        if self._was_painted:
            self._soon.start()

    def redraw(self) -> None:
        """Draw again in the colours of now."""
        self.view.redraw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the window appear before the first chart is computed."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self._soon.start(0)

    def _show(self) -> None:
        if not self.isVisible():
            self.mark_stale()
            return
        kind = self.kinds.choice
        self.period.setVisible(kind == "timeline")
        self.by.setVisible(kind == "weeks")
        option = {"timeline": self.period, "weeks": self.by}[kind].choice
        if (kind, option) not in self._charts:
            self._charts[kind, option] = self._make(kind, option)
        self.view.show_chart(self._charts[kind, option])

    def _make(self, kind: str, option: str) -> "Chart":
        return self._weeks(option) if kind == "weeks" else self._timeline(option)

    def _timeline(self, period: str) -> "Chart":
        from second_wind.charts import timeline, timeline_data

        start = self._start(period)
        data = timeline_data.timeline_data(
            self._journal.timeline(), None, self._journal.settings.goal, start
        )
        return timeline.chart(data)

    def _weeks(self, by: str) -> "Chart":
        from second_wind.charts import weeks, weeks_data

        first = QLocale().firstDayOfWeek().value - 1
        return weeks.chart(
            weeks_data.weeks_data(
                self._journal.timeline(),
                self._journal.today(),
                self._journal.settings.goal,
                weeks_data.By(by),
                first,
            )
        )

    def _start(self, period: str) -> date | None:
        days = _PERIODS.get(period)
        return self._journal.today() - timedelta(days=days) if days else None

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(*_MARGINS)
        column.setSpacing(CARD_GAP)
        head = QHBoxLayout()
        head.addWidget(self.kinds, 1)
        column.addLayout(head)
        column.addWidget(self.period)
        column.addWidget(self.by)
        column.addWidget(self.view, 1)
        column.addStretch(0)
        fill(self, scrolling(content))
