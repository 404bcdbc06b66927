"""The charts that the command line draws: which there are, and what each is made from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from second_wind.core.errors.entry_errors import NoSuchRejection

if TYPE_CHECKING:
    from second_wind.charts.base.chart import Chart
    from second_wind.core.analysis.method.timeline import Timeline
    from second_wind.journal.log.settings import LogSettings

_MONDAY = 0
"""The first day of a week where the person chose none."""


class ChartName(StrEnum):
    """The charts that can be saved."""

    RECOVERY = "recovery"
    ALL = "all"
    COMING_BACK = "coming-back"
    TIMELINE = "timeline"
    YEAR = "year"
    TOGETHER = "together"
    WEEKS = "weeks"


class Grouping(StrEnum):
    """How a chart can be split: `all` by stage, `weeks` by month."""

    STAGE = "stage"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Wish:
    """Which chart is wanted: how it is split, and of which day's rejection, where that matters."""

    name: ChartName
    by: Grouping | None = None
    rejection: date | None = None


def chart(wish: Wish, log: "Timeline", today: date, settings: "LogSettings") -> "Chart":
    """Return a chart of the log.

    Raises
    ------
    NoSuchRejection
        If no rejection was logged on the day that was named.
    """
    match wish.name:
        case ChartName.TIMELINE:
            return _timeline(log, settings)
        case ChartName.WEEKS:
            return _weeks(log, today, wish.by, settings)
        case ChartName.ALL:
            return _all(log, wish.by)
        case ChartName.COMING_BACK:
            return _coming_back(log)
        case ChartName.YEAR:
            return _year(log, today, settings)
        case ChartName.TOGETHER:
            return _together(log)
        case ChartName.RECOVERY:
            return _recovery(log, wish.rejection, today)


def _timeline(log: "Timeline", settings: "LogSettings") -> "Chart":
    from second_wind.charts.calendar import timeline
    from second_wind.charts.calendar.timeline_data import timeline_data
    from second_wind.core.analysis.figures.analysis import analyse

    return timeline.chart(timeline_data(log, analyse(log), settings.goal))


def _weeks(log: "Timeline", today: date, by: Grouping | None, settings: "LogSettings") -> "Chart":
    from second_wind.charts.calendar import weeks
    from second_wind.charts.calendar.weeks_data import By, weeks_data

    step = By.MONTH if by is Grouping.MONTH else By.WEEK
    first = settings.week_start.weekday(_MONDAY)
    return weeks.chart(weeks_data(log, today, settings.goal, step, first))


def _all(log: "Timeline", by: Grouping | None) -> "Chart":
    from second_wind.charts.all import aligned, stages
    from second_wind.charts.all.aligned_data import aligned_data, stages_data
    from second_wind.core.analysis.figures.analysis import analyse
    from second_wind.core.analysis.figures.stages import by_stage

    if by is Grouping.STAGE:
        return stages.chart(stages_data(log, by_stage(log)), analyse(log))
    return aligned.chart(aligned_data(log, analyse(log)))


def _coming_back(log: "Timeline") -> "Chart":
    from second_wind.charts.coming_back import coming_back
    from second_wind.charts.coming_back.coming_back_data import coming_back_data
    from second_wind.core.analysis.figures.analysis import analyse

    return coming_back.chart(coming_back_data(log, analyse(log)))


def _year(log: "Timeline", today: date, settings: "LogSettings") -> "Chart":
    """Return the chart of the last year with a mood."""
    from second_wind.charts.calendar import year
    from second_wind.charts.calendar.year_data import year_data, years

    first = settings.week_start.weekday(_MONDAY)
    shown = years(log, today)[0]
    return year.chart(year_data(log, shown, today, first, settings.mood_names))


def _together(log: "Timeline") -> "Chart":
    from second_wind.charts.together import together
    from second_wind.charts.together.together_data import together_data
    from second_wind.core.analysis.figures.analysis import analyse

    return together.chart(together_data(log, analyse(log)))


def _recovery(log: "Timeline", asked: date | None, today: date) -> "Chart":
    from second_wind.charts.all import aligned
    from second_wind.charts.all.aligned_data import aligned_data
    from second_wind.charts.recovery import recovery
    from second_wind.charts.recovery.recovery_data import recovery_data
    from second_wind.core.analysis.figures.analysis import analyse

    marks = [each for each in log.rejections if asked in {None, log.day(each.offset)}]
    if not marks and asked is not None:
        raise NoSuchRejection(asked)
    if not marks:  # the kind sentence is the same
        return aligned.chart(aligned_data(log))
    return recovery.chart(recovery_data(log, analyse(log), marks[-1].id, today))
