"""The page of charts: what it shows first, when it computes, what it asks for."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from second_wind.charts.raster import Raster
from second_wind.core.analysis.findings import Analysis
from second_wind.core.analysis.method.timeline import Timeline
from second_wind.core.log.entries import AnyEntry, CheckIn, Exercise, Rejection, Stage
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName, Changes, Noun
from second_wind.ui.charts.chart_canvas import ChartCanvas
from second_wind.ui.charts.chart_cursor import ChartCursor
from second_wind.ui.charts.page import ChartsPage
from second_wind.ui.kit.look.theme import Theme

TODAY = date(2026, 11, 22)
KINDS = ("all", "coming-back", "timeline", "year", "together", "weeks", "recovery")
TITLES = {
    "all": "All rejections",
    "coming-back": "Coming back",
    "year": "Year 2026",
    "together": "What goes with better days",
}


@pytest.fixture
def page(qtbot: QtBot, journal: Journal, theme: Theme) -> Iterator[ChartsPage]:
    """A page that listens to the journal as the window lets it; not shown yet."""
    page = ChartsPage(journal, theme)
    page.resize(900, 700)
    journal.subscribe(page.take)
    yield page
    shiboken6.delete(page)


def log(journal: Journal, days: int, rejections: tuple[int, ...] = ()) -> None:
    """Log a mood and some movement a day up to today, and rejections some days ago."""
    entries: list[AnyEntry] = []
    for ago in range(days):
        day = TODAY - timedelta(days=ago)
        entries.append(CheckIn(day=day, mood=float(3 + (ago * 7) % 5)))
        entries.append(Exercise(day=day, minutes=10 + ago % 20))
    entries += [
        Rejection(
            day=TODAY - timedelta(days=ago),
            id=f"no-{ago}",
            company=f"Company {ago}",
            stage=Stage.INTERVIEW if ago % 2 else Stage.APPLIED,
        )
        for ago in rejections
    ]
    journal.store(add=entries, name=ActName.IMPORT)


def show(qtbot: QtBot, page: ChartsPage) -> None:
    """Show the page and wait for its chart."""
    page.show()
    wait_for_chart(qtbot, page)


def wait_for_chart(qtbot: QtBot, page: ChartsPage) -> None:
    """Wait until a chart was drawn."""
    with qtbot.waitSignal(page.view.canvas.drawn):
        pass


def test_without_rejections_the_timeline_comes_first(
    qtbot: QtBot, journal: Journal, page: ChartsPage
) -> None:
    """A person without a rejection still has something to look at."""
    log(journal, 20)
    show(qtbot, page)
    assert page.kinds.choice == "timeline"
    assert "20 of 20 days" in page.view.reading.text()


def test_with_rejections_the_last_recovery_comes_first(
    qtbot: QtBot, journal: Journal, page: ChartsPage
) -> None:
    """The newest rejection is chosen."""
    log(journal, 60, (30, 8))
    show(qtbot, page)
    assert page.kinds.choice == "recovery"
    assert page.view.reading.text().startswith("After Company 8")


def test_an_empty_log_gets_a_kind_sentence(qtbot: QtBot, page: ChartsPage) -> None:
    """In every chart, and no axis."""
    page.show()
    for kind in KINDS:
        page.view.reading.clear()
        page.kinds.button(kind).click()
        qtbot.waitUntil(lambda: bool(page.view.reading.text()))
        assert not page.view.canvas.isVisible()
        assert not page.rejection.isVisible()
        assert not page.year.isVisible()


@pytest.mark.parametrize("kind", KINDS)
def test_each_choice_shows_its_chart(
    qtbot: QtBot, journal: Journal, page: ChartsPage, kind: str
) -> None:
    """With its own switches and no others."""
    log(journal, 400, (330, 280, 230, 180, 130, 80, 8))
    show(qtbot, page)
    is_other = page.kinds.choice != kind
    page.kinds.button(kind).click()
    if is_other:
        wait_for_chart(qtbot, page)
    switches = {
        "recovery": page.rejection,
        "all": page.stages,
        "timeline": page.period,
        "year": page.year,
        "weeks": page.by,
    }
    own = [kind] if kind in switches else []
    assert [each for each in switches if switches[each].isVisible()] == own
    if kind in TITLES:
        assert page.view.canvas.accessibleName() == TITLES[kind]


@pytest.mark.parametrize("kind", ["coming-back", "year", "together"])
def test_a_click_on_any_chart_opens_a_day(
    qtbot: QtBot, journal: Journal, page: ChartsPage, kind: str
) -> None:
    """The day of a rejection, of a square, of an activity; its numbers are a table."""
    log(journal, 400, (330, 280, 230, 180, 130, 80, 8))
    show(qtbot, page)
    page.kinds.button(kind).click()
    wait_for_chart(qtbot, page)
    canvas = page.view.canvas
    canvas.grab()
    spots = canvas.hotspots
    assert spots is not None
    with qtbot.waitSignal(page.day_requested) as said:
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.place_of(3).toPoint())
    assert said.args == [spots.days[3]]
    page.view.numbers_button.click()
    model = page.view.table.model()
    assert model is not None
    assert model.rowCount() > 3


def test_another_year_can_be_chosen(qtbot: QtBot, journal: Journal, page: ChartsPage) -> None:
    """The newest comes first; it stays chosen when the log changes."""
    log(journal, 400)
    show(qtbot, page)
    page.kinds.button("year").click()
    wait_for_chart(qtbot, page)
    assert page.view.reading.text().startswith("2026: ")
    page.year.earlier.click()
    wait_for_chart(qtbot, page)
    assert page.view.reading.text().startswith("2025: ")
    with qtbot.waitSignal(page.view.canvas.drawn):
        journal.store(add=[CheckIn(day=TODAY, mood=2.0)], name=ActName.MOOD)
    assert page.view.reading.text().startswith("2025: ")


def test_a_square_is_marked_without_a_line_through_the_year(
    qtbot: QtBot, journal: Journal, page: ChartsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the day that is meant; other charts have a line from top to bottom."""
    log(journal, 400)
    show(qtbot, page)
    canvas = page.view.canvas
    cursor = canvas.findChild(ChartCursor)
    assert cursor is not None
    lines: list[float] = []
    monkeypatch.setattr(cursor, "show_at", lambda *at: lines.append(at[2] - at[1]))
    for kind in ("year", "weeks"):
        page.kinds.button(kind).click()
        wait_for_chart(qtbot, page)
        canvas.grab()
        canvas._point_at(5)
    assert lines[0] == 0
    assert lines[-1] > 50


