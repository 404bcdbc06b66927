"""The columns of the regression."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_wind.core.analysis.method.design import (
    DIP_KNOTS,
    DIP_SHAPES,
    design,
    dip_columns,
    level_columns,
    pile_up,
)
from second_wind.core.analysis.method.timeline import moods_only

events = st.sets(st.integers(0, 79)).map(lambda days: np.array(sorted(days), np.int64))


def test_a_dip_is_straight_between_its_knots() -> None:
    """Heights at the knots give the broken line through them, 0 on day 22."""
    heights = np.array([-5.0, -4.0, -3.5, -2.0, -1.0, -0.5, -0.2])
    broken = np.interp(np.arange(23), DIP_KNOTS, np.append(heights, 0.0))
    np.testing.assert_allclose(DIP_SHAPES @ heights, broken, atol=1e-15)


@given(events)
def test_dips_add_up(days: np.ndarray) -> None:
    """The dips' columns are the sum of one dip for each rejection, cut at the log's end."""
    expected = np.zeros((80, 7))
    for day in days.tolist():
        kept = min(23, 80 - day)
        expected[day : day + kept] += DIP_SHAPES[:kept]
    np.testing.assert_allclose(dip_columns(80, days), expected, atol=1e-12)


@given(events)
def test_pile_up_is_the_sum_without_the_largest(days: np.ndarray) -> None:
    """Under two dips the smaller counts, each halving in three days; under one nothing does."""
    since = np.arange(80)[:, None] - days
    running = np.where(since >= 0, 2.0 ** (-np.maximum(since, 0) / 3), 0.0)
    largest = running.max(axis=1, initial=0.0)
    np.testing.assert_allclose(pile_up(80, days), running.sum(axis=1) - largest, atol=1e-12)


@pytest.mark.parametrize(
    ("days", "knots"), [(21, 2), (44, 2), (45, 3), (75, 3), (105, 5), (3650, 61)]
)
def test_level_has_a_knot_a_month(days: int, knots: int) -> None:
    """Knots lie about 30 days apart (halves round to even), 2 to 61 of them, ends included."""
    columns = level_columns(days)
    assert columns.shape == (days, knots)
    np.testing.assert_allclose(columns.sum(axis=1), 1.0)
    assert columns[0, 0] == columns[-1, -1] == 1.0


def test_columns_are_where_they_are_said_to_be() -> None:
    """Dips, pile-up, level, weekend and extra columns follow each other without a gap."""
    log = moods_only(date(2024, 1, 6), np.arange(60.0) % 9 + 1, [10, 12])
    found = design(log).with_extra(np.ones((60, 2)))
    assert found.dips == slice(0, 7)
    assert found.rejections == slice(0, 8)
    assert found.level == slice(8, 11)
    assert found.weekend == 11
    assert found.extra == slice(12, 14)
    saturday = found.columns[:9, found.weekend]
    np.testing.assert_allclose(saturday * 7, [5, 5, -2, -2, -2, -2, -2, 5, 5])


def test_penalty_is_the_written_one() -> None:
    """The penalty of any coefficients is the sum that the method writes."""
    log = moods_only(date(2024, 1, 1), np.arange(61.0) % 9 + 1, [10, 12])
    found = design(log).with_extra(np.ones((61, 1)))
    b = np.random.default_rng(1).normal(size=13)
    dips, level = np.append(b[:7], 0.0), b[8:11]
    written = np.sum(np.diff(dips, 2) ** 2) + b[7] ** 2
    written += 8 * (30 / 30) * np.sum(np.diff(level) ** 2) + 2 * b[11] ** 2 + 1e-6 * np.sum(b**2)
    assert b @ found.penalty @ b == pytest.approx(written, rel=1e-12)


def test_groups_have_dips_of_their_own() -> None:
    """Two groups of rejections have 7 columns each, and share the pile-up."""
    log = moods_only(date(2024, 1, 1), np.arange(60.0) % 9 + 1, [10, 12])
    whole, apart = design(log), design(log, [np.array([10]), np.array([12])])
    assert apart.columns.shape[1] == whole.columns.shape[1] + 7
    both = apart.columns[:, :7] + apart.columns[:, 7:14]
    np.testing.assert_array_equal(both, whole.columns[:, :7])
    np.testing.assert_array_equal(apart.columns[:, 14:], whole.columns[:, 7:])
