"""The numbers behind the Coming back chart, and what lies under the pointer."""

import numpy as np
from matplotlib.axes import Axes

from second_wind.charts.base.chart import ChartTable
from second_wind.charts.base.hotspots import Hotspots
from second_wind.charts.coming_back.coming_back_data import ComingBackData, FirstWeek
from second_wind.words.findings import charts as chart_words
from second_wind.words.findings import coming_back as words
from second_wind.words.findings import recovery as recovery_words


def table(data: ComingBackData) -> ChartTable:
    """Return one row for each rejection day, then what they have in common."""
    rows = [_row(each) for each in data.weeks]
    if data.typical is not None:
        rows.append(words.typical_row(data.typical))
    if data.trend is not None:
        rows.append(words.trend_row(data.trend))
    return ChartTable(words.columns(), tuple(rows))


def _row(each: FirstWeek) -> tuple[str, ...]:
    found = each.finding
    stages = (recovery_words.stage_name(stage) for stage in found.stages)
    dent = (found.dent, found.dent_give_or_take) if each.known else (np.nan, np.nan)
    return (
        chart_words.names(list(each.companies)),
        chart_words.short_day(each.day),
        ", ".join(filter(None, stages)),
        *("" if np.isnan(value) else recovery_words.decimal(value) for value in dent),
        str(found.logged_first_week),
        recovery_words.status(found),
    )


def hotspots(panel: Axes, data: ComingBackData) -> Hotspots:
    """Return one spot for each rejection day, also where nothing is drawn."""

    def describe(index: int) -> str:
        each = data.weeks[index]
        return words.hover(recovery_words.name(each.companies, each.day), each.finding)

    return Hotspots(
        (panel,),
        np.arange(len(data.weeks), dtype=np.float64),
        data.changes,
        [each.day for each in data.weeks],
        describe,
    )
