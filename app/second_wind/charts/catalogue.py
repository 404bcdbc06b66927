"""The charts that there are, in one list: the window and the command line ask it.

To know them costs nothing: what draws one is loaded when the first one is made.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from second_wind.core.analysis.parts import Part
from second_wind.words.base.language import _, pgettext

if TYPE_CHECKING:
    from second_wind.charts.base.chart import Chart
    from second_wind.core.analysis.findings import Analysis, StageFinding
    from second_wind.core.analysis.method.timeline import Timeline
    from second_wind.journal.log.settings import LogSettings

_MONDAY = 0
"""The first day of a week where the person chose none."""


class ChartName(StrEnum):
    """The charts, in the order in which they are offered."""

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


class Wish(NamedTuple):
    """Which chart is wanted, and of what, where that matters.

    Attributes
    ----------
    rejection : str
        The id of one in the log; "" for the last.
    first, last : date or None
        The days of the timeline that are shown; None for the log's own.
    year : int or None
        None for the last one with a mood.
    """

    name: ChartName
    by: Grouping | None = None
    rejection: str = ""
    first: date | None = None
    last: date | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """What charts are made from; what the log says is worked out when a chart asks for it."""

    log: "Timeline"
    analysis: Callable[[], "Analysis"]
    stages: Callable[[], "tuple[StageFinding, ...]"]
    today: date
    settings: "LogSettings"
    week_start: int

    @classmethod
    def of(cls, log: "Timeline", today: date, settings: "LogSettings") -> "Ground":
        """Return the ground of a log, or a part of one, by itself."""
        from second_wind.journal.analysis.kept import Found

        found, first = Found.of(log), settings.week_start.weekday(_MONDAY)
        return cls(log, found.analysis.get, found.stages.get, today, settings, first)


class Listed(NamedTuple):
    """A chart in the catalogue.

    Attributes
    ----------
    question : what it answers.
    needs : what has to be logged before anything is drawn.
    parts : what is worked out for it.
    """

    title: Callable[[], str]
    question: Callable[[], str]
    needs: Callable[[], str]
    make: "Callable[[Ground, Wish], Chart]"
    parts: tuple[Part, ...]


def chart(wish: Wish, ground: Ground) -> "Chart":
    """Return a chart."""
    return CATALOGUE[wish.name].make(ground, wish)


def parts(name: ChartName, by: Grouping | None = None) -> tuple[Part, ...]:
    """Return what is worked out for a chart."""
    return (Part.SINGLE, Part.STAGES) if by is Grouping.STAGE else CATALOGUE[name].parts


def _recovery(ground: Ground, wish: Wish) -> "Chart":
    from second_wind.charts.recovery import recovery
    from second_wind.charts.recovery.recovery_data import recovery_data

    marks = ground.log.rejections
    if not marks:  # the kind sentence is the same
        return _all(ground, wish)
    key = wish.rejection or marks[-1].id
    return recovery.chart(recovery_data(ground.log, ground.analysis(), key, ground.today))


def _all(ground: Ground, wish: Wish) -> "Chart":
    from second_wind.charts.all import aligned, stages
    from second_wind.charts.all.aligned_data import aligned_data, stages_data

    if wish.by is Grouping.STAGE:
        return stages.chart(stages_data(ground.log, ground.stages()), ground.analysis())
    return aligned.chart(aligned_data(ground.log, ground.analysis()))


def _coming_back(ground: Ground, _wish: Wish) -> "Chart":
    from second_wind.charts.coming_back import coming_back
    from second_wind.charts.coming_back.coming_back_data import coming_back_data

    return coming_back.chart(coming_back_data(ground.log, ground.analysis()))


def _timeline(ground: Ground, wish: Wish) -> "Chart":
    from second_wind.charts.calendar import timeline
    from second_wind.charts.calendar.timeline_data import timeline_data

    goal = ground.settings.goal
    return timeline.chart(timeline_data(ground.log, ground.analysis(), goal, wish.first, wish.last))


def _year(ground: Ground, wish: Wish) -> "Chart":
    from second_wind.charts.calendar import year
    from second_wind.charts.calendar.year_data import year_data, years

    shown = wish.year or years(ground.log, ground.today)[0]
    names = ground.settings.mood_names
    return year.chart(year_data(ground.log, shown, ground.today, ground.week_start, names))


def _together(ground: Ground, _wish: Wish) -> "Chart":
    from second_wind.charts.together import together
    from second_wind.charts.together.together_data import together_data

    return together.chart(together_data(ground.log, ground.analysis()))


def _weeks(ground: Ground, wish: Wish) -> "Chart":
    from second_wind.charts.calendar import weeks
    from second_wind.charts.calendar.weeks_data import By, weeks_data

    by = By.MONTH if wish.by is Grouping.MONTH else By.WEEK
    goal = ground.settings.goal
    return weeks.chart(weeks_data(ground.log, ground.today, goal, by, ground.week_start))


CATALOGUE: Mapping[ChartName, Listed] = {
    ChartName.RECOVERY: Listed(
        lambda: pgettext("name of a chart", "Recovery"),
        lambda: _("How was the time around one rejection?"),
        lambda: _("It takes a rejection, and three days with a mood around it."),
        _recovery,
        (Part.CURVE,),
    ),
    ChartName.ALL: Listed(
        lambda: pgettext("name of a chart", "All rejections"),
        lambda: _("How is the time after rejections, all of them side by side?"),
        lambda: _("It takes a rejection, and moods around it."),
        _all,
        (Part.CURVE,),
    ),
    ChartName.COMING_BACK: Listed(
        lambda: pgettext("name of a chart", "Coming back"),
        lambda: _("How was the first week after each rejection, and does that change?"),
        lambda: _("It takes a rejection, and moods before it and in the week after."),
        _coming_back,
        (Part.CURVE, Part.TREND),
    ),
    ChartName.TIMELINE: Listed(
        lambda: pgettext("name of a chart", "Timeline"),
        lambda: _("How was it, day by day?"),
        lambda: _("It takes one entry."),
        _timeline,
        (Part.SINGLE,),
    ),
    ChartName.YEAR: Listed(
        lambda: pgettext("name of a chart", "Year"),
        lambda: _("How was a year, at a glance?"),
        lambda: _("It takes one mood."),
        _year,
        (Part.RAW,),
    ),
    ChartName.TOGETHER: Listed(
        lambda: pgettext("name of a chart", "Better days"),
        lambda: _("What goes together with better days?"),
        lambda: _("It takes two months with moods, and days both with an activity and without."),
        _together,
        (Part.ACTIVITIES,),
    ),
    ChartName.WEEKS: Listed(
        lambda: _("Week and month"),
        lambda: _("How were the weeks or the months, and what was in them?"),
        lambda: _("It takes one entry."),
        _weeks,
        (Part.RAW,),
    ),
}
