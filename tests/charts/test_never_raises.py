"""Whatever was logged, every chart is drawn, said and tabled."""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from second_wind.charts.all import aligned, stages
from second_wind.charts.all.aligned_data import aligned_data, stages_data
from second_wind.charts.base.chart import Chart
from second_wind.charts.base.panels import new_figure
from second_wind.charts.base.style import DARK
from second_wind.charts.calendar import timeline, weeks, year
from second_wind.charts.calendar.timeline_data import timeline_data
from second_wind.charts.calendar.weeks_data import By, weeks_data
from second_wind.charts.calendar.year_data import year_data, years
from second_wind.charts.coming_back import coming_back
from second_wind.charts.coming_back.coming_back_data import coming_back_data
from second_wind.charts.recovery import recovery, small
from second_wind.charts.recovery.recovery_data import recovery_data
from second_wind.charts.recovery.small import small_data
from second_wind.charts.together import together
from second_wind.charts.together.together_data import together_data
from second_wind.core.analysis.figures.analysis import analyse
from second_wind.core.analysis.figures.stages import by_stage
from second_wind.core.analysis.method.timeline import Floats, GoodNewsMark, RejectionMark, Timeline
from second_wind.core.log.entries import GoodNewsKind, Stage

FIRST = date(2024, 2, 1)
NAMES = st.text(max_size=60) | st.sampled_from(["", "$x^2$", "日本語 株式会社", "شركة", "a" * 500])


def _values(days: int, most: float) -> st.SearchStrategy[Floats]:
    value = st.just(np.nan) | st.just(0.0) | st.floats(1, most)
    return st.lists(value, min_size=days, max_size=days).map(lambda v: np.array(v, dtype=float))


@st.composite
def logs(draw: st.DrawFn) -> Timeline:
    """Draw logs of up to 300 days with any moods, activities, rests and rejections."""
    days = draw(st.integers(1, 40) | st.sampled_from([230, 300]))
    mood = draw(_values(days, 10))
    rest = draw(st.lists(st.booleans(), min_size=days, max_size=days))
    stage = st.sampled_from([*(each.value for each in Stage), "", "unheard-of"])
    marks = draw(st.lists(st.tuples(st.integers(0, days - 1), NAMES, stage), max_size=12))
    kinds = st.sampled_from(GoodNewsKind)
    news = draw(st.lists(st.tuples(st.integers(0, days - 1), kinds, NAMES), max_size=4))
    return Timeline(
        FIRST,
        np.where(mood == 0, np.nan, mood),
        np.array(rest),
        draw(_values(days, 600)),
        draw(_values(days, 3)),
        draw(_values(days, 900)),
        draw(_values(days, 5)),
        tuple(
            RejectionMark(str(i), *each)
            for i, each in enumerate(sorted(marks, key=lambda each: each[0]))
        ),
        tuple(GoodNewsMark(str(i), *each) for i, each in enumerate(sorted(news))),
    )


def _charts(log: Timeline, today: date) -> Iterator[Chart]:
    found = analyse(log)
    for known in (None, found):
        yield timeline.chart(timeline_data(log, known))
        yield aligned.chart(aligned_data(log, known))
    for each in log.rejections[:3]:
        yield recovery.chart(recovery_data(log, found, each.id, today))
    last = small_data(log, found, today)
    if last is not None:
        yield small.chart(last)
    yield coming_back.chart(coming_back_data(log, found))
    yield together.chart(together_data(log, found))
    yield from (year.chart(year_data(log, which, today, 6)) for which in years(log, today))
    yield stages.chart(stages_data(log, by_stage(log)), found)
    yield from (weeks.chart(weeks_data(log, today, by=by)) for by in By)


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(log=logs(), after=st.integers(0, 40))
def test_any_log_can_be_drawn(log: Timeline, after: int) -> None:
    """Nothing raises, nothing warns, tables are whole, sentences hold no nan."""
    for shown in _charts(log, log.day(len(log) - 1) + timedelta(days=after)):
        figure = new_figure(6.4, 3.6)
        spots = shown.draw(figure, DARK)
        assert shown.reading
        assert "nan" not in shown.reading.replace("a" * 40, "")
        table = shown.table()
        assert all(len(each) == len(table.columns) for each in table.rows)
        for index in range(0, len(spots.x), 7):
            assert spots.spot(index).text
        assert bool(figure.axes) or figure.texts


@settings(max_examples=2, suppress_health_check=list(HealthCheck))
@given(log=logs())
def test_any_log_can_be_rendered(log: Timeline) -> None:
    """Missing glyphs and collapsing layouts would warn only now."""
    for shown in _charts(log, log.day(len(log) - 1)):
        figure = new_figure(6.4, 3.6)
        shown.draw(figure, DARK)
        figure.draw_without_rendering()
