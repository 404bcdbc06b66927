"""Settings of the reminder, the tray and the start with the session."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QTime
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QTimeEdit
from pytestqt.qtbot import QtBot

from second_wind.core.errors.journal_errors import JournalUnreachable
from second_wind.core.log.clock import FixedClock
from second_wind.core.people.reminders import Wish
from second_wind.paths import AppPaths
from second_wind.ui.kit.look.theme import Theme
from second_wind.ui.kit.service.autostart import DesktopEntry
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.settings.background import BackgroundSection


@pytest.fixture
def preferences(qapp: QApplication, paths: AppPaths) -> Preferences:
    """Keep what is chosen."""
    return Preferences(paths)


@pytest.fixture
def entry(tmp_path: Path) -> DesktopEntry:
    """Start with a session of the test's own."""
    return DesktopEntry(tmp_path / "autostart")


@pytest.fixture
def section(
    qtbot: QtBot, theme: Theme, preferences: Preferences, clock: FixedClock, entry: DesktopEntry
) -> Iterator[BackgroundSection]:
    """Show the section."""
    section = BackgroundSection(preferences.background, preferences.paths, clock, entry)
    section.refresh()
    section.show()
    qtbot.waitExposed(section)
    yield section
    shiboken6.delete(section)


def found(section: BackgroundSection, kind: type[Any], name: str) -> Any:
    """Return a control by its name."""
    control = section.findChild(kind, name)
    assert control is not None, name
    return control


def test_a_reminder_is_asked_for(
    section: BackgroundSection, preferences: Preferences, clock: FixedClock
) -> None:
    """Off at first, and then at eight, from now on; the time shows only then."""
    switch, at = found(section, QCheckBox, "reminds"), found(section, QTimeEdit, "reminder-time")
    assert not switch.isChecked()
    assert not at.isVisible()
    switch.click()
    assert preferences.background.wish == Wish(time(20), clock.now())
    assert at.isVisible()
    switch.click()
    assert preferences.background.wish.at is None


def test_another_time(
    section: BackgroundSection, preferences: Preferences, clock: FixedClock
) -> None:
    """The time is kept when the field is left, and stays when the reminder goes and comes."""
    switch, at = found(section, QCheckBox, "reminds"), found(section, QTimeEdit, "reminder-time")
    switch.click()
    clock.advance(minutes=3)
    at.setTime(QTime(21, 45))
    section.store_now()
    assert preferences.background.wish == Wish(time(21, 45), clock.now())
    switch.click()
    switch.click()
    assert preferences.background.wish.at == time(21, 45)


def test_the_tray(section: BackgroundSection, preferences: Preferences) -> None:
    """The icon is there unless it is taken away; going on is off unless it is asked for."""
    icon, stays = found(section, QCheckBox, "tray-icon"), found(section, QCheckBox, "stays")
    assert icon.isChecked()
    assert not stays.isChecked()
    icon.click()
    stays.click()
    assert not preferences.background.has_icon
    assert preferences.background.stays


def test_starting_with_the_session(
    section: BackgroundSection, entry: DesktopEntry, paths: AppPaths
) -> None:
    """On writes the entry, with the same files and out of sight; off removes it."""
    switch = found(section, QCheckBox, "starts")
    switch.click()
    assert entry.is_on
    text = entry.file.read_text(encoding="utf-8")
    assert "--hidden" in text
    assert str(paths.data) in text
    switch.click()
    assert not entry.file.exists()


def test_what_the_desktop_turned_off_shows_as_off(
    section: BackgroundSection, entry: DesktopEntry
) -> None:
    """The switch shows what the system holds, whoever changed it."""
    switch = found(section, QCheckBox, "starts")
    switch.click()
    entry.turn_off()
    section.refresh()
    assert not switch.isChecked()


def test_an_entry_that_can_not_be_written_is_told(
    section: BackgroundSection, entry: DesktopEntry, qtbot: QtBot
) -> None:
    """The sentence comes, and the switch is off again."""
    entry.file.parent.write_text("no folder", encoding="utf-8")
    switch = found(section, QCheckBox, "starts")
    with qtbot.waitSignal(section.failed) as failed:
        switch.click()
    assert isinstance(failed.args[0], JournalUnreachable)
    assert not switch.isChecked()


def test_a_trial(section: BackgroundSection, preferences: Preferences, qtbot: QtBot) -> None:
    """A button shows what the reminder looks like."""
    with qtbot.waitSignal(preferences.background.trial_wanted):
        found(section, QPushButton, "try-reminder").click()


def test_a_sample_has_nothing_to_choose(
    qtbot: QtBot, theme: Theme, paths: AppPaths, clock: FixedClock, entry: DesktopEntry
) -> None:
    """A sample says that it reminds of nothing."""
    paths.data.mkdir(exist_ok=True)
    paths.sample_marker.write_text("sample", encoding="utf-8")
    preferences = Preferences(paths)
    section = BackgroundSection(preferences.background, paths, clock, entry)
    section.refresh()
    assert section.findChildren(QCheckBox) == []
    shiboken6.delete(section)
