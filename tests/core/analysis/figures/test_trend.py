"""Whether dents change from the first rejection to the latest."""

from datetime import date

import numpy as np
import pytest

from second_wind.core.analysis.figures.analysis import analyse
from second_wind.core.analysis.figures.trend import trend_column
from second_wind.core.analysis.findings import Analysis, Interval, Need, Shortfall
from second_wind.core.analysis.method.timeline import moods_only


def test_column_marks_days_2_to_9_with_the_place_in_order() -> None:
    """The first rejection counts -1/2, the last +1/2, and where they overlap they add up."""
    column = trend_column(60, np.array([0, 20, 23]))
    expected = np.zeros(60)
    expected[2:10] = -0.5
    expected[25:33] += 0.5
    np.testing.assert_allclose(column, expected, atol=1e-15)


def found(first: float, last: float, rejections: int = 24) -> Interval | None:
    events = np.arange(1, rejections + 1) * 25
    days = 25 * (rejections + 2)
    dents = np.linspace(first, last, rejections)
    lags = np.arange(days)[:, None] - events
    dips = np.where((lags >= 0) & (lags <= 9), dents, 0.0).sum(axis=1)
    noise = np.random.default_rng(1).normal(0, 0.7, days)
    return analyse(moods_only(date(2024, 1, 1), 7.5 - dips + noise, events.tolist())).trend


def test_smaller_dents_are_negative() -> None:
    """Dents that shrink from 3 points to 1 give a change of about -2, its range below 0."""
    change = found(3.0, 1.0)
    assert change is not None
    assert change.estimate == pytest.approx(-2.0, abs=0.4)
    assert change.below_zero


def test_equal_dents_give_a_range_around_zero() -> None:
    """Dents that stay the same are not claimed to change."""
    change = found(2.0, 2.0)
    assert change is not None
    assert change.low < 0 < change.high


def sparse(*lags: int) -> Analysis:
    """Return 15 rejections, after each of which only these days of three weeks are logged."""
    events = np.arange(1, 16) * 40
    mood = 6 + np.random.default_rng(3).normal(0, 0.7, 660)
    after = (events[:, None] + np.setdiff1d(np.arange(22), lags)).ravel()
    mood[after] = np.nan
    return analyse(moods_only(date(2024, 1, 1), mood, events.tolist()))


def test_a_day_or_two_of_each_week_are_enough() -> None:
    """No first week needs to be known, as long as the days that are compared have moods."""
    assert sparse(3, 8).trend is not None
    assert not any(each.known_first_week for each in sparse(3, 8).rejections)


def test_nothing_is_said_of_days_that_nobody_logged() -> None:
    """With no mood on days 2 to 9 after rejections there is no change, only what it takes."""
    found = sparse(0, 1, 10, 12)
    assert found.trend is None
    assert found.trend_missing == (Shortfall(Need.FOLLOWED_REJECTIONS, 0, 3),)


def test_twelve_rejections_are_needed() -> None:
    """Eleven rejection days give no trend, and say that one more is needed; twelve give one."""
    events = np.arange(1, 13) * 25
    mood = 6 + np.random.default_rng(1).normal(0, 0.7, 340)
    assert analyse(moods_only(date(2024, 1, 1), mood, events.tolist())).trend is not None
    short = analyse(moods_only(date(2024, 1, 1), mood, events[1:].tolist()))
    assert short.trend is None
    assert [(each.what, each.more) for each in short.trend_missing] == [(Need.REJECTION_DAYS, 1)]
