"""Mood before, on and after active days."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from second_wind.core.analysis.figures.analysis import analyse
from second_wind.core.analysis.figures.associations import activity_days, around
from second_wind.core.analysis.figures.study import study
from second_wind.core.analysis.findings import ActivityFinding, ActivityName, Need
from second_wind.core.analysis.method.jackknife import jackknife
from second_wind.core.analysis.method.regression import fit
from second_wind.core.analysis.method.timeline import Timeline, moods_only

NAN = float("nan")


def test_active_means_twenty_minutes_or_any_at_all() -> None:
    """Exercise counts from 20 minutes on, the others from the first; unknown stays unknown."""
    amounts = np.array([NAN, 0.0, 1.0, 19.0, 20.0])
    log = replace(moods_only(date(2024, 1, 1), [5.0] * 5), exercise=amounts, talks=amounts)
    exercise = activity_days(log, ActivityName.EXERCISE_20)
    np.testing.assert_array_equal(exercise, [NAN, 0, 0, 0, 1])
    np.testing.assert_array_equal(activity_days(log, ActivityName.TALK), [NAN, 0, 1, 1, 1])
    assert np.isnan(activity_days(log, ActivityName.OUTING)).all()


def test_neighbours() -> None:
    """Each day is lined up with the day before, itself and the day after; ends are unknown."""
    expected = [[NAN, 1, 0], [1, 0, NAN], [0, NAN, NAN]]
    np.testing.assert_array_equal(around(np.array([1, 0, NAN])), expected)


def log(days: int, lift: float, mood_makes_active: float = 0.0, seed: int = 2) -> Timeline:
    """Return days with a mood that activity lifts on the next day, and that makes active."""
    draws = np.random.default_rng(seed)
    mood, active = np.full(days, 6.0), np.zeros(days)
    for day in range(days):
        carried = 0.5 * (mood[day - 1] - 6) if day else 0.0
        lifted = lift * (active[day - 1] - 0.4) if day else 0.0
        mood[day] += carried + lifted + draws.normal(0, 0.8)
        odds = 0.4 / 0.6 * np.exp(mood_makes_active * (mood[day] - 6))
        active[day] = draws.random() < odds / (1 + odds)
    events = range(40, days, 40)
    return replace(moods_only(date(2024, 1, 1), mood, events), exercise=30 * active)


def finding(timeline: Timeline) -> ActivityFinding:
    return analyse(timeline).activities[0]


def test_a_true_lift_is_found() -> None:
    """A lift of 1 point on the next day is found, and may be said."""
    found = finding(log(500, 1.0))
    assert found.difference is not None
    assert found.difference.low < 1.0 < found.difference.high
    assert found.better_next_day
    assert found.low_sentence < found.difference.low
    assert found.high_sentence > found.difference.high
    assert found.aftermath is not None


def test_difference_is_after_minus_before() -> None:
    """The three bars and the difference belong together."""
    found = finding(log(300, 0.5))
    assert found.difference is not None
    assert found.after is not None
    assert found.before is not None
    assert found.difference.estimate == pytest.approx(found.after.estimate - found.before.estimate)


def test_good_days_that_make_active_are_no_lift() -> None:
    """Where mood only makes active, no better next day is claimed, whatever the same day shows."""
    found = [finding(log(400, 0.0, mood_makes_active=1.0, seed=seed)) for seed in range(8)]
    assert not any(each.better_next_day for each in found)
    assert all(each.same is not None and each.same.above_zero for each in found)


def test_unknown_days_are_dropped_never_zero() -> None:
    """Each unknown day takes itself and its two neighbours out; the counts say so."""
    timeline = log(200, 0.0)
    exercise = timeline.exercise.copy()
    exercise[[50, 100]] = NAN
    whole, holes = finding(timeline), finding(replace(timeline, exercise=exercise))
    assert whole.usable_days == 198
    assert holes.usable_days == 192
    assert holes.usable_days == holes.active_days + holes.inactive_days


@pytest.mark.parametrize(
    ("minutes", "needs"),
    [
        (30.0, [Need.INACTIVE_DAYS]),
        (0.0, [Need.ACTIVE_DAYS]),
        (NAN, [Need.ACTIVE_DAYS, Need.INACTIVE_DAYS, Need.USABLE_DAYS, Need.STRETCHES]),
    ],
)
def test_all_or_nothing_shows_nothing(minutes: float, needs: list[Need]) -> None:
    """With all days active, none, or all unknown there is no comparison, only what is missing."""
    timeline = log(300, 0.0)
    found = finding(replace(timeline, exercise=np.full(300, minutes)))
    assert found.difference is None
    assert np.isnan(found.low_sentence)
    assert not found.better_next_day
    assert [each.what for each in found.missing] == needs


def test_aftermath_counts_on_days_0_to_9_alone() -> None:
    """It is after minus before of columns that count there, beside others that count elsewhere."""
    timeline = log(500, 1.0)
    base = study(timeline, (1.0, 10.0))
    assert base.fitted is not None
    near = np.zeros((500, 1))
    for event in base.events:
        near[event : event + 10] = 1
    columns = around(activity_days(timeline, ActivityName.EXERCISE_20))
    extra = np.hstack([columns * near, columns * (1 - near)])
    ranges = jackknife(fit(base.fitted.design.with_extra(extra), timeline.mood), base.starts)
    weights = np.zeros(len(ranges.coefficients))
    weights[[-6, -4]] = 1, -1
    expected = ranges.interval(weights, len(base.events) - 1)
    assert len(base.events) < ranges.stretches
    found = finding(timeline).aftermath
    assert found is not None
    assert (found.estimate, found.low, found.high) == pytest.approx(
        (expected.estimate, expected.low, expected.high), abs=1e-9
    )


@pytest.mark.parametrize(("active", "shown"), [(9, False), (10, True)])
def test_aftermath_needs_ten_active_days(active: int, shown: bool) -> None:
    """Days after a rejection of which the day before was active: nine are too few."""
    timeline = log(500, 1.0)
    exercise = timeline.exercise.copy()
    events = [each.offset for each in timeline.rejections]
    for event in events:
        exercise[event - 1 : event + 10] = 0.0
    exercise[[event + 4 for event in events][:active]] = 30.0
    found = finding(replace(timeline, exercise=exercise))
    assert found.difference is not None
    assert (found.aftermath is not None) == shown


def test_aftermath_needs_rejections() -> None:
    """Without five rejections there is no figure for the days after them."""
    timeline = log(300, 1.0)
    found = finding(replace(timeline, rejections=timeline.rejections[:4]))
    assert found.difference is not None
    assert found.aftermath is None
