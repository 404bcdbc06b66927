"""Honesty checks: what about a log makes its figures less sure than they look."""

import numpy as np

from second_wind.core.analysis.findings import LAST_LAG, Checks, Ints
from second_wind.core.analysis.method.mood_log import near_rejections, rejection_days
from second_wind.core.analysis.method.timeline import Bools, Timeline

CLOSE = 7
"""Days within which two rejections count as close together, end included."""


def honesty_checks(log: Timeline, lowest: float) -> Checks:
    """Return the checks that are printed under the charts.

    Parameters
    ----------
    log : Timeline
        From the first to the last day with a mood.
    lowest : float
        The lowest step of the scale.
    """
    logged = np.isfinite(log.mood)
    week = near_rejections(log, 0, 6)
    aftermath = near_rejections(log, 0, LAST_LAG)
    events = rejection_days(log)
    return Checks(
        missing_after=_share(~logged, week & ~log.rest),
        missing_elsewhere=_share(~logged, ~week & ~log.rest),
        floor_share=_share(log.mood <= lowest, logged & aftermath),
        close_share=_close_share(events),
        clean_days=int((logged & ~aftermath).sum()),
        quiet_days=int((logged & ~near_rejections(log, 0, 2)).sum()),
        later_closer=_later_closer(events),
    )


def _share(part: Bools, of: Bools) -> float:
    return float(part[of].mean()) if of.any() else float("nan")


def _close_share(events: Ints) -> float:
    if not len(events):
        return float("nan")
    close = np.diff(events) <= CLOSE
    return float((np.append(close, False) | np.append(False, close)).mean())


def _later_closer(events: Ints) -> bool:
    """Compare the gaps of the earlier half with those of the later; an odd one belongs to none."""
    close = np.diff(events) <= CLOSE
    half = len(close) // 2
    return bool(close[len(close) - half :].sum() > close[:half].sum())
