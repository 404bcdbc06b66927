"""What the chart of better days shows: mood around the days with each activity."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from second_wind.core.analysis.figures.associations import activity_days
from second_wind.core.analysis.findings import ActivityFinding, Analysis, Interval
from second_wind.core.analysis.method.timeline import Timeline


@dataclass(frozen=True, slots=True)
class AroundActivity:
    """One activity.

    Attributes
    ----------
    finding : ActivityFinding
    latest : date
        The latest day with it that has a day after it; the log's first day if there is none.
    """

    finding: ActivityFinding
    latest: date

    @property
    def shown(self) -> bool:
        """Whether there are enough days to compare."""
        return self.finding.difference is not None

    @property
    def days(self) -> tuple[Interval, ...]:
        """The day before, the day itself and the day after; empty where there is too little."""
        found = (self.finding.before, self.finding.same, self.finding.after)
        return tuple(each for each in found if each is not None)

    def day_at(self, place: int) -> date:
        """Return the day before, of or after the latest one with it (0, 1, 2); else that day."""
        return self.latest + timedelta(days={0: -1, 2: 1}.get(place, 0))


@dataclass(frozen=True, slots=True)
class TogetherData:
    """The four activities, in the order of their names."""

    activities: tuple[AroundActivity, ...]

    @property
    def shown(self) -> tuple[AroundActivity, ...]:
        """Those with enough days."""
        return tuple(each for each in self.activities if each.shown)

    @property
    def closest(self) -> ActivityFinding:
        """The activity that is short of the fewest days."""
        found = (each.finding for each in self.activities)
        return min(found, key=lambda each: sum(short.more for short in each.missing))


def together_data(timeline: Timeline, analysis: Analysis) -> TogetherData:
    """Prepare the four activities."""
    found = []
    for each in analysis.activities:
        days = np.flatnonzero(activity_days(timeline, each.name)[:-1] == 1)
        latest = timeline.day(int(days[-1]) if len(days) else 0)
        found.append(AroundActivity(each, latest))
    return TogetherData(tuple(found))
