"""The Coming back chart, by its artists."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from second_wind.charts.base.panels import new_figure
from second_wind.charts.base.style import DARK, LIGHT
from second_wind.charts.coming_back.coming_back import chart, draw, limits, marks, reading
from second_wind.charts.coming_back.coming_back_data import ComingBackData, coming_back_data
from second_wind.charts.coming_back.coming_back_table import table
from second_wind.core.analysis.figures.analysis import analyse
from second_wind.core.analysis.findings import (
    Interval,
    Later,
    Reading,
    RejectionFinding,
    Shortfall,
    Status,
)
from second_wind.core.analysis.method.timeline import Timeline

MakeLog = Callable[..., Timeline]
Draw = Callable[..., Figure]
T = TypeVar("T")
SPACED = range(40, 400, 30)


def _data(log: Timeline) -> ComingBackData:
    return coming_back_data(log, analyse(log))


@pytest.fixture
def data(make_log: MakeLog) -> ComingBackData:
    """Twelve rejections a month apart."""
    return _data(make_log(420, SPACED, missing=0.05))


def _drawn(data: ComingBackData, height: float = 6) -> Figure:
    figure = new_figure(10, height)
    draw(figure, data, LIGHT)
    return figure


def _marked(panel: Axes) -> dict[str, int]:
    """Return how many marks each ending has."""
    named = {each.value for each in Reading}
    lines = [each for each in panel.lines if each.get_label() in named]
    return {str(each.get_label()): len(np.asarray(each.get_xdata())) for each in lines}


def _known(found: T) -> Later[tuple[T, tuple[Shortfall, ...]]]:
    """Return a part of an analysis of which nothing is missing."""
    return Later(lambda: (found, ()))


def _ended(data: ComingBackData, index: int, **changes: object) -> ComingBackData:
    """Return the data with one rejection that went otherwise."""
    weeks = list(data.weeks)
    other = replace(weeks[index].finding, **changes)  # type: ignore[arg-type]
    weeks[index] = replace(weeks[index], finding=other)
    return replace(data, weeks=tuple(weeks))


def test_each_first_week_is_a_mark_in_order_with_its_give_or_take(data: ComingBackData) -> None:
    """Below usual is down; the whisker reaches as far as the range."""
    panel = _drawn(data).axes[-1]
    spots = {
        float(x): float(y)
        for line in panel.lines
        if str(line.get_label()) in set(Reading)
        for x, y in zip(np.asarray(line.get_xdata()), np.asarray(line.get_ydata()), strict=True)
    }
    findings = [each.finding for each in data.weeks]
    assert spots == {float(i): -each.dent for i, each in enumerate(findings) if data.weeks[i].known}
    ends = sorted(
        tuple(np.asarray(segment)[:, 1])
        for lines in panel.collections
        for segment in lines.get_segments()  # type: ignore[attr-defined]
    )
    wanted = [
        (-each.dent - each.dent_give_or_take, -each.dent + each.dent_give_or_take)
        for each in findings
    ]
    assert np.allclose(ends, sorted(wanted))


def test_every_ending_has_a_shape_of_its_own() -> None:
    """In both schemes: shape and filling together, so that no colour is needed."""
    for style in (LIGHT, DARK):
        looks = [(each.marker, each.face == each.edge) for each in marks(style).values()]
        assert len(set(looks)) == len(looks)
        assert set(marks(style)) == set(Reading) - {Reading.TOO_FEW, Reading.TOO_EARLY}


def test_an_ending_is_worded_by_its_reading(data: ComingBackData) -> None:
    """A little dip whose range leaves out 0 dipped later that week."""
    changed = _ended(data, 3, status=Status.LITTLE_DIP, dent=1.0, dent_give_or_take=0.5)
    assert _marked(_drawn(changed).axes[-1])["dipped_later"] == 1
    figure = _drawn(changed)
    assert "dipped later that week (1)" in [each.get_text() for each in figure.texts]


def test_a_week_with_few_check_ins_is_counted_but_not_drawn(data: ComingBackData) -> None:
    """Its place stays empty, and pointing there says why."""
    changed = _ended(data, 5, logged_first_week=2, dent=np.nan, dent_give_or_take=np.nan)
    figure = new_figure()
    spots = draw(figure, changed, LIGHT)
    assert sum(_marked(figure.axes[-1]).values()) == len(data.weeks) - 1
    assert "1 more has few check-ins that week." in chart(changed).note
    spot = spots.at(figure.axes[-1], 5.2)
    assert spot is not None
    assert np.isnan(spot.y)
    assert "few check-ins that week" in spot.text
    assert spot.day == data.weeks[5].day


def test_the_typical_days_have_both_ranges(data: ComingBackData) -> None:
    """The thick line is 8 in 10, the thin one 95 %."""
    days = data.days
    assert days is not None
    panel = _drawn(data).axes[0]
    ends = {each.get_linewidth(): np.asarray(each.get_xdata()).tolist() for each in panel.lines[:2]}
    assert ends == {1.2: [days.low95, days.high95], 4.5: [days.low80, days.high80]}
    assert "8 in 10" in reading(data)


def test_an_open_range_ends_in_an_arrow(data: ComingBackData) -> None:
    """It is not cut at three weeks."""
    curve = data.analysis.typical
    assert curve is not None
    assert curve.days is not None
    days = replace(curve.days, high95=float("nan"), open_ended95=True)
    found = replace(data.analysis, curve=_known(replace(curve, days=days)))
    panel = _drawn(replace(data, analysis=found)).axes[0]
    assert ">" in [each.get_marker() for each in panel.lines]


def test_no_number_of_days_where_it_is_withheld(data: ComingBackData) -> None:
    """Neither drawn nor said."""
    curve = data.analysis.typical
    assert curve is not None
    found = replace(data.analysis, curve=_known(replace(curve, days_withheld=True)))
    changed = replace(data, analysis=found)
    assert len(_drawn(changed).axes) == 1
    assert reading(changed).startswith("Still below your usual after a week or more")
    assert "8 in 10" not in reading(changed)
    assert not any("8 in 10" in cell for row in table(changed).rows for cell in row)


def test_a_low_chart_leaves_the_days_to_the_sentence(data: ComingBackData) -> None:
    """The first weeks need the room."""
    assert len(_drawn(data, 6).axes) == 2
    assert len(_drawn(data, 2.6).axes) == 1


@pytest.mark.parametrize(("low", "high", "drawn"), [(-1.6, -0.4, True), (-0.9, 0.8, False)])
def test_a_line_only_where_the_range_leaves_out_0(
    data: ComingBackData, low: float, high: float, drawn: bool
) -> None:
    """From the first to the latest it rises by the change."""
    found = replace(data.analysis, change=_known(Interval(-1.0, low, high)))
    changed = replace(data, analysis=found)
    figure = _drawn(changed)
    words = [each.get_text() for each in figure.texts]
    assert ("change from first to latest" in words) is drawn
    assert (changed.line is not None) is drawn
    if changed.line is not None:
        assert changed.line[-1] - changed.line[0] == pytest.approx(1.0)
        assert changed.line.mean() == pytest.approx(np.nanmean(changed.changes))


def test_whether_it_is_changing_is_said_or_what_it_takes(make_log: MakeLog) -> None:
    """With the numbers."""
    seven = chart(_data(make_log(300, range(40, 250, 30))))
    assert "Is it changing? Needs about 12 rejections; you have 7." in seven.note
    assert "Is it changing?" in chart(_data(make_log(420, SPACED))).note


def test_small_changes_stay_small(data: ComingBackData) -> None:
    """At least from 3 below to 1 above."""
    low, high = limits(replace(data, weeks=data.weeks[:1]))
    assert low <= -3
    assert high >= 1


def test_months_are_named_where_there_is_room(data: ComingBackData) -> None:
    """The year once under the first and where it changes."""
    names = [each.get_text() for each in _drawn(data).axes[-1].get_xticklabels()]
    assert names[0] == "Nov\n2025"
    assert sum("\n" in each for each in names) == 2
    figure = new_figure(3, 3)
    draw(figure, data, LIGHT)
    assert len(figure.axes[-1].get_xticks()) < 8


@pytest.mark.parametrize("count", [1, 3, 12, 59])
def test_any_number_of_rejections_is_drawn(make_log: MakeLog, drawn: Draw, count: int) -> None:
    """Large and small, with a sentence and a table of equal rows."""
    data = _data(make_log(count * 30 + 60, range(40, count * 30 + 30, 30)))
    for size in ((1240, 720), (640, 360), (320, 220)):
        assert drawn(chart(data), *size).axes
    found = table(data)
    assert {len(each) for each in found.rows} == {len(found.columns)}
    assert len(found.rows) >= len(data.weeks)


def test_too_little_is_a_kind_sentence_with_numbers(make_log: MakeLog, drawn: Draw) -> None:
    """No rejection, few check-ins, and nothing logged after."""
    log = make_log(300, (100, 200))
    log.mood[100:107] = log.mood[200:207] = np.nan
    for timeline, said in (
        (make_log(60, []), "No rejections here"),
        (make_log(10, [5]), "more days with a check-in"),
        (log, "2 rejection days so far; 3 days logged in the week after one"),
    ):
        shown = chart(_data(timeline))
        assert not shown.enough
        assert said in shown.reading
        assert not drawn(shown).axes


def test_a_click_opens_the_day_and_says_how_it_went(data: ComingBackData) -> None:
    """The name, the dent with its range, the ending."""
    figure = new_figure()
    spot = draw(figure, data, LIGHT).at(figure.axes[-1], 2)
    assert spot is not None
    finding: RejectionFinding = data.weeks[2].finding
    assert spot.day == finding.day
    assert "After Contoso: " in spot.text
    assert "give or take" in spot.text


def test_the_typical_course_and_the_change_end_the_table(data: ComingBackData) -> None:
    """With their 95 % ranges."""
    *_, typical, change = table(data).rows
    assert typical[0] == "Typical of 12 rejection days"
    assert "95 %" in typical[-1]
    assert change[0].startswith("Latest minus first")
    assert " to " in change[4]


def test_the_latest_rejection_may_be_too_early(make_log: MakeLog) -> None:
    """It is counted apart from those with few check-ins."""
    log = make_log(200, (40, 80, 120, 198), missing=0.0)
    data = _data(log)
    assert data.weeks[-1].finding.reading is Reading.TOO_EARLY
    assert "For 1 more it is too early to say." in chart(data).note
    assert data.weeks[-1].day == log.day(0) + timedelta(days=198)
