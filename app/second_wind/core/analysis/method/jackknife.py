"""Ranges: how far each figure moves when one stretch of the log after another is left out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from second_wind.core.analysis.findings import Floats, Interval, Ints
from second_wind.core.analysis.method.regression import Fit, solve
from second_wind.core.analysis.method.stretches import stretch_rows
from second_wind.core.analysis.method.t_quantile import student_quantile

USUAL_CONFIDENCE = 0.95
AT_ONCE = 16
"""Stretches in one batch: at ten years the equations of all would outgrow the processor's cache."""


@dataclass(frozen=True, slots=True, eq=False)
class Jackknife:
    """A fit, and the same fit without each of the stretches.

    Attributes
    ----------
    coefficients : ndarray of float64, shape (k,)
    left_out : ndarray of float64, shape (stretches, k)
        The coefficients with that stretch removed.
    """

    coefficients: Floats
    left_out: Floats

    @property
    def stretches(self) -> int:
        """How many stretches have days that were used."""
        return len(self.left_out)

    def estimate(self, weights: Floats) -> Floats:
        """Return weighted sums of the coefficients; weights (..., k) give shape (...)."""
        estimate: Floats = weights @ self.coefficients
        return estimate

    def standard_error(self, weights: Floats) -> Floats:
        """Return the standard errors of weighted sums; weights (..., k) give shape (...)."""
        moved = weights @ (self.left_out - self.coefficients).T
        share = (self.stretches - 1) / self.stretches
        error: Floats = np.sqrt(share * np.sum(moved**2, axis=-1))
        return error

    def interval(self, weights: Floats, df: int, confidence: float = USUAL_CONFIDENCE) -> Interval:
        """Return a weighted sum with its range; weights have shape (k,)."""
        estimate = float(self.estimate(weights))
        reach = student_quantile(confidence, df) * float(self.standard_error(weights))
        return Interval(estimate, estimate - reach, estimate + reach)


def jackknife(fitted: Fit, starts: Ints) -> Jackknife:
    """Solve again without each stretch that has days in the fit, a few at once.

    Parameters
    ----------
    fitted : Fit
    starts : ndarray of int64
        First day of each stretch.

    Notes
    -----
    Leave-one-cluster-out standard errors: MacKinnon, Nielsen and Webb; Hansen.
    """
    used, mood = fitted.used, fitted.mood[fitted.rows]
    squares, products = fitted.squares + fitted.design.penalty, used.T @ mood
    pieces = [(used[each], mood[each]) for each in stretch_rows(starts, fitted.rows)]
    left_out = [
        _without(squares, products, pieces[at : at + AT_ONCE])
        for at in range(0, len(pieces), AT_ONCE)
    ]
    return Jackknife(fitted.coefficients, np.concatenate(left_out))


def _without(squares: Floats, products: Floats, pieces: Sequence[tuple[Floats, Floats]]) -> Floats:
    """Return the coefficients without each of some pieces, solved in one batch."""
    equations = np.empty((len(pieces), *squares.shape))
    right = np.empty((len(pieces), len(products), 1))
    for i, (used, mood) in enumerate(pieces):
        # By a copy, as numpy multiplies an array by its own transpose in a slower way.
        np.matmul(used.T.copy(), used, out=equations[i])
        np.subtract(squares, equations[i], out=equations[i])
        np.subtract(products, mood @ used, out=right[i, :, 0])
    return solve(equations, right)[:, :, 0]
