"""The chart of what goes with better days, by its artists."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import combinations

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from second_wind.charts.base.panels import new_figure
from second_wind.charts.base.style import DARK, LIGHT
from second_wind.charts.together.together import chart, draw, limits, reading, table
from second_wind.charts.together.together_data import TogetherData, together_data
from second_wind.core.analysis.figures.analysis import analyse
from second_wind.core.analysis.findings import Interval
from second_wind.core.analysis.method.timeline import Timeline, empty_timeline

MakeLog = Callable[..., Timeline]
Draw = Callable[..., Figure]


@pytest.fixture
def log(make_log: MakeLog) -> Timeline:
    """Return 400 days; days after exercise are a point higher."""
    log = make_log(400, range(60, 360, 50), missing=0.1)
    better = np.roll(log.exercise >= 20, 1).astype(np.float64)
    return replace(log, mood=np.clip(log.mood + better - 0.5, 1, 10))


@pytest.fixture
def data(log: Timeline) -> TogetherData:
    """Return what the chart shows of it."""
    return together_data(log, analyse(log))


def _drawn(data: TogetherData, width: float = 12, height: float = 7) -> Figure:
    figure = new_figure(width, height)
    draw(figure, data, LIGHT)
    return figure


def _bars(panel: Axes) -> list[float]:
    return [bar.get_height() for container in panel.containers for bar in container]


def test_three_bars_for_each_activity(data: TogetherData) -> None:
    """The day before, the day itself, the day after; one scale for all."""
    figure = _drawn(data)
    assert len(figure.axes) == 4
    for panel, each in zip(figure.axes, data.activities, strict=True):
        assert _bars(panel) == [found.estimate for found in each.days]
        names = [tick.get_text() for tick in panel.get_xticklabels()]
        assert names == ["day before", "that day", "day after", "after − before"]
        assert panel.get_ylim() == limits(data)


def test_whiskers_are_the_95_percent_ranges(data: TogetherData) -> None:
    """Of the bars and of after minus before."""
    panel, each = _drawn(data).axes[0], data.activities[0]
    assert each.finding.difference is not None
    ends = [tuple(lines.get_segments()[0][:, 1]) for lines in panel.collections]  # type: ignore[attr-defined]
    wanted = [(found.low, found.high) for found in (*each.days, each.finding.difference)]
    assert np.allclose(ends, wanted)
    places = [lines.get_segments()[0][0, 0] for lines in panel.collections]  # type: ignore[attr-defined]
    assert places == panel.get_xticks().tolist()


def test_only_a_claim_is_filled(data: TogetherData) -> None:
    """The diamond says by its filling whether the wider range leaves out 0, not the 95 % one."""
    one = data.activities[1]
    nearly = replace(one.finding, difference=Interval(0.4, 0.1, 0.7), low_sentence=-0.1)
    data = TogetherData((data.activities[0], replace(one, finding=nearly), *data.activities[2:]))
    for panel, each in zip(_drawn(data).axes, data.activities, strict=True):
        (diamond,) = (line for line in panel.lines if line.get_marker() == "D")
        filled = diamond.get_markerfacecolor() == LIGHT.text
        assert filled is each.finding.better_next_day
    assert data.activities[0].finding.better_next_day


def test_only_the_positive_claim_is_made(data: TogetherData) -> None:
    """A number, its range by 98.75 %, and how many days; nothing is said to cause anything."""
    said = reading(data)
    found = data.activities[0].finding
    assert said.startswith("A better next day went together with 20 minutes of exercise (")
    assert f"{found.low_sentence:.1f} to {found.high_sentence:.1f}" in said
    assert f"{found.active_days} active days" in said
    worse = tuple(
        replace(each, finding=replace(each.finding, low_sentence=-2.0, high_sentence=-1.0))
        for each in data.activities
    )
    assert reading(replace(data, activities=worse)) == "No sign of a better next day so far."


def test_what_it_cannot_show_is_said_once(data: TogetherData) -> None:
    """On the screen, not twice."""
    shown = chart(data)
    whole = " ".join((shown.reading, shown.note, shown.method))
    assert whole.count("It cannot show what caused what.") == 1


def test_too_few_days_are_words_without_an_axis(make_log: MakeLog) -> None:
    """With the numbers, beside the activities that have enough."""
    log = make_log(300, range(60, 260, 30), missing=0.1)
    log.talks[:] = 0.0
    log.talks[20:25] = 1.0
    data = together_data(log, analyse(log))
    panel = _drawn(data).axes[3]
    assert not data.activities[3].shown
    assert not panel.containers
    assert not len(panel.get_yticks())
    said = " ".join(each.get_text() for each in panel.texts)
    active = data.activities[3].finding.active_days
    assert said.startswith(f"Not enough active and inactive days yet: {active} of 12 active, ")


def test_with_no_activity_to_compare_it_is_a_kind_sentence(make_log: MakeLog, drawn: Draw) -> None:
    """The one that takes least comes first."""
    log = make_log(200, range(30, 180, 20), missing=0.0)
    for values, active in (
        (log.exercise, 3),
        (log.outings, 9),
        (log.volunteering, 0),
        (log.talks, 4),
    ):
        values[:] = 0.0
        values[1 : 1 + active] = 30.0
    shown = chart(together_data(log, analyse(log)))
    assert not shown.enough
    assert shown.reading.startswith("An outing: Not enough active and inactive days yet: 9 of 12")
    assert not drawn(shown).axes
    empty = empty_timeline(log.first)
    assert "14 more days with a check-in" in reading(together_data(empty, analyse(empty)))


def test_a_bar_opens_the_latest_day_of_its_kind(log: Timeline, data: TogetherData) -> None:
    """The day before, of, or after the latest active day."""
    figure = new_figure(12, 7)
    spots = draw(figure, data, LIGHT)
    latest = int(np.flatnonzero(log.exercise[:-1] >= 20)[-1])
    for place, ahead in ((0.0, -1), (1.1, 0), (2.2, 1), (3.3, 0)):
        spot = spots.at(figure.axes[0], place)
        assert spot is not None
        assert spot.day == log.day(latest) + timedelta(days=ahead)
        assert "20 minutes of exercise" in spot.text
    other = spots.at(figure.axes[1], 2.0)
    assert other is not None
    assert other.text.startswith("An outing, the day after: ")


def test_low_panels_leave_their_sentences_to_the_table(data: TogetherData) -> None:
    """But never the number of days."""
    assert "look alike" in " ".join(each.get_text() for each in _drawn(data).axes[1].texts)
    panel = _drawn(data, 6.4, 3).axes[1]
    assert not panel.texts
    assert panel.get_title(loc="left").endswith("active days)")


def test_the_table_has_ranges_and_counts(data: TogetherData) -> None:
    """A row for each activity, shown or not."""
    found = table(data)
    assert len(found.rows) == 4
    assert {len(each) for each in found.rows} == {len(found.columns)}
    assert " to " in found.rows[0][6]


@pytest.mark.parametrize("size", [(1240, 720), (640, 360), (400, 800), (320, 220)])
def test_it_is_drawn_at_any_size(data: TogetherData, drawn: Draw, size: tuple[int, int]) -> None:
    """In both schemes."""
    for style in (LIGHT, DARK):
        assert len(drawn(chart(data), *size, style).axes) == 4


def test_small_differences_stay_small(data: TogetherData) -> None:
    """At least half a point each way."""
    low, high = limits(replace(data, activities=()))
    assert low <= -0.5
    assert high >= 0.5


@pytest.mark.parametrize("width", [2.4, 3.0, 3.6, 4.5, 6, 9, 14])
def test_names_under_the_bars_never_touch(data: TogetherData, width: float) -> None:
    """Where there is little room they stand on two lines by turns, and shorter."""
    figure = new_figure(width, 3.2)
    FigureCanvasAgg(figure)
    draw(figure, data, LIGHT)
    figure.canvas.draw()
    for panel in figure.axes:
        boxes = [_shown_part(each) for each in panel.get_xticklabels()]
        assert not any(a.overlaps(b) for a, b in combinations(boxes, 2))


def _shown_part(label: Text) -> Bbox:
    """Return where the last line of a name stands; the first one may be empty."""
    box = label.get_window_extent()
    high = box.height / len(label.get_text().split("\n"))
    return Bbox.from_extents(box.x0, box.y0 + 1, box.x1, box.y0 + high - 1)


def test_a_narrow_panel_has_a_short_name(data: TogetherData) -> None:
    """A name is never cut where a shorter one says the same."""
    names = [panel.get_title(loc="left") for panel in _drawn(data, 3.2, 3.2).axes]
    assert names == ["Exercise", "An outing", "Volunteering", "A talk"]
