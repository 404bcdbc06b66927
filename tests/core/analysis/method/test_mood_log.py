"""The part of a timeline that is analysed."""

from dataclasses import replace
from datetime import date

import numpy as np

from second_wind.core.analysis.method.mood_log import (
    mean_of,
    mood_log,
    near_rejections,
    outside,
    rejection_days,
    values_on,
    weekend,
)
from second_wind.core.analysis.method.timeline import RejectionMark, moods_only

NAN = float("nan")


def test_log_runs_from_the_first_to_the_last_mood() -> None:
    """Days without a mood at either end go, with their rejections, which are counted."""
    log = moods_only(date(2024, 1, 1), [NAN, NAN, 5, NAN, 6, NAN], [0, 3, 5, 5])
    found = mood_log(log)
    assert (found.first, len(found)) == (date(2024, 1, 3), 3)
    assert rejection_days(found).tolist() == [1]
    assert outside(log) == (1, 2)


def test_rejections_on_the_first_and_the_last_mood_are_inside() -> None:
    """A rejection on the first or the last day with a mood is used."""
    assert outside(moods_only(date(2024, 1, 1), [NAN, 5, 6, NAN], [1, 2])) == (0, 0)


def test_without_a_mood_all_rejections_wait() -> None:
    """In a log without a mood no day is left, and all rejections come after it."""
    log = moods_only(date(2024, 1, 1), [NAN, NAN], [0, 1])
    assert len(mood_log(log)) == 0
    assert outside(log) == (0, 2)


def test_rejection_days_are_distinct_and_sorted() -> None:
    """Order and repeats are gone, days outside the arrays too."""
    log = moods_only(date(2024, 1, 1), [5.0] * 10)
    marks = tuple(RejectionMark("", day) for day in (7, 2, 7, -1, 10, 0))
    assert rejection_days(replace(log, rejections=marks)).tolist() == [0, 2, 7]


def test_weekend_has_mean_zero_over_a_week() -> None:
    """Saturday and Sunday stand out by one; a week sums to 0."""
    found = weekend(moods_only(date(2024, 1, 5), [5.0] * 7))
    assert np.flatnonzero(found > 0).tolist() == [1, 2]
    assert abs(found.sum()) < 1e-12


def test_days_near_rejections() -> None:
    """Lags count with both ends, and stop at the log's ends."""
    log = moods_only(date(2024, 1, 1), [5.0] * 10, [1, 8])
    assert np.flatnonzero(near_rejections(log, -2, 2)).tolist() == [0, 1, 2, 3, 6, 7, 8, 9]


def test_values_outside_are_unknown() -> None:
    """Days before the first and after the last are NaN."""
    found = values_on(np.array([4.0, 5.0]), np.array([[-1, 0], [1, 2]]))
    np.testing.assert_array_equal(found, [[NAN, 4], [5, NAN]])


def test_mean_of_what_is_there() -> None:
    """NaN is left out of the mean; nothing but NaN has none."""
    found = mean_of(np.array([[1, NAN, 3], [NAN, NAN, NAN]]), axis=1)
    np.testing.assert_array_equal(found, [2, NAN])
