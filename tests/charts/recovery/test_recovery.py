"""The recovery chart of one rejection, by its artists."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from second_wind.charts.base.panels import new_figure
from second_wind.charts.base.style import DARK, LIGHT
from second_wind.charts.recovery.recovery import chart, draw, reading, table
from second_wind.charts.recovery.recovery_data import RecoveryData, recovery_data
from second_wind.core.analysis.figures.analysis import analyse
from second_wind.core.analysis.method.timeline import GoodNewsMark, Timeline
from second_wind.core.log.entries import GoodNewsKind

MakeLog = Callable[..., Timeline]
Draw = Callable[..., Figure]
TODAY = date(2026, 11, 22)


def _data(log: Timeline, rejection: str = "0") -> RecoveryData:
    return recovery_data(log, analyse(log), rejection, TODAY)


def _drawn(data: RecoveryData) -> Axes:
    figure = new_figure(9, 5.4)
    draw(figure, data, LIGHT)
    return figure.axes[0]


def _texts(panel: Axes) -> list[str]:
    return [each.get_text() for each in panel.texts]


def test_dots_are_the_logged_days_of_the_window(make_log: MakeLog) -> None:
    """From 14 days before to 21 after; nothing on other days."""
    log = make_log(120, [60], missing=0.4)
    panel = _drawn(_data(log))
    dots = next(each for each in panel.lines if each.get_marker() == "o")
    y = np.asarray(dots.get_ydata(), dtype=float)
    assert np.asarray(dots.get_xdata()).tolist() == list(range(-14, 22))
    assert np.array_equal(y, log.mood[46:82], equal_nan=True)


def test_the_line_is_broken_at_this_and_at_other_rejections(make_log: MakeLog) -> None:
    """Each begins a new piece."""
    panel = _drawn(_data(make_log(120, [60, 70], missing=0.0)))
    line = max(panel.lines, key=lambda each: each.get_linewidth())
    x, y = (np.asarray(each, dtype=float) for each in (line.get_xdata(), line.get_ydata()))
    assert [x[i + 1] for i in np.flatnonzero(np.isnan(y))] == [0, 10]


def test_other_rejections_are_dotted_and_named(make_log: MakeLog) -> None:
    """The rejection itself is solid."""
    panel = _drawn(_data(make_log(120, [60, 70])))
    upright = {
        float(np.asarray(each.get_xdata())[0]): each.get_linestyle()
        for each in panel.lines
        if np.ptp(np.asarray(each.get_xdata())) == 0 and len(np.asarray(each.get_xdata())) == 2
    }
    assert upright[0.0] == "-"
    assert upright[10.0] != "-"
    assert "Contoso · applied" in _texts(panel)
    assert "Fabrikam · phone screen" in _texts(panel)


def test_rejections_of_the_same_day_are_one(make_log: MakeLog) -> None:
    """The label says how many."""
    log = make_log(120, [60, 60, 60])
    data = _data(log, "1")
    assert [each.id for each in data.marks] == ["1", "0", "2"]
    assert "Fabrikam · 3 that day" in _texts(_drawn(data))
    assert "Fabrikam and 2 more" in chart(data).title


def test_the_band_is_the_usual_level_of_the_analysis(make_log: MakeLog) -> None:
    """With the tolerance to both sides."""
    log = make_log(120, [60])
    found = analyse(log)
    data = recovery_data(log, found, "0", TODAY)
    assert data.has_usual
    assert data.usual[14] == pytest.approx(found.usual_on(log.day(60)))
    band = _drawn(data).collections[0].get_datalim(_drawn(data).transData)
    assert band.y1 - band.y0 >= 2 * found.tolerance - 1e-9
    assert "near your usual" in _texts(_drawn(data))


def test_without_a_usual_level_there_are_dots_and_no_figure(make_log: MakeLog) -> None:
    """No band, no dent; the sentence says how much is needed."""
    log = make_log(16, [7], missing=0.0)
    log.mood[:4] = np.nan
    data = _data(log)
    assert not data.has_usual
    panel = _drawn(data)
    assert not panel.collections
    assert not any("first week" in each for each in _texts(panel))
    assert any(each.get_marker() == "o" for each in panel.lines)
    assert reading(data) == (
        "After Contoso: 2 more days with a check-in, over three weeks in all,"
        " and your usual level appears."
    )


@pytest.mark.parametrize(
    ("moods", "said"),
    [
        (slice(63, None), "Contoso came before your first check-in"),
        (slice(0, 60), "Contoso counts from your next check-in."),
    ],
)
def test_a_rejection_outside_the_mood_log_is_compared_with_nothing(
    make_log: MakeLog, moods: slice, said: str
) -> None:
    """Though days of its first week may be logged, and a usual level is there."""
    log = make_log(120, [60], missing=0.0)
    logged = log.mood[moods].copy()
    log.mood[:] = np.nan
    log.mood[moods] = logged
    data = _data(log)
    assert data.has_usual
    assert data.dent is None
    assert reading(data).startswith(said)


def test_the_dent_is_that_of_the_analysis_with_its_range(make_log: MakeLog) -> None:
    """Drawn over days 0 to 6, below the usual level."""
    log = make_log(120, [60])
    data = _data(log)
    assert data.dent is not None
    assert data.finding is not None
    assert data.dent.below == data.finding.dent
    (label,) = [each for each in _texts(_drawn(data)) if "give or take" in each]
    assert label.startswith("first week: ")
    assert f"{data.dent.give_or_take:.1f}" in label


@pytest.mark.parametrize("logged", [0, 1, 2])
def test_a_week_with_few_check_ins_has_no_dent(make_log: MakeLog, logged: int) -> None:
    """Fewer than 3 logged days."""
    log = make_log(120, [60], missing=0.0)
    log.mood[60 + logged : 67] = np.nan
    data = _data(log)
    assert data.dent is None
    assert "few check-ins" in reading(data)


def test_what_was_done_stands_in_aligned_rows(make_log: MakeLog) -> None:
    """Exercise against 20 minutes, whatever the goal; the others as marks of different shapes."""
    figure = new_figure()
    log = make_log(120, [60])
    draw(figure, _data(log), LIGHT)
    rows = {each.get_ylabel(): each for each in figure.axes}
    assert list(rows) == ["Mood", "Exercise\nmin", "Outings", "Volunteering", "People"]
    assert [each.get_text() for each in rows["Exercise\nmin"].get_yticklabels()] == ["20"]
    shapes = [rows[name].lines[0].get_marker() for name in ("Outings", "Volunteering", "People")]
    assert len(set(shapes)) == 3
    marks = np.asarray(rows["People"].lines[0].get_xdata())
    assert marks.tolist() == [lag for lag in range(-14, 22) if log.talks[60 + lag] > 0]


def test_good_news_in_the_window_has_a_row(make_log: MakeLog) -> None:
    """Only what lies within the days that are shown."""
    log = make_log(120, [40])
    near, far = (GoodNewsMark(str(at), at, GoodNewsKind.OFFER) for at in (45, 110))
    panel = _drawn(_data(replace(log, good_news=(near, far))))
    (row,) = [each for each in panel.figure.axes if each.get_ylabel() == "Good news"]
    assert np.asarray(row.lines[0].get_xdata()).tolist() == [5]


def test_a_star_is_as_well_seen_as_the_other_marks(make_log: MakeLog) -> None:
    """Its points have little area, so it is drawn larger than a dot or a square."""
    log = make_log(60, [30])
    log = replace(log, good_news=(GoodNewsMark("a", 32, GoodNewsKind.OFFER),))
    marks = [line for panel in _drawn(_data(log)).figure.axes for line in panel.lines]
    sizes = {str(each.get_marker()): each.get_markersize() for each in marks}
    assert sizes["*"] > 1.5 * sizes["^"]


def test_long_names_are_shortened_but_not_the_stage(make_log: MakeLog, drawn: Draw) -> None:
    """Nothing is clipped at any size."""
    name = "Adventure Works Cycles International Holdings GmbH & Co. KG $5_a^b$ \U0001f680"
    log = make_log(120, [60], companies=(name,))
    for size in ((1240, 720), (320, 220)):
        figure = drawn(chart(_data(log)), *size)
        (label,) = [each for each in figure.axes[0].texts if "applied" in each.get_text()]
        assert label.get_text().endswith("… · applied")
        box = label.get_window_extent()
        assert box.x0 >= 0
        assert box.x1 <= figure.bbox.width + 1
    assert len(chart(_data(log)).title) < 60


def test_many_neighbours_are_not_all_named(make_log: MakeLog, drawn: Draw) -> None:
    """A rejection every day: all lines stay, only the two nearest have names."""
    log = make_log(120, range(30, 100))
    panel = drawn(chart(_data(log, "35"))).axes[0]
    upright = [each for each in panel.lines if set(np.asarray(each.get_xdata())) <= {-1, 0, 1, 9}]
    assert len(upright) == 4
    names = [each for each in panel.texts if "·" in each.get_text()]
    assert sorted(float(each.xy[0]) for each in names) == [-1, 0, 1]  # type: ignore[attr-defined]


@pytest.mark.parametrize("days", [(57, 60, 62, 66), (56, 57, 58, 59, 60), (60, 74, 78), (52, 60)])
@pytest.mark.parametrize("size", [(1240, 720), (640, 360)])
def test_no_line_runs_through_a_name(
    make_log: MakeLog, drawn: Draw, days: tuple[int, ...], size: tuple[int, int]
) -> None:
    """Each ends at its own name, or below all of them."""
    panel = drawn(chart(_data(make_log(120, days), str(days.index(60)))), *size).axes[0]
    for text in (each for each in panel.texts if "·" in each.get_text()):
        box = text.get_window_extent()
        for line in panel.lines:
            (x, low), *_, (end, high) = panel.transData.transform(line.get_xydata())
            if x == end:
                assert not box.x0 < x < box.x1 or high <= box.y0 + 2 or low >= box.y1


def test_names_never_lie_on_each_other(make_log: MakeLog, drawn: Draw) -> None:
    """Close neighbours stand on tiers."""
    log = make_log(120, [57, 60, 62, 66])
    for size in ((1240, 720), (640, 360)):
        figure = drawn(chart(_data(log, "1")), *size, DARK)
        boxes = [
            each.get_window_extent() for each in figure.axes[0].texts if "·" in each.get_text()
        ]
        assert len(boxes) == 3
        for i, one in enumerate(boxes):
            assert not any(one.overlaps(other) for other in boxes[i + 1 :])


def test_days_to_come_are_no_hotspots(make_log: MakeLog) -> None:
    """Three days after it there are 18 days that can be opened: 14 before, and 0 to 3."""
    log = make_log(120, [116], missing=0.0)
    figure = new_figure()
    data = _data(log)
    spots = draw(figure, data, LIGHT)
    assert len(spots.x) == 18 == data.days_come
    assert spots.at(figure.axes[0], 5) is None
    spot = spots.at(figure.axes[-1], 0)
    assert spot is not None
    assert spot.day == log.day(116)
    assert len(table(data).rows) == 18


def test_a_rejection_far_from_all_moods_says_so(make_log: MakeLog) -> None:
    """Mood and rejections that lie years apart."""
    log = make_log(1000, [900], missing=0.0)
    log.mood[100:] = np.nan
    data = _data(log)
    assert "your moods lie from 27 Feb 2024 to 5 Jun 2024" in reading(data)
    figure = new_figure()
    draw(figure, data, LIGHT)
    assert not figure.axes


@pytest.mark.parametrize(
    ("logged", "said"),
    [
        (0, "Log 3 days and the days around this no will appear here."),
        (1, "Log 2 more days and the days around this no will appear here."),
        (2, "Log 1 more day and the days around this no will appear here."),
    ],
)
def test_with_fewer_than_three_days_there_is_no_axis(
    make_log: MakeLog, logged: int, said: str
) -> None:
    """A kind sentence alone says how many days it takes."""
    log = make_log(60, [59], missing=0.0)
    log.mood[: 60 - logged] = np.nan
    made = chart(_data(log))
    figure = new_figure()
    assert not made.enough
    assert made.reading == said
    made.draw(figure, LIGHT)
    assert not figure.axes


def test_three_days_are_drawn(make_log: MakeLog) -> None:
    """Wherever in the window they lie."""
    log = make_log(60, [59], missing=0.0)
    log.mood[:50] = log.mood[53:] = np.nan
    made = chart(_data(log))
    figure = new_figure()
    made.draw(figure, LIGHT)
    assert made.enough
    assert figure.axes


def test_a_window_that_is_over_asks_for_nothing_today(make_log: MakeLog) -> None:
    """Days can still be filled in; the sentence does not say that logging on would help."""
    log = make_log(120, [60], missing=0.0)
    log.mood[:61] = log.mood[62:] = np.nan
    said = chart(_data(log)).reading
    assert said.startswith("After Contoso: few check-ins on the days around it; with 2 more")


def test_no_mood_at_all_says_what_is_needed(make_log: MakeLog) -> None:
    """A log of rejections alone."""
    log = replace(make_log(60, [30]), mood=np.full(60, np.nan))
    assert "no mood logged yet" in reading(_data(log))


def test_a_fresh_rejection_says_how_much_is_needed(make_log: MakeLog) -> None:
    """Two more check-ins, while the first week lasts."""
    log = make_log(40, [39], missing=0.0)
    assert "2 more check-ins in the first week" in reading(_data(log))


def test_an_unknown_rejection_is_a_mistake_of_the_caller(make_log: MakeLog) -> None:
    """It has no chart."""
    with pytest.raises(KeyError):
        _data(make_log(60, [30]), "nobody")


def test_constant_moods_are_drawn(make_log: MakeLog, drawn: Draw) -> None:
    """Nothing ever changed, so it stayed near usual."""
    log = make_log(120, [60])
    log.mood[:] = 6.0
    made = chart(_data(log))
    assert drawn(made).axes
    assert "near your usual" in made.reading


def test_all_days_missing_after_it(make_log: MakeLog, drawn: Draw) -> None:
    """The days before are drawn, nothing is made up after."""
    log = make_log(120, [60], missing=0.0)
    log.mood[60:] = np.nan
    figure = drawn(chart(_data(log)))
    line = max(figure.axes[0].lines, key=lambda each: each.get_linewidth())
    assert np.nanmax(np.asarray(line.get_xdata(), dtype=float)) < 0
