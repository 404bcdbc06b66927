"""Honesty checks."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from second_wind.core.analysis.figures.checks import honesty_checks
from second_wind.core.analysis.findings import Checks
from second_wind.core.analysis.method.timeline import Timeline, moods_only

NAN = float("nan")


def log(*events: int, days: int = 100) -> Timeline:
    return moods_only(date(2024, 1, 1), np.full(days, 6.0), events)


def without(timeline: Timeline, *days: int, value: float = NAN) -> Timeline:
    mood = timeline.mood.copy()
    mood[list(days)] = value
    return replace(timeline, mood=mood)


def test_missing_days_after_and_elsewhere() -> None:
    """Days without a mood are counted as shares of the first weeks and of all other days."""
    found = honesty_checks(without(log(30, 60), 30, 31, 66, 67, 5), 1.0)
    assert found.missing_after == pytest.approx(3 / 14)
    assert found.missing_elsewhere == pytest.approx(2 / 86)
    assert found.logged_less_after


def test_rest_days_are_in_neither_share() -> None:
    """A rest day counts in no share, whether a mood was logged on it or not."""
    rest = np.zeros(100, np.bool_)
    rest[[30, 32, 5, 6]] = True
    found = honesty_checks(replace(without(log(30), 30, 31, 5), rest=rest), 1.0)
    assert found.missing_after == pytest.approx(1 / 5)
    assert found.missing_elsewhere == 0.0


def test_floor() -> None:
    """Days at the lowest step are counted among the logged days of lags 0 to 21."""
    found = honesty_checks(without(without(log(30), 40), 30, 51, 52, value=1.0), 1.0)
    assert found.floor_share == pytest.approx(2 / 21)
    assert not found.near_floor


def test_close_rejections() -> None:
    """Rejections within 7 days of another are close, both of them; 8 days are not."""
    assert honesty_checks(log(10, 17, 25, 60), 1.0).close_share == 0.5
    assert honesty_checks(log(10), 1.0).close_share == 0.0
    assert np.isnan(honesty_checks(log(), 1.0).close_share)


@pytest.mark.parametrize(
    ("events", "closer"),
    [
        ((5, 25, 45, 50, 55), True),
        ((5, 10, 15, 40, 70), False),
        ((5, 10, 30, 50, 55), False),  # one gap of each half
        ((5, 30, 35, 60), False),  # the gap in the middle belongs to no half
        ((5,), False),
    ],
)
def test_later_ones_may_come_closer(events: tuple[int, ...], closer: bool) -> None:
    """More of the gaps of the later half are at most 7 days long."""
    assert honesty_checks(log(*events), 1.0).later_closer == closer


def test_clean_and_quiet_days() -> None:
    """Clean days lie outside lags 0 to 21, quiet ones outside 0 to 2; only logged ones count."""
    found = honesty_checks(without(log(20, 30), 0, 22, 99), 1.0)
    assert (found.clean_days, found.quiet_days) == (100 - 32 - 2, 100 - 6 - 2)


def test_thresholds() -> None:
    """Each warning begins above its limit."""
    at = Checks(0.15, 0.0, 0.10, 0.50, 10, 50)
    assert not any((at.logged_less_after, at.near_floor, at.close_together, at.usual_uncertain))
    over = Checks(0.16, 0.0, 0.11, 0.51, 9, 50)
    assert over.logged_less_after
    assert over.near_floor
    assert over.close_together
    assert over.usual_uncertain
