"""Words that are being typed: stored while the typing goes on, and in one place."""

from datetime import date

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from second_wind.core.log.entries import CheckIn
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.ui.kit.fields import note_edit
from second_wind.ui.kit.fields.note_edit import NoteEdit
from second_wind.ui.shell.main_window import MainWindow

TODAY = date(2026, 11, 22)


@pytest.fixture
def note(window: MainWindow) -> NoteEdit:
    """Today's field for words, in focus."""
    window.today.mood.ask_note()
    note = window.findChild(NoteEdit, "note")
    assert isinstance(note, NoteEdit)
    return note


def test_what_is_logged_meanwhile_takes_no_words_away(
    window: MainWindow, note: NoteEdit, journal: Journal
) -> None:
    """A check-in from elsewhere neither empties the field nor lets later words replace earlier."""
    QTest.keyClicks(note, "a walk")
    note.store_now()
    journal.store(add=[CheckIn(day=TODAY, mood=9)], name=ActName.MOOD)
    assert note.toPlainText() == "a walk"
    QTest.keyClicks(note, " by the river")
    note.store_now()
    notes = [each.note for each in journal.day(TODAY).check_ins if each.note]
    assert notes == ["a walk by the river"]


def test_n_goes_on_after_the_words_that_are_there(window: MainWindow, journal: Journal) -> None:
    """Nobody begins a sentence before the one that was written last."""
    journal.store(add=[CheckIn(day=TODAY, at=journal.now().time(), note="grey")], name=ActName.NOTE)
    window.today.mood.ask_note()
    note = window.findChild(NoteEdit, "note")
    assert isinstance(note, NoteEdit)
    QTest.keyClicks(note, " and rain")
    assert note.toPlainText() == "grey and rain"


def test_typing_without_a_pause_is_stored_too(
    qtbot: QtBot, note: NoteEdit, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A crash in a long run of typing takes no more than seconds of it."""
    monkeypatch.setattr(note_edit, "_LONGEST_MS", 100)
    for _letter in range(8):
        QTest.keyClicks(note, "x")
        qtbot.wait(40)
    (check_in,) = journal.day(TODAY).check_ins
    assert len(check_in.note) > 1
