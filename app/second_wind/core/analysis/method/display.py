"""The mood line that is drawn: a running mean that never looks across a rejection."""

import numpy as np

from second_wind.core.analysis.findings import Floats, Ints

BANDWIDTH = 1.5
"""Days: the standard deviation of the Gaussian weights."""
LEAST_WEIGHT = 0.3
REACH = 13
"""Days beyond which a weight is lost in rounding (below 1e-16)."""

_WEIGHTS = np.exp(-0.5 * (np.arange(-REACH, REACH + 1) / BANDWIDTH) ** 2)


def display_line(mood: Floats, rejection_days: Ints) -> Floats:
    """Return the line to draw through the day dots, broken at each rejection day.

    Parameters
    ----------
    mood : ndarray of float64, shape (days,)
        NaN where no mood was logged.
    rejection_days : ndarray of int64
        Sorted indices into `mood`; each begins a new piece of the line.

    Returns
    -------
    ndarray of float64, shape (days,)
        NaN where nothing was logged nearby.

    Notes
    -----
    A smoother that looks across the rejection shows a dip on the day before it, and hides half
    of the dip on the day itself.
    """
    pieces = np.split(mood, rejection_days)
    return np.concatenate([running_mean(each) for each in pieces])


def running_mean(values: Floats) -> Floats:
    """Return the Gaussian running mean over the values that are there.

    Parameters
    ----------
    values : ndarray of float64, shape (days,)
        NaN where there is none.

    Returns
    -------
    ndarray of float64, shape (days,)
        NaN where the weights of the values nearby sum to less than 0.3.
    """
    there = np.isfinite(values)
    weight = _weigh(there.astype(np.float64))
    total = _weigh(np.where(there, values, 0.0))
    mean = np.full(len(values), np.nan)
    np.divide(total, weight, out=mean, where=weight >= LEAST_WEIGHT)
    return mean


def _weigh(values: Floats) -> Floats:
    if not len(values):
        return values
    return np.convolve(values, _WEIGHTS)[REACH : REACH + len(values)]
