"""What simpler ways of looking would have said about the same logs."""

from collections.abc import Callable

import numpy as np
from scipy.stats import kendalltau, ttest_ind
from simulated.measures import BAND_LAGS, NAN, Measures, days_on, measure_analysis
from simulated.simulated_log import Kind, SimulatedLog, simulate
from simulated.truth import full_curve

from second_wind.core.analysis.figures.analysis import analyse
from second_wind.core.analysis.findings import FIRST_LAG, LAST_LAG, Analysis, Floats, Ints, Status
from second_wind.core.analysis.method.display import running_mean
from second_wind.core.analysis.method.epochs import Window, epochs
from second_wind.core.analysis.method.mood_log import mean_of, rejection_days, values_on
from second_wind.core.analysis.method.timeline import Timeline

RESAMPLES = 1000
LEAST_BASELINE = 3
CLAIM = 0.05
WEEK = 7
Look = Callable[[SimulatedLog, Analysis, Kind], Measures]


def looks(kind: Kind, seed: tuple[int, ...]) -> Measures:
    """Return what each simple way says about one log, held against the truth."""
    log = simulate(kind, seed)
    found = analyse(log.timeline)
    measures = measure_analysis(kind, log, found)
    for look in (average, baseline, lowest_day, first_day_back, smooth, one_rejection, exercise):
        measures |= look(log, found, kind)
    return {name: value for name, value in measures.items() if np.isfinite(value)}


def average(log: SimulatedLog, found: Analysis, kind: Kind) -> Measures:
    """Average the windows as they are, with a percentile bootstrap over rejections."""
    mean, low, high = windows_with_band(log.timeline, BAND_LAGS)
    if np.isnan(mean).all() or found.typical is None:
        return {}
    truth = full_curve(kind)[:BAND_LAGS]
    seen = np.isfinite(mean)
    return {
        "average_covered": float(np.mean(((low <= truth) & (truth <= high))[seen])),
        "average_square": float(np.mean((mean - truth)[seen] ** 2)),
        "curve_square": float(np.mean((found.typical.change[:BAND_LAGS] - truth) ** 2)),
    }


def windows_with_band(timeline: Timeline, lags: int) -> tuple[Floats, Floats, Floats]:
    """Return the plain average on the first lags with its 95 % band; NaN where it has no day."""
    lined_up = epochs(timeline, Window(baseline_days=LEAST_BASELINE))
    change = lined_up.change[:, -FIRST_LAG : -FIRST_LAG + lags]
    mean, low, high = np.full((3, lags), NAN)
    if len(change) >= LEAST_BASELINE:
        draws = np.random.default_rng(len(timeline))
        picked = change[draws.integers(len(change), size=(RESAMPLES, len(change)))]
        seen = np.isfinite(change).any(axis=0)
        mean[seen] = np.nanmean(change[:, seen], axis=0)
        means = mean_of(picked[:, :, seen], axis=1)
        low[seen], high[seen] = np.nanpercentile(means, [2.5, 97.5], axis=0)
    return mean, low, high


def baseline(log: SimulatedLog, found: Analysis, kind: Kind) -> Measures:
    """Take the median of the 7 days before as the usual level."""
    events = rejection_days(log.timeline)
    first = log.timeline.offset(found.first_day) if found.first_day else 0
    median = _median_before(log.timeline.mood, events)
    level = values_on(found.usual, events - first)
    simple, model = median - log.usual[events], level - log.usual[events]
    seen = np.isfinite(simple) & np.isfinite(model)
    if not seen.any():
        return {}
    return {
        "baseline_error": float(simple[seen].mean()),
        "baseline_square": float((simple[seen] ** 2).mean()),
        "level_error": float(model[seen].mean()),
        "level_square": float((model[seen] ** 2).mean()),
    }


def _median_before(mood: Floats, events: Ints) -> Floats:
    before = values_on(mood, events[:, None] + np.arange(-WEEK, 0))
    enough = np.isfinite(before).sum(axis=1) >= LEAST_BASELINE
    median = np.full(len(events), NAN)
    median[enough] = np.nanmedian(before[enough], axis=1)
    return median


