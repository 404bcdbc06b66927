"""The chart of all rejections, by its artists."""

from collections.abc import Callable
from datetime import timedelta

import numpy as np
import pytest
from matplotlib.figure import Figure

from second_wind.charts.all.aligned import chart, draw, reading, table
from second_wind.charts.all.aligned_data import AlignedData, aligned_data
from second_wind.charts.base.panels import new_figure
from second_wind.charts.base.style import LIGHT
from second_wind.core.analysis.figures.analysis import analyse
from second_wind.core.analysis.method.timeline import Timeline

MakeLog = Callable[..., Timeline]
Draw = Callable[..., Figure]
SPACED = range(40, 400, 30)


def _data(log: Timeline) -> AlignedData:
    return aligned_data(log, analyse(log))


def _drawn(data: AlignedData) -> Figure:
    figure = new_figure()
    draw(figure, data, LIGHT)
    return figure


def test_with_a_typical_curve_the_lines_are_corrected(make_log: MakeLog) -> None:
    """They are the single lines of the analysis."""
    log = make_log(420, SPACED)
    found = analyse(log)
    data = aligned_data(log, found)
    assert data.corrected
    for line, each in zip(data.lines, found.rejections, strict=True):
        assert np.array_equal(line.change, each.line, equal_nan=True)


def test_the_typical_curve_is_drawn_with_its_band_and_n(make_log: MakeLog) -> None:
    """Over lags 0 to 21; the legend says of how many rejection days."""
    data = _data(make_log(420, SPACED))
    panel = _drawn(data).axes[0]
    assert data.typical is not None
    curve = max(panel.lines, key=lambda each: each.get_linewidth())
    assert np.array_equal(np.asarray(curve.get_ydata()), data.typical.change)
    assert len(panel.collections) == 1
    legend = panel.get_legend()
    assert legend is not None
    words = [each.get_text() for each in legend.get_texts()]
    assert "typical of 12 rejection days, 95 % range" in words
    assert "plain average" not in words


def test_without_a_curve_the_plain_average_is_drawn(make_log: MakeLog) -> None:
    """Over the logged rejections only, and where 2 or more are logged."""
    log = make_log(60, [20, 40], missing=0.3)
    data = _data(log)
    assert data.typical is None
    changes = np.array([each.change for each in data.lines])
    both = np.isfinite(changes).sum(axis=0) >= 2
    assert np.allclose(data.average[both], changes[:, both].mean(axis=0))
    assert np.isnan(data.average[~both]).all()
    panel = _drawn(data).axes[0]
    legend = panel.get_legend()
    assert legend is not None
    assert "plain average" in [each.get_text() for each in legend.get_texts()]
    assert not panel.collections


def test_n_is_printed_for_each_lag(make_log: MakeLog) -> None:
    """How many rejections are logged there; in a narrow figure for each week."""
    data = _data(make_log(420, SPACED))
    counts = _drawn(data).axes[1]
    assert [int(each.get_text()) for each in counts.texts] == data.n.tolist()
    figure = new_figure(4, 3)
    draw(figure, data, LIGHT)
    assert len(figure.axes[1].texts) == 5


def test_lines_are_broken_at_day_0_and_where_nothing_was_logged(make_log: MakeLog) -> None:
    """A line never leads into the rejection."""
    data = _data(make_log(60, [30], missing=0.0))
    line = _drawn(data).axes[0].lines[2]
    x, y = (np.asarray(each, dtype=float) for each in (line.get_xdata(), line.get_ydata()))
    assert x[np.flatnonzero(np.isnan(y)) + 1].tolist() == [0]


def test_pointing_at_a_line_opens_its_day(make_log: MakeLog) -> None:
    """The nearest line is meant."""
    log = make_log(420, SPACED)
    data = _data(log)
    figure = new_figure()
    spots = draw(figure, data, LIGHT)
    line = data.lines[4]
    lag = int(data.lags[np.flatnonzero(np.isfinite(line.change))[-1]])
    spot = spots.at(figure.axes[0], lag + 0.3, float(line.change[lag + 7]))
    assert spot is not None
    assert spot.y == line.change[lag + 7]
    assert spot.day == line.day + timedelta(days=lag)


@pytest.mark.parametrize("count", [1, 3, 12, 59])
def test_any_number_of_rejections_is_drawn(make_log: MakeLog, drawn: Draw, count: int) -> None:
    """Large and small, with a sentence and a table of equal rows."""
    data = _data(make_log(count * 30 + 60, range(40, count * 30 + 30, 30)))
    shown = chart(data)
    for size in ((1240, 720), (640, 360), (320, 220)):
        assert drawn(shown, *size).axes
    found = table(data)
    assert {len(each) for each in found.rows} == {len(found.columns)}
    assert len(found.rows) >= len(data.lines) + 1


def test_no_rejections_is_a_kind_sentence(make_log: MakeLog, drawn: Draw) -> None:
    """No empty axis."""
    shown = chart(_data(make_log(60, [])))
    assert not shown.enough
    figure = drawn(shown)
    assert not figure.axes
    assert "No rejections here" in figure.texts[0].get_text().replace("\n", " ")


def test_rejections_far_from_all_moods_have_no_line(make_log: MakeLog) -> None:
    """The sentence says what is needed."""
    log = make_log(1000, [900, 950], missing=0.0)
    log.mood[100:] = np.nan
    data = _data(log)
    assert not data.lines
    assert data.dropped == 2
    assert "week before a rejection" in reading(data)


def test_the_axis_never_makes_a_small_dip_look_large(make_log: MakeLog) -> None:
    """At least from 3 below to 1.5 above."""
    log = make_log(120, [40, 80], missing=0.0)
    log.mood[:] = 6.0
    log.mood[41] = 5.8
    low, high = _drawn(_data(log)).axes[0].get_ylim()
    assert low <= -3
    assert high >= 1.5


def test_many_lines_stay_a_shade_behind_the_curve(make_log: MakeLog) -> None:
    """The more there are the fainter, without a dot for each day; one alone stays well seen."""
    faint = []
    for count in (1, 12, 59):
        log = make_log(count * 30 + 60, range(40, count * 30 + 30, 30))
        panel = _drawn(_data(log)).axes[0]
        lines = [each for each in panel.lines if each.get_color() == LIGHT.ghost]
        faint.append(lines[0].get_alpha())
        assert (lines[0].get_markevery() is None) is (count == 1)
        legend = panel.get_legend()
        assert legend is not None
        assert legend.legend_handles[0].get_alpha() == 1
    assert faint[0] == 0.75
    assert faint[0] > faint[1] > faint[2]
    assert faint[2] < 0.2
