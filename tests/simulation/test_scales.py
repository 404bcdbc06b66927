"""The same log on another scale, or with empty days at its ends, gives the same picture."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from simulated.simulated_log import MONDAY, Kind, Spacing, simulate

from second_wind.core.analysis.figures.analysis import analyse
from second_wind.core.analysis.method.timeline import Timeline, moods_only


def difference(log: Timeline) -> float:
    """Return the points by which the curve of 2y + 1 differs from twice the curve of y."""
    one = analyse(log)
    two = analyse(replace(log, mood=2 * log.mood + 1), (3.0, 21.0))
    assert one.typical is not None
    assert two.typical is not None
    assert [each.status for each in two.rejections] == [each.status for each in one.rejections]
    return float(np.abs(two.typical.change - 2 * one.typical.change).max())


@pytest.mark.parametrize("spacing", Spacing)
def test_another_scale_gives_the_same_curve(spacing: Spacing) -> None:
    """On logs as people might have them the curve is the same to a millionth of a point."""
    logs = [simulate(Kind(30, spacing), (seed,)).timeline for seed in range(5)]
    assert max(difference(each) for each in logs) < 1e-6


@pytest.mark.parametrize("gap", [12, 15, 18])
def test_even_gaps_cost_a_few_millionths(gap: int) -> None:
    """Where a dip runs on every day the ridge is felt, far below what could be seen."""
    events = [gap * i for i in range(1, 61)]
    draws = np.random.default_rng(gap)
    mood = np.clip(np.round(draws.normal(6, 1.2, events[-1] + gap)), 1, 10)
    assert difference(moods_only(MONDAY, mood, events)) < 5e-6


def test_empty_days_at_the_ends_change_nothing() -> None:
    """Days without a mood before the first and after the last one are left out."""
    log = simulate(Kind(10), (1,)).timeline
    days = [each.offset for each in log.rejections]
    plain = analyse(moods_only(log.first, log.mood, days)).typical
    empty = np.full(5, np.nan)
    mood = np.concatenate([empty, log.mood, empty])
    later = [each + len(empty) for each in days]
    longer = analyse(moods_only(log.first - timedelta(len(empty)), mood, later)).typical
    assert plain is not None
    assert longer is not None
    assert (longer.change == plain.change).all()
