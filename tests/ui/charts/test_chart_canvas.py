"""The canvas: drawn when seen, pointed at by mouse and keyboard, heard as one graphic."""

import gc
import os
import subprocess
import sys
import weakref
from datetime import date, timedelta

import numpy as np
import pytest
import shiboken6
from matplotlib.figure import Figure
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from second_wind.charts import raster
from second_wind.charts.base import style
from second_wind.charts.base.chart import Chart
from second_wind.charts.base.panels import new_figure
from second_wind.charts.calendar import timeline, timeline_data
from second_wind.core.analysis.method.timeline import moods_only
from second_wind.ui.charts.chart_canvas import ChartCanvas
from second_wind.ui.kit.look.theme import Theme, ThemeChoice
from second_wind.ui.kit.window import accessibility

FIRST = date(2026, 11, 2)
MOODS = [5, 6, np.nan, 7, 3, 4, 6, 7, 7, 6]


@pytest.fixture
def chart() -> Chart:
    """Ten days with one unlogged day and a rejection."""
    log = moods_only(FIRST, MOODS, [4])
    return timeline.chart(timeline_data.timeline_data(log))


@pytest.fixture
def canvas(qtbot: QtBot, chart: Chart) -> ChartCanvas:
    """A canvas that shows the chart."""
    canvas = ChartCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(640, 400)
    canvas.show()
    show(qtbot, canvas, chart)
    return canvas


def show(qtbot: QtBot, canvas: ChartCanvas, chart: Chart) -> None:
    """Show a chart and wait until it stands."""
    with qtbot.waitSignal(canvas.drawn):
        canvas.show_chart(chart)
    canvas.grab()


def test_nothing_is_drawn_while_nobody_looks(qtbot: QtBot, chart: Chart) -> None:
    """A hidden canvas draws when it is shown, not before."""
    canvas = ChartCanvas()
    qtbot.addWidget(canvas)
    canvas.show_chart(chart)
    QApplication.processEvents()
    assert canvas.hotspots is None
    with qtbot.waitSignal(canvas.drawn):
        canvas.show()
    assert canvas.hotspots is not None


@pytest.mark.parametrize("offset", [0, 2, 4, 9])
def test_a_click_opens_the_day_under_it(qtbot: QtBot, canvas: ChartCanvas, offset: int) -> None:
    """Also a day on which nothing was logged."""
    place = QPointF(canvas.place_of(offset).x(), 60).toPoint()
    with qtbot.waitSignal(canvas.day_clicked) as said:
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    assert said.args == [FIRST + timedelta(days=offset)]


def test_a_click_beside_the_days_opens_nothing(qtbot: QtBot, canvas: ChartCanvas) -> None:
    """The margin with the labels belongs to no day."""
    with qtbot.assertNotEmitted(canvas.day_clicked):
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPointF(3, 60).toPoint())


def test_the_keyboard_goes_from_day_to_day(qtbot: QtBot, canvas: ChartCanvas) -> None:
    """The first arrow leads to the last day, Home to the first, Enter opens."""
    for keys, offset in (
        ((Qt.Key.Key_Left,), 9),
        ((Qt.Key.Key_Left, Qt.Key.Key_Left), 7),
        ((Qt.Key.Key_End, Qt.Key.Key_Right), 9),
        ((Qt.Key.Key_Home, Qt.Key.Key_Right), 1),
    ):
        for key in keys:
            QTest.keyClick(canvas, key)
        with qtbot.waitSignal(canvas.day_clicked) as said:
            QTest.keyClick(canvas, Qt.Key.Key_Return)
        assert said.args == [FIRST + timedelta(days=offset)]


def test_a_place_along_the_axis_is_known_where_nothing_was_logged(canvas: ChartCanvas) -> None:
    """An unlogged day has a place from left to right, and no height."""
    before, unlogged, after = (canvas.place_of(each) for each in (1, 2, 3))
    assert before.x() < unlogged.x() < after.x()
    assert np.isnan(unlogged.y())


