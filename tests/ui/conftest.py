"""A window on a journal of its own, offscreen."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from second_wind.core.log.clock import FixedClock
from second_wind.journal.journal import Journal
from second_wind.paths import AppPaths
from second_wind.ui.kit.look.theme import Theme, ThemeChoice
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.photos.photos import Photos
from second_wind.ui.shell.main_window import MainWindow


@pytest.fixture
def photos(qapp: QApplication, paths: AppPaths, clock: FixedClock) -> Iterator[Photos]:
    """Keep photos beside the journal."""
    photos = Photos(paths, clock)
    yield photos
    photos.finish()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Dress the application in the light scheme."""
    theme = Theme(qapp, ThemeChoice.LIGHT)
    yield theme
    shiboken6.delete(theme)


@pytest.fixture
def window(
    qtbot: QtBot, journal: Journal, photos: Photos, theme: Theme, paths: AppPaths
) -> Iterator[MainWindow]:
    """Open the whole window on the empty journal, and show it."""
    window = MainWindow(theme, Preferences(paths))
    window.fill(journal, photos)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield window
    window.close()
    shiboken6.delete(window)
