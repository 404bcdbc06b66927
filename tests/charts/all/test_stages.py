"""Rejections by the stage they reached."""

from collections.abc import Callable

import pytest
from matplotlib.figure import Figure

from second_wind.charts.all.aligned_data import AlignedData, stages_data
from second_wind.charts.all.stages import chart, draw
from second_wind.charts.base.panels import new_figure
from second_wind.charts.base.style import LIGHT
from second_wind.core.analysis.figures.analysis import analyse
from second_wind.core.analysis.figures.stages import by_stage
from second_wind.core.analysis.method.timeline import Timeline

MakeLog = Callable[..., Timeline]
Draw = Callable[..., Figure]


def _data(log: Timeline) -> tuple[AlignedData, ...]:
    return stages_data(log, by_stage(log))


def test_each_stage_has_a_panel_with_n(make_log: MakeLog) -> None:
    """In the order of an application, all to the same scale; curves of few are sketches."""
    figure = new_figure()
    draw(figure, _data(make_log(600, range(40, 580, 30))), LIGHT)
    titles = [each.get_title(loc="left") for each in figure.axes]
    assert titles == [
        "applied (n = 3, early sketch)",
        "phone screen (n = 3, early sketch)",
        "technical or task (n = 3, early sketch)",
        "interview (n = 3, early sketch)",
        "final interview (n = 3, early sketch)",
        "offer stage (n = 3, early sketch)",
    ]
    assert len({each.get_ylim() for each in figure.axes}) == 1
    draw(figure, _data(make_log(1500, range(40, 1400, 30))), LIGHT)
    assert figure.axes[0].get_title(loc="left") == "applied (n = 8)"


def test_a_curve_is_drawn_only_where_the_analysis_has_it(make_log: MakeLog) -> None:
    """A stage with few rejections has thin lines alone."""
    data = _data(make_log(600, range(40, 580, 30)))
    figure = new_figure()
    draw(figure, data, LIGHT)
    drawn_bands = [bool(each.collections) for each in figure.axes]
    assert drawn_bands == [each.typical is not None for each in data]


def test_each_point_belongs_to_its_own_panel(make_log: MakeLog) -> None:
    """Pointing at the same place of two panels opens two days."""
    figure = new_figure()
    spots = draw(figure, _data(make_log(600, range(40, 580, 30), missing=0.0)), LIGHT)
    found = [spots.at(panel, 3, -1) for panel in figure.axes]
    assert len({each.day for each in found if each}) == 6


def test_honesty_is_printed_beside_the_stages_too(make_log: MakeLog) -> None:
    """Curves of stages stand on the same log as the curve of all, and its checks hold for them."""
    log = make_log(600, range(40, 580, 6))
    assert "Most of your rejections came close together" in chart(_data(log), analyse(log)).note


@pytest.mark.parametrize("count", [0, 1, 3, 12])
def test_few_rejections_are_drawn_too(make_log: MakeLog, drawn: Draw, count: int) -> None:
    """In large and small windows; without any it is a sentence."""
    log = make_log(500, range(40, 40 + 30 * count, 30))
    shown = chart(_data(log), analyse(log))
    for size in ((1240, 720), (640, 360), (320, 240)):
        assert bool(drawn(shown, *size).axes) == bool(count)
