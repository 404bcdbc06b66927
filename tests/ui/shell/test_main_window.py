"""The window: its places, the keys that open them, and what it remembers."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from second_wind.core.log.clock import FixedClock
from second_wind.journal.journal import Journal
from second_wind.paths import AppPaths
from second_wind.ui.kit.look.theme import Theme
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.kit.window.places import Place
from second_wind.ui.photos.photos import Photos
from second_wind.ui.shell.main_window import MainWindow
from second_wind.ui.shell.page_factories import SHOWN


def _button(window: MainWindow, place: Place) -> QPushButton:
    button = window.sidebar.findChild(QPushButton, f"page-{place}")
    assert button is not None
    return button


@pytest.mark.parametrize("place", SHOWN)
def test_every_place_opens_from_the_sidebar(window: MainWindow, place: Place) -> None:
    """Its button shows its page and is the one that is marked."""
    _button(window, place).click()
    assert window.stack.currentWidget() is window.stack.page(place)
    assert [each for each in SHOWN if _button(window, each).isChecked()] == [place]


def test_keys_open_places(window: MainWindow) -> None:
    """Ctrl and a number open the pages in their order, Ctrl+comma opens Settings."""
    keys = {each.key: each for each in SHOWN if each.key}
    for text, place in keys.items():
        action = next(each for each in window.actions() if each.shortcut().toString() == text)
        assert isinstance(action, QAction)
        action.trigger()
        assert window.stack.place is place
    assert {"Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+,"} <= set(keys)


def test_numbers_stay_with_their_places() -> None:
    """Ctrl+1 to 5 are Today, Rejections, Charts, People, History; Support has no number."""
    assert [each.key for each in Place] == [*(f"Ctrl+{n}" for n in range(1, 6)), "", "Ctrl+,"]


def test_the_foot_of_the_sidebar(qtbot: QtBot, window: MainWindow) -> None:
    """Logging a rejection stands above Support, and Support above Settings."""
    lowest_page = _button(window, Place.CHARTS)
    widgets = [lowest_page, window.sidebar.log_rejection]
    widgets += [_button(window, each) for each in (Place.SUPPORT, Place.SETTINGS)]
    tops = [each.mapTo(window, each.rect().topLeft()).y() for each in widgets]
    assert tops == sorted(tops)


def test_the_whole_sidebar_is_in_sight_in_the_smallest_window(
    qtbot: QtBot, window: MainWindow
) -> None:
    """At 640 by 360 nothing of it has to be scrolled for."""
    window.resize(640, 360)
    qtbot.waitUntil(lambda: window.height() == 360)
    area = window.sidebar.findChild(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
    settings = _button(window, Place.SETTINGS)
    assert settings.mapTo(window, settings.rect().bottomLeft()).y() < 360


def test_the_open_page_is_remembered_by_name(
    qtbot: QtBot, journal: Journal, photos: Photos, theme: Theme, paths: AppPaths
) -> None:
    """The next start opens the page that was open; a name of nowhere opens Today."""
    for stored, opened in (("", Place.TODAY), ("rejections", Place.REJECTIONS), ("1", Place.TODAY)):
        preferences = Preferences(paths)
        preferences.page = stored
        window = MainWindow(theme, preferences)
        window.fill(journal, photos)
        assert window.stack.place is opened
        window.open_page(Place.SETTINGS)
        window.close()
        shiboken6.delete(window)
        assert preferences.page == "settings"


def test_pages_are_made_when_first_opened(window: MainWindow) -> None:
    """A start that opens Today makes no other page."""
    assert list(window.stack._pages) == [Place.TODAY]


def test_what_a_page_did_can_be_taken_back_from_the_banner(
    window: MainWindow, journal: Journal, clock: FixedClock
) -> None:
    """A page says in one sentence what was done; the banner undoes it."""
    window.today.mood.press(7)
    window.today.done.emit("Logged")
    assert window.banner.text() == "Logged"
    window.banner._action.click()
    assert journal.day(journal.today()).mood is None


def test_single_keys_can_be_turned_off(qtbot: QtBot, window: MainWindow, journal: Journal) -> None:
    """Then digits and letters do nothing on Today, arrows and Ctrl keys still do."""
    preferences = window._preferences
    preferences.single_keys = False
    window.today.setFocus()
    qtbot.keyClick(window.today, Qt.Key.Key_7)
    qtbot.keyClick(window.today, Qt.Key.Key_E)
    assert journal.day(journal.today()).mood is None
    assert not window.today.exercise.editor.isVisible()
    assert all(each.shortcut().toString() != "R" for each in window.actions())
    preferences.single_keys = True
    qtbot.keyClick(window.today, Qt.Key.Key_7)
    assert journal.day(journal.today()).mood == 7
