"""How much must be logged before a figure is shown."""

import pytest

from second_wind.core.analysis.findings import Need, Shortfall
from second_wind.core.analysis.method.minimums import (
    activity_missing,
    change_missing,
    curve_missing,
    trend_missing,
    usual_missing,
)


def test_just_enough_is_enough() -> None:
    """At its minimum every figure is shown."""
    assert usual_missing(14, 21) == ()
    assert change_missing(2) == ()
    assert curve_missing(3, 4, 10) == ()
    assert trend_missing(12, 8, 3) == ()
    assert activity_missing(12, 48, 6) == ()


@pytest.mark.parametrize(
    ("missing", "short"),
    [
        (usual_missing(13, 21), (Need.LOGGED_DAYS, 13, 14)),
        (usual_missing(14, 20), (Need.SPAN_DAYS, 20, 21)),
        (change_missing(1), (Need.CHANGING_MOOD, 1, 2)),
        (curve_missing(2, 4, 10), (Need.KNOWN_FIRST_WEEKS, 2, 3)),
        (curve_missing(3, 3, 10), (Need.STRETCHES, 3, 4)),
        (curve_missing(3, 4, 9), (Need.QUIET_DAYS, 9, 10)),
        (trend_missing(11, 8, 3), (Need.REJECTION_DAYS, 11, 12)),
        (trend_missing(12, 7, 3), (Need.STRETCHES, 7, 8)),
        (trend_missing(12, 8, 2), (Need.FOLLOWED_REJECTIONS, 2, 3)),
        (activity_missing(11, 60, 6), (Need.ACTIVE_DAYS, 11, 12)),
        (activity_missing(60, 11, 6), (Need.INACTIVE_DAYS, 11, 12)),
        (activity_missing(29, 30, 6), (Need.USABLE_DAYS, 59, 60)),
        (activity_missing(30, 30, 5), (Need.STRETCHES, 5, 6)),
    ],
)
def test_one_short_is_named(missing: tuple[Shortfall, ...], short: tuple[Need, int, int]) -> None:
    """One below a minimum names that minimum alone, with what there is."""
    assert missing == (Shortfall(*short),)
