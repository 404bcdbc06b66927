"""The whole analysis of a log: from a timeline to everything that is said about it."""

from functools import partial

import numpy as np

from second_wind.core.analysis.figures.associations import association, no_association
from second_wind.core.analysis.figures.stages import curve_or_missing
from second_wind.core.analysis.figures.study import Scale, Study, study
from second_wind.core.analysis.figures.trend import followed, trend
from second_wind.core.analysis.findings import (
    ActivityFinding,
    ActivityName,
    Analysis,
    Floats,
    Later,
    TrendOrMissing,
)
from second_wind.core.analysis.method.display import display_line
from second_wind.core.analysis.method.minimums import trend_missing
from second_wind.core.analysis.method.mood_log import logged_days, mood_log, outside
from second_wind.core.analysis.method.timeline import Timeline
from second_wind.core.log.scale import HIGHEST, LOWEST


def analyse(timeline: Timeline, scale: Scale = (LOWEST, HIGHEST)) -> Analysis:
    """Return everything that a log says about coming back from rejections.

    Parameters
    ----------
    timeline : Timeline
        Days before the first and after the last mood are left out; rejections on them are
        only counted. The order of rejections changes nothing.
    scale : tuple of float, optional
        Lowest and highest step of the mood scale.

    Returns
    -------
    Analysis
        The same log always gives the same analysis: nothing is random. The typical curve, the
        trend and the activities are worked out when they are first asked for.
    """
    return analyse_days(mood_log(timeline), scale, outside(timeline))


def analyse_days(
    log: Timeline, scale: Scale = (LOWEST, HIGHEST), rejections_outside: tuple[int, int] = (0, 0)
) -> Analysis:
    """Analyse all days of a timeline, also those without a mood at its ends.

    Use `analyse`, except to compare with a reference that leaves no day out.
    """
    base = study(log, scale)
    logged = logged_days(log)
    return Analysis(
        state=base.state,
        first_day=log.first if len(log) else None,
        last_day=log.day(len(log) - 1) if len(log) else None,
        logged_days=len(logged),
        rejection_days=len(base.events),
        outside_before=rejections_outside[0],
        outside_after=rejections_outside[1],
        usual=_usual(base),
        mood_line=display_line(log.mood, base.events),
        residual_sd=base.spread.sd,
        residual_phi=base.spread.phi,
        tolerance=base.spread.tolerance,
        stretches=base.stretches,
        rejections=base.rejections,
        curve=Later(partial(curve_or_missing, base, base.rejections)),
        change=Later(partial(_trend, base)),
        around=Later(partial(_activities, base)),
        checks=base.checks,
        usual_missing=base.usual_missing,
    )


def _usual(base: Study) -> Floats:
    return np.full(len(base.log), np.nan) if base.fitted is None else base.fitted.level


def _trend(base: Study) -> TrendOrMissing:
    seen = followed(base.rejections)
    missing = base.missing + trend_missing(len(base.events), base.stretches, seen)
    if missing or base.fitted is None:
        return None, missing
    return trend(base.fitted.design, base.log.mood, base.events, base.starts), ()


def _activities(base: Study) -> tuple[ActivityFinding, ...]:
    return tuple(_activity(base, name) for name in ActivityName)


def _activity(base: Study, name: ActivityName) -> ActivityFinding:
    if base.fitted is None:
        return no_association(name, base.missing)
    return association(base.log, base.fitted.design, base.starts, name, base.missing)
