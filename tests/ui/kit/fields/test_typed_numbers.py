"""Numbers typed into the window mean what they say, in every locale; the rest stays and is told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from second_wind.core.log.entries import (
    AnyEntry,
    CheckIn,
    Exercise,
    Outing,
    Person,
    Talk,
    Volunteering,
)
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.ui.history.entry_dialog import dialog_for
from second_wind.ui.kit.fields.number_field import NumberField
from second_wind.ui.kit.fields.text_box import TextBox
from second_wind.ui.kit.forms.form_dialog import FormDialog
from second_wind.ui.kit.window.places import Place
from second_wind.ui.program.application import speak
from second_wind.ui.quick.quick_entry import QuickEntry
from second_wind.ui.shell.main_window import MainWindow

LOCALES = ("en_US", "en_GB", "de_DE", "fr_FR", "de_CH", "pt_BR", "ar_EG", "hi_IN")
DAY = date(2026, 11, 20)
_NOTHING = ("1.000", "1,000", "1 000", "1\u202f000", "1'000", "1.000,5", "1.", "1 5", "six", "1e1",
            "nan", "-1", "½", "0", "99999")  # fmt: skip
_DECIMAL = ("1.5", "1,5", "0.5", ".5", "2.25", "١٫٥")


@dataclass(frozen=True)
class Kind:
    """What a field of a kind makes of what is typed."""

    read: dict[str, float]
    refused: tuple[str, ...]


HOURS = Kind(
    {"1.5": 90, "1,5": 90, "1:30": 90, "0.5": 30, ".5": 30, "2.25": 135, "١٫٥": 90},
    ("25", *_NOTHING),
)
MINUTES = Kind({"1:30": 90, "25": 25, "٢٥": 25, "1440": 1440}, ("1441", *_DECIMAL, *_NOTHING))
MOODS = Kind(
    {"1.5": 1.5, "1,5": 1.5, "2.25": 2.25, "١٫٥": 1.5, "9": 9.0},
    ("1:30", "0.5", ".5", "11", *_NOTHING),
)
DAYS = Kind({"25": 25, "٢٥": 25}, ("1:30", *_DECIMAL, *_NOTHING))
GOAL = Kind({"1:30": 90, "25": 25, "٢٥": 25}, (*_DECIMAL, *_NOTHING))


@pytest.fixture(params=LOCALES)
def locale(request: pytest.FixtureRequest) -> Iterator[str]:
    """Stand in a place where numbers are written in some way, before the window is made."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    speak(app, "en")
    yield str(request.param)
    QLocale.setDefault(before)
    speak(app, "")


def type_in(field: NumberField, text: str) -> None:
    """Type over what stands in a field, letters of any script."""
    field.setFocus()
    field.selectAll()
    if not text:
        field.lineEdit().clear()
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(field, event)


def press_enter(field: QWidget) -> None:
    """Press Enter in a field, as its form hears it."""
    key, none = Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, key, none, "\r"))


_CARDS: dict[str, tuple[type[AnyEntry], Kind]] = {
    "exercise": (Exercise, MINUTES),
    "outings": (Outing, MINUTES),
    "volunteering": (Volunteering, HOURS),
    "people": (Talk, MINUTES),
}


def test_the_cards_of_today(window: MainWindow, journal: Journal, locale: str) -> None:
    """Each number is stored as it was meant; what is none stays in its field, told in a line."""
    for name, (kind, table) in _CARDS.items():
        card = getattr(window.today, name)
        held: set[str] = set()
        for text, value in table.read.items():
            card.ask()
            type_in(_only(card.editor), text)
            press_enter(_only(card.editor))
            (new,) = (each for each in journal.entries(kind) if each.id not in held)
            assert (new.minutes, card.editor.isVisible()) == (value, False), (name, text)  # type: ignore[union-attr]
            held.add(new.id)
        for text in table.refused:
            card.ask()
            type_in(_only(card.editor), text)
            press_enter(_only(card.editor))
            assert _only(card.editor).text() == text
            assert card.editor.isVisible()
            assert {each.id for each in journal.entries(kind)} == held, (name, text)
            assert window.banner.isVisible()
            card.editor.close_form()


def test_a_form_that_is_put_aside_keeps_what_cannot_be_read(
    window: MainWindow, journal: Journal
) -> None:
    """Esc and another day leave it typed; nothing is stored, and nothing breaks off."""
    editor = window.today.volunteering.editor
    window.today.volunteering.ask()
    type_in(_only(editor), "1.000")
    assert editor.is_touched()
    editor.put_aside()
    window.today.volunteering.ask()
    assert _only(editor).text() == "1.000"
    window.today.show_day(DAY)
    assert (editor.isVisible(), _only(editor).text()) == (True, "1.000")
    assert journal.entries(Volunteering) == []


_HELD: dict[str, tuple[AnyEntry, str, Kind]] = {
    "mood": (CheckIn(day=DAY, mood=1.9285714285714286), "mood", MOODS),
    "exercise": (Exercise(day=DAY, minutes=11), "minutes", MINUTES),
    "outing": (Outing(day=DAY, minutes=11), "minutes", MINUTES),
    "volunteering": (Volunteering(day=DAY, minutes=100), "minutes", HOURS),
    "talk": (Talk(day=DAY, minutes=11), "minutes", MINUTES),
    "person": (Person(day=DAY, name="Ana", keep_in_touch=5), "keep_in_touch", DAYS),
}


