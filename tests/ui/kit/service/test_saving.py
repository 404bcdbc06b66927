"""What the window writes where the person wants it, through the one gate for output."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from second_wind.charts.base.chart import Chart
from second_wind.charts.catalogue import ChartName, Ground, Wish, chart
from second_wind.core.errors.base import KnownError
from second_wind.core.errors.output_errors import OutputAmongOwn, OutputIsDatabase, OutputThere
from second_wind.journal.journal import Journal
from second_wind.paths import AppPaths
from second_wind.ui.charts.chart_view import ChartView
from second_wind.ui.kit.service.export_file import export_to_chosen
from second_wind.ui.kit.service.saving import write
from second_wind.ui.safety.recovery_sheet import RecoverySheetDialog
from second_wind.ui.shell.main_window import MainWindow


@pytest.fixture
def drawn(journal: Journal) -> Chart:
    """Draw a chart."""
    wish = Wish(ChartName.WEEKS)
    return chart(wish, Ground.of(journal.analysis.timeline(), journal.today(), journal.settings))


def test_every_dialog_knows_the_places_of_its_window(
    window: MainWindow, paths: AppPaths, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A dialog of a widget deep inside refuses them; elsewhere it writes, over a file too."""
    inner = QWidget(QWidget(window))
    for place in (paths.data / "x.pdf", paths.config / "x.pdf", paths.data / "backups" / "x.pdf"):
        with pytest.raises(OutputAmongOwn):
            write(place, b"content", inner)
    file = tmp_path_factory.mktemp("out") / "x.pdf"
    file.write_bytes(b"before")  # the file dialog has asked
    write(file, b"content", inner)
    assert file.read_bytes() == b"content"


@pytest.mark.parametrize("way", ["sheet", "chart", "export"])
def test_no_database_is_written_over(
    qtbot: QtBot,
    window: MainWindow,
    journal: Journal,
    paths: AppPaths,
    drawn: Chart,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    way: str,
) -> None:
    """Each dialog that saves says so, and the file is as it was."""
    file = tmp_path_factory.mktemp("out") / "old.png"
    journal.save_copy(file)
    before = file.read_bytes()
    said: list[object] = []
    view = ChartView(window)
    view.failed.connect(said.append)
    sheet = RecoverySheetDialog(journal, paths, window)
    qtbot.addWidget(sheet)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(file), ""))
    ways: dict[str, Callable[[], object]] = {
        "sheet": lambda: sheet.save_to(file),
        "chart": lambda: (view.show_chart(drawn), view.save(file)),
        "export": lambda: said.append(export_to_chosen(journal, window, "")),
    }
    ways[way]()
    assert file.read_bytes() == before
    told = sheet.notice.text() if way == "sheet" else said[-1]
    assert isinstance(told, OutputIsDatabase) or "is a database" in str(told)


def test_an_ending_that_is_added_replaces_nothing(
    window: MainWindow,
    drawn: Chart,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The file dialog asked about the name as it was typed, not about this one."""
    file: Path = tmp_path_factory.mktemp("out") / "chart.png"
    file.write_bytes(b"before")
    view, said = ChartView(window), list[KnownError]()
    view.failed.connect(said.append)
    view.show_chart(drawn)
    typed = (str(file.with_suffix("")), "PNG (*.png)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: typed)
    view.save_button.click()
    assert file.read_bytes() == b"before"
    assert isinstance(said[0], OutputThere)
