"""The small window of the tray."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import shiboken6
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn, Exercise
from second_wind.journal.journal import Journal
from second_wind.ui.kit.look.theme import Theme
from second_wind.ui.quick.quick_entry import QuickEntry

TODAY = date(2026, 11, 22)


@pytest.fixture
def popup(qtbot: QtBot, journal: Journal, theme: Theme) -> Iterator[QuickEntry]:
    """Open the popup on today."""
    popup = QuickEntry(journal)
    popup.open_on(TODAY)
    qtbot.waitExposed(popup)
    yield popup
    shiboken6.delete(popup)


def press(qtbot: QtBot, popup: QuickEntry, *keys: Qt.Key) -> None:
    """Press keys one after the other, each where the focus is."""
    for key in keys:
        qtbot.keyClick(popup.focusWidget() or popup, key)


def test_a_mood_by_one_key(qtbot: QtBot, popup: QuickEntry, journal: Journal) -> None:
    """7, Enter: a check-in for now, and it says so."""
    press(qtbot, popup, Qt.Key.Key_7, Qt.Key.Key_Return)
    (check_in,) = journal.entries(CheckIn)
    assert (check_in.mood, check_in.day) == (7, TODAY)
    assert check_in.at is not None
    assert f"{check_in.at:%H:%M}" == "14:32"
    assert popup._said.text() == "Saved 14:32"


def test_nought_is_ten_and_the_last_key_counts(
    qtbot: QtBot, popup: QuickEntry, journal: Journal
) -> None:
    """A wrong key is mended by the right one, before anything is stored."""
    press(qtbot, popup, Qt.Key.Key_3, Qt.Key.Key_0)
    assert popup._moods._words.text() == "as good as it gets"
    press(qtbot, popup, Qt.Key.Key_Return)
    assert [each.mood for each in journal.entries(CheckIn)] == [10]


def test_all_of_it_is_one_act(qtbot: QtBot, popup: QuickEntry, journal: Journal) -> None:
    """Mood, minutes and a note go in together and are taken back together."""
    press(qtbot, popup, Qt.Key.Key_6, Qt.Key.Key_E)
    qtbot.keyClicks(popup.focusWidget(), "25")
    press(qtbot, popup, Qt.Key.Key_Tab)
    qtbot.keyClicks(popup.focusWidget(), "7 miles, and rain")
    press(qtbot, popup, Qt.Key.Key_Return)
    (check_in,) = journal.entries(CheckIn)
    (exercise,) = journal.entries(Exercise)
    assert (check_in.mood, check_in.note, exercise.minutes) == (6, "7 miles, and rain", 25)
    journal.undo()
    assert not journal.day(TODAY).is_logged


def test_a_note_alone(qtbot: QtBot, popup: QuickEntry, journal: Journal) -> None:
    """N goes to the note; without a mood there is none."""
    press(qtbot, popup, Qt.Key.Key_N)
    qtbot.keyClicks(popup.focusWidget(), "quiet")
    press(qtbot, popup, Qt.Key.Key_Return)
    (check_in,) = journal.entries(CheckIn)
    assert (check_in.mood, check_in.note) == (None, "quiet")


def test_escape_leaves(qtbot: QtBot, popup: QuickEntry, journal: Journal) -> None:
    """Esc stores nothing, and the next time no mood is chosen."""
    press(qtbot, popup, Qt.Key.Key_6, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    popup.open_on(TODAY)
    press(qtbot, popup, Qt.Key.Key_Return)
    assert not journal.day(TODAY).is_logged


def test_escape_keeps_what_was_typed(qtbot: QtBot, popup: QuickEntry, journal: Journal) -> None:
    """Words and minutes are there the next time, on their own day, until they are stored."""
    press(qtbot, popup, Qt.Key.Key_N)
    qtbot.keyClicks(popup.focusWidget(), "a long day")
    press(qtbot, popup, Qt.Key.Key_Escape)
    popup.open_on(TODAY - timedelta(days=1))
    assert popup._note.text() == ""
    press(qtbot, popup, Qt.Key.Key_Escape)
    popup.open_on(TODAY)
    press(qtbot, popup, Qt.Key.Key_5, Qt.Key.Key_Return)
    (check_in,) = journal.entries(CheckIn)
    assert (check_in.mood, check_in.note) == (5, "a long day")
    popup.open_on(TODAY)
    assert popup._note.text() == ""


def test_nothing_given_stores_nothing(qtbot: QtBot, popup: QuickEntry, journal: Journal) -> None:
    """Enter on an empty form leaves it open."""
    press(qtbot, popup, Qt.Key.Key_Return)
    assert popup.isVisible()
    assert not journal.day(TODAY).is_logged


def test_enter_twice_stores_once(qtbot: QtBot, popup: QuickEntry, journal: Journal) -> None:
    """Once it says "Saved" nothing more is stored, and it goes by itself."""
    press(qtbot, popup, Qt.Key.Key_6, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert len(journal.entries(CheckIn)) == 1
    qtbot.waitUntil(lambda: not popup.isVisible())


def test_asked_for_again_while_it_says_saved(
    qtbot: QtBot, popup: QuickEntry, journal: Journal
) -> None:
    """It is empty and open anew, and stays."""
    press(qtbot, popup, Qt.Key.Key_6, Qt.Key.Key_Return)
    popup.open_on(TODAY)
    assert popup._said.text() == ""
    press(qtbot, popup, Qt.Key.Key_8, Qt.Key.Key_Return)
    assert sorted(each.mood or 0 for each in journal.entries(CheckIn)) == [6, 8]


def test_another_day_says_so(qtbot: QtBot, popup: QuickEntry, journal: Journal) -> None:
    """For the evening before it asks about that day, and stores without a time."""
    yesterday = TODAY - timedelta(days=1)
    popup.open_on(yesterday)
    assert popup._question.text() == "How was yesterday?"
    assert popup._date.text() == "Saturday 21 November"
    press(qtbot, popup, Qt.Key.Key_4, Qt.Key.Key_Return)
    (check_in,) = journal.entries(CheckIn)
    assert (check_in.day, check_in.at) == (yesterday, None)


def test_opened_again_it_keeps_what_is_typed(qtbot: QtBot, popup: QuickEntry) -> None:
    """A second click on the icon raises it and loses nothing."""
    press(qtbot, popup, Qt.Key.Key_N)
    qtbot.keyClicks(popup.focusWidget(), "half a sen")
    popup.open_on(TODAY)
    assert popup._note.text() == "half a sen"


def test_what_is_wrong_is_said(
    qtbot: QtBot, popup: QuickEntry, journal: Journal, clock: FixedClock
) -> None:
    """An impossible amount stores nothing and leaves the form open with a sentence."""
    press(qtbot, popup, Qt.Key.Key_6, Qt.Key.Key_E)
    qtbot.keyClicks(popup.focusWidget(), "1441")
    press(qtbot, popup, Qt.Key.Key_Return)
    assert "1441" in popup._said.text()
    assert not journal.day(TODAY).is_logged
    assert popup._note.isEnabled()


def test_the_window_may_open_the_day(qtbot: QtBot, popup: QuickEntry) -> None:
    """The day can be seen in the window, with everything else that it holds."""
    with qtbot.waitSignal(popup.day_wanted) as wanted:
        popup._open.click()
    assert wanted.args == [TODAY]
    assert not popup.isVisible()
