"""Closing the window loses nothing that was typed: what can't be stored is told first."""

import pytest

from second_wind.core.errors.journal_errors import DiskFull, JournalUnreachable
from second_wind.core.log.entries import CheckIn
from second_wind.journal.journal import Journal
from second_wind.ui.shell.main_window import MainWindow


@pytest.fixture
def typed(window: MainWindow) -> MainWindow:
    """Type a note that is not stored yet."""
    note = window.today.mood._note
    note.setFocus()
    note.insertPlainText("not to be lost")
    return window


def test_what_was_typed_is_stored_on_closing(typed: MainWindow, journal: Journal) -> None:
    """Without a word about it."""
    assert typed.close()
    assert journal.entries(CheckIn)[0].note == "not to be lost"


def test_a_full_disk_keeps_the_window_open_once(
    typed: MainWindow, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The person is told and may copy the words; the next try closes all the same."""

    def refuse(**_: object) -> None:
        raise DiskFull(journal.path)

    monkeypatch.setattr(journal, "store", refuse)
    assert not typed.close()
    assert typed.isVisible()
    assert typed.banner.isVisible()
    assert typed.close()


def test_a_page_that_could_not_be_read_is_tried_again(
    typed: MainWindow, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A trouble of a moment is told in a sentence, not as a bug."""
    page = typed.today
    refresh = type(page).refresh

    def fail(_self: object) -> None:
        raise JournalUnreachable(journal.path)

    monkeypatch.setattr(type(page), "refresh", fail)
    page.mark_stale()
    page.freshen()
    assert typed.banner.isVisible()
    monkeypatch.setattr(type(page), "refresh", refresh)
    assert page._is_stale
    page.freshen()
    assert not page._is_stale
