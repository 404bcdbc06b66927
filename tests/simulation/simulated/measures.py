"""What the analysis of a simulated log said, held against the truth."""

import numpy as np
from simulated.simulated_log import Kind, SimulatedLog, simulate
from simulated.truth import full_curve, seen_change, seen_curve

from second_wind.core.analysis.figures.analysis import analyse
from second_wind.core.analysis.figures.typical import first_back
from second_wind.core.analysis.findings import (
    ActivityFinding,
    Analysis,
    Floats,
    Interval,
    TypicalCurve,
    TypicalDays,
)

Measures = dict[str, float]
BAND_LAGS = 15
"""Lags 0 to 14, over which the band is judged."""
WEEK = 7
NAN = float("nan")


def measure(kind: Kind, seed: tuple[int, ...]) -> Measures:
    """Return what is right and wrong about one log's analysis, without what is not shown.

    Shares are 0 or 1, errors are estimate less truth, in points or days.
    """
    log = simulate(kind, seed)
    return measure_analysis(kind, log, analyse(log.timeline))


def measure_analysis(kind: Kind, log: SimulatedLog, found: Analysis) -> Measures:
    """Return the same of an analysis that was made already.

    What ends in `_full` is held against dips as they were made, the rest against what the
    scale lets be seen of them.
    """
    measures = {"shown": float(found.typical is not None)}
    measures |= _held(found, seen_curve(kind, log))
    measures |= _full(_held(found, full_curve(kind)))
    if found.typical:
        measures |= _warned(found, measures["band"])
    if found.trend:
        measures["trend_false"] = _apart(found.trend)
    measures |= _dents(found, log, seen_change(kind, log.without, log.dips))
    measures |= _full(_dents(found, log, log.dips))
    return measures | _activity(kind, found.activities[0])


def _held(found: Analysis, truth: Floats) -> Measures:
    if found.typical is None:
        return {}
    days = found.typical.days
    return _curve(found.typical, truth) | (
        _days(days, days_on(truth, found.tolerance)) if days else {}
    )


def _full(measures: Measures) -> Measures:
    return {f"{name}_full": value for name, value in measures.items()}


def _warned(found: Analysis, band: float) -> Measures:
    """Return whether the note on close rejections is printed, and how the band does."""
    close = found.checks.close_together
    measures = {"close": float(close), "band_close" if close else "band_apart": band}
    if found.typical and found.typical.days:
        measures["withheld"] = float(found.typical.days_withheld)
    return measures


def days_on(truth: Floats, tolerance: float) -> float:
    """Return the lag at which the true curve is back within the tolerance; 22 at the latest."""
    return first_back(np.append(truth, 0.0), int(np.argmin(truth[: WEEK + 1])), -tolerance)


def _curve(curve: TypicalCurve, truth: Floats) -> Measures:
    inside = (curve.low <= truth) & (truth <= curve.high)
    depth = -float(truth[:3].mean())
    return {
        "band": float(inside[:BAND_LAGS].mean()),
        "clear_dip": float(curve.clear_dip),
        "depth_error": curve.depth.estimate - depth,
        "depth_covered": _holds(curve.depth, depth),
    }


def _days(days: TypicalDays, truth: float) -> Measures:
    high80 = np.inf if days.open_ended80 else days.high80
    high95 = np.inf if days.open_ended95 else days.high95
    return {
        "days_error": days.estimate - truth,
        "days_covered80": float(days.low80 <= truth <= high80),
        "days_covered95": float(days.low95 <= truth <= high95),
    }


def _dents(found: Analysis, log: SimulatedLog, dips: Floats) -> Measures:
    """Return how the dents of single rejections do, as means over the log's rejections."""
    events = sorted({each.offset for each in log.timeline.rejections})
    errors, covered = [], []
    for each in found.rejections:
        day = log.timeline.offset(each.day)
        truth = -float(dips[events.index(day), day : day + WEEK].mean())
        if np.isfinite(each.dent):
            errors.append(each.dent - truth)
            covered.append(abs(each.dent - truth) <= each.dent_give_or_take)
    if not errors:
        return {}
    return {"dent_error": float(np.mean(errors)), "dent_covered": float(np.mean(covered))}


def _activity(kind: Kind, finding: ActivityFinding) -> Measures:
    if kind.activity is None or finding.difference is None:
        return {}
    difference = finding.difference
    measures = {
        "lift_error": difference.estimate - kind.activity.lift,
        "lift_apart": _apart(difference),
        "lift_better": float(difference.above_zero),
        "lift_said": float(finding.better_next_day),
    }
    if finding.aftermath:
        measures["aftermath_apart"] = _apart(finding.aftermath)
    return measures


def _holds(interval: Interval, truth: float) -> float:
    return float(interval.low <= truth <= interval.high)


def _apart(interval: Interval) -> float:
    """Tell whether a range leaves out 0."""
    return float(interval.above_zero or interval.below_zero)
