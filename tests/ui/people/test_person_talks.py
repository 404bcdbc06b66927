"""A talk that is being typed on a person's own page: leaving the form keeps it."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from second_wind.core.log.entries import Person, Talk, TalkKind
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.ui.kit.window.places import Place
from second_wind.ui.people.page import PeoplePage
from second_wind.ui.shell.main_window import MainWindow

DAY = date(2026, 11, 2)
ANA = Person(id="ana", day=DAY, name="Ana Lima", kind=TalkKind.INTERVIEWER)
BO = Person(id="bo", day=DAY, name="Bo", lean_on=True)
BEFORE = Talk(id="t1", day=DAY, person_id="ana", person="Ana Lima", note="Wrote back.")
TYPED = "Will ask around."


@pytest.fixture
def page(window: MainWindow, journal: Journal) -> PeoplePage:
    """Type a new talk on the page of one of two people."""
    journal.store(add=[ANA, BO, BEFORE], name=ActName.IMPORT)
    found = window.open_page(Place.PEOPLE)
    assert isinstance(found, PeoplePage)
    found.visit(ANA.id)
    found.view.talks.log.click()
    found.view.talks.editor._note.setText(TYPED)
    return found


def notes(journal: Journal) -> list[str]:
    """Return what is written of each talk."""
    return sorted(each.note for each in journal.entries(Talk))


def test_going_back_stores_it(page: PeoplePage, journal: Journal) -> None:
    """The list opens, and what was typed is kept, once."""
    page.view.back.click()
    assert page.is_showing() == ""
    assert notes(journal) == [TYPED, BEFORE.note]


def test_somebody_else_stores_it(page: PeoplePage, journal: Journal) -> None:
    """The talk belongs to the person whose page it was typed on."""
    page.visit(BO.id)
    assert page.is_showing() == BO.id
    assert {each.person_id for each in journal.entries(Talk)} == {ANA.id}
    assert notes(journal) == [TYPED, BEFORE.note]


def test_opening_another_talk_stores_it(page: PeoplePage, journal: Journal) -> None:
    """The form turns to the other talk, and the new one is kept."""
    page.view.talks.lines.opened.emit(BEFORE)
    assert page.view.talks.editor.entry == BEFORE
    assert notes(journal) == [TYPED, BEFORE.note]


def test_closing_the_window_stores_it(
    page: PeoplePage, journal: Journal, window: MainWindow, qtbot: QtBot
) -> None:
    """So does locking, which closes the window."""
    window.close()
    assert notes(journal) == [TYPED, BEFORE.note]


def test_what_can_not_be_stored_stays_in_sight(page: PeoplePage, journal: Journal) -> None:
    """The page stays with the form, and nothing is lost."""
    page.view.talks.editor._minutes.show_text("9999")
    page.view.back.click()
    page.visit(BO.id)
    assert page.is_showing() == ANA.id
    assert page.view.talks.editor._note.text() == TYPED
    assert notes(journal) == [BEFORE.note]
