"""The calendar under a chart: ticks at days, months or years, as many as there is room for."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from matplotlib.axes import Axes
from matplotlib.ticker import Formatter, Locator

from second_wind.words.findings import charts as words

_ROOM = 46.0
"""Points that a label such as "22 Nov" needs."""
_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240)
_DAYS_OF_MONTH = 30.44


class DayLocator(Locator):
    """Puts ticks at whole days, Mondays, first days of months or of years.

    The axis counts days from `first`.
    """

    def __init__(self, first: date) -> None:
        self._first = first

    def __call__(self) -> Sequence[float]:
        """Return the ticks for what the axis shows now."""
        if self.axis is None:
            return []
        low, high = self.axis.get_view_interval()
        return self.tick_values(low, high)

    def tick_values(self, vmin: float, vmax: float) -> Sequence[float]:
        """Return the ticks between two places."""
        low, high = sorted((float(vmin), float(vmax)))
        wanted = max(2.0, self._width() / _ROOM)
        return [float(each) for each in self._ticks(low, high, wanted) if low <= each <= high]

    def _width(self) -> float:
        panel = getattr(self.axis, "axes", None)
        if not isinstance(panel, Axes):
            return 400.0
        figure = panel.get_figure(root=True)
        if figure is None:
            return 400.0
        return float(panel.get_position().width * figure.get_figwidth() * 72)

    def _ticks(self, low: float, high: float, wanted: float) -> Iterator[int]:
        for step in _DAY_STEPS:
            if (high - low) / step <= wanted:
                return self._days(low, high, step)
        months = (high - low) / _DAYS_OF_MONTH
        step = next((each for each in _MONTH_STEPS if months / each <= wanted), _MONTH_STEPS[-1])
        return self._months(low, high, step)

    def _days(self, low: float, high: float, step: int) -> Iterator[int]:
        start = int(low) - 1
        if step >= 7:  # weeks begin on Mondays, wherever the log begins
            start -= (self._first + timedelta(days=start)).weekday()
        return iter(range(start, int(high) + 2, step))

    def _months(self, low: float, high: float, step: int) -> Iterator[int]:
        day = self._first + timedelta(days=int(low) - 1)
        index = (day.year * 12 + day.month - 1) // step * step
        while (offset := self._offset(index)) <= high:
            yield offset
            index += step

    def _offset(self, month: int) -> int:
        return (date(month // 12, month % 12 + 1, 1) - self._first).days


class DayFormatter(Formatter):
    """Names the ticks of a `DayLocator`; the year stands under the first and where it changes."""

    def __init__(self, first: date) -> None:
        self._first = first

    def __call__(self, x: float, pos: int | None = None) -> str:
        """Return the name of one tick."""
        day = self._first + timedelta(days=round(x))
        if pos is None:
            return words.day_tick(day)
        return self.format_ticks([float(each) for each in self.locs])[pos]

    def format_ticks(self, values: Sequence[float]) -> list[str]:
        """Return the names of all ticks."""
        days = [self._first + timedelta(days=round(each)) for each in values]
        if days and all((each.day, each.month) == (1, 1) for each in days):
            return [str(each.year) for each in days]
        name = words.month_tick if all(each.day == 1 for each in days) else words.day_tick
        years = [None, *(each.year for each in days)]
        return [
            name(day) if day.year == before else f"{name(day)}\n{day.year}"
            for day, before in zip(days, years, strict=False)
        ]


def calendar(panel: Axes, first: date) -> None:
    """Let a panel whose axis counts days from `first` show the calendar."""
    panel.xaxis.set_major_locator(DayLocator(first))
    panel.xaxis.set_major_formatter(DayFormatter(first))
