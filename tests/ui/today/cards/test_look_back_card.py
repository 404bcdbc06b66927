"""Looking back on Today: the last week, and those before."""

from dataclasses import replace
from datetime import timedelta

from second_wind.core.log.entries import CheckIn
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.log.settings import WeekStart
from second_wind.ui.shell.main_window import MainWindow


def test_a_new_log_has_nothing_to_look_back_on(window: MainWindow, journal: Journal) -> None:
    """The card stays away until a week has passed."""
    card = window.today.look_back
    journal.store(add=[CheckIn(day=journal.today(), mood=5)], name=ActName.MOOD)
    card.show_week()
    assert card.isHidden()


def test_weeks_are_paged_as_far_as_the_log_reaches(window: MainWindow, journal: Journal) -> None:
    """The last full week first; then this one, or those before."""
    today = journal.today()
    journal.change_settings(replace(journal.settings, week_start=WeekStart.MONDAY))
    moods = [CheckIn(day=today - timedelta(days=7 * i), mood=4 + i) for i in range(3)]
    journal.store(add=moods, name=ActName.LOG)
    card = window.today.look_back
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
    card.show_week()
    assert card.lines() == ["Brightest day: Sunday, mood 2"]
    journal.change_settings(replace(journal.settings, exclude_lowest_days=True))
    card.show_week()
    assert card.lines() == ["1 low day is left out here, as you set it"]


def test_the_first_week_that_is_over_is_shown(window: MainWindow, journal: Journal) -> None:
    """Also where nothing could be looked back on when the window opened."""
    card = window.today.look_back
    card.show_week()
    assert card.isHidden()
    last_week = journal.today() - timedelta(days=7)
    journal.store(add=[CheckIn(day=last_week, mood=6)], name=ActName.IMPORT)
    card.show_week()
    assert card.lines() == ["Brightest day: Sunday, mood 6"]
