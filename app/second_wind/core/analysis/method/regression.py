"""The one regression behind all figures: overlap-corrected, missing-aware, deterministic."""

from dataclasses import dataclass

import numpy as np

from second_wind.core.analysis.findings import Floats, Ints
from second_wind.core.analysis.method.design import DIP_SHAPES, Design

HIGHEST_PERSISTENCE = 0.8
ASSUMED_PERSISTENCE = 0.4
FEWEST_PAIRS = 20
ROWS_AT_ONCE = 60


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """A solved regression.

    Attributes
    ----------
    design : Design
    mood : ndarray of float64, shape (days,)
        NaN where no mood was logged.
    rows : ndarray of int64, shape (n,)
        The days that were used: those with a mood and all columns known.
    used : ndarray of float64, shape (n, k)
        The columns on these days.
    squares : ndarray of float64, shape (k, k)
        Their squares and products, summed over the days.
    coefficients : ndarray of float64, shape (k,)
    """

    design: Design
    mood: Floats
    rows: Ints
    used: Floats
    squares: Floats
    coefficients: Floats

    @property
    def residuals(self) -> Floats:
        """What the fit leaves of each day's mood; shape (days,), NaN on days not used."""
        left = np.full(len(self.mood), np.nan)
        left[self.rows] = self.mood[self.rows] - self.used @ self.coefficients
        return left

    @property
    def level(self) -> Floats:
        """The usual level; shape (days,)."""
        return self._part(self.design.level)

    @property
    def rejections(self) -> Floats:
        """What all rejections together add to each day, dips and pile-up; shape (days,)."""
        return self._part(self.design.rejections)

    @property
    def weekend(self) -> Floats:
        """What the day of the week adds; shape (days,)."""
        column = self.design.weekend
        part: Floats = self.design.columns[:, column] * self.coefficients[column]
        return part

    @property
    def dip(self) -> Floats:
        """What one rejection adds on lags 0 to 22, the last one 0; shape (23,)."""
        changes: Floats = DIP_SHAPES @ self.coefficients[self.design.dips]
        return changes

    def _part(self, columns: slice) -> Floats:
        part: Floats = self.design.columns[:, columns] @ self.coefficients[columns]
        return part


def fit(design: Design, mood: Floats) -> Fit:
    """Solve the penalised normal equations over the days on which everything is known.

    Parameters
    ----------
    design : Design
    mood : ndarray of float64, shape (days,)
        NaN where no mood was logged.
    """
    known = np.isfinite(mood) & np.isfinite(design.columns).all(axis=1)
    rows = np.flatnonzero(known)
    used = design.columns[rows]
    squares = _squares(used)
    coefficients = solve(squares + design.penalty, used.T @ mood[rows])
    return Fit(design, mood, rows, used, squares, coefficients)


def _squares(used: Floats) -> Floats:
    """Return the columns' squares and products, added up a few rows at a time.

    Larger products would be shared among threads, which on a busy machine wait for each other
    longer than they compute.
    """
    total = np.zeros((used.shape[1],) * 2)
    for at in range(0, len(used), ROWS_AT_ONCE):
        rows = used[at : at + ROWS_AT_ONCE]
        total += rows.T @ rows
    return total


def solve(left: Floats, right: Floats) -> Floats:
    """Solve linear equations, one set or a batch of them, in double precision."""
    return np.asarray(np.linalg.solve(left, right), np.float64)


def residual_sd(fitted: Fit) -> float:
    """Return the spread of mood around the fit, in points; divided by the free days left."""
    parameters = np.trace(solve(fitted.squares + fitted.design.penalty, fitted.squares))
    free = max(len(fitted.rows) - float(parameters), 1.0)
    return float(np.sqrt(np.nansum(fitted.residuals**2) / free))


def residual_phi(fitted: Fit) -> float:
    """Return how much of a day's residual is left on the next day, 0 to 0.8.

    0.4 is assumed where fewer than 20 pairs of neighbouring days have a mood.
    """
    today, tomorrow = fitted.residuals[:-1], fitted.residuals[1:]
    pairs = np.isfinite(today) & np.isfinite(tomorrow)
    today, tomorrow = today[pairs], tomorrow[pairs]
    squares = float(np.sum(today**2 + tomorrow**2))
    if pairs.sum() < FEWEST_PAIRS or squares == 0:
        return ASSUMED_PERSISTENCE
    return float(np.clip(2 * np.sum(today * tomorrow) / squares, 0.0, HIGHEST_PERSISTENCE))
