"""The numbers behind the chart of all rejections, and what lies under the pointer."""

from collections.abc import Sequence
from datetime import timedelta

import numpy as np
from matplotlib.axes import Axes

from second_wind.charts.all.aligned_data import AlignedData, AlignedLine
from second_wind.charts.base.chart import ChartTable
from second_wind.charts.base.hotspots import Hotspots
from second_wind.core.analysis.findings import Floats, TypicalCurve
from second_wind.words.findings import aligned as words
from second_wind.words.findings import charts as chart_words
from second_wind.words.findings import recovery as recovery_words


def table(data: AlignedData) -> ChartTable:
    """Return one row for each rejection, then the counts and what they have in common."""
    rows = [_line(each) for each in data.lines]
    if rows:
        rows.append((words.count_cell(), "", "", *map(str, data.n.tolist())))
    if np.isfinite(data.average).any():
        rows.append((words.average_cell(), "", "", *_points(data.average)))
    if data.typical is not None:
        rows += _typical(data.typical)
    return ChartTable(words.columns(data.lags.tolist()), tuple(rows))


def _line(each: AlignedLine) -> tuple[str, ...]:
    stages = dict.fromkeys(recovery_words.stage_name(stage) for stage in each.stages)
    return (
        chart_words.names(list(each.companies)),
        words.day_name(each.day),
        ", ".join(filter(None, stages)),
        *_points(each.change),
    )


def _typical(curve: TypicalCurve) -> list[tuple[str, ...]]:
    unknown = np.full(len(curve.before), np.nan)
    values = (
        np.concatenate([curve.before, curve.change]),
        np.concatenate([unknown, curve.low]),
        np.concatenate([unknown, curve.high]),
    )
    return [
        (label, "", "", *_points(each))
        for label, each in zip(words.typical_rows(), values, strict=True)
    ]


def _points(values: Floats) -> list[str]:
    return ["" if np.isnan(each) else recovery_words.decimal(float(each)) for each in values]


def hotspots(
    panels: tuple[Axes, ...], shown: Sequence[AlignedData], *, apart: bool = False
) -> Hotspots:
    """Return one spot for each logged day of each line; `apart` if each has its own panel."""
    points = [
        (index, line, lag, float(change))
        for index, data in enumerate(shown)
        for line in data.lines
        for lag, change in zip(data.lags.tolist(), line.change, strict=True)
        if np.isfinite(change)
    ]
    return Hotspots(
        panels,
        np.array([float(lag) for _, _, lag, _ in points]),
        np.array([change for _, _, _, change in points]),
        [line.day + timedelta(days=lag) for _, line, lag, _ in points],
        lambda index: _describe(*points[index][1:]),
        by_height=True,
        panel=np.array([index for index, *_ in points]) if apart else None,
    )


def _describe(line: AlignedLine, lag: int, change: float) -> str:
    called = recovery_words.name(line.companies, line.day)
    day = chart_words.day_name(line.day + timedelta(days=lag))
    return words.hover(called, lag, day, change)
