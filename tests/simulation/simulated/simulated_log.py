"""Simulated logs whose true course after a rejection is known."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

import numpy as np
from simulated.walks import Walk, walked

from second_wind.core.analysis.findings import Floats, Ints
from second_wind.core.analysis.method.timeline import Bools, RejectionMark, Timeline, moods_only
from second_wind.core.log.scale import HIGHEST, LOWEST

MONDAY = date(2024, 1, 1)
DIP_VARIATION = 0.4
HALF_LIFE_SPREAD = 0.3
NOISE, PERSISTENT_NOISE = 0.5, 0.9
WEEKEND_LIFT = 0.4
WEEKEND_SHARE = 2 / 7
ACTIVE_SHARE = 0.4
DOUBLE_SHARE, DOUBLE_DIP = 0.1, 1.5
ENOUGH_MINUTES = 30.0


class Spacing(StrEnum):
    """How rejections follow each other."""

    SPACED = "spaced"
    OVERLAP = "overlap"
    BURSTY = "bursty"
    DENSING = "densing"


@dataclass(frozen=True, slots=True)
class Activity:
    """What makes a day active, and what an active day does to the next one.

    Attributes
    ----------
    mood, habit, hidden : float
        How much today's mood, yesterday's activity and a hidden cause raise the log odds.
    lift : float
        Points that an active day adds to the next day's mood.
    """

    mood: float = 0.0
    habit: float = 0.0
    hidden: float = 0.0
    lift: float = 0.0


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of simulated log; the defaults are the reference.

    Attributes
    ----------
    rejections : int
    spacing : Spacing
    dip, half_life : float
        Mean depth in points; days in which half of a dip passes.
    rises : bool
        A dip grows over days 0 to 2 instead of being there at once.
    saturates : bool
        Only the largest running dip counts.
    usual, drift : float
        First usual level; its spread of change in a day.
    walk : Walk
        What happens to it at the ends of the scale.
    persistence : float
        Share of the slow noise that is left on the next day.
    missing, missing_slope : float
        Share of days without a mood; log odds added for each point below usual.
    steps : int
        Steps of the scale on which mood was logged.
    before, after : int
        Days before the first and after the last rejection.
    activity : Activity or None
    """

    rejections: int = 10
    spacing: Spacing = Spacing.SPACED
    dip: float = 2.5
    half_life: float = 3.0
    rises: bool = False
    saturates: bool = False
    usual: float = 6.8
    drift: float = 0.04
    walk: Walk = Walk.FREE
    persistence: float = 0.45
    missing: float = 0.3
    missing_slope: float = 0.0
    steps: int = 10
    before: int = 28
    after: int = 28
    activity: Activity | None = None


@dataclass(frozen=True, slots=True, eq=False)
class SimulatedLog:
    """A log with what nobody sees in life.

    Attributes
    ----------
    timeline : Timeline
    usual : ndarray of float64, shape (days,)
        The true usual level, as the mean of a week.
    without : ndarray of float64, shape (days,)
        Mood as it would be without dips and noise: the level of that day of the week.
    dips : ndarray of float64, shape (rejection days, days)
        What each rejection alone adds, 0 or below.
    """

    timeline: Timeline
    usual: Floats
    without: Floats
    dips: Floats


def simulate(kind: Kind, seed: tuple[int, ...]) -> SimulatedLog:
    """Return one log of a kind, the same for the same seed."""
    draws = np.random.default_rng(seed)
    events = kind.before + _days_apart(draws, kind)
    days = int(events[-1]) + kind.after + 1
    weekday = int(draws.integers(7))
    usual = walked(kind.walk, kind.usual, draws.normal(0, kind.drift, days))
    doubles = draws.random(len(events)) < (DOUBLE_SHARE if kind.spacing is Spacing.BURSTY else 0)
    dips = _dips(draws, kind, events, np.where(doubles, DOUBLE_DIP, 1.0), days)
    without = usual + WEEKEND_LIFT * ((np.arange(days) + weekday) % 7 >= 5)
    mood = without + (dips.min(axis=0) if kind.saturates else dips.sum(axis=0))
    mood += _persistent_noise(draws, kind, days) + draws.normal(0, NOISE, days)
    minutes = np.full(days, np.nan)
    if kind.activity:
        mood, minutes = _live(draws, kind.activity, mood, usual)
    logged = _logged(draws, kind, mood, usual)
    timeline = moods_only(MONDAY + timedelta(weekday), logged)
    marks = _marks(events, doubles)
    timeline = replace(timeline, exercise=minutes, rejections=marks)
    return SimulatedLog(timeline, usual + WEEKEND_LIFT * WEEKEND_SHARE, without, dips)


