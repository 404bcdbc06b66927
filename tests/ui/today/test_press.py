"""What a press may take: nothing is computed where it is shown, and only its day is read anew."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from threading import current_thread, main_thread
from typing import Any

import numpy as np
import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from second_wind.core.analysis.parts import Part
from second_wind.core.log.entries import CheckIn, Exercise, Rejection
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.storage.tables.sql import connection
from second_wind.ui.kit.window.places import Place
from second_wind.ui.shell.main_window import MainWindow

TODAY = date(2026, 11, 22)
MOST_QUERIES = 63
"""After a press on Today, by all that is shown there."""


@pytest.fixture
def solved(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Note of each set of equations whether it held up the window."""
    threads: list[bool] = []
    solve = np.linalg.solve

    def noted(left: Any, right: Any) -> Any:
        threads.append(current_thread() is main_thread())
        return solve(left, right)

    monkeypatch.setattr(np.linalg, "solve", noted)
    return threads


@contextmanager
def counted_queries(journal: Journal) -> Iterator[list[str]]:
    """Note what the journal is asked for."""
    queries: list[str] = []
    with journal._database.reading() as database:
        opened = connection(database)
    opened.set_trace_callback(
        lambda said: queries.append(said) if said.startswith("SELECT") else None
    )
    yield queries
    opened.set_trace_callback(None)


@pytest.fixture
def shown(qtbot: QtBot, journal: Journal, window: MainWindow) -> MainWindow:
    """Show Today with the chart since a rejection, all of it drawn."""
    days = [TODAY - timedelta(days=each) for each in range(120)]
    journal.store(
        add=[
            *(CheckIn(day=each, mood=5 + each.day % 4) for each in days),
            *(Exercise(day=each, minutes=30) for each in days[::3]),
            *(Rejection(day=days[each], company="Initech") for each in (4, 40, 80)),
        ],
        name=ActName.SAMPLE,
    )
    qtbot.waitUntil(lambda: window.today.since.canvas.hotspots is not None)
    qtbot.wait(300)  # until nothing more follows
    return window


def test_a_press_computes_nothing_where_it_is_shown(
    qtbot: QtBot, journal: Journal, shown: MainWindow, solved: list[bool]
) -> None:
    """Neither a mood nor its undo; what the chart takes is worked out beside it, and no more."""
    for act in (lambda: QTest.keyClick(shown.today, "3"), shown.commands.undo):
        act()
        qtbot.waitUntil(lambda: bool(solved))
        qtbot.waitUntil(lambda: journal.analysis.pending(Part.CURVE) is None)
        assert not any(solved)
        analysis = journal.analysis.found()
        assert not analysis.change.is_there
        assert not analysis.around.is_there
        solved.clear()


def test_a_note_computes_nothing(
    qtbot: QtBot, journal: Journal, shown: MainWindow, solved: list[bool]
) -> None:
    """Words change no figure."""
    noted = journal.day(TODAY).check_ins[0]
    found = journal.analysis.found()
    journal.store(change=[replace(noted, note="Went on")], name=ActName.NOTE)
    qtbot.wait(300)
    assert journal.analysis.found() is found
    assert solved == []


def test_a_press_asks_the_journal_for_few_days(
    qtbot: QtBot, journal: Journal, shown: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long the log is: of the analysis for its own day alone."""
    asked: list[Collection[date] | None] = []
    daily_sums = journal.daily_sums
    monkeypatch.setattr(
        journal, "daily_sums", lambda days: (asked.append(days), daily_sums(days))[1]
    )
    with counted_queries(journal) as queries:
        QTest.keyClick(shown.today, "3")
        qtbot.waitUntil(lambda: bool(asked))
        qtbot.wait(100)
    assert asked == [{TODAY}]
    assert len(queries) <= MOST_QUERIES


def test_going_to_a_page_computes_nothing_where_it_is_shown(
    qtbot: QtBot, journal: Journal, shown: MainWindow, solved: list[bool]
) -> None:
    """After a change, and on each page that shows what the analysis says."""
    for place in (Place.REJECTIONS, Place.CHARTS):
        journal.store(add=[CheckIn(day=TODAY, mood=2)], name=ActName.MOOD)
        shown.open_page(place)
        qtbot.waitUntil(lambda: bool(solved))
        qtbot.wait(50)
        assert not any(solved)
        shown.open_page(Place.TODAY)
        solved.clear()
