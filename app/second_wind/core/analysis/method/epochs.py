"""Windows around rejections and their plain average: what is drawn while there is no curve."""

from dataclasses import dataclass

import numpy as np

from second_wind.core.analysis.findings import (
    FIRST_LAG,
    LAST_LAG,
    DropReason,
    Epoch,
    Epochs,
    Floats,
    Ints,
    NotComplete,
    Overlapping,
    TooFewBaselineDays,
)
from second_wind.core.analysis.method.mood_log import mean_of, values_on
from second_wind.core.analysis.method.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Window:
    """Which days are lined up, and which rejections are dropped.

    Attributes
    ----------
    first_lag, last_lag : int
        Ends of the window in days from the rejection, both included; `first_lag` is negative.
    baseline_days : int
        Fewest logged days of the negative lags; the baseline is their mean. At least 1.
    whole_only : bool
        Drop windows in which any day has no mood.
    apart_only : bool
        Drop windows in which another rejection falls.
    """

    first_lag: int = FIRST_LAG
    last_lag: int = LAST_LAG
    baseline_days: int = 4
    whole_only: bool = False
    apart_only: bool = False

    @property
    def lags(self) -> Ints:
        """Every lag, ends included; shape (lags,)."""
        return np.arange(self.first_lag, self.last_lag + 1)


def epochs(timeline: Timeline, window: Window | None = None) -> Epochs:
    """Line up the log around each rejection day and average the change from its baseline.

    Parameters
    ----------
    timeline : Timeline
        Days without a mood are left out of every mean; nothing is filled in. Several rejections
        on a day are one; a rejection outside the timeline has empty days.
    window : Window, optional
        Lags -7 to 21 with 4 or more baseline days unless given.

    Returns
    -------
    Epochs
        The average is uncorrected: where rejections overlap it mixes their dips.

    Notes
    -----
    Agrees with MNE-Python's `Epochs` and `Evoked` on data without gaps.
    """
    window = window or Window()
    events = np.unique([each.offset for each in timeline.rejections]).astype(np.int64)
    moods = values_on(timeline.mood, events[:, None] + window.lags)
    log = tuple(_epoch(timeline, events, i, moods[i], window) for i in range(len(events)))
    kept = moods[[each.kept for each in log]] if log else moods
    change = kept - mean_of(kept[:, window.lags < 0], axis=1)[:, None]
    return _average(window.lags, change, log)


def _epoch(timeline: Timeline, events: Ints, index: int, moods: Floats, window: Window) -> Epoch:
    before = window.lags < 0
    others = other_lags(events, index, window.first_lag, window.last_lag)
    return Epoch(
        day=timeline.day(int(events[index])),
        offset=int(events[index]),
        baseline_days=int(np.isfinite(moods[before]).sum()),
        after_days=int(np.isfinite(moods[~before]).sum()),
        others=others,
        dropped=_reason(moods, others, window),
    )


def other_lags(events: Ints, index: int, first_lag: int, last_lag: int) -> tuple[int, ...]:
    """Return the lags, ends included, at which other rejection days fall in one's window."""
    lags = events - events[index]
    return tuple(lags[(lags >= first_lag) & (lags <= last_lag) & (lags != 0)].tolist())


def _reason(moods: Floats, others: tuple[int, ...], window: Window) -> DropReason | None:
    logged = np.isfinite(moods)
    baseline_days = int(logged[window.lags < 0].sum())
    if baseline_days < window.baseline_days:
        return TooFewBaselineDays(baseline_days, window.baseline_days)
    if window.whole_only and not logged.all():
        return NotComplete(int((~logged).sum()))
    if window.apart_only and others:
        return Overlapping(others)
    return None


def _average(lags: Ints, change: Floats, log: tuple[Epoch, ...]) -> Epochs:
    n = np.isfinite(change).sum(axis=0)
    mean = mean_of(change, axis=0)
    squares = np.nansum((change - mean) ** 2, axis=0)
    sd = np.sqrt(_divide(squares, n - 1))
    return Epochs(lags, change, n, mean, sd, _divide(sd, np.sqrt(n)), log)


def _divide(sums: Floats, counts: Floats | Ints) -> Floats:
    """Divide, NaN where nothing was counted."""
    quotient = np.full(len(sums), np.nan)
    np.divide(sums, counts, out=quotient, where=counts > 0)
    return quotient
