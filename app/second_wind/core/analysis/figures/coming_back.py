"""Each single rejection: its line without the others, its dent, and whether mood came back."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from second_wind.core.analysis.findings import (
    FIRST_LAG,
    KNOWN_FIRST_WEEK,
    LAST_LAG,
    Floats,
    Ints,
    RejectionFinding,
    Status,
)
from second_wind.core.analysis.method.display import running_mean
from second_wind.core.analysis.method.epochs import other_lags
from second_wind.core.analysis.method.mood_log import rejection_days, values_on
from second_wind.core.analysis.method.regression import Fit
from second_wind.core.analysis.method.timeline import RejectionMark, Timeline

LAGS = np.arange(FIRST_LAG, LAST_LAG + 1)
WEEK = slice(-FIRST_LAG, -FIRST_LAG + 7)
LATEST_LOWEST = 3
"""Lag up to which the lowest point of a dip is looked for."""
LATEST_CUT_SHORT = 6
TOLERANCE_SHARE = 1 / 18
"""Share of the scale's width that always counts as near usual."""
TWO_SIDED_95 = 1.96


@dataclass(frozen=True, slots=True)
class Spread:
    """How far single days stray: what one rejection is judged by.

    Attributes
    ----------
    sd : float
        Spread of days around the fit, in points.
    phi : float
        Share of it that is left on the next day, 0 to 0.8.
    tolerance : float
        Points below usual that still count as near usual.
    """

    sd: float
    phi: float
    tolerance: float


def near_usual(scale_width: float, sd: float) -> float:
    """Return the points below usual that still count as near: half the usual spread or more."""
    return max(scale_width * TOLERANCE_SHARE, sd / 2)


def corrected_lines(fitted: Fit, events: Ints) -> Floats:
    """Return each rejection's change from usual without weekend and other rejections.

    The usual level is the one on the rejection's day, for the whole line.

    Returns
    -------
    ndarray of float64, shape (rejection days, 29)
        On lags -7 to 21; NaN where no mood was logged.
    """
    left = fitted.mood - fitted.weekend - fitted.rejections
    own = np.append(np.zeros(-FIRST_LAG), fitted.dip[:-1])
    return values_on(left, events[:, None] + LAGS) + own - fitted.level[events][:, None]


def rejection_findings(
    log: Timeline, lines: Floats, spread: Spread
) -> tuple[RejectionFinding, ...]:
    """Return what can be said about each rejection day.

    Parameters
    ----------
    log : Timeline
        From the first to the last day with a mood.
    lines : ndarray of float64, shape (rejection days, 29)
        As `corrected_lines` gives; all NaN where nothing could be fitted.
    spread : Spread
    """
    events, marks = rejection_days(log), _by_day(log.rejections)
    return tuple(
        _finding(log, events, i, marks[int(events[i])], line, spread)
        for i, line in enumerate(lines)
    )


def _by_day(marks: Sequence[RejectionMark]) -> dict[int, list[RejectionMark]]:
    days: dict[int, list[RejectionMark]] = {}
    for mark in marks:
        days.setdefault(mark.offset, []).append(mark)
    return days


def _finding(
    log: Timeline,
    events: Ints,
    index: int,
    marks: Sequence[RejectionMark],
    line: Floats,
    spread: Spread,
) -> RejectionFinding:
    day = int(events[index])
    follow_up, next_came = followed(len(log), events, index)
    status, days = outcome(line[-FIRST_LAG:], follow_up, next_came, spread.tolerance)
    dent, give_or_take = first_week_dent(line, spread)
    return RejectionFinding(
        day=log.day(day),
        count=len(marks),
        ids=tuple(sorted(each.id for each in marks)),
        status=status,
        days=days,
        dent=dent,
        dent_give_or_take=give_or_take,
        follow_up=follow_up,
        logged_first_week=int(np.isfinite(log.mood[day : day + 7]).sum()),
        days_to_end=len(log) - 1 - day,
        line=line,
        others=other_lags(events, index, FIRST_LAG, LAST_LAG),
        stages=tuple(sorted({each.stage for each in marks if each.stage})),
    )


def followed(days: int, events: Ints, index: int) -> tuple[int, bool]:
    """Return the last lag to look at, and whether the next rejection is what ends it."""
    to_end = days - 1 - int(events[index])
    to_next = int(events[index + 1] - events[index]) - 1 if index + 1 < len(events) else days
    return min(LAST_LAG, to_end, to_next), to_next < min(LAST_LAG, to_end)


def first_week_dent(line: Floats, spread: Spread) -> tuple[float, float]:
    """Return the mean of days 0 to 6 below usual and its 95 % give-or-take.

    Parameters
    ----------
    line : ndarray of float64, shape (29,)
        Change from usual on lags -7 to 21, NaN where no mood was logged.
    spread : Spread
        Neighbouring days stray together, which widens the give-or-take.

    Returns
    -------
    tuple of float
        Points, positive below usual; both NaN with fewer than 3 logged days.
    """
    week = line[WEEK]
    week = week[np.isfinite(week)]
    if len(week) < KNOWN_FIRST_WEEK:
        return float("nan"), float("nan")
    together = 1 + 2 * sum((1 - apart / 7) * spread.phi**apart for apart in range(1, 7))
    return -float(week.mean()), TWO_SIDED_95 * spread.sd * float(np.sqrt(together / len(week)))


def outcome(
    after: Floats, follow_up: int, next_came: bool, tolerance: float
) -> tuple[Status, int | None]:
    """Return how the time after one rejection went, and the days that go with it.

    Parameters
    ----------
    after : ndarray of float64, shape (22,)
        Change from usual on lags 0 to 21, NaN where no mood was logged.
    follow_up : int
        Last lag to look at.
    next_came : bool
        Whether it ends there because of the next rejection.
    tolerance : float
        Points below usual that count as near usual.
    """
    seen = after[: follow_up + 1]
    smooth = running_mean(seen)
    first = smooth[: LATEST_LOWEST + 1]
    if np.isfinite(seen).sum() < KNOWN_FIRST_WEEK:
        return _too_short(follow_up, next_came)
    lowest = int(np.argmin(np.where(np.isnan(first), np.inf, first)))
    if np.isnan(first[lowest]):
        return Status.TOO_FEW, None
    if smooth[lowest] >= -2 * tolerance:
        return Status.LITTLE_DIP, 0
    back = np.flatnonzero(smooth[lowest:] >= -tolerance)
    if len(back):
        return Status.RECOVERED, lowest + int(back[0])
    return _unfinished(follow_up, next_came), follow_up


def _too_short(follow_up: int, next_came: bool) -> tuple[Status, int | None]:
    if next_came and follow_up <= LATEST_CUT_SHORT:
        return Status.CUT_SHORT, follow_up
    return Status.TOO_FEW, None


def _unfinished(follow_up: int, next_came: bool) -> Status:
    if follow_up == LAST_LAG:
        return Status.NOT_IN_3_WEEKS
    return Status.CUT_SHORT if next_came else Status.ONGOING
