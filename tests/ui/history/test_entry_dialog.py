"""The dialog that mends any entry: it stores one act, or says what is wrong and stays."""

from datetime import date

import pytest
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyleOptionButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from second_wind.core.errors.entry_errors import NothingToUndo
from second_wind.core.log.entries import CheckIn, Exercise, Person, Talk
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.ui.history.entry_dialog import EntryDialog
from second_wind.ui.kit.fields.number_field import NumberField
from second_wind.ui.shell.main_window import MainWindow

DAY = date(2026, 11, 20)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """Give the dialogs something to stand over."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_stores_what_was_changed(journal: Journal, parent: QWidget) -> None:
    """As one act that can be taken back; what was only looked at is no act."""
    entry = Exercise(day=DAY, minutes=20)
    journal.store(add=[entry], name=ActName.EXERCISE)
    dialog = EntryDialog(journal, parent, entry)
    dialog.save()
    assert journal.undo().name is ActName.EXERCISE
    journal.redo()
    dialog = EntryDialog(journal, parent, entry)
    dialog.form.findChild(NumberField, "minutes").show_text("35")
    dialog.save()
    assert [each.minutes for each in journal.entries(Exercise)] == [35]
    assert journal.undo().name is ActName.EDIT
    assert journal.entries(Exercise) == [entry]


@pytest.mark.parametrize("minutes", ["0", "1441", "1.000", "", "many"])
def test_impossible_amount_is_told(journal: Journal, parent: QWidget, minutes: str) -> None:
    """The form stays, nothing is stored."""
    entry = Exercise(day=DAY, minutes=20)
    journal.store(add=[entry], name=ActName.EXERCISE)
    dialog = EntryDialog(journal, parent, entry)
    dialog.form.findChild(NumberField, "minutes").show_text(minutes)
    dialog.save_button.click()
    assert dialog.notice.text()
    assert dialog.result() == 0
    assert journal.entries(Exercise) == [entry]


def test_check_in_is_not_left_empty(journal: Journal, parent: QWidget) -> None:
    """Without mood, feelings and note there is nothing to keep."""
    entry = CheckIn(day=DAY, mood=5.0, note="x")
    journal.store(add=[entry], name=ActName.NOTE)
    dialog = EntryDialog(journal, parent, entry)
    dialog.form.findChild(NumberField, "mood").show_text("")
    dialog.form.findChild(QPlainTextEdit, "note").clear()
    dialog.save()
    assert "delete it" in dialog.notice.text()
    assert journal.entries(CheckIn) == [entry]


def test_another_name_is_another_person(journal: Journal, parent: QWidget) -> None:
    """A talk belongs to whoever is named now; to nobody, if the name is unknown."""
    ana, ben = Person(day=DAY, name="Ana"), Person(day=DAY, name="Ben")
    talk = Talk(day=DAY, person="Ana", person_id=ana.id)
    journal.store(add=[ana, ben, talk], name=ActName.TALK)
    for name, key in (("ben", ben.id), ("Cleo", "")):
        (now,) = journal.entries(Talk)
        dialog = EntryDialog(journal, parent, now)
        dialog.form.findChild(QLineEdit, "person").setText(name)
        dialog.save()
        (after,) = journal.entries(Talk)
        assert (after.person, after.person_id) == (name, key)


def test_entry_that_is_gone_is_told(journal: Journal, parent: QWidget) -> None:
    """Deleted elsewhere meanwhile: a sentence, no crash."""
    entry = Exercise(day=DAY, minutes=20)
    dialog = EntryDialog(journal, parent, entry)
    dialog.form.findChild(NumberField, "minutes").show_text("35")
    dialog.save()
    assert dialog.notice.text()
    with pytest.raises(NothingToUndo):
        journal.undo()


@pytest.mark.usefixtures("theme")
def test_a_refusal_takes_room_of_its_own(
    qtbot: QtBot, journal: Journal, window: MainWindow
) -> None:
    """The form keeps what it had: no field is cut, and none is scrolled out of sight."""
    dialog = EntryDialog(journal, window, CheckIn(day=journal.today(), mood=4, note="grey"))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    bar = dialog._area.verticalScrollBar()
    assert bar.maximum() == 0
    mood = dialog.form.findChild(NumberField, "mood")
    assert mood is not None
    mood.show_text("1.000")
    dialog.save_button.click()
    assert "could be 1 or 1000" in dialog.notice.text()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    dialog._leave()


@pytest.mark.usefixtures("theme")
def test_a_box_keeps_its_words_in_place_with_the_keyboard(
    qtbot: QtBot, journal: Journal, window: MainWindow
) -> None:
    """They are not pushed out of it."""
    dialog = EntryDialog(journal, window, CheckIn(day=journal.today(), mood=4))
    qtbot.addWidget(dialog)
    dialog.show()
    box = dialog.form.findChild(QCheckBox, "no-time")
    assert box is not None
    begins = [_text_begins(box, has_focus=has_focus) for has_focus in (False, True)]
    assert begins[0] == begins[1]
    dialog._leave()


def _text_begins(box: QCheckBox, *, has_focus: bool) -> int:
    option = QStyleOptionButton()
    box.initStyleOption(option)
    focus = QStyle.StateFlag.State_HasFocus
    option.state = option.state | focus if has_focus else option.state & ~focus
    return box.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, box).left()
