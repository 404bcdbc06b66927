"""Simulated logs with a known truth: ranges must hold as often as they claim.

A short form of the targets in the method: fewer logs for each kind, and limits as much wider.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pytest

from second_wind.core.analysis import analyse
from second_wind.core.findings import Analysis, Floats, Ints
from second_wind.core.timeline import Timeline, moods_only

LOGS = 100
EDGE = 28


@dataclass(frozen=True)
class Kind:
    """One kind of simulated log."""

    rejections: int
    overlap: bool = False
    dip: float = 2.5
    half_life: float = 3.0
    missing: float = 0.3
    lift: float = 0.0
    mood_makes_active: float = 0.0

    def curve(self) -> Floats:
        """Return the mean dip on lags 0 to 21, half-lives being log-normal."""
        spread = np.exp(np.random.default_rng(0).normal(0, 0.3, 4000))
        lags = np.arange(22)[:, None]
        return -self.dip * np.mean(0.5 ** (lags / (self.half_life * spread)), axis=1)

    def log(self, seed: int) -> Timeline:
        """Return one log: drifting level, persistent noise, weekends, dips, missing days."""
        draws = np.random.default_rng(seed)
        events = self._events(draws)
        days = int(events[-1]) + EDGE + 1
        usual = 6.8 + np.cumsum(draws.normal(0, 0.04, days))
        mood = usual + persistent(draws, days) + draws.normal(0, 0.5, days)
        mood += 0.4 * (np.arange(days) % 7 >= 5) + self._dips(draws, events, days)
        mood, active = self._activity(draws, mood, usual)
        mood = np.clip(np.round(mood), 1, 10)
        mood[draws.random(days) < self.missing] = np.nan
        return replace(moods_only(date(2024, 1, 1), mood, events.tolist()), exercise=30 * active)

    def _events(self, draws: np.random.Generator) -> Ints:
        gaps = draws.geometric(1 / 6 if self.overlap else 1 / 12, self.rejections - 1)
        gaps = gaps if self.overlap else gaps + 22
        return EDGE + np.append(0, np.cumsum(gaps))

    def _dips(self, draws: np.random.Generator, events: Ints, days: int) -> Floats:
        dips = np.zeros(days)
        for day in events.tolist():
            depth = draws.gamma(1 / 0.16, self.dip * 0.16) if self.dip else 0.0
            half_life = self.half_life * np.exp(draws.normal(0, 0.3))
            dips[day:] -= depth * 0.5 ** (np.arange(days - day) / half_life)
        return dips

    def _activity(
        self, draws: np.random.Generator, mood: Floats, usual: Floats
    ) -> tuple[Floats, Floats]:
        mood, active = mood.copy(), np.zeros(len(mood))
        for day in range(len(mood)):
            if day:
                mood[day] += self.lift * (active[day - 1] - 0.4)
            odds = 0.4 / 0.6 * np.exp(self.mood_makes_active * (mood[day] - usual[day]))
            active[day] = draws.random() < odds / (1 + odds)
        return mood, active

    def analyses(self, logs: int = LOGS) -> Iterator[Analysis]:
        """Analyse one log after another."""
        return (analyse(self.log(seed)) for seed in range(logs))


def persistent(draws: np.random.Generator, days: int) -> Floats:
    """Return AR(1) noise of 0.45 with a spread of 0.9."""
    noise = draws.normal(0, 0.9, days)
    for day in range(1, days):
        noise[day] = 0.45 * noise[day - 1] + np.sqrt(1 - 0.45**2) * noise[day]
    return noise


KINDS = {
    "5 spaced": Kind(5),
    "10 spaced": Kind(10),
    "10 overlapping": Kind(10, overlap=True),
    "30 overlapping": Kind(30, overlap=True),
    "10 fast": Kind(10, half_life=1.5),
    "10 mostly missing": Kind(10, missing=0.6),
}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_band_covers_the_truth_as_often_as_it_claims(kind: Kind) -> None:
    """The 95 % band holds the true curve on 91 to 100 % of lags 0 to 14, overlapping or not."""
    truth = kind.curve()[:15]
    curves = [each.typical for each in kind.analyses() if each.typical]
    covered = [np.mean((each.low[:15] <= truth) & (truth <= each.high[:15])) for each in curves]
    assert np.mean(covered) >= 0.91


def test_depth_and_days_are_about_right() -> None:
    """Over many logs depth is right within 0.15 points and days within 0.8."""
    kind = Kind(10)
    truth = kind.curve()
    curves = [each.typical for each in kind.analyses() if each.typical]
    assert np.mean([each.depth.estimate for each in curves]) == pytest.approx(
        -truth[:3].mean(), abs=0.15
    )
    days = [each.days.estimate for each in curves if each.days]
    true_days = np.interp(-0.55, truth, np.arange(22))
    assert np.median(days) == pytest.approx(true_days, abs=0.8)


def test_no_dip_is_rarely_called_a_clear_one() -> None:
    """Where rejections change nothing a clear dip is found in 6 % of logs at most."""
    curves = [each.typical for each in Kind(10, dip=0.0).analyses() if each.typical]
    assert np.mean([each.clear_dip for each in curves]) <= 0.06


def test_no_trend_is_rarely_called_one() -> None:
    """Where dents stay the same a trend is found in 12 % of logs at most, overlapping or not."""
    trends = [
        each.trend
        for overlap in (False, True)
        for each in Kind(15, overlap=overlap).analyses(60)
        if each.trend
    ]
    assert len(trends) > 80
    assert np.mean([each.above_zero or each.below_zero for each in trends]) <= 0.12


@pytest.mark.parametrize("mood_makes_active", [0.0, 0.5, 1.0])
def test_no_lift_is_rarely_called_one(mood_makes_active: float) -> None:
    """Where activity lifts nothing, after minus before leaves 0 in 12 % of logs at most."""
    found = [
        each.activities[0].difference
        for each in Kind(10, mood_makes_active=mood_makes_active).analyses()
    ]
    shown = [each for each in found if each]
    assert len(shown) > 80
    assert np.mean([each.above_zero or each.below_zero for each in shown]) <= 0.12


def test_a_lift_is_found_unbiased() -> None:
    """A lift of 0.8 is found within 0.1 on average, and seen in most logs."""
    found = [each.activities[0].difference for each in Kind(10, lift=0.8).analyses()]
    shown = [each for each in found if each]
    assert np.mean([each.estimate for each in shown]) == pytest.approx(0.8, abs=0.1)
    assert np.mean([each.above_zero for each in shown]) >= 0.80
