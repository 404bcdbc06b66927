"""The card for talks: names are completed and linked, and one line names whom to think of."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from second_wind.core.log.entries import GoodNews, GoodNewsKind, Person, Rest, Talk, TalkKind
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.ui.shell.main_window import MainWindow
from second_wind.ui.today.cards.people_card import PeopleCard

TODAY = date(2026, 11, 22)
Key = Qt.Key
ANA = Person(
    id="ana",
    day=TODAY - timedelta(days=90),
    name="Ana Lima",
    kind=TalkKind.MENTOR,
    organisation="Contoso",
    keep_in_touch=28,
)
FIVE_WEEKS_AGO = TODAY - timedelta(days=35)


@pytest.fixture
def card(window: MainWindow, journal: Journal) -> PeopleCard:
    """Know Ana, who was talked to five weeks ago."""
    talk = Talk(day=FIVE_WEEKS_AGO, person="ana lima")
    journal.store(add=[ANA, talk], name=ActName.IMPORT)
    return window.today.people


def press(qtbot: QtBot, *keys: Key) -> None:
    """Press keys where they go: to an open list first."""
    for key in keys:
        widget = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert widget is not None
        qtbot.keyClick(widget, key)


def typed(qtbot: QtBot, text: str) -> None:
    """Type where the keyboard is."""
    for letter in text:
        widget = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert widget is not None
        qtbot.keyClicks(widget, letter)


def new_talk(journal: Journal) -> Talk:
    """Return the talk of today."""
    (found,) = journal.day(TODAY).talks
    return found


def button(window: MainWindow, name: str) -> QPushButton:
    """Return a button by its name."""
    found = window.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_a_name_is_completed_and_linked_by_keyboard(
    qtbot: QtBot, window: MainWindow, journal: Journal, card: PeopleCard
) -> None:
    """P, a part of the name, Down, Enter, Enter: the talk is Ana's, of her kind."""
    qtbot.keyClick(window, Key.Key_P)
    typed(qtbot, "lim")
    press(qtbot, Key.Key_Down, Key.Key_Return)
    assert card.editor.isVisible()
    press(qtbot, Key.Key_Return)
    talk = new_talk(journal)
    assert (talk.person, talk.person_id, talk.kind) == ("Ana Lima", "ana", TalkKind.MENTOR)


def test_a_name_in_full_is_linked_without_the_list(
    qtbot: QtBot, window: MainWindow, journal: Journal, card: PeopleCard
) -> None:
    """One Enter stores, although the list is open; it is written as it was typed."""
    qtbot.keyClick(window, Key.Key_P)
    typed(qtbot, "ana lima")
    press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(journal.day(TODAY).talks))
    talk = new_talk(journal)
    assert (talk.person, talk.person_id, talk.kind) == ("ana lima", "ana", TalkKind.MENTOR)


def test_esc_closes_the_list_and_then_the_form(
    qtbot: QtBot, window: MainWindow, card: PeopleCard
) -> None:
    """Nothing typed is lost by closing the list."""
    qtbot.keyClick(window, Key.Key_P)
    typed(qtbot, "ana")
    press(qtbot, Key.Key_Escape)
    assert card.editor.isVisible()
    press(qtbot, Key.Key_Escape)
    assert not card.editor.isVisible()


def test_letters_in_the_field_are_no_keys_of_the_page(
    qtbot: QtBot, window: MainWindow, journal: Journal, card: PeopleCard
) -> None:
    """A name with a digit logs no mood, with the list open or not."""
    qtbot.keyClick(window, Key.Key_P)
    typed(qtbot, "ana7ef")
    assert journal.day(TODAY).check_ins == ()
    assert card.editor.isVisible()


def test_a_new_name_stays_a_name(qtbot: QtBot, window: MainWindow, journal: Journal) -> None:
    """Nobody is noted down without being asked; a friend is what is offered."""
    qtbot.keyClick(window, Key.Key_P)
    typed(qtbot, "Mina")
    press(qtbot, Key.Key_Return)
    talk = new_talk(journal)
    assert (talk.person, talk.person_id, talk.kind) == ("Mina", "", TalkKind.FRIEND)
    assert journal.entries(Person) == []


def test_an_opening_is_kept_and_shown(
    qtbot: QtBot, window: MainWindow, journal: Journal, card: PeopleCard
) -> None:
    """Tab leads to it after what came of the talk."""
    qtbot.keyClick(window, Key.Key_P)
    typed(qtbot, "Bo")
    press(qtbot, Key.Key_Tab, Key.Key_Tab, Key.Key_Tab)
    typed(qtbot, "coffee")
    press(qtbot, Key.Key_Tab)
    typed(qtbot, "Fabrikam hires")
    press(qtbot, Key.Key_Return)
    talk = new_talk(journal)
    assert (talk.note, talk.tip) == ("coffee", "Fabrikam hires")
    assert card.line(talk) == "Talked to Bo (a friend) · coffee · opening: Fabrikam hires"


def test_one_line_names_whom_to_think_of(card: PeopleCard) -> None:
    """In weeks, without reproach."""
    assert card.follow_up.text() == "It has been 5 weeks since you talked with Ana Lima."


def test_a_talk_is_logged_from_the_line(
    qtbot: QtBot, window: MainWindow, journal: Journal, card: PeopleCard
) -> None:
    """The form knows with whom, the keyboard is at what came of it, and the line goes."""
    qtbot.mouseClick(card.follow_up.talk, Qt.MouseButton.LeftButton)
    typed(qtbot, "lunch")
    press(qtbot, Key.Key_Return)
    talk = new_talk(journal)
    assert (talk.person_id, talk.note, talk.kind) == ("ana", "lunch", TalkKind.MENTOR)
    assert card.follow_up.text() == ""
    card.ask()
    assert card.editor.first_field().text() == ""  # type: ignore[attr-defined]


def test_later_rests_for_a_week_and_is_undone(
    qtbot: QtBot, window: MainWindow, journal: Journal, card: PeopleCard
) -> None:
    """It says until when, and one undo asks again."""
    qtbot.mouseClick(card.follow_up.later, Qt.MouseButton.LeftButton)
    assert card.follow_up.text() == ""
    assert window.banner.text() == "Ana Lima can wait until 29 November 2026."
    assert dict(journal.settings.put_off) == {"ana": TODAY + timedelta(days=7)}
    journal.undo()
    assert card.follow_up.text() != ""


def test_nobody_is_named_on_other_days_at_rest_or_once_work_was_found(
    window: MainWindow, journal: Journal, card: PeopleCard
) -> None:
    """The line is for today alone, and pauses."""
    window.today.show_day(TODAY - timedelta(days=1))
    assert card.follow_up.text() == ""
    window.today.show_day(TODAY)
    assert card.follow_up.text() != ""
    for entry in (Rest(day=TODAY), GoodNews(day=TODAY, kind=GoodNewsKind.FOUND_WORK)):
        journal.store(add=[entry], name=ActName.LOG)
        assert card.follow_up.text() == ""
        journal.undo()
        assert card.follow_up.text() != ""


def test_the_line_is_reached_by_keyboard(window: MainWindow, card: PeopleCard) -> None:
    """Each of its three ways on is a button with a name of its own."""
    for name in ("follow-up-talk", "follow-up-later", "follow-up-open"):
        found = button(window, name)
        assert "Ana Lima" in found.accessibleName()
        assert found.focusPolicy() & Qt.FocusPolicy.TabFocus
