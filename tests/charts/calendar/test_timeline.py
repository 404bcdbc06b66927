"""The Timeline chart, by its artists."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from matplotlib.figure import Figure

from second_wind.charts.base.chart import Chart
from second_wind.charts.base.panels import new_figure
from second_wind.charts.base.style import DARK, LIGHT
from second_wind.charts.calendar.timeline import chart, draw, table
from second_wind.charts.calendar.timeline_data import Grain, TimelineData, timeline_data
from second_wind.core.analysis.figures.analysis import analyse
from second_wind.core.analysis.method.timeline import GoodNewsMark, Timeline, empty_timeline
from second_wind.core.log.entries import GoodNewsKind
from second_wind.words.findings.charts import held

MakeLog = Callable[..., Timeline]
Draw = Callable[..., Figure]


def _dots(figure: Figure) -> tuple[list[float], list[float]]:
    line = next(each for each in figure.axes[0].lines if each.get_marker() == "o")
    y = np.asarray(line.get_ydata(), dtype=float)
    there = np.isfinite(y)
    return np.asarray(line.get_xdata(), dtype=float)[there].tolist(), y[there].tolist()


def _labels(figure: Figure) -> list[str]:
    return [each.get_ylabel() for each in figure.axes]


def _drawn(data: TimelineData) -> Figure:
    figure = new_figure(9, 5.4)
    draw(figure, data, LIGHT)
    return figure


def test_only_logged_days_have_dots(make_log: MakeLog) -> None:
    """A day without a mood is drawn nowhere."""
    log = make_log(60, [30], missing=0.4)
    x, y = _dots(_drawn(timeline_data(log)))
    there = np.flatnonzero(np.isfinite(log.mood))
    assert x == there.tolist()
    assert y == log.mood[there].tolist()


def test_the_line_is_broken_at_each_rejection(make_log: MakeLog) -> None:
    """Between the day before and the day itself lies a gap."""
    log = make_log(60, [20, 40], missing=0.0)
    line = _drawn(timeline_data(log)).axes[0].lines[0]
    x = np.asarray(line.get_xdata(), dtype=float)
    y = np.asarray(line.get_ydata(), dtype=float)
    gaps = np.flatnonzero(np.isnan(y))
    assert [(x[i - 1], x[i + 1]) for i in gaps] == [(19, 20), (39, 40)]


def test_rejections_have_marks_of_their_own(make_log: MakeLog) -> None:
    """A row of triangles: a shape, not only a colour."""
    figure = _drawn(timeline_data(make_log(60, [20, 20, 40])))
    row = figure.axes[_labels(figure).index("Rejections")]
    (marks,) = row.lines
    assert marks.get_marker() == "v"
    assert np.asarray(marks.get_xdata()).tolist() == [20, 40]


def test_good_news_has_stars_of_its_own(make_log: MakeLog, drawn: Draw) -> None:
    """A row of its own, also where weeks are drawn, and named when a day is pointed at."""
    news = (
        GoodNewsMark("a", 12, GoodNewsKind.INTERVIEW, "Initech"),
        GoodNewsMark("b", 12, GoodNewsKind.OFFER),
    )
    for days in (60, 400):
        data = timeline_data(replace(make_log(days, [20]), good_news=news))
        figure = _drawn(data)
        (stars,) = figure.axes[_labels(figure).index("Good news")].lines
        assert stars.get_marker() == "*"
        assert np.asarray(stars.get_xdata()).tolist() == [12]
    said = held(data.timeline, 12)
    assert said[-2:] == ["An interview (Initech)", "An offer"]
    only = timeline_data(replace(make_log(60, [], active=False), good_news=news))
    moodless = replace(only.timeline, mood=np.full(60, np.nan))
    assert _labels(drawn(chart(timeline_data(moodless)))) == ["Good news"]


def test_only_what_was_logged_has_a_row(make_log: MakeLog) -> None:
    """No empty axis for what a person never does."""
    moods = make_log(60, [], active=False)
    assert _labels(_drawn(timeline_data(moods))) == ["Mood"]
    active = make_log(60, [], active=True)
    assert _labels(_drawn(timeline_data(active)))[1:] == [
        "Exercise\nmin",
        "Outings",
        "Volunteering",
        "People",
    ]


def test_without_moods_there_is_no_mood_axis(make_log: MakeLog, drawn: Draw) -> None:
    """A log of activities alone is drawn as such."""
    log = replace(make_log(30, [5]), mood=np.full(30, np.nan))
    assert _labels(drawn(chart(timeline_data(log))))[0] == "Rejections"


def test_days_of_rest_are_shaded(make_log: MakeLog) -> None:
    """In every row, from half a day before to half a day after."""
    rest = np.zeros(60, np.bool_)
    rest[10:14] = True
    figure = _drawn(timeline_data(replace(make_log(60, []), rest=rest)))
    for panel in figure.axes:
        shades = [each for each in panel.patches if each.get_zorder() == 0]
        assert [(each.get_x(), each.get_width()) for each in shades] == [(9.5, 4.0)]


def test_a_long_log_shows_weeks_and_months(make_log: MakeLog) -> None:
    """Few dots, whole years at a glance; every logged day is counted once."""
    for days, grain, most in ((400, Grain.WEEK, 60), (3650, Grain.MONTH, 122)):
        log = make_log(days, [50, 90])
        data = timeline_data(log)
        assert data.grain is grain
        assert len(data.x) <= most
        assert data.logged.sum() == np.isfinite(log.mood).sum()
        assert np.nansum(data.exercise) == np.nansum(log.exercise)


def test_a_week_without_a_mood_has_no_dot(make_log: MakeLog) -> None:
    """The line is broken there."""
    log = make_log(400, [], missing=0.0)
    log.mood[100:130] = np.nan
    data = timeline_data(log)
    assert 2 <= np.isnan(data.mood).sum() <= 5
    line = _drawn(data).axes[0].lines[0]
    assert np.isnan(np.asarray(line.get_ydata(), dtype=float)).sum() == 1


def test_the_usual_level_is_drawn_where_the_line_is(make_log: MakeLog) -> None:
    """And not in a long gap."""
    log = make_log(120, [60], missing=0.1)
    log.mood[20:40] = np.nan
    data = timeline_data(log, analyse(log))
    assert np.isfinite(data.usual[:15]).any()
    assert np.isnan(data.usual[25:35]).all()
    assert "grey line" in chart(data).note


def test_a_part_of_the_log_can_be_shown(make_log: MakeLog) -> None:
    """Its line is the part of the whole log's line."""
    log = make_log(120, [60], missing=0.0)
    whole, part = timeline_data(log), timeline_data(log, None, 20, log.day(50), log.day(69))
    assert np.array_equal(part.line, whole.line[50:70])
    assert part.cuts == (10,)


