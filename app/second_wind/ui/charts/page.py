"""Charts: one at a time, chosen by a quiet row; computed when seen, kept while they are right."""

from datetime import date, timedelta

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from second_wind.charts.catalogue import CATALOGUE, ChartName, Grouping, Wish, parts
from second_wind.core.log.entries import Rejection
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import Changes, Noun
from second_wind.ui.charts.chart_source import ChartSource
from second_wind.ui.charts.chart_view import ChartView
from second_wind.ui.charts.chart_zoom import ChartZoom
from second_wind.ui.charts.choosers import RejectionChooser, YearChooser
from second_wind.ui.charts.day_span import DaySpan
from second_wind.ui.charts.spare_memory import SpareMemory
from second_wind.ui.kit.fields.segments import Segments
from second_wind.ui.kit.look.theme import Theme
from second_wind.ui.kit.look.tokens import CARD_GAP
from second_wind.ui.kit.window.analysing import Analysing
from second_wind.ui.kit.window.page import Coalesced, Page, fill, scrolling
from second_wind.words.base.language import _, pgettext

_PERIODS = {"quarter": 92, "year": 365}
_MARGINS = (28, 14, 28, 22)


class ChartsPage(Page):
    """Shows the charts."""

    def __init__(self, journal: Journal, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the page; nothing is computed before it is painted."""
        super().__init__(parent)
        self._journal = journal
        self._source = ChartSource(journal)
        self._was_painted = False
        self._has_chosen = False
        self._span: DaySpan | None = None
        self._make_choices()
        self.view = ChartView()
        self.view.failed.connect(self.failed)
        self.view.day_clicked.connect(self.day_requested)
        self._spare_memory = SpareMemory(self)
        self.view.canvas.drawn.connect(self._spare_memory.take_note)
        self.zoom = ChartZoom(self.view.canvas)
        self.zoom.zoomed.connect(self._zoom)
        self.zoom.panned.connect(self._pan)
        self.zoom.everything_wanted.connect(self._look_at_everything)
        self._soon = Coalesced(self)
        self._soon.timeout.connect(self._show)
        self._analysing = Analysing(journal, self)
        self._analysing.ready.connect(self._show_ready)
        self._analysing.failed.connect(self.failed)
        self._lay_out()

    def affected_by(self, changes: Changes) -> bool:
        """Tell whether what is charted changed."""
        return bool(changes.nouns - {Noun.STEP_MARK})

    def refresh(self) -> None:
        """Compute what is seen once no more changes come."""
        rejections = self._journal.entries(Rejection)
        self.rejection.offer(rejections)
        if not self._has_chosen:
            self.kinds.choose(ChartName.RECOVERY if rejections else ChartName.TIMELINE)
        self._show_options()
        if self._was_painted:
            self._soon.start(self._soon.interval())

    def redraw(self) -> None:
        """Draw again in the colours of now."""
        self.view.redraw()

    def visit(self, what: date | str) -> None:
        """Show the chart of one rejection."""
        self.show_recovery(str(what))

    def show_recovery(self, rejection_id: str) -> None:
        """Show the chart of one rejection."""
        self._has_chosen = True
        self.freshen()
        self.kinds.choose(ChartName.RECOVERY)
        self.rejection.choose(rejection_id)
        self._show_options()
        self._soon.start(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the window appear before the first chart is computed."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self._soon.start(0)

    def _choose_kind(self) -> None:
        self._has_chosen = True
        self._show_options()
        self._show()

    def _show_options(self) -> None:
        name, some = self._name, bool(self.rejection.choice)
        self.rejection.setVisible(name is ChartName.RECOVERY and some)
        self.stages.setVisible(name is ChartName.ALL and some)
        self.period.setVisible(name is ChartName.TIMELINE)
        self.zoom.turn(on=name is ChartName.TIMELINE)
        self.by.setVisible(name is ChartName.WEEKS)
        self.year.setVisible(name is ChartName.YEAR and self.year.has_several)

    def _show(self) -> None:
        """Have the chart that is chosen worked out, unless nobody looks; the old stays until then.

        What was worked out is shown at once.
        """
        self._soon.stop()
        if not self.isVisible() or self._journal.is_released:
            self.mark_stale()
            return
        self._analysing.want(*parts(self._name, self._grouping()))

    def _show_ready(self) -> None:
        """Show the chart that is chosen, now that all is there that it shows."""
        if self.isVisible() and not self._journal.is_released:
            self.view.show_chart(self._source.chart(self._wish()))
        else:
            self.mark_stale()

    @property
    def _name(self) -> ChartName:
        return ChartName(self.kinds.choice)

    def _wish(self) -> Wish:
        """Return which chart is chosen, and of what."""
        name, by = self._name, self._grouping()
        if name is ChartName.TIMELINE:
            span = self._span_now()
            return Wish(name, first=span.first, last=span.last)
        if name is ChartName.YEAR:
            return Wish(name, year=self._year())
        one = self.rejection.choice if name is ChartName.RECOVERY else ""
        return Wish(name, by, one)

    def _grouping(self) -> Grouping | None:
        name = self._name
        if name is ChartName.ALL and self.rejection.choice and self.stages.choice == "stages":
            return Grouping.STAGE
        is_monthly = name is ChartName.WEEKS and self.by.choice == "month"
        return Grouping.MONTH if is_monthly else None

    def _year(self) -> int:
        years = self._source.years()
        self.year.offer(years)
        self._show_options()
        return self.year.choice or years[0]

    # Looking closer at the timeline

    def _span_now(self) -> DaySpan:
        whole = self._source.whole()
        if self._span is not None and self._span.is_within(whole):
            return self._span
        days = _PERIODS.get(self.period.choice, len(whole))
        return DaySpan(max(whole.first, whole.last - timedelta(days=days - 1)), whole.last)

    def _choose_period(self) -> None:
        self._span = None
        self._show()

    def _zoom(self, factor: float, share: float) -> None:
        self._look_at(self._span_now().zoomed(factor, share, self._source.whole()))

    def _pan(self, share: float) -> None:
        self._look_at(self._span_now().panned(share, self._source.whole()))

    def _look_at_everything(self) -> None:
        self._look_at(self._source.whole())

    def _look_at(self, span: DaySpan) -> None:
        if span == self._span_now():
            return
        everything = span == self._source.whole()
        self._span = None if everything else span
        if everything:
            self.period.choose("all")
        else:
            self.period.choose_none()
        self._soon.start(0)

    def _make_choices(self) -> None:
        self.kinds = Segments(
            pgettext("choice", "Charts"),
            [(name, listed.title()) for name, listed in CATALOGUE.items()],
            role="tab",
        )
        for name, listed in CATALOGUE.items():
            self.kinds.button(name).setToolTip(listed.question())
        self.rejection = RejectionChooser()
        self.stages = Segments(
            pgettext("choice", "Lines"),
            (("together", pgettext("choice", "Together")), ("stages", _("By stage reached"))),
        )
        self.period = Segments(
            pgettext("choice", "Period"),
            (
                ("quarter", pgettext("choice", "3 months")),
                ("year", pgettext("choice", "Year")),
                ("all", pgettext("choice", "All")),
            ),
        )
        self.year = YearChooser()
        self.by = Segments(
            pgettext("choice", "By"),
            (("week", pgettext("choice", "By week")), ("month", pgettext("choice", "By month"))),
        )
        self.kinds.chosen.connect(self._choose_kind)
        self.period.chosen.connect(self._choose_period)
        for each in (self.rejection, self.stages, self.year, self.by):
            each.chosen.connect(self._show)

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(*_MARGINS)
        column.setSpacing(CARD_GAP)
        column.addWidget(self.kinds)
        for each in (self.rejection, self.stages, self.period, self.year, self.by):
            column.addWidget(each)
        column.addWidget(self.view, 1)
        column.addStretch(0)
        fill(self, scrolling(content))
