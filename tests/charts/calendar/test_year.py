"""The Year chart, by its artists."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from second_wind.charts.base.palette import MOOD_RAMP, colour_of
from second_wind.charts.base.panels import new_figure
from second_wind.charts.base.style import DARK, LIGHT
from second_wind.charts.calendar.year import chart, draw, reading, table
from second_wind.charts.calendar.year_data import YearData, year_data, years
from second_wind.core.analysis.method.timeline import GoodNewsMark, Timeline, empty_timeline
from second_wind.core.log.entries import GoodNewsKind

MakeLog = Callable[..., Timeline]
Draw = Callable[..., Figure]
TODAY = date(2026, 11, 22)


@pytest.fixture
def log(make_log: MakeLog) -> Timeline:
    """Return 500 days with two rejections in 2026 and a week of rest."""
    log = make_log(500, (300, 400))
    log.rest[350:357] = True
    return log


def _drawn(data: YearData) -> Figure:
    figure = new_figure(12, 7)
    draw(figure, data, LIGHT)
    return figure


def test_each_day_has_the_colour_of_its_mood(log: Timeline) -> None:
    """The nearest of the ten steps."""
    data = year_data(log, 2026, TODAY)
    squares, empty, outside = _drawn(data).axes[0].collections
    moods = data.mood[np.isfinite(data.mood)].tolist()
    assert [to_hex(each) for each in np.asarray(squares.get_facecolor()).tolist()] == [
        colour_of(each) for each in moods
    ]
    assert len(empty.get_paths()) == 326 - len(moods)
    assert len(outside.get_paths()) == 365 - 326
    assert np.asarray(empty.get_facecolor())[0, 3] == 0


def test_days_before_the_log_are_no_empty_days(log: Timeline) -> None:
    """They are neither counted nor outlined."""
    data = year_data(log, 2025, TODAY)
    begun = (log.first - date(2025, 1, 1)).days
    assert data.counted == 365 - begun
    assert not data.empty[:begun].any()
    assert f"of {365 - begun} days" in reading(data)


def test_rejections_are_triangles_and_rest_is_a_dash(log: Timeline) -> None:
    """Told apart by shape; the key names what occurs and nothing else."""
    figure = _drawn(year_data(log, 2026, TODAY))
    counts: dict[str, int] = {}
    for each in figure.axes[0].lines:
        name = str(each.get_marker())
        counts[name] = counts.get(name, 0) + len(np.asarray(each.get_xdata()))
    assert counts == {"v": 2, "_": 7}
    words = [each.get_text() for each in figure.texts]
    assert words == [
        "mood from 1, very low, to 10, as good as it gets",
        "no mood logged",
        "a rejection",
        "rest",
    ]
    plain = _drawn(year_data(log, 2025, TODAY))
    assert "a rejection" not in [each.get_text() for each in plain.texts]


def test_good_news_is_a_star_that_the_key_names(log: Timeline) -> None:
    """Above the triangle where both fell on one day; absent where there was none."""
    plain = _drawn(year_data(log, 2026, TODAY))
    assert "good news" not in [each.get_text() for each in plain.texts]
    refused = log.rejections[-1].offset
    news = (GoodNewsMark("a", refused, GoodNewsKind.OFFER),)
    figure = _drawn(year_data(replace(log, good_news=news), 2026, TODAY))
    assert "good news" in [each.get_text() for each in figure.texts]
    (star,) = [each for each in figure.axes[0].lines if each.get_marker() == "*"]
    assert len(np.asarray(star.get_xdata())) == 1


def test_the_key_shows_the_whole_ramp(log: Timeline) -> None:
    """From 1 to 10, left to right."""
    figure = _drawn(year_data(log, 2026, TODAY))
    ramp = [each for each in figure.artists if getattr(each, "get_marker", str)() == "s"]
    faces = [each.get_markerfacecolor() for each in ramp]  # type: ignore[attr-defined]
    assert tuple(faces[:10]) == MOOD_RAMP


@pytest.mark.parametrize(("week_start", "first"), [(0, "Mon"), (6, "Sun")])
def test_weeks_begin_where_the_person_lives(log: Timeline, week_start: int, first: str) -> None:
    """On Monday unless said otherwise; the 1st of January 2026 is a Thursday."""
    figure = new_figure(12, 7)
    spots = draw(figure, year_data(log, 2026, TODAY, week_start), LIGHT)
    panel = figure.axes[0]
    assert panel.get_yticklabels()[0].get_text() == first
    top = max(panel.get_yticks())
    assert top - spots.y[0] == (3 - week_start) % 7


def test_a_day_is_said_and_opened(log: Timeline) -> None:
    """Logged or not; days that have not come are none."""
    figure = new_figure(12, 7)
    data = year_data(log, 2026, TODAY)
    spots = draw(figure, data, LIGHT)
    panel = figure.axes[0]
    assert len(spots.days) == 326
    index = (log.day(400) - date(2026, 1, 1)).days
    spot = spots.at(panel, float(spots.x[index]) + 0.3, float(spots.y[index]) - 0.3)
    assert spot is not None
    assert spot.day == log.day(400)
    assert "a no from Fabrikam" in spot.text


def test_between_the_months_there_is_no_day(log: Timeline) -> None:
    """Nor where a day has not come."""
    figure = new_figure(12, 7)
    spots = draw(figure, year_data(log, 2026, TODAY), LIGHT)
    last = len(spots.x) - 1
    panel = figure.axes[0]
    assert spots.at(panel, float(spots.x[last]), float(spots.y[last])) is not None
    assert spots.at(panel, float(spots.x[last]), float(spots.y[last]) - 0.9) is None
    assert not spots.line


def test_only_years_with_a_mood_have_a_chart(log: Timeline) -> None:
    """The newest first; an empty log has the running one."""
    assert years(log, TODAY) == (2026, 2025)
    log.mood[: (date(2026, 1, 1) - log.first).days] = np.nan
    assert years(log, TODAY) == (2026,)
    assert years(empty_timeline(TODAY), TODAY) == (2026,)


def test_a_leap_year_has_its_day(make_log: MakeLog) -> None:
    """29 February 2024."""
    data = year_data(make_log(1200, []), 2024, TODAY)
    assert len(data.mood) == 366
    assert data.day(59) == date(2024, 2, 29)
    assert _drawn(data).axes


def test_the_table_has_the_days_that_hold_anything(log: Timeline) -> None:
    """A mood, rest, or something done."""
    data = year_data(log, 2026, TODAY)
    rows = table(data).rows
    assert len(rows) <= data.counted
    assert all(row[1] or row[3] for row in rows)
    resting = log.day(350)
    assert any("at rest" in row[3] and f"{resting.day} " in row[0] for row in rows)


def test_nothing_yet_is_one_sentence(drawn: Draw) -> None:
    """No empty calendar."""
    shown = chart(year_data(empty_timeline(TODAY), 2026, TODAY))
    assert not shown.enough
    assert "one check-in is enough" in shown.reading
    assert not drawn(shown).axes


@pytest.mark.parametrize("size", [(1240, 720), (640, 360), (360, 640), (320, 220)])
def test_it_is_drawn_at_any_size(log: Timeline, drawn: Draw, size: tuple[int, int]) -> None:
    """In both schemes, inside the picture."""
    for style in (LIGHT, DARK):
        figure = drawn(chart(year_data(log, 2026, TODAY)), *size, style)
        box = figure.axes[0].get_tightbbox(figure.canvas.get_renderer())  # type: ignore[attr-defined]
        assert box is not None
        assert box.x0 >= 0
        assert box.x1 <= size[0]
        assert box.y0 >= 0
        assert box.y1 <= size[1] + 1


def test_a_mood_logged_after_today_still_counts(make_log: MakeLog) -> None:
    """A log in another time zone may be a day ahead."""
    log = make_log(30, [])
    data = year_data(log, 2026, log.day(20))
    assert data.come == (log.day(29) - date(2026, 1, 1) + timedelta(days=1)).days
