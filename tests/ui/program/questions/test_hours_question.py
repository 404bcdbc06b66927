"""The window asks about hours that an earlier version may have read wrongly, until an answer."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import Volunteering
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.safety.doubtful_hours import doubtful_hours
from second_wind.paths import AppPaths
from second_wind.ui.history.entry_dialog import EntryDialog
from second_wind.ui.kit.fields.number_field import NumberField
from second_wind.ui.kit.window.standing_lines import StandingLine
from second_wind.ui.program.questions.hours_question import HoursQuestion
from second_wind.ui.program.questions.hours_sheet import HoursDialog
from second_wind.ui.shell.main_window import MainWindow


@pytest.fixture
def journal(
    paths: AppPaths, clock: FixedClock, hours_of_before: Callable[[Path], Path]
) -> Iterator[Journal]:
    """Open a journal of the version before."""
    journal = Journal(hours_of_before(paths.journal), clock)
    clock.advance(minutes=1)
    yield journal
    journal.close(copy=False)


@pytest.fixture
def question(window: MainWindow, journal: Journal) -> HoursQuestion:
    """Ask in the window."""
    question = HoursQuestion(journal, window)
    question.say()
    return question


def line(window: MainWindow) -> StandingLine:
    """Return the line that asks."""
    found = window.lines.line("hours")
    assert found is not None
    return found


def test_waved_away_it_never_comes_again(
    window: MainWindow, journal: Journal, question: HoursQuestion
) -> None:
    """One press answers all; nothing is changed, and no start asks again."""
    assert line(window).sentence.startswith("2 entries of volunteering may hold more hours")
    before = journal.entries(Volunteering)
    line(window).close_button.click()
    assert window.lines.matters() == ()
    HoursQuestion(journal, window).say()
    assert window.lines.matters() == ()
    assert journal.entries(Volunteering) == before


def test_each_opens_for_editing(
    qtbot: QtBot, window: MainWindow, journal: Journal, question: HoursQuestion
) -> None:
    """What is changed and what is called right leaves the sheet; then the line is gone."""
    dialog = HoursDialog(journal, window)
    dialog.show()
    first, second = dialog.cards
    assert second.title.text() == "11 November 2026 · 15 h"

    def mend() -> None:
        form = QApplication.activeModalWidget()
        assert isinstance(form, EntryDialog)
        field = form.form.findChild(NumberField, "minutes")
        assert field is not None
        field.show_text("1.5")
        form.save_button.click()

    QTimer.singleShot(0, mend)
    second.change.click()
    assert (second.isVisible(), first.isVisible()) == (False, True)
    assert [each.minutes for each in doubtful_hours(journal)] == [300]
    assert line(window).sentence.startswith("1 entry")
    first.right.click()
    assert not first.isVisible()
    assert "That was all" in dialog.notice.text()
    dialog.close_button.click()
    question.say()
    assert window.lines.matters() == ()


def test_mended_elsewhere_it_is_answered(
    window: MainWindow, journal: Journal, question: HoursQuestion
) -> None:
    """Changed in History or deleted, an entry is asked about no more; undone, it is again."""
    changed, deleted = (journal.find(each.id) for each in doubtful_hours(journal))
    assert isinstance(changed, Volunteering)
    journal.store(change=[replace(changed, minutes=30)], name=ActName.EDIT)
    assert line(window).sentence.startswith("1 entry")
    journal.store(change=[replace(changed, minutes=720)], name=ActName.EDIT)
    assert line(window).sentence.startswith("1 entry")
    journal.store(delete=[deleted], name=ActName.DELETE)
    assert window.lines.matters() == ()
    for _number in range(3):
        journal.undo()
    assert line(window).sentence.startswith("2 entries")


def test_the_sheet_answers_all_at_once(
    window: MainWindow, journal: Journal, question: HoursQuestion, monkeypatch: Any
) -> None:
    """As the line does."""
    opened: list[HoursDialog] = []
    monkeypatch.setattr(HoursDialog, "exec", lambda dialog: opened.append(dialog))
    line(window).act_button.click()
    opened[0].all_right.click()
    assert doubtful_hours(journal) == []
    question.say()
    assert window.lines.matters() == ()


def test_enter_opens_the_hours_of_the_entry_that_has_the_keyboard(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    """Typing begins in the hours, and nothing is answered that was not asked."""
    dialog = HoursDialog(journal, window)
    dialog.show()
    qtbot.waitExposed(dialog)
    focused: list[str] = []

    def look() -> None:
        form = QApplication.activeModalWidget()
        assert isinstance(form, EntryDialog)
        field = form.focusWidget()
        focused.append(field.objectName() if field is not None else "")
        form.reject()

    QTimer.singleShot(0, look)
    qtbot.keyClick(dialog.cards[0].change, Qt.Key.Key_Return)
    assert focused == ["minutes"]
    assert len(doubtful_hours(journal)) == 2


def test_enter_elsewhere_never_answers_all(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    """With the keyboard on no button, Enter answers nothing for good."""
    dialog = HoursDialog(journal, window)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.cards[0].change.clearFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert len(doubtful_hours(journal)) == 2
