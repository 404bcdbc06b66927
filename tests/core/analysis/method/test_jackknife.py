"""Ranges by leaving one stretch after another out."""

from datetime import date

import numpy as np
import pytest

from second_wind.core.analysis.method.design import design
from second_wind.core.analysis.method.jackknife import AT_ONCE, Jackknife, jackknife
from second_wind.core.analysis.method.regression import fit
from second_wind.core.analysis.method.stretches import LENGTH, stretch_starts
from second_wind.core.analysis.method.timeline import moods_only


@pytest.mark.parametrize("days", [200, AT_ONCE * LENGTH, 900])
def test_leaving_out_equals_fitting_again(days: int) -> None:
    """The solution without a stretch, whatever its batch, is the fit of a log without its days."""
    draws = np.random.default_rng(5)
    mood = 6 + draws.normal(size=days)
    mood[draws.random(days) < 0.2] = np.nan
    events = np.array([40, 90, 97, 150])
    columns = design(moods_only(date(2024, 1, 1), mood, events.tolist()))
    starts = stretch_starts(days, events)
    found = jackknife(fit(columns, mood), starts)
    assert found.stretches == len(starts)
    for index, (low, high) in enumerate(zip(starts, [*starts[1:], days], strict=True)):
        without = mood.copy()
        without[low:high] = np.nan
        again = fit(columns, without).coefficients
        np.testing.assert_allclose(found.left_out[index], again, atol=1e-9)


def test_empty_stretches_are_dropped() -> None:
    """A stretch without a logged day is none."""
    mood = np.arange(200) % 5 + 3.0
    mood[60:150] = np.nan
    starts = stretch_starts(200, np.array([30]))
    found = jackknife(fit(design(moods_only(date(2024, 1, 1), mood, [30])), mood), starts)
    assert (len(starts), found.stretches) == (7, 5)


def test_standard_error_is_the_jackknifes() -> None:
    """The error of a sum is the root of (G - 1)/G times its squared moves."""
    ranges = Jackknife(np.array([1.0, 2.0]), np.array([[1.5, 2.0], [1.0, 3.0], [0.0, 2.0]]))
    moves = np.array([0.5, 1.0, -1.0])
    expected = np.sqrt(2 / 3 * np.sum(moves**2))
    assert ranges.standard_error(np.ones(2)) == pytest.approx(expected)
    found = ranges.interval(np.ones(2), df=2)
    assert (found.estimate, found.high - 3.0) == pytest.approx((3.0, 4.30265272991 * expected))
    assert found.high - 3.0 == pytest.approx(3.0 - found.low)
