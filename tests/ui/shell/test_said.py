"""What the whole window says, on every page, of a log in which somebody typed much."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import shiboken6
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot
from tests.strange_language import StrangeLanguage
from tests.ui.shell.walk import TYPED, full_journal, walked

from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths
from second_wind.ui.kit.look.theme import Theme
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.photos.photos import Photos
from second_wind.ui.shell.main_window import MainWindow
from second_wind.words.base import language
from second_wind.words.entries import feelings

NO_WORDS = re.compile(r"Second Wind|io\.github\.[\w.]+|https://\S+|/\S+|(Ctrl|Shift|Alt)\+\S+|F\d+")
"""Names of the program, addresses, paths, keys."""


@dataclass(frozen=True)
class Said:
    """A text, and where it was seen or heard."""

    where: str
    text: str


@pytest.fixture
def said(
    qtbot: QtBot,
    journal: Journal,
    photos: Photos,
    theme: Theme,
    paths: AppPaths,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[list[Said]]:
    """Go through the whole window, once, in a language of strange letters."""
    monkeypatch.setattr(language, "_translations", StrangeLanguage)
    # The words of feelings are kept for each language by its code, which stays "en" here.
    monkeypatch.setattr(feelings, "_words_in", feelings._words_in.__wrapped__)
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


def test_every_text_of_the_window_can_be_translated(said: list[Said]) -> None:
    """No page, chart, list or name for a screen reader holds a word that gettext never saw."""
    allowed = _calendar_of_qt()
    plain = {each.text.replace("\u200b", ""): each.where for each in said}
    assert {
        text: where
        for text, where in plain.items()
        if re.search(r"[A-Za-z]{2}", NO_WORDS.sub("", text)) and text not in allowed
    } == {}


def _calendar_of_qt() -> set[str]:
    """Return the names of months and days that a calendar has from Qt, which translates them."""
    locale = QLocale()
    months = {locale.standaloneMonthName(each) for each in range(1, 13)}
    days = {locale.dayName(each, QLocale.FormatType.ShortFormat) for each in range(1, 8)}
    return months | days


def _is_apart(text: str, apart: str) -> bool:
    return text == TYPED or TYPED not in text.replace(apart, "")
