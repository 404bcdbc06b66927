"""Looking back on Today: the last week, and those before."""

from dataclasses import replace
from datetime import timedelta

import shiboken6

from second_wind.core.log.entries import CheckIn
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.log.settings import WeekStart
from second_wind.paths import AppPaths
from second_wind.ui.kit.look.theme import Theme
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.kit.window.places import Place
from second_wind.ui.photos.photos import Photos
from second_wind.ui.shell.main_window import MainWindow


def test_a_new_log_has_nothing_to_look_back_on(window: MainWindow, journal: Journal) -> None:
    """The card stays away until a week has passed."""
    card = window.today.look_back
    journal.store(add=[CheckIn(day=journal.today(), mood=5)], name=ActName.MOOD)
    card.take_place()
    assert card.isHidden()


def test_weeks_are_paged_as_far_as_the_log_reaches(window: MainWindow, journal: Journal) -> None:
    """The last full week first; then this one, or those before."""
    today = journal.today()
    journal.change_settings(replace(journal.settings, week_start=WeekStart.MONDAY))
    moods = [CheckIn(day=today - timedelta(days=7 * i), mood=4 + i) for i in range(3)]
    journal.store(add=moods, name=ActName.LOG)
    card = window.today.look_back
    card.take_place()
    card.show_week()
    assert not card.isHidden()
    assert card.lines() == ["Brightest day: Sunday, mood 5"]
    card.earlier.click()
    assert card.lines() == ["Brightest day: Sunday, mood 6"]
    assert not card.earlier.isEnabled()
    card.later.click()
    card.later.click()
    assert card.lines() == ["Brightest day: Sunday, mood 4"]
    assert not card.later.isEnabled()


def test_low_days_are_left_out_if_wanted(window: MainWindow, journal: Journal) -> None:
    """The setting shows here at once."""
    last_week = journal.today() - timedelta(days=7)
    journal.store(add=[CheckIn(day=last_week, mood=2)], name=ActName.MOOD)
    card = window.today.look_back
    card.take_place()
    card.show_week()
    assert card.lines() == ["Brightest day: Sunday, mood 2"]
    journal.change_settings(replace(journal.settings, exclude_lowest_days=True))
    card.show_week()
    assert card.lines() == ["1 low day is left out here, as you set it"]


def test_it_comes_when_the_page_is_opened_never_while_one_logs(
    window: MainWindow, journal: Journal
) -> None:
    """The columns stay as they are while a past day is filled in; a visit later it is there."""
    card, columns = window.today.look_back, window.today._columns
    last_week = journal.today() - timedelta(days=7)
    journal.store(add=[CheckIn(day=last_week, mood=6)], name=ActName.MOOD)
    card.show_week()
    assert card.isHidden()
    assert columns._beside.isHidden()
    window.open_page(Place.SETTINGS)
    window.open_page(Place.TODAY)
    assert not columns._beside.isHidden()
    card.show_week()
    assert card.lines() == ["Brightest day: Sunday, mood 6"]


def test_its_place_is_held_from_the_first_paint(
    paths: AppPaths, theme: Theme, journal: Journal, photos: Photos
) -> None:
    """Before anything that is slow was read."""
    last_week = journal.today() - timedelta(days=7)
    journal.store(add=[CheckIn(day=last_week, mood=6)], name=ActName.MOOD)
    window = MainWindow(theme, Preferences(paths))
    window.fill(journal, photos)
    window.show()
    assert window.today.look_back.lines() == []
    assert not window.today._columns._beside.isHidden()
    window.close()
    shiboken6.delete(window)
