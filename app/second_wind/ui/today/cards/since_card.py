"""Since the last rejection: a little recovery chart and one or two plain sentences."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from second_wind.core.log.entries import CheckIn, GoodNews, Rejection, Stage
from second_wind.core.people.chapter import of_this_chapter
from second_wind.journal.journal import Journal
from second_wind.ui.kit.look.card import Card, muted
from second_wind.ui.kit.look.tab_stops import place_after
from second_wind.ui.kit.look.tokens import SPACE
from second_wind.ui.kit.window.analysing import Analysing
from second_wind.ui.kit.window.page import Coalesced
from second_wind.ui.today.reading import AFTER, BEFORE, RECENT
from second_wind.words.base import labels
from second_wind.words.base.language import _, short_date
from second_wind.words.base.quoting import isolated

if TYPE_CHECKING:
    from second_wind.charts.base.chart import Chart
    from second_wind.ui.charts.chart_canvas import ChartCanvas

_CHART_HEIGHT = 190
_ANY_HEIGHT = 16777215
"""Qt's own greatest height (QWIDGETSIZE_MAX, which PySide6 does not name)."""
_LINES = 2
_FEWEST_LOGGED = 3
"""Days that a chart takes; with fewer there is a sentence alone."""


class SinceCard(Card):
    """Shows how it has been since the last rejection; hidden while there is no recent one.

    It is hidden, too, once work was found.
    """

    day_requested = Signal(object)
    """Carries the day (date) that was clicked."""
    failed = Signal(object)
    """Carries a `KnownError`."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        """Make the card, hidden; it draws nothing before `start()`."""
        super().__init__("", "", parent)
        self._journal = journal
        self._has_started = False
        self._is_stale = True
        self.title.setWordWrap(True)
        self._widen_title()
        self._made: ChartCanvas | None = None
        self.sentence = muted("", wraps=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._room = QWidget()
        self._lay_out()
        self._soon = Coalesced(self)
        self._soon.timeout.connect(self._prepare)
        self._analysing = Analysing(journal, self)
        self._analysing.ready.connect(self._draw)
        self._analysing.failed.connect(self.failed)
        self.hide()

    @property
    def canvas(self) -> "ChartCanvas":
        """The canvas of the chart; its place is held before it is made."""
        if self._made is None:
            from second_wind.ui.charts.chart_canvas import ChartCanvas

            canvas = self._made = ChartCanvas()
            canvas.day_clicked.connect(self.day_requested)
            self._column.insertWidget(0, canvas, 1)
            place_after(self.title, canvas)
        return self._made

    def start(self) -> None:
        """Draw, now that the window stands."""
        self._has_started = True
        if self.isVisible():
            self._soon.start(0)

    def refresh(self) -> None:
        """Show what the journal holds now; the chart follows when no more changes come."""
        today = self._journal.today()
        came = self._journal.entries(Rejection, today - RECENT, today)
        recent = of_this_chapter(came, self._journal.entries(GoodNews), today)
        self._is_stale = True
        self.setVisible(bool(recent))
        if not recent:
            return
        self._name([each for each in recent if each.day == recent[-1].day], today)
        self._make_room(for_chart=self._expects_chart(recent[-1].day))
        if self._has_started and self.isVisible():
            self._soon.start(self._soon.interval())

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what changed while hidden."""
        super().showEvent(event)
        if self._has_started and self._is_stale:
            self._soon.start(0)

    def _widen_title(self) -> None:
        """Let the title have the room that the word beside it leaves."""
        column = self.layout()
        head = column.itemAt(0) if column is not None else None
        if isinstance(head, QBoxLayout):
            head.setStretch(0, 1)
            head.setStretch(1, 0)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self._room)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)
        self._column.addWidget(self.sentence)
        self.body.addWidget(self._room)

    def _make_room(self, *, for_chart: bool) -> None:
        """Give chart and sentence one height together, so that nothing jumps when they come.

        A sentence alone takes what it needs.
        """
        lines = _LINES * self.sentence.fontMetrics().lineSpacing()
        high = _CHART_HEIGHT + SPACE + lines
        self._room.setMinimumHeight(high if for_chart else 0)
        self._room.setMaximumHeight(high if for_chart else _ANY_HEIGHT)
        if for_chart and self._has_started:
            self.canvas.show()
        elif self._made is not None:
            self._made.hide()

    def _expects_chart(self, day: date) -> bool:
        """Return whether there will be a chart, before there is time to make one."""
        around = self._journal.entries(CheckIn, day - BEFORE, day + AFTER)
        return len({each.day for each in around if each.mood is not None}) >= _FEWEST_LOGGED

    def _name(self, rejections: list[Rejection], today: date) -> None:
        company = next((each.company for each in rejections if each.company), "")
        day = rejections[0].day
        called = company or short_date(day)
        since = (today - day).days
        title = _("Day {n} after {name}") if since else _("After {name}")
        self.title.setText(title.format(n=since, name=isolated(called)))
        stage = rejections[0].stage if len(rejections) == 1 else Stage.NOT_SAID
        self.aside.setText(labels.stage(stage) if stage else "")
        self.setAccessibleName(self.title.text())

    def _prepare(self) -> None:
        """Have worked out what the chart shows; what is shown stays until then."""
        if self.isVisible() and not self._journal.is_released:
            from second_wind.core.analysis.parts import Part

            self._analysing.want(Part.CURVE)

    def _draw(self) -> None:
        if not self.isVisible() or self._journal.is_released:
            return
        self._is_stale = False
        chart = self._chart()
        if chart is None:
            return
        self.title.setText(chart.title)
        self.setAccessibleName(chart.title)
        self.sentence.setText((chart.enough and chart.note) or chart.reading)
        self._make_room(for_chart=chart.enough)
        if chart.enough:
            self.canvas.show_chart(chart)

    def _chart(self) -> "Chart | None":
        from second_wind.charts.recovery import small

        kept = self._journal.analysis
        data = small.small_data(kept.timeline(), kept.found(), self._journal.today())
        return None if data is None else small.chart(data)
