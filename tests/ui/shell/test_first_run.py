"""The first run: four cards, by keyboard alone, and then Today."""

from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from second_wind.core.errors.journal_errors import JournalUnreachable
from second_wind.core.log.entries import CheckIn
from second_wind.journal.journal import Journal
from second_wind.paths import AppPaths
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.kit.window.places import Place
from second_wind.ui.notices.tray import Tray
from second_wind.ui.shell.actions import Actions
from second_wind.ui.shell.first_run import FirstRun
from second_wind.ui.shell.main_window import MainWindow
from second_wind.ui.shell.welcome import ReminderChoice, Welcome

TITLES = [
    "How you come back",
    "It stays on this computer",
    "One key is enough",
    "A reminder, or none",
]


@pytest.fixture
def preferences(qapp: QApplication, paths: AppPaths) -> Preferences:
    """Read the preferences that the cards write."""
    return Preferences(paths)


@pytest.fixture
def cards(window: MainWindow, journal: Journal, preferences: Preferences) -> Welcome:
    """Show the cards in the window."""
    return FirstRun(window, journal, preferences).cards


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    """Press keys where the focus is."""
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_enter_leads_through_all_cards(
    qtbot: QtBot, cards: Welcome, window: MainWindow, preferences: Preferences
) -> None:
    """Four times Enter, and Today is there; nothing was switched on."""
    seen = []
    for _card in range(4):
        seen.append(cards._title.text())
        press(qtbot, Qt.Key.Key_Return)
    assert seen == TITLES
    assert window.today.isVisible()
    assert window.sidebar.isVisible()
    assert preferences.background.wish.at is None
    assert not preferences.background.stays


def test_escape_skips(qtbot: QtBot, cards: Welcome, window: MainWindow) -> None:
    """Esc on any card shows Today."""
    press(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert window.today.isVisible()
    assert window.stack.place is Place.TODAY


def test_back_leads_back(qtbot: QtBot, cards: Welcome) -> None:
    """The button goes back as far as the first card, where it rests."""
    press(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Return)
    for title in (TITLES[1], TITLES[0]):
        cards._back.click()
        assert cards._title.text() == title
    assert not cards._back.isEnabled()


def test_a_number_begins_at_once(
    qtbot: QtBot, cards: Welcome, window: MainWindow, journal: Journal
) -> None:
    """Whoever presses 7 on a card has logged a 7 and sees it in Today."""
    press(qtbot, Qt.Key.Key_7)
    assert [each.mood for each in journal.entries(CheckIn)] == [7]
    assert window.today.isVisible()
    assert cards.isHidden()


def test_the_folder_is_shown(cards: Welcome, paths: AppPaths) -> None:
    """The second card names the one folder."""
    shown = [each.accessibleName() for each in cards.findChildren(QLabel)]
    assert str(paths.data) in shown


def test_nothing_behind_the_cards_is_reached(
    qtbot: QtBot, cards: Welcome, window: MainWindow
) -> None:
    """Tab goes round the buttons of the card, all of which have a name."""
    reached: list[QWidget] = []
    for _step in range(12):
        press(qtbot, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert all(cards.isAncestorOf(each) for each in reached)
    buttons = {each for each in reached if isinstance(each, QPushButton)}
    assert cards.next in buttons
    for each in buttons:
        accessible = QAccessible.queryAccessibleInterface(each)
        assert accessible is not None
        assert accessible.text(QAccessible.Text.Name)


def test_no_letter_acts_behind_the_cards(qtbot: QtBot, cards: Welcome, window: MainWindow) -> None:
    """R logs a rejection only once Today is in sight."""
    actions = window.findChild(Actions)
    assert isinstance(actions, Actions)
    heard: list[bool] = []
    actions.log_rejection.triggered.disconnect()
    actions.log_rejection.triggered.connect(lambda: heard.append(True))
    press(qtbot, Qt.Key.Key_R)
    assert heard == []
    assert cards.isVisible()
    press(qtbot, Qt.Key.Key_Escape, Qt.Key.Key_R)
    assert heard == [True]


def test_a_page_that_is_asked_for_ends_them(cards: Welcome, window: MainWindow) -> None:
    """Ctrl+2 is no way to look behind the cards: it leaves them."""
    window.open_page(Place.REJECTIONS)
    assert cards.isHidden()
    assert window.stack.place is Place.REJECTIONS
    assert window.stack.isVisible()


def test_a_reminder_is_chosen(
    qtbot: QtBot, cards: Welcome, preferences: Preferences, journal: Journal
) -> None:
    """A time can be set once a reminder is wanted; both hold at once."""
    press(qtbot, *[Qt.Key.Key_Return] * 3)
    (choice,) = cards.findChildren(ReminderChoice)
    assert not choice.at.isVisible()
    choice.choice.button("daily").click()
    assert choice.at.isVisible()
    kept = Preferences(preferences.paths)
    assert kept.background.wish.at == time(20)
    choice.at.setTime(choice.at.time().addSecs(45 * 60))
    kept = Preferences(preferences.paths)
    assert kept.background.wish.at == time(20, 45)
    assert kept.background.wish.since == journal.now()
    choice.choice.button("none").click()
    kept = Preferences(preferences.paths)
    assert kept.background.wish.at is None


def test_the_tray_is_offered_where_there_is_one(
    qtbot: QtBot, paths: AppPaths, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is offered to go on in a tray that the desktop does not have."""
    preferences = Preferences(paths)
    for is_there in (True, False):
        monkeypatch.setattr(Tray, "is_there", staticmethod(lambda there=is_there: there))
        choice = ReminderChoice(preferences.background, journal.clock)
        qtbot.addWidget(choice)
        assert choice.stays.isHidden() is not is_there


@pytest.mark.parametrize("size", [(640, 360), (1336, 800)])
def test_buttons_are_in_sight(
    qtbot: QtBot, cards: Welcome, window: MainWindow, size: tuple[int, int]
) -> None:
    """In the smallest window too, each card's buttons can be seen and reached."""
    window.resize(*size)
    qtbot.wait(20)
    for _card in range(4):
        for button in (cards.next, cards.sample):
            corner = button.mapTo(window, QPoint(button.width(), button.height()))
            assert window.rect().contains(corner)
        cards._go_on()


def test_a_sample_that_can_not_be_opened_is_told(
    cards: Welcome, window: MainWindow, paths: AppPaths
) -> None:
    """The cards give way to the sentence that says why."""
    first_run = window.findChild(FirstRun)
    assert first_run is not None
    first_run._sample.failed.emit(JournalUnreachable(paths.journal))
    assert str(paths.journal) in window.banner.text()


def test_days_before_are_not_touched(cards: Welcome, journal: Journal) -> None:
    """The cards write nothing into the journal."""
    assert not journal.day(date(2026, 11, 22)).is_logged
    assert journal.next_undo() is None