def test_all_choices_fit_a_narrow_window(qtbot: QtBot, page: ChartsPage) -> None:
    """They wrap at 640 by 360."""
    page.resize(640, 360)
    page.show()
    qtbot.waitUntil(lambda: bool(page.view.reading.text()))
    for kind in KINDS:
        button = page.kinds.button(kind)
        assert button.width() >= button.sizeHint().width()
        assert button.mapTo(page, button.rect().bottomRight()).x() <= 640


def test_a_whole_chart_fits_a_small_window(
    qtbot: QtBot, journal: Journal, page: ChartsPage
) -> None:
    """At 1024 by 640 nobody scrolls for the axis or for the buttons below a chart."""
    log(journal, 60, rejections=(10, 30))
    page.resize(834, 640)
    show(qtbot, page)
    for kind in ("all", "timeline", "year", "weeks"):
        page.kinds.button(kind).click()
        wait_for_chart(qtbot, page)
        foot = page.view.save_button.rect().bottomLeft()
        assert page.view.save_button.mapTo(page, foot).y() <= 640


def test_a_long_name_breaks_instead_of_widening_the_page(
    qtbot: QtBot, journal: Journal, page: ChartsPage
) -> None:
    """What a screen reader says stays in one piece."""
    log(journal, 60)
    no = Rejection(day=TODAY - timedelta(days=10), company="Donau" * 12)
    journal.store(add=[no], name=ActName.REJECTION)
    page.resize(450, 360)
    show(qtbot, page)
    page.show_recovery(no.id)
    wait_for_chart(qtbot, page)
    assert page.view.reading.text().startswith("After Donau")
    assert page.view.mapTo(page, page.view.rect().bottomRight()).x() <= 450
    assert "\u200b" not in page.view.reading.accessibleName()
    assert page.view.reading.accessibleName().startswith("After Donau")


def test_switches_change_the_chart(qtbot: QtBot, journal: Journal, page: ChartsPage) -> None:
    """Another period, another grain, stages, another rejection."""
    log(journal, 200, (130, 80, 8))
    show(qtbot, page)
    for kind, button in (
        ("timeline", page.period.button("all")),
        ("weeks", page.by.button("month")),
        ("all", page.stages.button("stages")),
        ("recovery", page.rejection.earlier),
    ):
        page.kinds.button(kind).click()
        wait_for_chart(qtbot, page)
        before = page.view.reading.text()
        button.click()
        wait_for_chart(qtbot, page)
        assert page.view.reading.text() != before
    assert page.rejection.choice == "no-80"


