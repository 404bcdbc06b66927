"""The simulated logs are what they say they are."""

from dataclasses import replace

import numpy as np
import pytest
from simulated.simulated_log import (
    WEEKEND_LIFT,
    WEEKEND_SHARE,
    Activity,
    Kind,
    Spacing,
    simulate,
)
from simulated.truth import full_curve, seen_curve
from simulated.walks import Walk

LAGS = np.arange(22)
ENDS = {Walk.CLIPPED: (1, 10), Walk.STOPPED: (1, 10), Walk.MIRRORED: (2, 9)}


def dips(kind: Kind, logs: int = 60) -> np.ndarray:
    """Return the mean of many single dips by lag."""
    found = []
    for seed in range(logs):
        log = simulate(kind, (seed,))
        events = sorted({each.offset for each in log.timeline.rejections})
        found += [dip[day : day + 22] for dip, day in zip(log.dips, events, strict=True)]
    mean: np.ndarray = np.mean(found, axis=0)
    return mean


@pytest.mark.parametrize(
    "kind",
    [Kind(20), Kind(20, half_life=6.0), Kind(20, rises=True), Kind(60, Spacing.BURSTY)],
    ids=["ref", "slow", "delay2", "bursty"],
)
def test_the_truth_is_the_mean_of_all_dips(kind: Kind) -> None:
    """What the band has to hold is the mean of what was simulated."""
    assert dips(kind) == pytest.approx(full_curve(kind), abs=0.12)


@pytest.mark.parametrize(
    "kind",
    [Kind(20), Kind(30, drift=0.1), Kind(20, usual=4.5, steps=5)],
    ids=["ref", "drift.1", "low, 1-5"],
)
def test_the_seen_truth_is_what_is_logged_with_dips_less_without(kind: Kind) -> None:
    """The same logs, drawn with and without dips, differ by the curve that the scale shows."""
    differences, curves = [], []
    for seed in range(60):
        one = replace(kind, missing=0.0)
        with_dips, without = (simulate(each, (seed,)) for each in (one, replace(one, dip=0.0)))
        change = with_dips.timeline.mood - without.timeline.mood
        days = [each.offset for each in with_dips.timeline.rejections]
        differences.append(np.mean([change[day : day + 22] for day in days], axis=0))
        curves.append(seen_curve(one, with_dips))
    assert np.mean(differences, axis=0) == pytest.approx(np.mean(curves, axis=0), abs=0.12)


def test_the_seen_truth_is_the_full_one_in_the_middle_of_a_wide_scale() -> None:
    """Far from both ends nothing of a dip is hidden; at the floor all of it is."""
    for usual, share in ((9.0, 0.95), (1.0, 0.2), (-3.0, 0.0)):
        kind = Kind(10, usual=usual, drift=0.0, dip=1.0)
        hidden = seen_curve(kind, simulate(kind, (1,))) / full_curve(kind)
        assert hidden[0] == pytest.approx(share, abs=0.15)


@pytest.mark.parametrize("walk", Walk)
def test_the_usual_level_stays_where_its_walk_says(walk: Walk) -> None:
    """A free walk leaves the scale in three years, the others keep their ends."""
    levels = np.concatenate(
        [simulate(Kind(30, drift=0.1, walk=walk), (seed,)).usual for seed in range(40)]
    )
    weekend = WEEKEND_LIFT * WEEKEND_SHARE
    low, high = ENDS.get(walk, (0.9, 10.1))
    kept = (levels - weekend >= low - 1e-9) & (levels - weekend <= high + 1e-9)
    assert kept.all() == (walk in ENDS)


def test_a_dip_that_rises_is_deepest_on_day_2() -> None:
    """delay2 goes through a third and two thirds, and fades from day 2 on."""
    curve = full_curve(Kind(rises=True))
    assert curve[:3] == pytest.approx([-2.5 / 3, -5 / 3, -2.5])
    assert (np.diff(curve[2:]) > 0).all()


@pytest.mark.parametrize(
    ("spacing", "least", "mean"),
    [(Spacing.SPACED, 23, 34), (Spacing.OVERLAP, 1, 6), (Spacing.BURSTY, 1, 9.9)],
)
def test_gaps_are_as_said(spacing: Spacing, least: int, mean: float) -> None:
    """Gaps have their least and their mean."""
    log = simulate(Kind(600, spacing), (1,))
    gaps = np.diff(sorted({each.offset for each in log.timeline.rejections}))
    assert gaps.min() == least
    assert gaps.mean() == pytest.approx(mean, rel=0.15)


def test_rejections_grow_denser() -> None:
    """Gaps fall from about 24 to about 4 days."""
    log = simulate(Kind(400, Spacing.DENSING), (1,))
    gaps = np.diff([each.offset for each in log.timeline.rejections])
    assert gaps[:50].mean() == pytest.approx(23, abs=2)
    assert gaps[-50:].mean() == pytest.approx(5, abs=1)


def test_missing_days() -> None:
    """30 % go missing at random; with a slope the low days more often."""
    kind = Kind(60, dip=0.0)
    assert np.isnan(simulate(kind, (1,)).timeline.mood).mean() == pytest.approx(0.3, abs=0.04)
    whole = simulate(replace(kind, missing=0.0), (1,)).timeline.mood
    sloped = simulate(replace(kind, missing_slope=0.6), (1,)).timeline.mood
    assert whole[np.isnan(sloped)].mean() < np.nanmean(sloped) - 0.3


def test_moods_are_steps_of_the_scale() -> None:
    """Five steps are five different moods from 1 to 10, ten are ten."""
    for steps in (5, 10):
        mood = simulate(Kind(30, steps=steps, usual=4.5), (1,)).timeline.mood
        assert set(np.unique(mood[np.isfinite(mood)])) <= set(np.linspace(1, 10, steps))


def test_good_days_make_activity_easier_and_activity_lifts() -> None:
    """Active days are about 40 %, follow mood where they should, and lift the next day."""
    kind = Kind(60, dip=0.0, missing=0.0, drift=0.0)
    for activity, same_day in ((Activity(), 0.0), (Activity(mood=1.0), 0.8)):
        log = simulate(replace(kind, activity=activity), (2,)).timeline
        active = log.exercise > 0
        assert active.mean() == pytest.approx(0.43, abs=0.06)
        difference = log.mood[active].mean() - log.mood[~active].mean()
        assert difference == pytest.approx(same_day, abs=0.25)
    log = simulate(replace(kind, activity=Activity(lift=0.8)), (2,)).timeline
    active = log.exercise[:-1] > 0
    lift = log.mood[1:][active].mean() - log.mood[1:][~active].mean()
    assert lift == pytest.approx(0.8, abs=0.15)
