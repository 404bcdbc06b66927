"""Makes the charts of one journal, and keeps them as long as the log says the same."""

from typing import TYPE_CHECKING

from second_wind.charts import catalogue
from second_wind.charts.catalogue import Ground, Wish
from second_wind.journal.journal import Journal
from second_wind.ui.charts.day_span import DaySpan
from second_wind.ui.kit.service.week import week_start

if TYPE_CHECKING:
    from second_wind.charts.base.chart import Chart
    from second_wind.core.analysis.method.timeline import Timeline

_MOST_KEPT = 40


class ChartSource:
    """Loads numpy, matplotlib and the analysis when the first chart is asked for."""

    def __init__(self, journal: Journal) -> None:
        """Make nothing yet."""
        self._journal = journal
        self._made: dict[Wish, Chart] = {}
        self._of: tuple[object, ...] = ()

    def chart(self, wish: Wish) -> "Chart":
        """Return a chart."""
        analysis, settings = self._journal.analysis, self._journal.settings
        now = (self._log, self._journal.today(), settings)
        if now != self._of:
            self._made.clear()
            self._of = now
        if wish not in self._made:
            if len(self._made) >= _MOST_KEPT:
                self._made.pop(next(iter(self._made)))
            first = week_start(settings)
            ground = Ground(now[0], analysis.found, analysis.stages, now[1], settings, first)
            self._made[wish] = catalogue.chart(wish, ground)
        return self._made[wish]

    def whole(self) -> DaySpan:
        """Return the days of the log; today in an empty one."""
        log = self._log
        return DaySpan(log.first, max(log.first, log.day(len(log) - 1)))

    def years(self) -> tuple[int, ...]:
        """Return the years of which there is a chart, the newest first."""
        from second_wind.charts.calendar.year_data import years

        return years(self._log, self._journal.today())

    @property
    def _log(self) -> "Timeline":
        return self._journal.analysis.timeline()
