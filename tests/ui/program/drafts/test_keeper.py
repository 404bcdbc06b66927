"""When drafts are kept, and when they go."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from second_wind.core.log.entries import Exercise, Person, Talk
from second_wind.ui.kit.drafts import keeper
from second_wind.ui.kit.window.places import Place

from .conftest import Session

Begin = Callable[[], Session]
TODAY = date(2026, 11, 22)
ANA = Person(day=TODAY, name="Ana")
TALK = Talk(day=TODAY, person="Ana", person_id=ANA.id, note="by the river")


def kind_of(session: Session) -> QLineEdit:
    """Open the form for exercise, and return its field for the kind, in focus."""
    session.window.today.exercise.ask()
    kind = session.window.today.exercise.editor.findChild(QLineEdit, "kind")
    assert isinstance(kind, QLineEdit)
    kind.setFocus()
    return kind


def words(session: Session) -> list[str]:
    """Return the words of what is kept."""
    return [each.words for each in session.journal.drafts()]


def test_typing_without_a_pause_is_kept_too(
    begin: Begin, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A power cut in a long run of typing takes no more than seconds of it."""
    monkeypatch.setattr(keeper, "_PAUSE_MS", 60_000)
    monkeypatch.setattr(keeper, "_LONGEST_MS", 100)
    session = begin()
    kind = kind_of(session)
    for _letter in range(10):
        QTest.keyClicks(kind, "x")
        qtbot.wait(40)
    assert len(words(session)[0]) > 1


def test_words_from_a_screen_reader_are_heard(
    begin: Begin, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No key is pressed where a program writes into the field."""
    monkeypatch.setattr(keeper, "_PAUSE_MS", 50)
    session = begin()
    kind = kind_of(session)
    qtbot.wait(200)
    kind.setText("dictated")
    qtbot.waitUntil(lambda: words(session) == ["dictated"], timeout=10_000)


def test_what_was_stored_meanwhile_goes(begin: Begin) -> None:
    """So does what was dropped by the person."""
    session = begin()
    kind_of(session).setText("a walk")
    session.keeper.look()
    assert words(session) == ["a walk"]
    session.window.today.exercise.editor.ask_to_store()
    session.keeper.look()
    assert words(session) == []
    assert session.journal.entries(Exercise)[0].kind == "a walk"


def test_after_the_end_a_form_that_goes_drops_nothing(begin: Begin) -> None:
    """Forms go with the window; that says nothing about what was typed."""
    session = begin()
    kind_of(session).setText("a walk")
    session.keeper.end()
    session.window.today.exercise.editor.close_form()
    session.keeper.look()
    assert words(session) == ["a walk"]


def test_two_forms_on_one_entry_are_two(begin: Begin) -> None:
    """Neither takes the place of the other."""
    session = begin()
    session.log(ANA, TALK)
    card = session.window.today.people
    card._open(card.day.talks[0])
    session.window.open_person(ANA.id)
    talks = session.window.stack.page(Place.PEOPLE).view.talks  # type: ignore[attr-defined]
    talks._open(session.journal.day(TODAY).talks[0])
    card.editor.findChild(QLineEdit, "note").setText("here")  # type: ignore[union-attr]
    talks.editor.findChild(QLineEdit, "note").setText("there")
    session.keeper.look()
    assert sorted(words(session)) == ["here", "there"]


def test_nothing_is_written_while_nothing_changes(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A form that stays open costs no disk."""
    session = begin()
    kind_of(session).setText("a walk")
    session.keeper.look()
    written: list[object] = []
    monkeypatch.setattr(session.journal, "keep_drafts", lambda *each: written.append(each))
    session.keeper.look()
    assert written == []
