"""The typical curve, of all rejections or of those that reached one stage."""

from collections.abc import Sequence

import numpy as np

from second_wind.core.analysis.figures.study import Scale, Study, study
from second_wind.core.analysis.figures.typical import typical_curve
from second_wind.core.analysis.findings import CurveOrMissing, RejectionFinding, StageFinding
from second_wind.core.analysis.method.design import design
from second_wind.core.analysis.method.minimums import curve_missing
from second_wind.core.analysis.method.mood_log import mood_log
from second_wind.core.analysis.method.regression import Fit, fit
from second_wind.core.analysis.method.timeline import Timeline
from second_wind.core.log.scale import HIGHEST, LOWEST


def by_stage(timeline: Timeline, scale: Scale = (LOWEST, HIGHEST)) -> tuple[StageFinding, ...]:
    """Return the rejections of each stage, with a curve of their own where there are enough.

    Parameters
    ----------
    timeline : Timeline
        A day with rejections of several stages belongs to each of them.
    scale : tuple of float, optional
        Lowest and highest step of the mood scale.

    Returns
    -------
    tuple of StageFinding
        By the stages' names; rejections without a stage are in none.

    Notes
    -----
    The rejections of a stage have one dip, and all others another, in the same regression.
    """
    base = study(mood_log(timeline), scale)
    stages = sorted({stage for each in base.rejections for stage in each.stages})
    return tuple(_stage(base, stage) for stage in stages)


def _stage(base: Study, stage: str) -> StageFinding:
    rejections = tuple(each for each in base.rejections if stage in each.stages)
    return StageFinding(stage, rejections, *curve_or_missing(base, rejections))


def curve_or_missing(base: Study, rejections: Sequence[RejectionFinding]) -> CurveOrMissing:
    """Return the typical curve of some of a log's rejections, or what it still takes."""
    known = sum(each.known_first_week for each in rejections)
    missing = base.missing + curve_missing(known, base.stretches, base.checks.quiet_days)
    if missing or base.fitted is None:
        return None, missing
    whole = len(rejections) == len(base.rejections)
    fitted = base.fitted if whole else _fit_apart(base, rejections)
    close = base.checks.close_together
    return typical_curve(fitted, base.starts, rejections, base.spread.tolerance, close), ()


def _fit_apart(base: Study, rejections: Sequence[RejectionFinding]) -> Fit:
    """Fit again, giving these rejections a dip of their own."""
    own = np.array([base.log.offset(each.day) for each in rejections])
    others = np.setdiff1d(base.events, own)
    return fit(design(base.log, [own, others]), base.log.mood)
