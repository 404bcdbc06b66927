"""What the recovery chart shows: one rejection with the days around it."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from second_wind.charts.base.bins import average
from second_wind.charts.base.lines import mood_line
from second_wind.core.analysis.findings import (
    Analysis,
    Floats,
    Ints,
    RejectionFinding,
    Shortfall,
    TypicalCurve,
)
from second_wind.core.analysis.method.timeline import RejectionMark, Timeline

FIRST_SHOWN = -14
LAST_SHOWN = 21
FEWEST_DRAWN = 3
"""Logged days of a window that are drawn; with fewer a sentence stands alone."""
_FIRST_WEEK = range(7)


@dataclass(frozen=True, slots=True)
class Dent:
    """How far the first week lay below usual.

    Attributes
    ----------
    below : float
        Points; negative is above usual.
    give_or_take : float
        95 %.
    level : float
        The mood at which it is drawn.
    """

    below: float
    give_or_take: float
    level: float


@dataclass(frozen=True, slots=True, eq=False)
class RecoveryData:
    """One rejection day and the days around it, lined up at day 0.

    Attributes
    ----------
    timeline : Timeline
        The whole log.
    marks : tuple of RejectionMark
        The rejections of the day, the one that was asked for first.
    lags : ndarray of int64, shape (lags,)
        Days from the rejection, ends included.
    mood, line, usual : ndarray of float64, shape (lags,)
        Mood of the day, the display line, the usual level; NaN where there is none.
    tolerance : float
        Points around usual that are near usual.
    usual_missing : tuple of Shortfall
        What the usual level still takes; empty if it is there.
    dent : Dent or None
        None with fewer than 3 logged days in the first week, or without a usual level.
    others : tuple of RejectionMark
        The other rejections within the window.
    days_come : int
        Days of the window that have come, today included.
    today_lag : int
    finding : RejectionFinding or None
    typical : TypicalCurve or None
    """

    timeline: Timeline
    marks: tuple[RejectionMark, ...]
    lags: Ints
    mood: Floats
    line: Floats
    usual: Floats
    tolerance: float
    usual_missing: tuple[Shortfall, ...]
    dent: Dent | None
    others: tuple[RejectionMark, ...]
    days_come: int
    today_lag: int
    finding: RejectionFinding | None = None
    typical: TypicalCurve | None = None

    @property
    def offset(self) -> int:
        """Index of day 0 in the timeline."""
        return self.marks[0].offset

    @property
    def day(self) -> date:
        """The day of the rejection."""
        return self.timeline.day(self.offset)

    @property
    def other_lags(self) -> tuple[int, ...]:
        """The lags of the other rejection days in the window, in order."""
        return tuple(sorted({each.offset - self.offset for each in self.others}))

    @property
    def has_usual(self) -> bool:
        """Whether there is a usual level."""
        return not np.isnan(self.usual).any()

    @property
    def logged(self) -> int:
        """Days of the window with a mood."""
        return int(np.isfinite(self.mood).sum())

    @property
    def enough(self) -> bool:
        """Whether the window holds days enough to draw: one or two dots look like a fault."""
        return self.logged >= FEWEST_DRAWN

    @property
    def first_week_logged(self) -> int:
        """Days of the first week with a mood, 0 to 7."""
        week = self.mood[(self.lags >= 0) & (self.lags < len(_FIRST_WEEK))]
        return int(np.isfinite(week).sum())

    def around(self, values: Floats) -> Floats:
        """Return an array of the timeline cut to the window, NaN outside the log."""
        return window(values, self.offset + self.lags)


def window(values: Floats, days: Ints) -> Floats:
    """Return the values at some indices, NaN where they lie outside."""
    inside = (days >= 0) & (days < len(values))
    found = np.full(len(days), np.nan)
    found[inside] = values[days[inside]]
    return found


def recovery_data(
    timeline: Timeline,
    analysis: Analysis,
    rejection_id: str,
    today: date,
    first_lag: int = FIRST_SHOWN,
    last_lag: int = LAST_SHOWN,
) -> RecoveryData:
    """Prepare the days around one rejection for its chart.

    Parameters
    ----------
    timeline : Timeline
        The whole log.
    analysis : Analysis
        While it has no usual level there is no dent either: the week before is none, since an
        earlier rejection may reach into it.
    rejection_id : str
    today : date
    first_lag, last_lag : int
        Ends of the window, both included.

    Raises
    ------
    KeyError
        If the log has no such rejection.
    """
    marks = _same_day(timeline, rejection_id)
    offset = marks[0].offset
    lags = np.arange(first_lag, last_lag + 1)
    mood = window(timeline.mood, offset + lags)
    usual = _usual(timeline, analysis, offset, lags)
    finding = analysis.on(timeline.day(offset))
    today_lag = timeline.offset(today) - offset
    return RecoveryData(
        timeline=timeline,
        marks=marks,
        lags=lags,
        mood=mood,
        line=window(mood_line(timeline), offset + lags),
        usual=usual,
        tolerance=analysis.tolerance,
        usual_missing=analysis.usual_missing,
        dent=_dent(lags, usual, finding),
        others=_others(timeline, offset, lags),
        days_come=max(0, min(today_lag, last_lag) - first_lag + 1),
        today_lag=today_lag,
        finding=finding,
        typical=analysis.typical,
    )


def _same_day(timeline: Timeline, rejection_id: str) -> tuple[RejectionMark, ...]:
    asked = next((each for each in timeline.rejections if each.id == rejection_id), None)
    if asked is None:
        raise KeyError(rejection_id)
    day = [each for each in timeline.rejections if each.offset == asked.offset]
    return (asked, *(each for each in day if each.id != rejection_id))


def _others(timeline: Timeline, offset: int, lags: Ints) -> tuple[RejectionMark, ...]:
    low, high = offset + int(lags[0]), offset + int(lags[-1])
    return tuple(
        each for each in timeline.rejections if low <= each.offset <= high and each.offset != offset
    )


def _usual(timeline: Timeline, analysis: Analysis, offset: int, lags: Ints) -> Floats:
    """Return the usual level by lag, held flat before and after the mood log; NaN without one."""
    is_there = len(analysis.usual) and not np.isnan([*analysis.usual, analysis.tolerance]).any()
    if analysis.first_day is None or not is_there:
        return np.full(len(lags), np.nan)
    days = offset + lags - timeline.offset(analysis.first_day)
    return analysis.usual[np.clip(days, 0, len(analysis.usual) - 1)]


def _dent(lags: Ints, usual: Floats, finding: RejectionFinding | None) -> Dent | None:
    if finding is None or not finding.known_first_week or np.isnan(finding.dent):
        return None
    level = average(usual[(lags >= 0) & (lags < len(_FIRST_WEEK))])
    return Dent(finding.dent, finding.dent_give_or_take, level - finding.dent)
