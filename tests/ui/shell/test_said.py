"""What the whole window says, on every page, of a log in which somebody typed much."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import shiboken6
from pytestqt.qtbot import QtBot
from tests.ui.shell.walk import TYPED, full_journal, walked

from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths
from second_wind.ui.kit.look.theme import Theme
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.photos.photos import Photos
from second_wind.ui.shell.main_window import MainWindow


@dataclass(frozen=True)
class Said:
    """A text, and where it was seen or heard."""

    where: str
    text: str


@pytest.fixture
def said(
    qtbot: QtBot, journal: Journal, photos: Photos, theme: Theme, paths: AppPaths
) -> Iterator[list[Said]]:
    """Go through the whole window, once."""
    journal.store(add=full_journal(), name=ActName.IMPORT)
    window = MainWindow(theme, Preferences(paths))
    window.fill(journal, photos)
    window.show()
    qtbot.waitExposed(window)
    yield [Said(*each) for each in walked(qtbot, window)]
    window.close()
    shiboken6.delete(window)


def test_a_name_from_right_to_left_turns_no_sentence_around(said: list[Said]) -> None:
    """What a person typed stands alone, or apart from the direction of what is around it."""
    found = {each.text: each.where for each in said if TYPED in each.text}
    assert len(found) > 30
    apart = f"\u2068{TYPED}\u2069"
    assert {text: where for text, where in found.items() if not _is_apart(text, apart)} == {}


def _is_apart(text: str, apart: str) -> bool:
    return text == TYPED or TYPED not in text.replace(apart, "")
