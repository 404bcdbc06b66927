"""What went with a better next day: mood the day after active days less mood the day before."""

from dataclasses import dataclass

import numpy as np

from second_wind.core.analysis.findings import (
    ActivityFinding,
    ActivityName,
    Floats,
    Interval,
    Ints,
    Shortfall,
)
from second_wind.core.analysis.method.design import Design
from second_wind.core.analysis.method.jackknife import Jackknife, jackknife
from second_wind.core.analysis.method.minimums import activity_missing
from second_wind.core.analysis.method.mood_log import near_rejections, rejection_days
from second_wind.core.analysis.method.regression import fit
from second_wind.core.analysis.method.stretches import stretch_rows
from second_wind.core.analysis.method.timeline import Bools, Timeline

ENOUGH_MINUTES = 20
SENTENCE_CONFIDENCE = 0.9875
"""95 % for four activities at once (Bonferroni)."""
AFTERMATH_LAST_LAG = 9
AFTERMATH_LEAST = 10
AFTERMATH_LEAST_DF = 4


def activity_days(timeline: Timeline, name: ActivityName) -> Floats:
    """Return 1 on days with the activity, 0 without, NaN where unknown; shape (days,)."""
    amount, enough = {
        ActivityName.EXERCISE_20: (timeline.exercise, ENOUGH_MINUTES),
        ActivityName.OUTING: (timeline.outings, 1),
        ActivityName.VOLUNTEERING: (timeline.volunteering, 1),
        ActivityName.TALK: (timeline.talks, 1),
    }[name]
    return np.where(np.isnan(amount), np.nan, np.where(amount >= enough, 1.0, 0.0))


def around(active: Floats) -> Floats:
    """Return whether the day before, the day itself and the day after were active.

    Returns
    -------
    ndarray of float64, shape (days, 3)
        The coefficients of these columns are mood after, on and before an active day. NaN where
        unknown, and beyond the ends.
    """
    padded = np.concatenate([[np.nan], active, [np.nan]])
    return np.stack([padded[:-2], padded[1:-1], padded[2:]], axis=1)


@dataclass(frozen=True, slots=True, eq=False)
class _Days:
    """One activity lined up with the log: columns, and the days on which all is known."""

    log: Timeline
    design: Design
    starts: Ints
    columns: Floats
    usable: Bools

    def count(self, value: float, among: Bools | None = None) -> int:
        """Return on how many usable days the day before was active (1) or not (0)."""
        days = self.usable if among is None else self.usable & among
        return int((self.columns[days, 0] == value).sum())

    @property
    def stretches(self) -> int:
        return len(stretch_rows(self.starts, np.flatnonzero(self.usable)))

    def ranges(self, extra: Floats) -> tuple[Jackknife, slice]:
        """Return the fit with more columns, stretch by stretch, and where these columns are."""
        fitted = fit(self.design.with_extra(extra), self.log.mood)
        return jackknife(fitted, self.starts), fitted.design.extra


def association(
    log: Timeline,
    design: Design,
    starts: Ints,
    name: ActivityName,
    missing: tuple[Shortfall, ...] = (),
) -> ActivityFinding:
    """Return mood before, on and after the days of one activity.

    Parameters
    ----------
    log : Timeline
        From the first to the last day with a mood.
    design : Design
        As it was fitted without activities.
    starts : ndarray of int64
        First day of each stretch.
    name : ActivityName
    missing : tuple of Shortfall, optional
        Other reasons for which nothing may be shown.

    Notes
    -----
    Good days make activity easier. That pushes up same-day and next-day differences, while
    after minus before stays near the truth or below it.
    """
    columns = around(activity_days(log, name))
    usable = np.isfinite(log.mood) & np.isfinite(columns).all(axis=1)
    days = _Days(log, design, starts, columns, usable)
    active, inactive = days.count(1), days.count(0)
    missing += activity_missing(active, inactive, days.stretches)
    if missing:
        return no_association(name, missing, active, inactive)
    return _shown(name, days, active, inactive)


def no_association(
    name: ActivityName, missing: tuple[Shortfall, ...], active: int = 0, inactive: int = 0
) -> ActivityFinding:
    """Return a finding that says only what is missing."""
    return ActivityFinding(
        name=name,
        before=None,
        same=None,
        after=None,
        difference=None,
        low_sentence=float("nan"),
        high_sentence=float("nan"),
        active_days=active,
        inactive_days=inactive,
        usable_days=active + inactive,
        aftermath=None,
        missing=missing,
    )


def _shown(name: ActivityName, days: _Days, active: int, inactive: int) -> ActivityFinding:
    ranges, extra = days.ranges(days.columns)
    weights = np.eye(len(ranges.coefficients))[extra]
    df = ranges.stretches - 1
    after, same, before = (ranges.interval(each, df) for each in weights)
    sentence = ranges.interval(weights[0] - weights[2], df, SENTENCE_CONFIDENCE)
    return ActivityFinding(
        name=name,
        before=before,
        same=same,
        after=after,
        difference=ranges.interval(weights[0] - weights[2], df),
        low_sentence=sentence.low,
        high_sentence=sentence.high,
        active_days=active,
        inactive_days=inactive,
        usable_days=active + inactive,
        aftermath=_aftermath(days),
        missing=(),
    )


def _aftermath(days: _Days) -> Interval | None:
    """Return after minus before on days 0 to 9 after a rejection, None with too few of them."""
    flag = near_rejections(days.log, 0, AFTERMATH_LAST_LAG)
    count = len(rejection_days(days.log))
    if min(days.count(1, flag), days.count(0, flag)) < AFTERMATH_LEAST:
        return None
    if min(count, days.stretches) - 1 < AFTERMATH_LEAST_DF:
        return None
    ranges, extra = days.ranges(
        np.hstack([days.columns * flag[:, None], days.columns * ~flag[:, None]])
    )
    weights = np.eye(len(ranges.coefficients))[extra]
    return ranges.interval(weights[0] - weights[2], min(count, ranges.stretches) - 1)
