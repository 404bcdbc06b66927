"""The view around a chart: its sentence, its numbers, its picture on the clipboard or in a file."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from second_wind.charts.base.chart import Chart
from second_wind.charts.calendar import timeline, timeline_data
from second_wind.core.analysis.method.timeline import empty_timeline, moods_only
from second_wind.core.errors.base import KnownError
from second_wind.ui.charts.chart_file import SIZE
from second_wind.ui.charts.chart_view import ChartView

FIRST = date(2026, 11, 2)
STARTS = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}


@pytest.fixture
def chart() -> Chart:
    """A chart of six days."""
    return timeline.chart(timeline_data.timeline_data(moods_only(FIRST, [5, 6, 7, 2, 4, 6], [3])))


@pytest.fixture
def view(qtbot: QtBot, chart: Chart) -> ChartView:
    """A view that shows the chart."""
    view = ChartView()
    qtbot.addWidget(view)
    view.resize(700, 560)
    view.show()
    with qtbot.waitSignal(view.canvas.drawn):
        view.show_chart(chart)
    return view


def test_the_sentence_stands_above_the_chart(view: ChartView, chart: Chart) -> None:
    """And the quieter line under it."""
    assert view.reading.text() == chart.reading
    assert view.note.text() == chart.note
    assert view.reading.geometry().bottom() < view.canvas.geometry().top()


def test_too_little_data_is_a_sentence_alone(qtbot: QtBot) -> None:
    """No empty axis, no buttons that lead nowhere; the chart comes when there is one."""
    view = ChartView()
    qtbot.addWidget(view)
    view.show()
    none = timeline.chart(timeline_data.timeline_data(empty_timeline(FIRST)))
    view.numbers_button.setChecked(True)
    view.show_chart(none)
    assert view.reading.text() == none.reading
    hidden = (view.canvas, view.note, view.method, view.table, view.save_button)
    assert not any(each.isVisible() for each in hidden)


def test_the_method_is_one_click_away(view: ChartView, chart: Chart) -> None:
    """The button shows it in place, and hides it again."""
    assert not view.method.isVisible()
    view.method_button.click()
    assert view.method.isVisible()
    assert view.method.text() == chart.method
    view.method_button.click()
    assert not view.method.isVisible()


def test_the_table_holds_the_numbers(view: ChartView, chart: Chart) -> None:
    """Each cell is the chart's own."""
    view.numbers_button.click()
    assert view.table.isVisible()
    model = view.table.model()
    shown = [
        tuple(model.data(model.index(row, column)) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]
    assert shown == list(chart.table().rows)


@pytest.mark.parametrize("ending", ["png", "svg", "pdf", "PNG"])
def test_the_picture_goes_into_a_file(view: ChartView, tmp_path: Path, ending: str) -> None:
    """The format goes by the ending, and nothing is left beside the file."""
    path = tmp_path / f"chart.{ending}"
    view.save(path)
    assert path.read_bytes().startswith(STARTS[ending.lower()])
    assert list(tmp_path.iterdir()) == [path]


def test_a_saved_picture_carries_its_sentence(view: ChartView, tmp_path: Path) -> None:
    """A picture that leaves the window can be read without it."""
    view.save(tmp_path / "with.png")
    picture = QImage(str(tmp_path / "with.png"))
    assert (picture.width(), picture.height()) == (SIZE.width, SIZE.height)
    paper = picture.pixelColor(2, 2)
    head = {
        picture.pixelColor(x, y).name() for x in range(60, 900, 3) for y in range(20, 90, 3)
    } - {paper.name()}
    assert head


def test_a_place_that_cannot_be_written_is_told(
    qtbot: QtBot, view: ChartView, tmp_path: Path
) -> None:
    """A known error, and the file that was there is as it was."""
    with qtbot.waitSignal(view.failed) as said:
        view.save(tmp_path / "missing" / "chart.png")
    assert isinstance(said.args[0], KnownError)
    assert list(tmp_path.iterdir()) == []


def test_the_dialog_s_answer_is_saved(
    view: ChartView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name without an ending gets that of the chosen format; no name saves nothing."""
    answers = iter([(str(tmp_path / "chart"), "PDF (*.pdf)"), ("", "")])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: next(answers))
    view.save_button.click()
    view.save_button.click()
    assert [each.name for each in tmp_path.iterdir()] == ["chart.pdf"]


def test_the_picture_goes_to_the_clipboard(view: ChartView) -> None:
    """As a picture that other programs take."""
    view.copy_button.click()
    picture = QGuiApplication.clipboard().image()
    assert (picture.width(), picture.height()) == (SIZE.width, SIZE.height)
