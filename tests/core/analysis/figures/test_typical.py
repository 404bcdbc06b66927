"""Reading the days off the typical curve, and the curve itself."""

from datetime import date

import numpy as np
import pytest

from second_wind.core.analysis.figures.analysis import analyse
from second_wind.core.analysis.figures.typical import first_back, is_slow, last_back, typical_days
from second_wind.core.analysis.findings import Analysis, Floats, TypicalDays
from second_wind.core.analysis.method.jackknife import Jackknife
from second_wind.core.analysis.method.timeline import moods_only


def dip(*values: float) -> Floats:
    return np.append(np.array(values), np.zeros(23 - len(values)))


def test_days_are_read_between_lags() -> None:
    """A curve that passes the tolerance between two days is back between them."""
    assert first_back(dip(-2.0, -1.0, -0.6, -0.2), 0, -0.5) == pytest.approx(2.25)


def test_curve_already_near_usual_is_back_at_once() -> None:
    """A trough within the tolerance counts as back on its own day."""
    assert first_back(dip(-0.4, -0.45, -0.1), 1, -0.5) == 1.0


def test_curve_is_back_on_day_22_at_the_latest() -> None:
    """A dip that lasts through day 21 ends on the way to day 22, where the model ends it."""
    assert first_back(np.append(np.full(22, -2.0), 0.0), 0, -0.5) == pytest.approx(21.75)


def test_last_return_counts_for_the_lower_edge() -> None:
    """An edge that dips twice is back at its last return."""
    assert last_back(dip(-2.0, 0.0, -1.0, 0.0), -0.5) == pytest.approx(2.5)
    assert last_back(dip(-0.5, 0.0), -0.5) == 0.0


@pytest.mark.parametrize(("last_under", "is_open"), [(19, False), (20, True), (21, True)])
def test_open_end(last_under: int, is_open: bool) -> None:
    """An edge that is still under on day 20 has no end: three weeks or more."""
    edge = np.zeros(23)
    edge[: last_under + 1] = -1.0
    assert np.isnan(last_back(edge, -0.5)) == is_open


def spread_of(error: Floats) -> Jackknife:
    """Return stretches that give each lag of a curve its standard error."""
    curve = dip(-1.0, -2.0, -1.0, -0.5)
    moved = np.array([1, -1])[:, None] * error
    return Jackknife(curve, curve + moved)


def test_range_begins_on_the_upper_edge_and_ends_on_the_lower() -> None:
    """With a tolerance of 1 the curve is back on day 2, its edges earlier and later."""
    days = typical_days(spread_of(np.full(23, 0.1)), np.eye(23), 5, 1.0)
    assert days.estimate == 2.0
    assert days.low95 < days.low80 < 2.0 < days.high80 < days.high95
    assert not days.open_ended95


@pytest.mark.parametrize(("deepest", "days"), [(7, 7.5), (8, 0.5)])
def test_trough_is_looked_for_in_the_first_week(deepest: int, days: float) -> None:
    """Days count from the deepest of lags 0 to 7; a later and deeper one is another matter."""
    curve = dip(-1.0, *[0.0] * (deepest - 1), -2.0 if deepest == 8 else -1.5)
    threshold = -0.5 if deepest == 8 else -0.75
    ranges = Jackknife(curve, np.tile(curve, (4, 1)))
    assert typical_days(ranges, np.eye(23), 3, -threshold).estimate == pytest.approx(days)


def test_range_begins_at_zero_where_the_upper_edge_never_dips() -> None:
    """A band that may not dip at all reaches from 0 to an open end."""
    days = typical_days(spread_of(np.full(23, 2.0)), np.eye(23), 5, 1.0)
    assert (days.low80, days.low95) == (0.0, 0.0)
    assert days.open_ended80
    assert np.isnan(days.high80)


def test_range_holds_the_estimate_where_no_edge_leaves_the_tolerance() -> None:
    """A sure dip so small that it is near usual is back on its deepest day, in 0 days or more."""
    curve = dip(-0.3, -0.4, -0.3)
    days = typical_days(Jackknife(curve, np.tile(curve, (4, 1))), np.eye(23), 3, 0.5)
    assert (days.estimate, days.low95, days.high95) == (1.0, 0.0, 1.0)


def log(depth: float, rejections: int, half_life: float = 3.0, every: int = 30) -> Analysis:
    """Analyse dips of a known shape in mild noise."""
    days = every * (rejections + 1) + 10
    events = np.arange(1, rejections + 1) * every
    since = np.arange(days)[:, None] - events
    dips = np.where(since >= 0, depth * 0.5 ** (np.maximum(since, 0) / half_life), 0).sum(axis=1)
    noise = np.random.default_rng(3).normal(0, 0.5, days)
    return analyse(moods_only(date(2024, 1, 1), 7 - dips + noise, events.tolist()))


def test_known_dips_are_found() -> None:
    """Dips of 3 points that halve in 3 days are found with their depth and within their band."""
    curve = log(3.0, 20).typical
    assert curve is not None
    truth = -3 * 0.5 ** (np.arange(22) / 3)
    assert np.abs(curve.change - truth).max() < 0.4
    assert curve.depth.estimate == pytest.approx(
        3 * (1 + 0.5 ** (1 / 3) + 0.5 ** (2 / 3)) / 3, abs=0.3
    )
    assert curve.days is not None
    assert curve.days.low95 <= 7.8 <= curve.days.high95
    assert np.abs(curve.before).max() < 0.5


def test_no_dip_gives_no_days() -> None:
    """Without a clear dip there is a curve, but no number of days."""
    curve = log(0.0, 20).typical
    assert curve is not None
    assert not curve.clear_dip
    assert (curve.days, curve.days_withheld) == (None, False)


@pytest.mark.parametrize(("rejections", "early"), [(3, True), (4, True), (5, False)])
def test_few_rejections_are_an_early_sketch(rejections: int, early: bool) -> None:
    """Below 5 known first weeks the curve is a sketch without a number of days."""
    curve = log(4.0, rejections).typical
    assert curve is not None
    assert (curve.early, curve.known_first_weeks) == (early, rejections)
    assert (curve.days is None) == early


def test_slow_dips_that_pile_up_keep_their_days_to_themselves() -> None:
    """Slow dips a week apart have no printable number of days; the same apart have."""
    days = 400
    events = np.array([each + more for each in range(40, 360, 60) for more in (0, 6, 12)])
    since = np.arange(days)[:, None] - events
    dips = np.where(since >= 0, 2 * 0.5 ** (np.maximum(since, 0) / 8), 0).sum(axis=1)
    noise = np.random.default_rng(3).normal(0, 0.3, days)
    curve = analyse(moods_only(date(2024, 1, 1), 9 - dips + noise, events.tolist())).typical
    apart = log(2.0, 12, half_life=8.0, every=40).typical
    assert curve is not None
    assert apart is not None
    assert curve.days is not None
    assert (curve.days_withheld, apart.days_withheld) == (True, False)


@pytest.mark.parametrize(
    ("estimate", "first_week", "slow"),
    [(10.0, 1.5, False), (10.1, 1.5, True), (5.0, 1.51, True), (5.0, 1.49, False)],
)
def test_slow_is_more_than_ten_days_or_a_week_three_quarters_as_deep(
    estimate: float, first_week: float, slow: bool
) -> None:
    """Either is enough, beside first days that are 2 points deep."""
    days = TypicalDays(estimate, 1.0, 15.0, 1.0, 17.0, False, False)
    assert is_slow(days, 2.0, first_week) == slow
    assert not is_slow(None, 2.0, first_week)
