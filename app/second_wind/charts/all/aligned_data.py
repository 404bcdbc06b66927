"""What the chart of all rejections shows: every rejection lined up at day 0."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from second_wind.core.analysis.findings import (
    FIRST_LAG,
    LAST_LAG,
    Analysis,
    Epochs,
    Floats,
    Ints,
    Shortfall,
    StageFinding,
    TypicalCurve,
)
from second_wind.core.analysis.method.epochs import epochs
from second_wind.core.analysis.method.timeline import RejectionMark, Timeline
from second_wind.core.log.entries import Stage

_FEWEST_AVERAGED = 2


@dataclass(frozen=True, slots=True, eq=False)
class AlignedLine:
    """The time around one rejection day.

    Attributes
    ----------
    day : date
    companies, stages : tuple of str
        Of the day's rejections; names may be empty.
    change : ndarray of float64, shape (29,)
        Points from usual on lags -7 to 21; NaN where no mood was logged.
    """

    day: date
    companies: tuple[str, ...]
    stages: tuple[str, ...]
    change: Floats


@dataclass(frozen=True, slots=True, eq=False)
class AlignedData:
    """Rejections lined up at day 0.

    Attributes
    ----------
    lags : ndarray of int64, shape (29,)
        -7 to 21.
    lines : tuple of AlignedLine
        Those with anything logged, in order of the days.
    dropped : int
        Rejection days without a line.
    corrected : bool
        Whether the lines are corrected for overlaps, which they are with a typical curve.
    n : ndarray of int64, shape (29,)
        How many lines are logged at each lag.
    average : ndarray of float64, shape (29,)
        Plain mean over the logged lines where 2 or more are; all NaN when corrected.
    typical : TypicalCurve or None
    missing : tuple of Shortfall
        What the typical curve still takes.
    stage : str
        The stage that all of them reached; empty for all stages together.
    analysis : Analysis or None
        Of the whole log; None for a single stage.
    """

    lags: Ints
    lines: tuple[AlignedLine, ...]
    dropped: int
    corrected: bool
    n: Ints
    average: Floats
    typical: TypicalCurve | None
    missing: tuple[Shortfall, ...]
    stage: str = ""
    analysis: Analysis | None = None

    @property
    def rejection_days(self) -> int:
        """All rejection days, with and without a line."""
        return len(self.lines) + self.dropped


def aligned_data(timeline: Timeline, analysis: Analysis | None = None) -> AlignedData:
    """Line up all rejections: corrected lines with a typical curve, plain windows without one."""
    typical = analysis.typical if analysis else None
    missing = analysis.typical_missing if analysis else ()
    if analysis is not None and typical is not None:
        found = [(each.day, each.line) for each in analysis.rejections]
        return replace(_aligned(timeline, found, len(found), typical, missing), analysis=analysis)
    plain = epochs(timeline)
    data = _aligned(timeline, _plain(plain), len(plain.log), None, missing)
    return replace(data, analysis=analysis)


def stages_data(timeline: Timeline, stages: Iterable[StageFinding]) -> tuple[AlignedData, ...]:
    """Line up the rejections of each stage, the stages in the order of an application.

    Lines are corrected where the log as a whole allows it, plain windows where it does not.
    """
    plain = dict(_plain(epochs(timeline)))
    found = []
    for stage in sorted(stages, key=lambda each: _rank(each.stage)):
        days = [each.day for each in stage.rejections]
        fitted = any(np.isfinite(each.line).any() for each in stage.rejections)
        lines = (
            [(each.day, each.line) for each in stage.rejections]
            if fitted
            else [(day, plain[day]) for day in days if day in plain]
        )
        found.append(
            _aligned(
                timeline,
                lines,
                len(days),
                stage.typical,
                stage.typical_missing,
                stage=stage.stage,
                corrected=fitted,
            )
        )
    return tuple(found)


def _rank(stage: str) -> int:
    order = [each.value for each in Stage]
    return order.index(stage) if stage in order else len(order)


def _plain(found: Epochs) -> list[tuple[date, Floats]]:
    return [(each.day, row) for each, row in zip(found.kept, found.change, strict=True)]


def _aligned(
    timeline: Timeline,
    found: Sequence[tuple[date, Floats]],
    rejection_days: int,
    typical: TypicalCurve | None,
    missing: tuple[Shortfall, ...],
    stage: str = "",
    *,
    corrected: bool | None = None,
) -> AlignedData:
    lags = np.arange(FIRST_LAG, LAST_LAG + 1)
    by_day = _marks(timeline)
    lines = tuple(
        AlignedLine(
            day,
            tuple(each.company for each in by_day.get(day, ())),
            tuple(each.stage for each in by_day.get(day, ())),
            change,
        )
        for day, change in found
        if np.isfinite(change).any()
    )
    changes = np.array([each.change for each in lines]).reshape(len(lines), len(lags))
    fixed = typical is not None if corrected is None else corrected
    return AlignedData(
        lags=lags,
        lines=lines,
        dropped=rejection_days - len(lines),
        corrected=fixed,
        n=np.isfinite(changes).sum(axis=0),
        average=np.full(len(lags), np.nan) if fixed else _average(changes),
        typical=typical,
        missing=missing,
        stage=stage,
    )


def _marks(timeline: Timeline) -> dict[date, list[RejectionMark]]:
    found: dict[date, list[RejectionMark]] = {}
    for each in timeline.rejections:
        found.setdefault(timeline.day(each.offset), []).append(each)
    return found


def _average(changes: Floats) -> Floats:
    n = np.isfinite(changes).sum(axis=0)
    mean = np.full(changes.shape[1], np.nan)
    np.divide(np.nansum(changes, axis=0), n, out=mean, where=n >= _FEWEST_AVERAGED)
    return mean
