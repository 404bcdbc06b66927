"""The regression itself."""

from datetime import date

import numpy as np
import pytest

from second_wind.core.analysis.method.design import design
from second_wind.core.analysis.method.regression import Fit, fit, residual_phi, residual_sd
from second_wind.core.analysis.method.timeline import moods_only


def noise(seed: int, days: int = 400, persistence: float = 0.0) -> np.ndarray:
    shocks = np.random.default_rng(seed).normal(0, 1, days)
    for day in range(1, days):
        shocks[day] += persistence * shocks[day - 1]
    return shocks


def fitted(mood: np.ndarray, *events: int) -> Fit:
    return fit(design(moods_only(date(2024, 1, 1), mood, events)), mood)


def test_overlapping_dips_are_told_apart() -> None:
    """Two equal dips three days apart are found as one shape that adds up."""
    days = np.arange(400)
    dips = [np.where(days >= e, 4 * 0.5 ** ((days - e) / 3.0), 0) for e in (50, 53, 200, 203, 330)]
    found = fitted(6 - np.sum(dips, axis=0), 50, 53, 200, 203, 330)
    assert np.abs(found.dip[:15] + 4 * 0.5 ** (np.arange(15) / 3)).max() < 0.35
    assert np.abs(found.level - 6).max() < 0.3


def test_solution_is_the_least_penalised_one() -> None:
    """No small step away from the solution makes the penalised sum of squares smaller."""
    found = fitted(noise(1) + 6, 50, 120, 126, 300)
    gradient = found.used.T @ found.residuals[found.rows]
    np.testing.assert_allclose(gradient, found.design.penalty @ found.coefficients, atol=1e-8)


def test_missing_days_are_left_out_not_filled() -> None:
    """A day without a mood has no residual and is in no row."""
    mood = noise(2) + 6
    mood[[3, 70, 71]] = np.nan
    found = fitted(mood, 50)
    assert np.flatnonzero(np.isnan(found.residuals)).tolist() == [3, 70, 71]
    assert len(found.rows) == 397


def test_unknown_extra_days_are_left_out() -> None:
    """A day on which an added column is unknown is left out."""
    mood = noise(3) + 6
    extra = np.zeros((400, 1))
    extra[10] = np.nan
    found = fit(design(moods_only(date(2024, 1, 1), mood)).with_extra(extra), mood)
    assert 10 not in found.rows
    assert len(found.rows) == 399


def test_weekends_are_told_from_weekdays() -> None:
    """Weekends 1 point better are found so, without moving the level."""
    weekend = np.arange(400) % 7 >= 5
    found = fitted(5.0 + weekend)
    assert found.weekend[5] - found.weekend[0] == pytest.approx(1, abs=0.05)
    assert np.abs(found.level - (5 + 2 / 7)).max() < 0.05


def test_spread_of_plain_noise() -> None:
    """Noise of 1 point is found as a spread of about 1, not made small by the fit's freedom."""
    spreads = [residual_sd(fitted(noise(seed) + 6, 50, 90, 200)) for seed in range(20)]
    assert np.mean(spreads) == pytest.approx(1.0, abs=0.03)


def test_persistence() -> None:
    """Days that keep half of the day before are found so; independent days keep about nothing."""
    half = [residual_phi(fitted(noise(seed, persistence=0.5) + 6)) for seed in range(10)]
    none = [residual_phi(fitted(noise(seed) + 6)) for seed in range(10)]
    assert np.mean(half) == pytest.approx(0.5, abs=0.07)
    assert np.mean(none) < 0.05


@pytest.mark.parametrize(("pairs", "assumed"), [(19, True), (20, False)])
def test_persistence_is_assumed_where_it_cannot_be_seen(pairs: int, assumed: bool) -> None:
    """With fewer than 20 pairs of neighbouring days it is taken as 0.4."""
    mood = noise(4, 100) + 6
    mood[pairs + 2 :: 2] = np.nan
    mood[pairs + 1] = np.nan
    assert (residual_phi(fitted(mood)) == 0.4) == assumed


def test_persistence_is_0_8_at_most() -> None:
    """Days that hardly differ from their neighbours are no surer than that."""
    waves = 6 + 3 * np.sin(np.arange(400) / 3)
    assert residual_phi(fitted(waves)) == 0.8
