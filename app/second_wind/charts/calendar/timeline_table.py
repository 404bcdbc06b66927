"""The numbers behind the Timeline chart."""

from second_wind.charts.base.chart import ChartTable
from second_wind.charts.calendar.timeline_data import Grain, TimelineData
from second_wind.words.base import numbers
from second_wind.words.base.language import short_date
from second_wind.words.findings import charts as words


def table(data: TimelineData) -> ChartTable:
    """Return one row for each day, week or month on which anything was logged."""
    rows = (_row(data, index) for index in range(len(data.x)))
    return ChartTable(
        words.timeline_columns(data.grain.value), tuple(each for each in rows if each)
    )


def _row(data: TimelineData, index: int) -> tuple[str, ...]:
    values = (data.exercise, data.outings, data.volunteering, data.talks)
    amounts = [words.amount(float(each[index])) for each in values]
    refused = _rejections(data, index)
    if not data.logged[index] and not any(amounts) and not refused:
        return ()
    mood = words.mood_cell(float(data.mood[index]))
    logged = () if data.grain is Grain.DAY else (numbers.short(float(data.logged[index]), 0),)
    return (_when(data, index), mood, *logged, *amounts, refused)


def _when(data: TimelineData, index: int) -> str:
    return short_date(data.bins[index].first if data.bins else data.timeline.day(index))


def _rejections(data: TimelineData, index: int) -> str:
    if data.bins:
        span = data.bins[index].span(data.timeline)
        inside = [
            each for each in data.timeline.rejections if span.start <= each.offset < span.stop
        ]
        return str(len(inside)) if inside else ""
    here = [each for each in data.timeline.rejections if each.offset == index]
    return words.names([each.company for each in here]) if here else ""