def test_every_day_can_be_pointed_at(make_log: MakeLog) -> None:
    """Logged or not, in every row and at every grain."""
    for days in (60, 400):
        log = make_log(days, [20], missing=0.5)
        figure = new_figure()
        spots = draw(figure, timeline_data(log), LIGHT)
        for panel in figure.axes:
            spot = spots.at(panel, 20.2)
            assert spot is not None
            assert spot.day == log.day(20)
            assert "a no from Contoso" in spot.text


def test_an_empty_log_says_how_to_begin(drawn: Draw, make_log: MakeLog) -> None:
    """One sentence instead of an axis."""
    shown = chart(timeline_data(empty_timeline(make_log(5, []).first)))
    assert not shown.enough
    figure = drawn(shown, style=DARK)
    assert not figure.axes
    assert "Log a mood" in figure.texts[0].get_text()


def test_the_table_holds_what_was_logged(make_log: MakeLog) -> None:
    """One row for each day on which anything was logged; empty cells are unknown."""
    log = make_log(30, [10], active=False, missing=0.5)
    rows = table(timeline_data(log)).rows
    assert len(rows) == np.isfinite(log.mood).sum() + bool(np.isnan(log.mood[10]))
    assert {len(each) for each in rows} == {len(table(timeline_data(log)).columns)}
    assert any("Contoso" in each for each in rows)


def test_ten_days_and_ten_years_are_drawn_without_a_warning(make_log: MakeLog, drawn: Draw) -> None:
    """In a large and in the smallest window."""
    for days, rejections in ((1, []), (2, [0, 1]), (10, [3]), (3650, range(50, 3600, 60))):
        for size in ((1240, 720), (640, 360), (320, 220)):
            shown: Chart = chart(timeline_data(make_log(days, rejections)))
            assert drawn(shown, *size).axes


def test_hundreds_of_rejections_do_not_hide_the_mood(make_log: MakeLog) -> None:
    """Their lines grow fainter; their marks in the row below stay."""
    shades = []
    for count in (20, 300):
        data = timeline_data(make_log(3600, range(60, 60 + 10 * count, 10)))
        (lines,) = _drawn(data).axes[0].collections
        shades.append(lines.get_alpha())
    assert shades[1] < shades[0] / 2
    assert shades[1] > 0.05
