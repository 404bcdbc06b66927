"""The line drawn through the day dots."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from second_wind.core.analysis.findings import Floats, Ints
from second_wind.core.analysis.method.display import display_line, running_mean

moods = st.lists(st.one_of(st.just(float("nan")), st.floats(1, 10)), max_size=60)


def by_definition(mood: Floats, breaks: Ints) -> Floats:
    days = np.arange(len(mood))
    piece = np.searchsorted(breaks, days, side="right")
    line = np.full(len(mood), np.nan)
    for t in days:
        near = (piece == piece[t]) & np.isfinite(mood)
        weight = np.exp(-0.5 * ((t - days[near]) / 1.5) ** 2)
        if weight.sum() >= 0.3:
            line[t] = (weight * mood[near]).sum() / weight.sum()
    return line


@given(moods, st.sets(st.integers(0, 59)))
def test_line_is_the_weighted_mean_of_its_piece(values: list[float], days: set[int]) -> None:
    """At every day the line equals the weighted mean over the days of its own piece."""
    mood = np.array(values, np.float64)
    breaks = np.array(sorted(day for day in days if day < len(values)), np.int64)
    np.testing.assert_allclose(display_line(mood, breaks), by_definition(mood, breaks), atol=1e-9)


def test_line_does_not_foretell_a_rejection() -> None:
    """A drop on the day of a rejection shows in full, and not at all on the day before."""
    mood = np.array([7.0] * 10 + [3.0] * 10)
    assert np.array_equal(np.round(display_line(mood, np.array([10])), 12), mood)


def test_line_ends_where_nothing_is_logged_nearby() -> None:
    """Two days from the only logged day the line is still drawn, three days from it no more."""
    line = running_mean(np.array([np.nan] * 4 + [6.0] + [np.nan] * 4))
    assert np.flatnonzero(np.isfinite(line)).tolist() == [2, 3, 4, 5, 6]
