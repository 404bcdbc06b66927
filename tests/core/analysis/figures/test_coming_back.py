"""One rejection: its dent and how it ended."""

import numpy as np
import pytest

from second_wind.core.analysis.figures.coming_back import (
    Spread,
    first_week_dent,
    followed,
    near_usual,
    outcome,
)
from second_wind.core.analysis.findings import Status

NAN = float("nan")
DELTA = 0.5


def days(*values: float, then: float = 0.0) -> np.ndarray:
    return np.append(np.array(values), np.full(22 - len(values), then))


def test_back_near_usual() -> None:
    """Four low days are recovered when the running mean is back: 0.6 below on day 5, 0.2 on 6."""
    assert outcome(days(-4, -4, -4, -4), 21, False, DELTA) == (Status.RECOVERED, 6)


def test_little_dip() -> None:
    """A lowest point within twice the tolerance is little dip, with 0 days; below it is not."""
    assert outcome(days(then=-1.0), 21, False, DELTA) == (Status.LITTLE_DIP, 0)
    assert outcome(days(then=-1.01), 21, False, DELTA) == (Status.NOT_IN_3_WEEKS, 21)


def test_lowest_point_is_looked_for_in_the_first_days() -> None:
    """A dip that begins on day 5 is little dip: it did not follow the rejection."""
    assert outcome(days(0, 0, 0, 0, 0, then=-5), 21, False, DELTA)[0] is Status.LITTLE_DIP


@pytest.mark.parametrize(
    ("follow_up", "next_came", "status"),
    [
        (21, False, "not_in_3_weeks"),
        (21, True, "not_in_3_weeks"),
        (20, True, "cut_short"),
        (20, False, "ongoing"),
    ],
)
def test_unfinished(follow_up: int, next_came: bool, status: str) -> None:
    """A dip that never returned tells why: three weeks, the next rejection, the log's end."""
    assert outcome(days(then=-3), follow_up, next_came, DELTA) == (status, follow_up)


@pytest.mark.parametrize(
    ("follow_up", "next_came", "status", "found"),
    [(6, True, "cut_short", 6), (7, True, "too_few", None), (6, False, "too_few", None)],
)
def test_too_few_days(follow_up: int, next_came: bool, status: str, found: int | None) -> None:
    """With 2 logged days it is too few, unless the next rejection came within a week."""
    assert outcome(days(-3, -3, then=NAN), follow_up, next_came, DELTA) == (status, found)


def test_three_days_that_came_too_late_are_too_few() -> None:
    """Days logged only from the second week on say nothing about the lowest point."""
    after = days(*[NAN] * 10, then=-3)
    assert outcome(after, 21, False, DELTA) == (Status.TOO_FEW, None)


def test_follow_up() -> None:
    """A rejection is followed for three weeks, to the day before the next, or to the log's end."""
    events = np.array([10, 50, 60, 82])
    found = [followed(90, events, i) for i in range(4)]
    assert found == [(21, False), (9, True), (21, False), (7, False)]


def line(*week: float) -> np.ndarray:
    return np.concatenate([np.full(7, NAN), week, np.full(15, NAN)])


def test_dent_is_the_mean_below_usual() -> None:
    """The dent is the mean of the logged days of the first week, positive below usual."""
    dent, give_or_take = first_week_dent(line(-3, -2, NAN, -1, NAN, NAN, NAN), Spread(1, 0, 0.5))
    assert dent == pytest.approx(2.0)
    assert give_or_take == pytest.approx(1.96 / np.sqrt(3))


def test_days_that_stray_together_widen_the_give_or_take() -> None:
    """With persistence the give-or-take grows as the sum over pairs of the week's days says."""
    _, found = first_week_dent(line(*[0.0] * 7), Spread(2.0, 0.5, 1.0))
    pairs = sum(0.5 ** abs(i - j) for i in range(7) for j in range(7)) / 7
    assert found == pytest.approx(1.96 * 2.0 * np.sqrt(pairs / 7))


def test_dent_needs_three_days() -> None:
    """Two logged days give neither dent nor give-or-take."""
    assert np.isnan(first_week_dent(line(-3, -2, *[NAN] * 5), Spread(1, 0, 0.5))).all()


def test_tolerance() -> None:
    """Near usual is half a point on 1 to 10, or half the usual spread where that is more."""
    assert (near_usual(9, 0.8), near_usual(9, 1.4)) == (0.5, 0.7)
