"""The list of everything logged, where the journal can't be read for a while."""

from datetime import time

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from second_wind.core.log.entries import CheckIn
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.log.history import wanted
from second_wind.ui.history.history_list import HistoryList
from second_wind.ui.history.history_row import time_width
from second_wind.words.base import language
from second_wind.words.base.language import clock_time


@pytest.mark.parametrize("to_twelve", [False, True])
def test_a_time_fits_its_column_on_every_clock(qtbot: QtBot, *, to_twelve: bool) -> None:
    """Hours to twelve take more room than hours to twenty-four."""
    label = QLabel()
    qtbot.addWidget(label)
    metrics = label.fontMetrics()
    language.count_hours(to_twelve=to_twelve)
    try:
        room = time_width(metrics)
        times = [clock_time(time(hour, minute)) for hour in range(24) for minute in (0, 44, 58)]
        assert all(metrics.horizontalAdvance(each) < room for each in times)
    finally:
        language.count_hours(to_twelve=False)


def test_reading_on_rests_while_the_journal_can_not_be_read(qtbot: QtBot, journal: Journal) -> None:
    """It asks no more, in place of an error for each idle moment; listing begins it again."""
    journal.store(add=[CheckIn(day=journal.today(), mood=5)], name=ActName.LOG)
    entries = HistoryList(journal)
    qtbot.addWidget(entries)
    entries.look_for(wanted())
    journal.release()
    with qtbot.capture_exceptions() as errors:
        qtbot.waitUntil(lambda: not entries._reading.isActive(), timeout=5_000)
    assert errors == []
    journal.resume()
    entries.look_for(wanted())
    assert entries._reading.isActive()
