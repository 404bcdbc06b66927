"""The analysis as plain data for JSON: nothing rounded, null where there is not enough."""

import math
from collections.abc import Iterable
from typing import Any

from second_wind.core.analysis.findings import (
    ActivityFinding,
    Analysis,
    Checks,
    Interval,
    RejectionFinding,
    Shortfall,
    TypicalCurve,
    TypicalDays,
)
from second_wind.core.log.scale import HIGHEST, LOWEST

VERSION = 1

Json = dict[str, Any]


def analysis_json(analysis: Analysis) -> Json:
    """Return one object with stable keys.

    Returns
    -------
    dict
        Days are ISO dates, lags whole numbers, NaN is None. `usual` is None when there are too
        few check-ins; `typical_missing` is empty when `typical` is there.
    """
    return {
        "version": VERSION,
        "scale": [int(LOWEST), int(HIGHEST)],
        "first_day": analysis.first_day and analysis.first_day.isoformat(),
        "last_day": analysis.last_day and analysis.last_day.isoformat(),
        "logged_days": analysis.logged_days,
        "rejection_days": analysis.rejection_days,
        "rejections_outside": analysis.rejections_outside,
        "state": analysis.state.value,
        "usual": None if analysis.usual_missing else _numbers(analysis.usual),
        "residual_sd": _number(analysis.residual_sd),
        "residual_phi": _number(analysis.residual_phi),
        "stretches": analysis.stretches,
        "typical": analysis.typical and _typical(analysis.typical),
        "typical_missing": [_shortfall(each) for each in analysis.typical_missing],
        "rejections": [_rejection(each) for each in analysis.rejections],
        "trend": _interval(analysis.trend),
        "activities": [_activity(each) for each in analysis.activities],
        "checks": _checks(analysis.checks),
    }


def _number(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None


def _numbers(values: Iterable[float]) -> list[float | None]:
    return [_number(each) for each in values]


def _interval(interval: Interval | None) -> Json | None:
    if interval is None:
        return None
    return {"estimate": interval.estimate, "low": interval.low, "high": interval.high}


def _shortfall(shortfall: Shortfall) -> Json:
    return {"what": shortfall.what.value, "have": shortfall.have, "need": shortfall.need}


def _typical(curve: TypicalCurve) -> Json:
    return {
        "lags": curve.lags.tolist(),
        "change": _numbers(curve.change),
        "low": _numbers(curve.low),
        "high": _numbers(curve.high),
        "before": _numbers(curve.before),
        "early": curve.early,
        "clear_dip": curve.clear_dip,
        "depth": _interval(curve.depth),
        "first_week": _interval(curve.first_week),
        "days": curve.days and _days(curve.days),
    }


def _days(days: TypicalDays) -> Json:
    return {
        "estimate": days.estimate,
        "low80": days.low80,
        "high80": _number(days.high80),
        "low95": days.low95,
        "high95": _number(days.high95),
        "open_ended80": days.open_ended80,
        "open_ended95": days.open_ended95,
    }


def _rejection(rejection: RejectionFinding) -> Json:
    return {
        "day": rejection.day.isoformat(),
        "count": rejection.count,
        "status": rejection.status.value,
        "days": rejection.days,
        "dent": _number(rejection.dent),
        "dent_give_or_take": _number(rejection.dent_give_or_take),
        "follow_up": rejection.follow_up,
        "logged_first_week": rejection.logged_first_week,
        "line": _numbers(rejection.line),
    }


def _activity(activity: ActivityFinding) -> Json:
    return {
        "name": activity.name.value,
        "before": _estimate(activity.before),
        "same": _estimate(activity.same),
        "after": _estimate(activity.after),
        "difference": _interval(activity.difference),
        "low_sentence": _number(activity.low_sentence),
        "high_sentence": _number(activity.high_sentence),
        "active_days": activity.active_days,
        "inactive_days": activity.inactive_days,
        "usable_days": activity.usable_days,
        "aftermath": _interval(activity.aftermath),
    }


def _estimate(interval: Interval | None) -> float | None:
    return None if interval is None else interval.estimate


def _checks(checks: Checks) -> Json:
    return {
        "missing_after": _number(checks.missing_after),
        "missing_elsewhere": _number(checks.missing_elsewhere),
        "floor_share": _number(checks.floor_share),
        "close_share": _number(checks.close_share),
        "clean_days": checks.clean_days,
        "quiet_days": checks.quiet_days,
        "usual_uncertain": checks.usual_uncertain,
    }
