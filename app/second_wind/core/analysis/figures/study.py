"""What every figure of the analysis starts from, worked out once for a log."""

from dataclasses import dataclass

import numpy as np

from second_wind.core.analysis.figures.checks import honesty_checks
from second_wind.core.analysis.figures.coming_back import (
    LAGS,
    Spread,
    corrected_lines,
    near_usual,
    rejection_findings,
)
from second_wind.core.analysis.findings import (
    Checks,
    Floats,
    Ints,
    RejectionFinding,
    Shortfall,
    State,
)
from second_wind.core.analysis.method.design import design
from second_wind.core.analysis.method.minimums import change_missing, usual_missing
from second_wind.core.analysis.method.mood_log import logged_days, rejection_days
from second_wind.core.analysis.method.regression import Fit, fit, residual_phi, residual_sd
from second_wind.core.analysis.method.stretches import stretch_rows, stretch_starts
from second_wind.core.analysis.method.timeline import Timeline

Scale = tuple[float, float]
NO_SPREAD = Spread(float("nan"), float("nan"), float("nan"))


@dataclass(frozen=True, slots=True, eq=False)
class Study:
    """A log, its fit and its rejections one by one.

    Attributes
    ----------
    log : Timeline
        The days that are analysed.
    events, starts : ndarray of int64
        Rejection days and first days of the stretches.
    stretches : int
        Stretches with a mood.
    fitted : Fit or None
        None when there are too few check-ins.
    spread : Spread
        All NaN without a fit.
    rejections : tuple of RejectionFinding
    checks : Checks
    usual_missing, change_missing : tuple of Shortfall
        Why there is no fit, and why it says nothing about changes.
    """

    log: Timeline
    events: Ints
    starts: Ints
    stretches: int
    fitted: Fit | None
    spread: Spread
    rejections: tuple[RejectionFinding, ...]
    checks: Checks
    usual_missing: tuple[Shortfall, ...]
    change_missing: tuple[Shortfall, ...]

    @property
    def missing(self) -> tuple[Shortfall, ...]:
        """What stands in the way of every figure about changes."""
        return self.usual_missing or self.change_missing

    @property
    def state(self) -> State:
        """Whether there is enough to analyse."""
        if self.usual_missing:
            return State.NOT_ENOUGH_CHECKINS
        if not len(self.events):
            return State.NO_REJECTIONS
        return State.MOOD_NEVER_CHANGED if self.change_missing else State.OK


def study(log: Timeline, scale: Scale) -> Study:
    """Fit a log and look at each of its rejections.

    Parameters
    ----------
    log : Timeline
        The days to analyse, all of them.
    scale : tuple of float
        Lowest and highest step of the mood scale.
    """
    events, logged = rejection_days(log), logged_days(log)
    starts = stretch_starts(len(log), events)
    missing = usual_missing(len(logged), len(log))
    fitted = None if missing else fit(design(log), log.mood)
    spread = _spread(fitted, scale)
    return Study(
        log=log,
        events=events,
        starts=starts,
        stretches=len(stretch_rows(starts, logged)),
        fitted=fitted,
        spread=spread,
        rejections=rejection_findings(log, _lines(fitted, events), spread),
        checks=honesty_checks(log, scale[0]),
        usual_missing=missing,
        change_missing=change_missing(len(np.unique(log.mood[logged]))),
    )


def _spread(fitted: Fit | None, scale: Scale) -> Spread:
    if fitted is None:
        return NO_SPREAD
    sd = residual_sd(fitted)
    return Spread(sd, residual_phi(fitted), near_usual(scale[1] - scale[0], sd))


def _lines(fitted: Fit | None, events: Ints) -> Floats:
    if fitted is None:
        return np.full((len(events), len(LAGS)), np.nan)
    return corrected_lines(fitted, events)
