"""What the Coming back chart shows: the first week of each rejection, and the typical days."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from second_wind.core.analysis.findings import (
    Analysis,
    Floats,
    Interval,
    Reading,
    RejectionFinding,
    TypicalCurve,
    TypicalDays,
)
from second_wind.core.analysis.method.timeline import Timeline

_NOT_KNOWN = (Reading.TOO_FEW, Reading.TOO_EARLY)


@dataclass(frozen=True, slots=True, eq=False)
class FirstWeek:
    """The first week of one rejection day.

    Attributes
    ----------
    finding : RejectionFinding
    companies : tuple of str
        Of the day's rejections; names may be empty.
    """

    finding: RejectionFinding
    companies: tuple[str, ...]

    @property
    def day(self) -> date:
        """The day of the rejection."""
        return self.finding.day

    @property
    def known(self) -> bool:
        """Whether enough was logged to draw it."""
        found = self.finding
        return found.reading not in _NOT_KNOWN and bool(np.isfinite(found.dent))

    @property
    def change(self) -> float:
        """Points from usual, below is negative; NaN where it is not known."""
        return -self.finding.dent if self.known else float("nan")


@dataclass(frozen=True, slots=True, eq=False)
class ComingBackData:
    """All rejection days in order, and what they have in common.

    Attributes
    ----------
    weeks : tuple of FirstWeek
        In order of the days, those about which too little is known included.
    analysis : Analysis
    """

    weeks: tuple[FirstWeek, ...]
    analysis: Analysis

    @property
    def changes(self) -> Floats:
        """Points from usual of each first week, NaN where it is not known."""
        return np.array([each.change for each in self.weeks])

    @property
    def known(self) -> int:
        """How many first weeks can be drawn."""
        return sum(each.known for each in self.weeks)

    def count(self, reading: Reading) -> int:
        """Return how many rejection days ended in a way."""
        return sum(each.finding.reading is reading for each in self.weeks)

    @property
    def typical(self) -> TypicalCurve | None:
        """The typical course, None while there is none."""
        return self.analysis.typical

    @property
    def days(self) -> TypicalDays | None:
        """The typical days to come back, None where no number may be given."""
        curve = self.typical
        return None if curve is None or curve.days_withheld else curve.days

    @property
    def trend(self) -> Interval | None:
        """Points below usual on days 2 to 9, latest minus first."""
        return self.analysis.trend

    @property
    def line(self) -> Floats | None:
        """The change over time as a line through the first weeks, one value for each of them.

        None unless the range of the change leaves out 0.
        """
        found = self.trend
        if found is None or not (found.above_zero or found.below_zero) or self.known < 2:
            return None
        place = np.linspace(-0.5, 0.5, len(self.weeks))
        drawn = np.isfinite(self.changes)
        level = self.changes[drawn].mean() + found.estimate * place[drawn].mean()
        return np.asarray(level - found.estimate * place, dtype=np.float64)


def coming_back_data(timeline: Timeline, analysis: Analysis) -> ComingBackData:
    """Prepare the first weeks of all rejection days."""
    companies = {mark.id: mark.company for mark in timeline.rejections}
    weeks = (
        FirstWeek(each, tuple(companies.get(one, "") for one in each.ids))
        for each in analysis.rejections
    )
    return ComingBackData(tuple(weeks), analysis)