@pytest.fixture
def dialog_of(window: MainWindow, journal: Journal) -> Callable[[AnyEntry], FormDialog]:
    """Open an entry for mending."""

    def open_one(entry: AnyEntry) -> FormDialog:
        dialog = dialog_for(journal.find(entry.id), journal, window)
        assert isinstance(dialog, FormDialog)
        dialog.show()
        return dialog

    return open_one


def test_the_forms_of_entries(
    journal: Journal, locale: str, dialog_of: Callable[[AnyEntry], FormDialog]
) -> None:
    """A number is stored when the form is; what is none keeps the form open with it."""
    for entry, attribute, table in _HELD.values():
        journal.store(add=[entry], name=ActName.LOG)
        _check_form(journal, dialog_of, entry, attribute, table)


def _check_form(
    journal: Journal,
    dialog_of: Callable[[AnyEntry], FormDialog],
    entry: AnyEntry,
    attribute: str,
    table: Kind,
) -> None:
    dialog = dialog_of(entry)
    for text in table.refused:
        type_in(_only(dialog), text)
        dialog.save_button.click()
        assert dialog.isVisible(), text
        assert dialog.notice.text()
        assert (_only(dialog).text(), journal.find(entry.id)) == (text, entry)
    dialog.reject()
    assert not dialog.leave_question.isHidden()
    for text, value in table.read.items():
        dialog = dialog_of(entry)
        type_in(_only(dialog), text)
        dialog.save_button.click()
        assert not dialog.isVisible(), text
        assert getattr(journal.find(entry.id), attribute) == value


def test_what_nobody_types_in_stays_to_the_last_bit(
    journal: Journal, locale: str, dialog_of: Callable[[AnyEntry], FormDialog]
) -> None:
    """Enter in a field that was not changed changes nothing, nor does another field's change."""
    for entry, _attribute, _table in _HELD.values():
        journal.store(add=[entry], name=ActName.LOG)
        dialog = dialog_of(entry)
        press_enter(_only(dialog))
        dialog.save_button.click()
        assert not dialog.isVisible()
        assert (journal.find(entry.id), journal.undo().name) == (entry, ActName.LOG)
        journal.redo()
        dialog = dialog_of(entry)
        press_enter(_only(dialog))
        note = dialog.findChild(TextBox, "note")
        assert note is not None
        note.setPlainText("A word")
        dialog.save_button.click()
        assert journal.find(entry.id) == replace(entry, note="A word")


def test_the_goal(window: MainWindow, journal: Journal, locale: str) -> None:
    """Enter stores what can be read and leaves alone what can't."""
    window.open_page(Place.SETTINGS)
    field = window.findChild(NumberField, "goal")
    assert field is not None
    for text, value in GOAL.read.items():
        type_in(field, text)
        press_enter(field)
        assert journal.settings.goal == value, text
    kept = journal.settings
    for text in GOAL.refused:
        window.banner.hide()
        type_in(field, text)
        press_enter(field)
        assert (field.text(), journal.settings) == (text, kept)
        assert window.banner.isVisible()


def test_the_quick_entry(window: MainWindow, journal: Journal, locale: str) -> None:
    """What can be read is stored with one Enter, what can't stays and is told."""
    dialog = QuickEntry(journal, window)
    for text in MINUTES.refused:
        dialog.open_on(journal.today())
        type_in(_only(dialog), text)
        dialog._save.click()
        assert (_only(dialog).text(), journal.entries(Exercise)) == (text, [])
        assert dialog._said.text()
    held: set[str] = set()
    for text, value in MINUTES.read.items():
        dialog.open_on(journal.today())
        type_in(_only(dialog), text)
        dialog._save.click()
        (new,) = (each for each in journal.entries(Exercise) if each.id not in held)
        assert new.minutes == value
        held.add(new.id)
    dialog.deleteLater()


def test_fields_write_as_the_locale_does(
    journal: Journal, locale: str, dialog_of: Callable[[AnyEntry], FormDialog]
) -> None:
    """A comma where people write one, and never three decimals."""
    mark = "," if locale in {"de_DE", "fr_FR", "pt_BR"} else "."
    for name, shown in (("mood", f"1{mark}93"), ("volunteering", f"1{mark}67 h")):
        entry, _attribute, _table = _HELD[name]
        journal.store(add=[replace(entry, at=time(9))], name=ActName.LOG)
        assert _only(dialog_of(entry)).text() == shown


def _only(form: QWidget) -> NumberField:
    (field,) = form.findChildren(NumberField)
    return field


def press_undo(qtbot: QtBot) -> None:
    """Press Ctrl+Z where the keyboard is."""
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_undo_takes_back_a_refused_number_before_any_act(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    """The number that was there comes back first, in Settings as in a form of Today."""
    journal.store(add=[CheckIn(day=journal.today(), mood=7)], name=ActName.MOOD)
    window.today.exercise.ask()
    minutes = window.today.exercise.editor.first_field()
    page = window.open_page(Place.SETTINGS)
    assert page is not None
    goal = page.findChild(NumberField, "goal")
    for field, place in ((goal, Place.SETTINGS), (minutes, Place.TODAY)):
        assert isinstance(field, NumberField)
        window.open_page(place)
        shown = field.text()
        type_in(field, "1.000")
        press_enter(field)
        assert field.text() == "1.000"
        press_undo(qtbot)
        assert field.text() == shown
        assert len(journal.day(journal.today()).check_ins) == 1
    window.open_page(Place.SETTINGS)
    assert isinstance(goal, NumberField)
    goal.setFocus()
    press_undo(qtbot)
    assert journal.day(journal.today()).check_ins == ()
