"""Makes the charts of one journal, and keeps them as long as the log says the same."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from second_wind.journal.journal import Journal
from second_wind.ui.charts.day_span import DaySpan
from second_wind.ui.kit.service.week import week_start

if TYPE_CHECKING:
    from second_wind.charts.base.chart import Chart
    from second_wind.core.analysis.findings import Analysis
    from second_wind.core.analysis.method.timeline import Timeline
    from second_wind.journal.analysis.kept import Part

_MOST_KEPT = 40


class ChartSource:
    """Loads numpy, matplotlib and the analysis when the first chart is asked for."""

    def __init__(self, journal: Journal) -> None:
        """Make nothing yet."""
        self._journal = journal
        self._made: dict[tuple[object, ...], Chart] = {}
        self._of: tuple[object, ...] = ()

    def parts(self, kind: str, *, by_stage: bool = False) -> "tuple[Part, ...]":
        """Return what a kind of chart takes of the analysis."""
        from second_wind.journal.analysis.kept import Part

        if by_stage:
            return Part.SINGLE, Part.STAGES
        return {
            "recovery": (Part.CURVE,),
            "all": (Part.CURVE,),
            "coming-back": (Part.CURVE, Part.TREND),
            "timeline": (Part.SINGLE,),
            "together": (Part.ACTIVITIES,),
        }.get(kind, (Part.RAW,))

    def recovery(self, rejection_id: str) -> "Chart":
        """Return the chart of one rejection, which the log must hold."""
        return self._kept(self._recovery, rejection_id)

    def aligned(self) -> "Chart":
        """Return the chart of all rejections together."""
        return self._kept(self._aligned)

    def stages(self) -> "Chart":
        """Return the chart of all rejections by stage."""
        return self._kept(self._stages)

    def coming_back(self) -> "Chart":
        """Return the chart of coming back after each rejection."""
        return self._kept(self._coming_back)

    def year(self, year: int) -> "Chart":
        """Return the chart of a year."""
        return self._kept(self._year, year)

    def together(self) -> "Chart":
        """Return the chart of what goes with better days."""
        return self._kept(self._together)

    def timeline(self, span: DaySpan) -> "Chart":
        """Return the chart of a stretch of the log."""
        return self._kept(self._timeline, span)

    def weeks(self, by: str) -> "Chart":
        """Return the chart of weeks or months; `by` is "week" or "month"."""
        return self._kept(self._weeks, by)

    def whole(self) -> DaySpan:
        """Return the days of the log; today in an empty one."""
        log = self._log
        return DaySpan(log.first, max(log.first, log.day(len(log) - 1)))

    def years(self) -> tuple[int, ...]:
        """Return the years of which there is a chart, the newest first."""
        from second_wind.charts.calendar.year_data import years

        return years(self._log, self._journal.today())

    def _kept(self, make: "Callable[..., Chart]", *given: object) -> "Chart":
        now = (self._log, self._journal.today(), self._journal.settings)
        if now != self._of:
            self._made.clear()
            self._of = now
        key = (make.__name__, *given)
        if key not in self._made:
            if len(self._made) >= _MOST_KEPT:
                self._made.pop(next(iter(self._made)))
            self._made[key] = make(*given)
        return self._made[key]

    @property
    def _log(self) -> "Timeline":
        return self._journal.analysis.timeline()

    def _analysed(self) -> "Analysis":
        return self._journal.analysis.found()

    def _recovery(self, rejection_id: str) -> "Chart":
        from second_wind.charts.recovery import recovery, recovery_data

        data = recovery_data.recovery_data(
            self._log, self._analysed(), rejection_id, self._journal.today()
        )
        return recovery.chart(data)

    def _aligned(self) -> "Chart":
        from second_wind.charts.all import aligned, aligned_data

        return aligned.chart(aligned_data.aligned_data(self._log, self._analysed()))

    def _stages(self) -> "Chart":
        from second_wind.charts.all import aligned_data, stages

        data = aligned_data.stages_data(self._log, self._journal.analysis.stages())
        return stages.chart(data, self._analysed())

    def _coming_back(self) -> "Chart":
        from second_wind.charts.coming_back import coming_back, coming_back_data

        return coming_back.chart(coming_back_data.coming_back_data(self._log, self._analysed()))

    def _year(self, year: int) -> "Chart":
        from second_wind.charts.calendar import year as year_chart
        from second_wind.charts.calendar import year_data

        settings = self._journal.settings
        data = year_data.year_data(
            self._log, year, self._journal.today(), week_start(settings), settings.mood_names
        )
        return year_chart.chart(data)

    def _together(self) -> "Chart":
        from second_wind.charts.together import together, together_data

        return together.chart(together_data.together_data(self._log, self._analysed()))

    def _timeline(self, span: DaySpan) -> "Chart":
        from second_wind.charts.calendar import timeline, timeline_data

        data = timeline_data.timeline_data(
            self._log, self._analysed(), self._journal.settings.goal, span.first, span.last
        )
        return timeline.chart(data)

    def _weeks(self, by: str) -> "Chart":
        from second_wind.charts.calendar import weeks, weeks_data

        data = weeks_data.weeks_data(
            self._log,
            self._journal.today(),
            self._journal.settings.goal,
            weeks_data.By(by),
            week_start(self._journal.settings),
        )
        return weeks.chart(data)