def lowest_day(log: SimulatedLog, found: Analysis, kind: Kind) -> Measures:
    """Take the lowest day of the first week, below the true usual level, as the depth."""
    events = rejection_days(log.timeline)
    week = values_on(log.timeline.mood, events[:, None] + np.arange(WEEK))
    seen = np.isfinite(week).sum(axis=1) >= LEAST_BASELINE
    if not seen.any():
        return {}
    lowest = log.usual[events][seen] - np.nanmin(week[seen], axis=1)
    truth = [-log.dips[i, day : day + WEEK].min() for i, day in enumerate(events.tolist())]
    return {"lowest_error": float(np.mean(lowest - np.array(truth)[seen]))}


def first_day_back(log: SimulatedLog, found: Analysis, kind: Kind) -> Measures:
    """Take the first logged day at the median of the week before, dropping who never got there."""
    events = rejection_days(log.timeline)
    days = _days_back(log.timeline.mood, events)
    if not len(events) or np.isnan(days).all():
        return {}
    measures = {
        "back_dropped": float(np.isnan(days).mean()),
        "back_error": float(np.nanmean(days - _own_days(log, events, found.tolerance))),
    }
    finished = np.flatnonzero(np.isfinite(days))
    if len(finished) >= LEAST_BASELINE and len(np.unique(days[finished])) > 1:
        order = kendalltau(finished, days[finished])
        measures["back_faster"] = float(order.pvalue < CLAIM and order.statistic < 0)
    return measures


def _days_back(mood: Floats, events: Ints) -> Floats:
    median = _median_before(mood, events)
    until = np.append(events[1:], len(mood))
    days = np.full(len(events), NAN)
    for i, (day, end) in enumerate(zip(events.tolist(), until.tolist(), strict=True)):
        back = np.flatnonzero(mood[day + 1 : min(end, day + LAST_LAG + 1)] >= median[i])
        days[i] = 1 + back[0] if len(back) else NAN
    return days


def _own_days(log: SimulatedLog, events: Ints, tolerance: float) -> Floats:
    """Return after how many days each rejection's own true dip is within the tolerance."""
    own = [
        np.append(log.dips[i, day : day + LAST_LAG + 1], 0.0)
        for i, day in enumerate(events.tolist())
    ]
    return np.array([days_on(each[:-1], tolerance) for each in own])


def smooth(log: SimulatedLog, found: Analysis, kind: Kind) -> Measures:
    """Smooth across the rejection day; say how far the days before and of it are bent."""
    events = rejection_days(log.timeline)
    line = running_mean(log.timeline.mood) - log.usual
    before, day = values_on(line, events - 1), values_on(line, events)
    truth = log.dips.sum(axis=0)[events]
    return {
        "smooth_before": float(np.nanmean(before - values_on(log.dips.sum(axis=0), events - 1))),
        "smooth_hidden": float(np.nanmean(day - truth)),
    }


def one_rejection(log: SimulatedLog, found: Analysis, kind: Kind) -> Measures:
    """Read the days off each single rejection, as the analysis does."""
    events = {day: i for i, day in enumerate(sorted({e.offset for e in log.timeline.rejections}))}
    recovered, squares = [], []
    for each in found.rejections:
        day = log.timeline.offset(each.day)
        recovered.append(each.status is Status.RECOVERED)
        if each.status is Status.RECOVERED and each.days is not None:
            own = log.dips[events[day], day : day + LAST_LAG + 1]
            own = np.append(own, np.zeros(LAST_LAG + 1 - len(own)))
            squares.append((each.days - days_on(own, found.tolerance)) ** 2)
    measures = {"one_recovered": float(np.mean(recovered))} if recovered else {}
    return measures | ({"one_square": float(np.mean(squares))} if squares else {})


def exercise(log: SimulatedLog, found: Analysis, kind: Kind) -> Measures:
    """Compare mood on active with inactive days, the same day and the next, by a t test."""
    mood, active = log.timeline.mood, log.timeline.exercise > 0
    if kind.activity is None:
        return {}
    return {
        "same_day_claim": _claim(mood, active),
        "next_day_claim": _claim(mood[1:], active[:-1]),
    }


def _claim(mood: Floats, active: np.ndarray) -> float:
    logged = np.isfinite(mood)
    result = ttest_ind(mood[logged & active], mood[logged & ~active], equal_var=False)
    return float(result.pvalue < CLAIM and result.statistic > 0)
