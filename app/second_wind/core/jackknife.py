"""Ranges: how far each figure moves when one stretch of the log after another is left out."""

from dataclasses import dataclass

import numpy as np

from second_wind.core.findings import Floats, Interval, Ints
from second_wind.core.recovery import Fit, solve
from second_wind.core.stretches import stretch_rows
from second_wind.core.student import student_quantile

USUAL_CONFIDENCE = 0.95


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
    """Solve again without each stretch that has days in the fit, all in one batch.

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
    stretches = stretch_rows(starts, fitted.rows)
    first_rows = [each.start for each in stretches]
    products = used.T @ mood - np.add.reduceat(used * mood[:, None], first_rows)
    squares = np.empty((len(stretches), used.shape[1], used.shape[1]))
    for left, each in zip(squares, stretches, strict=True):
        np.matmul(used[each].T, used[each], out=left)
    # In place: at ten years each copy of this array is as large as the rest of the analysis.
    np.subtract(fitted.squares + fitted.design.penalty, squares, out=squares)
    return Jackknife(fitted.coefficients, solve(squares, products[:, :, None])[:, :, 0])