def test_a_recovery_can_be_asked_for(qtbot: QtBot, journal: Journal, page: ChartsPage) -> None:
    """Even before the page was ever shown."""
    log(journal, 90, (50, 8))
    page.show_recovery("no-50")
    show(qtbot, page)
    assert page.view.reading.text().startswith("After Company 50")


def test_a_change_draws_the_visible_chart_again(
    qtbot: QtBot, journal: Journal, page: ChartsPage
) -> None:
    """What is logged appears without a click."""
    log(journal, 20)
    show(qtbot, page)
    with qtbot.waitSignal(page.view.canvas.drawn):
        journal.store(add=[CheckIn(day=TODAY - timedelta(days=25), mood=2.0)], name=ActName.MOOD)
    assert "21 of 26 days" in page.view.reading.text()


def test_several_changes_are_one_analysis(
    qtbot: QtBot, journal: Journal, page: ChartsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Acts in a row wait for the last one."""
    log(journal, 20)
    show(qtbot, page)
    computed = count_analyses(monkeypatch)
    with qtbot.waitSignal(page.view.canvas.drawn):
        for ago in (30, 31, 32):
            day = TODAY - timedelta(days=ago)
            journal.store(add=[CheckIn(day=day, mood=2.0)], name=ActName.MOOD)
    assert computed == [33]


def test_a_hidden_page_computes_nothing(
    qtbot: QtBot, journal: Journal, page: ChartsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither before it was shown nor after it was left; it catches up when it is seen."""
    log(journal, 20)
    show(qtbot, page)
    page.hide()
    computed = count_analyses(monkeypatch)
    journal.store(add=[CheckIn(day=TODAY, mood=2.0)], name=ActName.MOOD)
    qtbot.wait(250)
    assert computed == []
    show(qtbot, page)
    assert computed == [20]


def test_what_was_computed_is_kept(
    qtbot: QtBot, journal: Journal, page: ChartsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Going to and fro between charts computes each once."""
    log(journal, 60, (8,))
    computed = count_analyses(monkeypatch)
    show(qtbot, page)
    for kind in ("timeline", "all", "timeline", "recovery"):
        page.kinds.button(kind).click()
        wait_for_chart(qtbot, page)
    assert len(computed) == 1


def test_a_chart_seen_before_is_not_drawn_again(
    qtbot: QtBot, journal: Journal, page: ChartsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Going back shows the picture of before; what a change calls for is drawn step by step."""
    log(journal, 60, (8,))
    show(qtbot, page)
    page.kinds.button("timeline").click()
    wait_for_chart(qtbot, page)
    steps: list[None] = []
    draw_on = Raster.draw_on
    monkeypatch.setattr(Raster, "draw_on", lambda self: (steps.append(None), draw_on(self))[1])
    canvas = page.view.canvas
    for kind in ("recovery", "timeline"):
        with qtbot.waitSignal(canvas.drawn):
            page.kinds.button(kind).click()
        assert steps == []
        assert canvas.hotspots is not None
    with qtbot.waitSignal(canvas.drawn):
        journal.store(add=[CheckIn(day=TODAY, mood=2.0)], name=ActName.MOOD)
    assert len(steps) >= 3  # keys are taken between them


def count_analyses(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Note the days of each log that is analysed from now on."""
    from second_wind.journal.analysis import kept

    lengths: list[int] = []
    real = kept.analyse

    def noted(log: Timeline) -> Analysis:
        lengths.append(len(log))
        return real(log)

    monkeypatch.setattr(kept, "analyse", noted)
    return lengths


def test_a_click_opens_the_day(qtbot: QtBot, journal: Journal, page: ChartsPage) -> None:
    """The page asks for the day under the pointer."""
    log(journal, 20)
    show(qtbot, page)
    canvas = page.view.canvas
    canvas.grab()
    with qtbot.waitSignal(page.day_requested) as said:
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.place_of(4).toPoint())
    assert said.args == [TODAY - timedelta(days=15)]


def test_keys_look_closer_and_at_everything(
    qtbot: QtBot, journal: Journal, page: ChartsPage
) -> None:
    """+ shows fewer days, Page Up earlier ones, Home all; only in the timeline."""
    log(journal, 100)
    show(qtbot, page)
    page.period.button("all").click()
    wait_for_chart(qtbot, page)
    shown = []
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_PageUp, Qt.Key.Key_Home):
        QTest.keyClick(page.view.canvas, key)
        wait_for_chart(qtbot, page)
        days = page.view.canvas.hotspots
        assert days is not None
        shown.append((len(days.days), days.days[0]))
    begin = TODAY - timedelta(days=99)
    assert shown == [(80, begin + timedelta(days=10)), (80, begin), (100, begin)]
    page.kinds.button("weeks").click()
    wait_for_chart(qtbot, page)
    with qtbot.assertNotEmitted(page.view.canvas.drawn, wait=100):
        QTest.keyClick(page.view.canvas, Qt.Key.Key_Plus)


def test_dragging_goes_to_other_days_and_opens_none(
    qtbot: QtBot, journal: Journal, page: ChartsPage
) -> None:
    """The days follow the pointer."""
    log(journal, 200)
    show(qtbot, page)
    canvas = page.view.canvas
    canvas.grab()
    before = canvas.hotspots
    assert before is not None
    start, end = canvas.place_of(20).toPoint(), canvas.place_of(50).toPoint()
    with qtbot.assertNotEmitted(page.day_requested):
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
        move(canvas, end)
        wait_for_chart(qtbot, page)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)
    after = canvas.hotspots
    assert after is not None
    assert after.days[0] == before.days[0] - timedelta(days=30)
    assert page.period.choice == ""


def move(canvas: ChartCanvas, place: QPoint) -> None:
    """Move the pointer with its left button held; QTest moves it without."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        canvas.mapToGlobal(QPointF(place)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(canvas, event)


def wheel(canvas: ChartCanvas, place: QPoint, *, ctrl: bool) -> None:
    """Turn the wheel by one notch."""
    event = QWheelEvent(
        QPointF(place),
        canvas.mapToGlobal(QPointF(place)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def test_the_wheel_scrolls_a_page_that_scrolls(
    qtbot: QtBot, journal: Journal, page: ChartsPage
) -> None:
    """Elsewhere, and with Ctrl, it looks closer."""
    log(journal, 200)
    page.resize(500, 300)
    show(qtbot, page)
    canvas = page.view.canvas
    with qtbot.assertNotEmitted(page.zoom.zoomed):
        wheel(canvas, QPoint(200, 80), ctrl=False)
    with qtbot.waitSignal(page.zoom.zoomed):
        wheel(canvas, QPoint(200, 80), ctrl=True)
    page.resize(900, 900)
    wait_for_chart(qtbot, page)
    with qtbot.waitSignal(page.zoom.zoomed):
        wheel(canvas, QPoint(200, 80), ctrl=False)


def test_marks_of_steps_change_no_chart(page: ChartsPage) -> None:
    """All other nouns do."""
    assert not page.affected_by(Changes(frozenset({Noun.STEP_MARK}), None))
    assert page.affected_by(Changes(frozenset({Noun.SETTING}), None))


def test_a_rejection_that_was_deleted_leaves_the_list(
    qtbot: QtBot, journal: Journal, page: ChartsPage
) -> None:
    """The chart goes on to the newest that is left."""
    log(journal, 60, (30, 8))
    show(qtbot, page)
    gone = journal.entries(Rejection)[-1]
    with qtbot.waitSignal(page.view.canvas.drawn):
        journal.store(delete=[gone], name=ActName.DELETE)
    assert page.rejection.choice == "no-30"
    assert page.view.reading.text().startswith("After Company 30")


SCRIPT = """
import sys
from datetime import datetime, timezone
from pathlib import Path
import shiboken6
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn
from second_wind.journal.log.changes import ActName
from second_wind.journal.journal import Journal
from second_wind.ui.charts.page import ChartsPage
from second_wind.ui.kit.look.theme import Theme, ThemeChoice
application = QApplication([])
now = datetime(2026, 11, 22, 14, 32, tzinfo=timezone.utc)
journal = Journal(Path(sys.argv[1]), FixedClock(now))
journal.store(add=[CheckIn(day=now.date(), mood=6.0)], name=ActName.MOOD)
page = ChartsPage(journal, Theme(application, ThemeChoice.LIGHT))
loaded = {"matplotlib", "numpy"} & set(sys.modules)
assert not loaded, loaded
page.resize(900, 700)
page.show()
for _ in range(1000):
    QTest.qWait(5)
    if page.view.canvas.hotspots is not None:
        break
assert "matplotlib.pyplot" not in sys.modules
page.grab()
status = 0 if page.view.canvas.hotspots is not None else 3
shiboken6.delete(page)
journal.close()
sys.exit(status)
"""


def test_matplotlib_waits_for_the_first_paint_and_leaves_in_peace(journal: Journal) -> None:
    """Making the page imports neither numpy nor matplotlib; the process ends with status 0."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SCRIPT, str(journal.path.with_name("other.sqlite3"))],
        env=os.environ.copy(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
