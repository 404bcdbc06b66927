"""The little chart on Today."""

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pytest
from matplotlib.figure import Figure

from second_wind.charts.base.panels import new_figure
from second_wind.charts.base.style import DARK, LIGHT
from second_wind.charts.recovery.small import chart, draw, small_data
from second_wind.core.analysis.figures.analysis import analyse
from second_wind.core.analysis.method.timeline import Timeline

MakeLog = Callable[..., Timeline]
Draw = Callable[..., Figure]
TODAY = date(2026, 11, 22)


def _figure(log: Timeline, today: date = TODAY) -> Figure:
    data = small_data(log, analyse(log), today)
    assert data is not None
    figure = new_figure(4.2, 2)
    draw(figure, data, LIGHT)
    return figure


def _ticks(figure: Figure) -> tuple[list[str], list[str]]:
    panel = figure.axes[0]
    return (
        [each.get_text() for each in panel.get_yticklabels()],
        [each.get_text() for each in panel.get_xticklabels()],
    )


@pytest.mark.parametrize(("since", "end"), [(0, "7"), (3, "7"), (7, "7"), (12, "12"), (60, "21")])
def test_its_axes_are_calm(make_log: MakeLog, since: int, end: str) -> None:
    """1, 5, 10; a week before, the day itself, and today, from 7 to 21 days after."""
    figure = _figure(make_log(120, [119 - since]))
    assert _ticks(figure) == (["1", "5", "10"], ["−7", "0", end])


def test_it_is_about_the_last_rejection(make_log: MakeLog) -> None:
    """Not about one on a day to come, should there be any."""
    log = make_log(120, [60, 110, 118])
    data = small_data(log, analyse(log), TODAY - timedelta(days=5))
    assert data is not None
    assert data.offset == 110
    assert chart(data).title == "Day 4 after Fabrikam"


def test_without_rejections_there_is_none(make_log: MakeLog) -> None:
    """The page shows something else."""
    log = make_log(60, [])
    assert small_data(log, analyse(log), TODAY) is None


def test_other_rejections_are_thin_and_have_no_name(make_log: MakeLog) -> None:
    """They show why the line is broken there; one before the window is left out."""
    panel = _figure(make_log(120, [100, 107, 110], missing=0.0)).axes[0]
    upright = {
        float(np.asarray(each.get_xdata())[0]): (each.get_linestyle() == "-", each.get_linewidth())
        for each in panel.lines
        if each.get_marker() != "o"
    }
    assert list(upright) == [0, -3]
    assert upright[0][0]
    assert not upright[-3][0]
    assert upright[-3][1] < upright[0][1]
    assert [each.get_text() for each in panel.texts] == ["near your usual"]


def test_its_line_is_broken_at_rejections_and_long_gaps(make_log: MakeLog) -> None:
    """Short gaps are bridged."""
    log = make_log(120, [105], missing=0.0)
    log.mood[107:109] = np.nan
    log.mood[112:116] = np.nan
    lines = [each for each in _figure(log).axes[0].lines if each.get_marker() == "o"]
    assert [np.asarray(each.get_xdata()).tolist() for each in lines] == [
        [-7, -6, -5, -4, -3, -2, -1],
        [0, 1, 4, 5, 6],
        [11, 12, 13, 14],
    ]


@pytest.mark.parametrize(("days", "enough"), [(1, False), (2, False), (3, True)])
def test_it_takes_three_days(make_log: MakeLog, days: int, enough: bool) -> None:
    """With fewer there is a sentence and no axis."""
    log = make_log(60, [58], missing=0.0)
    log.mood[: 60 - days] = np.nan
    data = small_data(log, analyse(log), TODAY)
    assert data is not None
    assert chart(data).enough is enough
    assert bool(_figure(log).axes) is enough


def test_the_band_has_its_name(make_log: MakeLog) -> None:
    """In words, since a shade says nothing."""
    assert "near your usual" in [each.get_text() for each in _figure(make_log()).axes[0].texts]


def test_it_fits_its_card(make_log: MakeLog, drawn: Draw) -> None:
    """Without a warning, at once and twice its size, and with hardly any mood."""
    for log in (make_log(), make_log(5, [3]), make_log(30, [29], missing=0.99)):
        data = small_data(log, analyse(log), TODAY)
        assert data is not None
        for size in ((420, 200), (240, 150), (840, 400)):
            drawn(chart(data), *size, DARK)
