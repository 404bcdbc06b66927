"""Whatever is said of a log has the locale's marks: sentences, tables, charts; JSON has a point."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from second_wind.charts.base.chart import Chart
from second_wind.charts.base.panels import new_figure
from second_wind.charts.base.style import LIGHT
from second_wind.charts.catalogue import ChartName, Ground, Grouping, Wish, chart
from second_wind.core.log.clock import FixedClock
from second_wind.journal.journal import Journal
from second_wind.paths import AppPaths
from second_wind.words.base import numbers

_POINT = re.compile(r"[0-9]\.[0-9]")
_WISHES = (*map(Wish, ChartName), Wish(ChartName.ALL, Grouping.STAGE),
           Wish(ChartName.WEEKS, Grouping.MONTH))  # fmt: skip


def test_commands(command: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """No point is left where a comma is written, and no comma in JSON."""
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    command("demo", "--years", "1")
    command("log", "--mood", "6.5", "--volunteer", "1.5")
    for words in (["day"], ["analyse"], ["check"], ["backup", "--list"], ["search", "walk"]):
        ran = command(*words)
        assert ran.status == 0
        lines = [each for each in ran.out.splitlines() if ".sqlite3" not in each]
        assert [each for each in lines if _POINT.search(each)] == []
    assert json.loads(command("day", "--json").out)["check_ins"][-1]["mood"] == 6.5


def test_files_have_a_point_everywhere(
    command: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """What is exported is the same wherever it is: another program reads it."""
    command("log", "--mood", "6.5", "--volunteer", "1.5", "--exercise", "20")
    out = tmp_path_factory.mktemp("out")
    for name in ("json", "csv", "daylio-csv"):
        files = [out / f"{locale}.{name}" for locale in ("C", "de_DE", "ar_EG")]
        for file in files:
            monkeypatch.setenv("LC_ALL", file.stem)
            assert command("export", str(file), "--format", name).status == 0
        texts = {_content(each) for each in files}
        assert len(texts) == 1
        assert "6,5" not in texts.pop()


def _content(path: Path) -> str:
    if path.is_dir():
        return "".join(each.read_text() for each in sorted(path.iterdir()))
    return path.read_text()


def test_charts(command: Callable[..., Any], clock: FixedClock, paths: AppPaths) -> None:
    """Reading, notes, method, table, every word that is drawn and all that is pointed at."""
    numbers.choose("de_DE")
    command("demo", "--years", "1")
    journal = Journal(paths.journal, clock)
    log, today, settings = journal.analysis.timeline(), journal.today(), journal.settings
    journal.close(copy=False)
    for wish in _WISHES:
        made = chart(wish, Ground.of(log, today, settings))
        said = list(_said(made))
        assert made.enough
        assert len(said) > 20
        assert [each for each in said if _POINT.search(each)] == [], wish


def _said(made: Chart) -> Iterator[str]:
    yield from (made.title, made.reading, made.note, made.method)
    figure = new_figure(12, 7)
    FigureCanvasAgg(figure)
    spots = made.draw(figure, LIGHT)
    figure.canvas.draw()
    yield from (each.get_text() for each in figure.findobj(Text) if each.get_visible())
    yield from map(spots.describe, range(len(spots.x)))
    table = made.table()
    yield from table.columns
    yield from (cell for row in table.rows for cell in row)