def _days_apart(draws: np.random.Generator, kind: Kind) -> Ints:
    gaps = np.maximum(1, np.round(_gaps(draws, kind.spacing, kind.rejections - 1)))
    return np.append(0, np.cumsum(gaps)).astype(np.int64)


def _gaps(draws: np.random.Generator, spacing: Spacing, count: int) -> Floats | Ints:
    match spacing:
        case Spacing.SPACED:
            return 22 + draws.geometric(1 / 12, count)
        case Spacing.OVERLAP:
            return draws.geometric(1 / 6, count)
        case Spacing.BURSTY:
            return np.asarray(np.exp(draws.normal(np.log(6), 1, count)))
        case Spacing.DENSING:
            return draws.poisson(np.linspace(24, 4, count))


def course(kind: Kind, half_life: float, days: int) -> Floats:
    """Return which share of a dip is there on each day after it began."""
    lags = np.arange(days)
    if not kind.rises:
        return np.asarray(0.5 ** (lags / half_life))
    return np.where(lags < 2, (lags + 1) / 3, 0.5 ** ((np.maximum(lags, 2) - 2) / half_life))


def _dips(draws: np.random.Generator, kind: Kind, events: Ints, times: Floats, days: int) -> Floats:
    dips = np.zeros((len(events), days))
    shape = 1 / DIP_VARIATION**2
    depths = times * kind.dip * draws.gamma(shape, 1 / shape, len(events))
    half_lives = kind.half_life * np.exp(draws.normal(0, HALF_LIFE_SPREAD, len(events)))
    for dip, day, depth, half_life in zip(dips, events.tolist(), depths, half_lives, strict=True):
        dip[day:] = -depth * course(kind, half_life, days - day)
    return dips


def _persistent_noise(draws: np.random.Generator, kind: Kind, days: int) -> Floats:
    noise = draws.normal(0, PERSISTENT_NOISE, days)
    fresh = np.sqrt(1 - kind.persistence**2)
    for day in range(1, days):
        noise[day] = kind.persistence * noise[day - 1] + fresh * noise[day]
    return noise


def _live(
    draws: np.random.Generator, activity: Activity, mood: Floats, usual: Floats
) -> tuple[Floats, Floats]:
    """Return mood with what activity does to it, and the minutes, day by day."""
    mood, active = mood.copy(), np.zeros(len(mood))
    hidden, chance = draws.normal(0, 1, len(mood)), draws.random(len(mood))
    for day in range(len(mood)):
        yesterday = active[day - 1] - ACTIVE_SHARE if day else 0.0
        mood[day] += activity.lift * yesterday
        mood[day] += 0.5 * activity.hidden * hidden[day - 1] if day else 0.0
        odds = np.log(ACTIVE_SHARE / (1 - ACTIVE_SHARE)) + activity.habit * yesterday
        odds += activity.mood * (mood[day] - usual[day]) + activity.hidden * hidden[day]
        active[day] = chance[day] < 1 / (1 + np.exp(-odds))
    return mood, ENOUGH_MINUTES * active


def _logged(draws: np.random.Generator, kind: Kind, mood: Floats, usual: Floats) -> Floats:
    step = (HIGHEST - LOWEST) / (kind.steps - 1)
    logged = np.clip(LOWEST + step * np.round((mood - LOWEST) / step), LOWEST, HIGHEST)
    chance = np.zeros(len(mood))
    if kind.missing:
        odds = np.log(kind.missing / (1 - kind.missing)) + kind.missing_slope * (usual - mood)
        chance = 1 / (1 + np.exp(-odds))
    return np.where(draws.random(len(mood)) < chance, np.nan, logged)


def _marks(events: Ints, doubles: Bools) -> tuple[RejectionMark, ...]:
    days = np.repeat(events, 1 + doubles.astype(np.int64))
    return tuple(RejectionMark(str(i), day) for i, day in enumerate(days.tolist()))
