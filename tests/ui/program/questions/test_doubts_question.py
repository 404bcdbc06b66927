"""The window names entries for which nobody could vouch in a recovery, until somebody looks."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.safety.checking import examine
from second_wind.journal.safety.rescue import Use, carry_out, report_damage
from second_wind.paths import AppPaths
from second_wind.ui.history.entry_dialog import EntryDialog
from second_wind.ui.program.questions.doubts_question import DoubtsQuestion
from second_wind.ui.program.questions.doubts_sheet import DoubtsDialog
from second_wind.ui.shell.main_window import MainWindow

LOGGED = CheckIn(day=date(2026, 11, 21), mood=5.0, note="second bravo")


@pytest.fixture
def journal(
    paths: AppPaths, clock: FixedClock, garble: Callable[[Path, str], None]
) -> Iterator[Journal]:
    """Recover a journal of which an entry and its act say something that was never written."""
    journal = Journal(paths.journal, clock)
    journal.store(add=[LOGGED], name=ActName.LOG)
    journal.close(copy=False)
    garble(paths.journal, "UPDATE check_in SET note = 'second brbvo'")
    garble(paths.journal, "UPDATE act_change SET after = replace(after, 'bravo', 'brbvo')")
    carry_out(report_damage(paths.journal), Use.BOTH, clock.now())
    clock.advance(minutes=1)
    journal = Journal(paths.journal, clock)
    yield journal
    journal.close(copy=False)


@pytest.fixture
def question(window: MainWindow, journal: Journal) -> DoubtsQuestion:
    """Say it in the window."""
    question = DoubtsQuestion(journal, window)
    question.say()
    return question


def test_it_stays_until_it_is_called_right(
    window: MainWindow, journal: Journal, question: DoubtsQuestion, paths: AppPaths
) -> None:
    """No check calls the journal sound before; the entry stays as it is."""
    line = window.lines.line("doubts")
    assert line is not None
    assert "1 entry may not be as you wrote it" in line.sentence
    assert line.close_button.text() == "It is right"
    assert not examine(paths.journal, paths.photos, is_open_here=True).is_sound
    line.close_button.click()
    DoubtsQuestion(journal, window).say()
    assert window.lines.matters() == ()
    assert examine(paths.journal, paths.photos, is_open_here=True).is_sound
    assert [each.note for each in journal.entries(CheckIn)] == ["second brbvo"]


def test_what_is_changed_is_in_doubt_no_more(
    window: MainWindow, journal: Journal, question: DoubtsQuestion
) -> None:
    """By a change in whatever place; undone, the entry has another moment and is as it is."""
    (entry,) = journal.entries(CheckIn)
    journal.store(change=[replace(entry, note=LOGGED.note)], name=ActName.EDIT)
    question.say()
    assert window.lines.matters() == ()
    assert journal.entries_in_doubt() == ()


def test_the_sheet_says_what_is_known_and_opens_the_entry(
    qtbot: QtBot, window: MainWindow, journal: Journal, question: DoubtsQuestion
) -> None:
    """Its button opens the entry's form; what is changed there leaves the sheet."""
    dialog = DoubtsDialog(journal, window)
    qtbot.addWidget(dialog)
    dialog.show()
    (card,) = dialog.cards
    assert "brbvo" in card.accessibleName()
    assert "21 Nov 2026" in card.accessibleName()

    def mend() -> None:
        form = QApplication.activeModalWidget()
        assert isinstance(form, EntryDialog)
        (entry,) = journal.entries(CheckIn)
        journal.store(change=[replace(entry, note=LOGGED.note)], name=ActName.EDIT)
        form.reject()

    QTimer.singleShot(0, mend)
    card.change.click()
    assert not card.isVisible()
    assert not dialog.right.isVisible()
