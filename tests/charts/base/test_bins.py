"""Weeks and months."""

from collections.abc import Callable
from datetime import date

import numpy as np
import pytest

from second_wind.charts.base.bins import average, month_of, months, total, week_of, weeks
from second_wind.core.analysis.method.timeline import Floats, moods_only

SUNDAY = date(2026, 11, 22)


def test_a_week_begins_where_the_locale_says() -> None:
    """Monday or Sunday."""
    assert week_of(SUNDAY).first == date(2026, 11, 16)
    assert week_of(SUNDAY, 6).first == SUNDAY


def test_months_have_their_own_lengths() -> None:
    """December ends with the year."""
    assert month_of(date(2026, 12, 31)).end == date(2027, 1, 1)
    assert [each.days for each in months(date(2024, 1, 31), date(2024, 3, 1))] == [31, 29, 31]


def test_weeks_cover_both_ends() -> None:
    """From the week of the first day to the week of the last."""
    found = weeks(date(2026, 11, 1), SUNDAY)
    assert found[0].first == date(2026, 10, 26)
    assert found[-1].end == date(2026, 11, 23)


def test_a_week_may_reach_beyond_the_log() -> None:
    """Its span stays inside the arrays, empty if need be."""
    log = moods_only(SUNDAY, [5.0, 6.0])
    assert week_of(SUNDAY).span(log) == slice(0, 1)
    assert log.mood[week_of(date(2020, 1, 1)).span(log)].size == 0
    assert log.mood[week_of(date(2030, 1, 1)).span(log)].size == 0


@pytest.mark.parametrize("how", [total, average])
def test_unknown_days_are_never_zero(how: Callable[[Floats], float]) -> None:
    """Of unknown days alone nothing is known."""
    assert np.isnan(how(np.array([np.nan, np.nan])))
    assert np.isnan(how(np.empty(0)))
    assert how(np.array([np.nan, 4.0])) == 4.0
