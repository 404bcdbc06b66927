"""The list of everything logged, where the journal can't be read for a while."""

from pytestqt.qtbot import QtBot

from second_wind.core.entries import CheckIn
from second_wind.journal.changes import ActName
from second_wind.journal.history import wanted
from second_wind.journal.journal import Journal
from second_wind.ui.widgets.history_list import HistoryList


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
