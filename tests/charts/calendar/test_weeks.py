"""The Weeks chart, by its artists."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from second_wind.charts.base.panels import new_figure
from second_wind.charts.base.style import LIGHT
from second_wind.charts.calendar.weeks import chart, draw, reading, table
from second_wind.charts.calendar.weeks_data import By, WeeksData, weeks_data
from second_wind.core.analysis.method.timeline import Timeline, empty_timeline

MakeLog = Callable[..., Timeline]
TODAY = date(2026, 11, 22)


def _bars(panel: Axes) -> dict[float, float]:
    found = [each for container in panel.containers for each in container]
    return {bar.get_x() + bar.get_width() / 2: bar.get_height() for bar in found}


def _drawn(data: WeeksData) -> Figure:
    figure = new_figure()
    draw(figure, data, LIGHT)
    return figure


def test_bars_are_the_sums_of_weeks(make_log: MakeLog) -> None:
    """Twelve weeks, the running one last."""
    log = make_log(120, [])
    bars = _bars(_drawn(weeks_data(log, TODAY)).axes[0])
    assert bars[11] == log.exercise[-7:].sum()
    assert bars[10] == log.exercise[-14:-7].sum()
    assert max(bars) == 11


def test_a_week_about_which_nothing_is_known_has_no_bar_and_no_number(make_log: MakeLog) -> None:
    """Unknown is not zero."""
    log = make_log(20, [])
    figure = _drawn(weeks_data(log, TODAY))
    assert min(_bars(figure.axes[0])) >= 9
    assert len(figure.axes[0].texts) == 3


def test_a_known_zero_is_written(make_log: MakeLog) -> None:
    """Without a bar."""
    log = replace(make_log(21, []), outings=np.zeros(21))
    log.outings[0] = 1
    panel = _drawn(weeks_data(log, TODAY)).axes[1]
    assert [each.get_text() for each in panel.texts] == ["1", "0", "0"]
    assert len(_bars(panel)) == 1


def test_rest_lowers_the_goal_of_its_week(make_log: MakeLog) -> None:
    """The dashed line steps down."""
    log = make_log(60, [])
    log.rest[-7:-4] = True
    data = weeks_data(log, TODAY, 20)
    assert data.targets.tolist()[-2:] == [140, 80]
    goal = _drawn(data).axes[0].lines[0]
    assert np.asarray(goal.get_ydata())[-1] == 80


def test_a_week_of_rest_has_no_goal(make_log: MakeLog) -> None:
    """There is nothing to reach and nothing missed."""
    log = make_log(60, [])
    log.rest[-7:] = True
    assert np.isnan(weeks_data(log, TODAY).targets[-1])


def test_months_show_minutes_a_day(make_log: MakeLog) -> None:
    """Over the days that have come, so that the running month is not low."""
    log = make_log(120, [])
    data = weeks_data(log, TODAY, by=By.MONTH)
    assert data.bins[-1].first == date(2026, 11, 1)
    assert data.exercise[-1] == pytest.approx(log.exercise[-22:].sum() / 22)
    assert set(data.targets.tolist()) == {20.0}


def test_reached_goals_differ_by_more_than_a_colour(make_log: MakeLog) -> None:
    """The bar ends above the dashed line."""
    data = weeks_data(make_log(120, []), TODAY, 15)
    reached = data.exercise >= data.targets
    figure = _drawn(data)
    full, soft = figure.axes[0].containers
    assert len(full) == np.nansum(reached)
    assert all(bar.get_height() >= 105 for bar in full)
    assert all(bar.get_height() < 105 for bar in soft)


def test_pointing_at_a_week_opens_its_first_day(make_log: MakeLog) -> None:
    """And says what it holds."""
    figure = new_figure()
    spots = draw(figure, weeks_data(make_log(120, []), TODAY), LIGHT)
    spot = spots.at(figure.axes[1], 11.2)
    assert spot is not None
    assert spot.day == TODAY - timedelta(days=6)
    assert spot.text.startswith("16 to 22 Nov 2026: ")
    assert "of 140 minutes" in spot.text


def test_the_goal_is_not_spoken_of_where_it_was_never_met(make_log: MakeLog) -> None:
    """No one is told that they failed."""
    log = make_log(60, [])
    assert "goal" not in reading(weeks_data(log, TODAY, 240))
    assert "weeks reached the goal" in reading(weeks_data(log, TODAY, 5))


def test_nothing_yet_is_one_sentence() -> None:
    """No empty axis."""
    data = weeks_data(empty_timeline(TODAY), TODAY)
    shown = chart(data)
    assert not shown.enough
    assert not _drawn(data).axes
    assert "Log some movement" in shown.reading


def test_the_table_has_a_row_for_each_week(make_log: MakeLog) -> None:
    """Unknown cells are empty."""
    rows = table(weeks_data(make_log(20, []), TODAY)).rows
    assert len(rows) == 12
    assert rows[0] == ("31 Aug to 6 Sep 2026", "", "140", "", "", "")


@pytest.mark.parametrize("by", list(By))
@pytest.mark.parametrize("width", [2.4, 3.6, 5, 10])
def test_weeks_and_months_are_named_as_far_as_there_is_room(
    make_log: MakeLog, by: By, width: float
) -> None:
    """The latest always; no name touches the next one."""
    figure = new_figure(width, 4)
    FigureCanvasAgg(figure)
    draw(figure, weeks_data(make_log(400, []), TODAY, by=by), LIGHT)
    figure.canvas.draw()
    labels = [each for each in figure.axes[-1].get_xticklabels() if each.get_text()]
    boxes = [each.get_window_extent() for each in labels]
    assert all(left.x1 < right.x0 for left, right in pairwise(boxes))
    assert labels[-1].get_position()[0] == 11
    assert (len(labels) == 12) is (width >= 5)
