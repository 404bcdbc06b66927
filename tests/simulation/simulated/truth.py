"""What the analysis of a simulated log should find: the mean dip, in full and as it can be seen."""

from functools import cache

import numpy as np
from scipy.special import ndtr, roots_genlaguerre
from simulated.simulated_log import (
    DIP_VARIATION,
    DOUBLE_DIP,
    DOUBLE_SHARE,
    HALF_LIFE_SPREAD,
    NOISE,
    PERSISTENT_NOISE,
    Kind,
    SimulatedLog,
    Spacing,
    course,
)

from second_wind.core.analysis.findings import LAST_LAG, Floats
from second_wind.core.log.scale import HIGHEST, LOWEST

LAGS = LAST_LAG + 1
POINTS = np.linspace(-30, 40, 7001)
"""Moods before they are rounded and clipped; beyond them nothing changes any more."""
LEVELS = POINTS[::10]
HALF_LIVES, DEPTHS = 15, 15


@cache
def full_curve(kind: Kind) -> Floats:
    """Return the mean change on lags 0 to 21 over all dips of a kind, as they are made."""
    courses, weights = _courses(kind, 41)
    doubles = 1 + DOUBLE_SHARE * (DOUBLE_DIP - 1) if kind.spacing is Spacing.BURSTY else 1.0
    curve: Floats = -kind.dip * doubles * (weights @ courses)
    return curve


def seen_curve(kind: Kind, log: SimulatedLog) -> Floats:
    """Return the mean change on lags 0 to 21 of what is logged: with such a dip less without.

    The expected mood after rounding and clipping, over noise and dips, at the usual level that
    the log has after each of its rejections.
    """
    events = np.array(sorted({each.offset for each in log.timeline.rejections}))
    days = np.minimum(events[:, None] + np.arange(LAGS), len(log.without) - 1)
    levels, seen = log.without[days], _seen_at_levels(kind)
    return np.array([np.interp(levels[:, k], LEVELS, seen[k]).mean() for k in range(LAGS)])


def seen_change(kind: Kind, without: Floats, change: Floats) -> Floats:
    """Return by how much what is logged differs, on days with a known change."""
    return _logged(kind.steps, without + change) - _logged(kind.steps, without)


def _seen_at_levels(kind: Kind) -> Floats:
    doubled = kind.spacing is Spacing.BURSTY
    return _seen_at(kind.dip, kind.half_life, kind.rises, kind.steps, doubled)


@cache
def _seen_at(dip: float, half_life: float, rises: bool, steps: int, doubled: bool) -> Floats:
    """Return the mean change seen at each level on a grid; shape (lags, levels)."""
    kind = Kind(dip=dip, half_life=half_life, rises=rises, steps=steps)
    courses, shares = _courses(kind, HALF_LIVES)
    depths, weights = _depths(doubled)
    seen = np.zeros((LAGS, len(LEVELS)))
    for one, share in zip(courses, shares, strict=True):
        for depth, weight in zip(depths, weights, strict=True):
            change = -dip * depth * one[:, None]
            seen += share * weight * seen_change(kind, LEVELS, change)
    return seen


def _courses(kind: Kind, nodes: int) -> tuple[Floats, Floats]:
    """Return dips of depth 1 over the half-lives, shape (nodes, lags), and their weights."""
    spread, weights = np.polynomial.hermite_e.hermegauss(nodes)
    half_lives = kind.half_life * np.exp(HALF_LIFE_SPREAD * spread)
    return np.stack([course(kind, each, LAGS) for each in half_lives]), weights / weights.sum()


def _depths(doubled: bool) -> tuple[Floats, Floats]:
    """Return depths, 1 on average, and their weights."""
    shape = 1 / DIP_VARIATION**2
    nodes, weights = roots_genlaguerre(DEPTHS, shape - 1)
    depths, weights = nodes / shape, weights / weights.sum()
    if not doubled:
        return depths, weights
    both = np.concatenate([depths, DOUBLE_DIP * depths])
    return both, np.concatenate([(1 - DOUBLE_SHARE) * weights, DOUBLE_SHARE * weights])


def _logged(steps: int, mood: Floats) -> Floats:
    """Return the mean of what is logged on days of a mood, over the noise."""
    return np.interp(mood, POINTS, _logged_at_points(steps))


@cache
def _logged_at_points(steps: int) -> Floats:
    step = (HIGHEST - LOWEST) / (steps - 1)
    edges = LOWEST + step * (np.arange(steps - 1) + 0.5)
    above = ndtr((POINTS - edges[:, None]) / np.hypot(NOISE, PERSISTENT_NOISE))
    logged: Floats = LOWEST + step * above.sum(axis=0)
    return logged