def test_the_gap_between_two_panels_belongs_to_the_same_day(
    qtbot: QtBot, canvas: ChartCanvas
) -> None:
    """Moving down from the mood to the rows never loses the day."""
    spots = canvas.hotspots
    assert spots is not None
    foot = max(canvas.height() - each.bbox.y0 for each in spots.axes)
    x = canvas.place_of(5).x()
    assert {canvas.index_at(QPointF(x, y)) for y in range(60, int(foot) - 1, 3)} == {5}


def test_colours_follow_the_scheme(qtbot: QtBot, theme: Theme, canvas: ChartCanvas) -> None:
    """Another scheme draws the chart again in its colours."""
    assert canvas.style_now().accent == style.LIGHT.accent
    with qtbot.waitSignal(canvas.drawn):
        theme.choose(ThemeChoice.DARK)
    assert canvas.style_now().accent == style.DARK.accent
    assert canvas.grab().toImage().pixelColor(4, 4).lightness() < 60


def test_another_chart_forgets_the_days_of_the_one_before(
    qtbot: QtBot, canvas: ChartCanvas
) -> None:
    """No click between two charts opens a day of the wrong one."""
    log = moods_only(FIRST + timedelta(days=100), MOODS)
    canvas.show_chart(timeline.chart(timeline_data.timeline_data(log)))
    assert canvas.index_at(QPointF(300, 60)) is None


def test_a_new_size_is_laid_out_anew(qtbot: QtBot, canvas: ChartCanvas) -> None:
    """Days stay under the pointer at any size."""
    with qtbot.waitSignal(canvas.drawn):
        canvas.resize(420, 300)
    canvas.grab()
    place = canvas.place_of(7)
    assert canvas.rect().contains(place.toPoint())
    assert canvas.index_at(place) == 7


def test_assistive_technology_hears_a_graphic_with_its_sentence(canvas: ChartCanvas) -> None:
    """Name is the title, description the sentence, and no nameless parts inside."""
    heard = QAccessible.queryAccessibleInterface(canvas)
    assert heard.role() == QAccessible.Role.Graphic
    assert heard.text(QAccessible.Text.Name) == "Timeline"
    assert "9 of 10 days" in heard.text(QAccessible.Text.Description)
    assert heard.childCount() == 0


def test_nothing_is_kept_of_a_canvas_that_is_gone(
    qtbot: QtBot, chart: Chart, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its figure goes when it is drawn, its accessible interface with it."""
    figures: list[weakref.ref[Figure]] = []

    def noted(*size: float) -> Figure:
        figure = new_figure(*size)
        figures.append(weakref.ref(figure))
        return figure

    monkeypatch.setattr(raster, "new_figure", noted)
    canvas = ChartCanvas()
    canvas.resize(640, 400)
    canvas.show()
    show(qtbot, canvas, chart)
    assert canvas.hotspots is not None
    gc.collect()
    assert [each() for each in figures] == [None]
    heard = QAccessible.queryAccessibleInterface(canvas)
    assert heard.isValid()
    shiboken6.delete(canvas)
    del canvas, heard
    QApplication.processEvents()
    gc.collect()
    assert not accessibility.kept()


SCRIPT = """
import os, sys
from datetime import date
import shiboken6
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
application = QApplication([])
from second_wind.ui.charts.chart_canvas import ChartCanvas
assert "matplotlib" not in sys.modules and "numpy" not in sys.modules
canvas = ChartCanvas()
canvas.resize(640, 400)
canvas.show()
application.processEvents()
assert "matplotlib" not in sys.modules
from second_wind.charts.calendar import timeline, timeline_data
from second_wind.core.analysis.method.timeline import moods_only
chart = timeline.chart(timeline_data.timeline_data(moods_only(date(2026, 11, 2), [5, 6, 7])))
canvas.show_chart(chart)
for _ in range(5):
    application.processEvents()
canvas.grab()
QAccessible.queryAccessibleInterface(canvas)
assert "matplotlib.pyplot" not in sys.modules
canvas.redraw()
{end}
"""


@pytest.mark.parametrize(
    "end", ["shiboken6.delete(canvas)", "canvas.deleteLater()", "", "canvas = None"]
)
def test_nothing_crashes_at_exit(end: str) -> None:
    """However the canvas goes, the process ends with status 0 and says nothing."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SCRIPT.format(end=end)],
        env=os.environ.copy(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
