"""Lines of text: what is too long stays as it was typed or pasted, and is refused on saving."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

import second_wind.ui
from second_wind.core.log.entries import (
    LONGEST_LINE,
    LONGEST_TEXT,
    CheckIn,
    Exercise,
    FeelingWord,
    Outing,
    Rejection,
    Talk,
    Volunteering,
)
from second_wind.journal.journal import Journal
from second_wind.journal.log.settings import LONGEST_NAME
from second_wind.ui.entries.good_news_dialog import GoodNewsDialog
from second_wind.ui.entries.person_dialog import PersonDialog
from second_wind.ui.experts.consultation_dialog import ConsultationDialog
from second_wind.ui.feelings.feelings_dialog import FeelingsDialog
from second_wind.ui.history.entry_dialog import EntryDialog
from second_wind.ui.kit.fields.passphrase_edit import PassphraseEdit
from second_wind.ui.kit.fields.typed import TypedLine
from second_wind.ui.kit.forms.form_dialog import FormDialog
from second_wind.ui.kit.window.places import Place
from second_wind.ui.quick.quick_entry import QuickEntry
from second_wind.ui.rejections.rejection_dialog import RejectionDialog
from second_wind.ui.shell.main_window import MainWindow

LONG = "wörter " * (LONGEST_LINE // 7) + "too many"


DIALOGS: dict[str, Callable[[Journal, QWidget], FormDialog]] = {
    "rejection": RejectionDialog,
    "person": PersonDialog,
    "good news": lambda j, w: GoodNewsDialog(j, j.today(), w),
    "question": ConsultationDialog,
    "check-in": lambda j, w: EntryDialog(j, w, CheckIn(day=j.today(), mood=4)),
    "exercise": lambda j, w: EntryDialog(j, w, Exercise(day=j.today(), minutes=20)),
    "outing": lambda j, w: EntryDialog(j, w, Outing(day=j.today())),
    "volunteering": lambda j, w: EntryDialog(j, w, Volunteering(day=j.today(), minutes=60)),
    "talk": lambda j, w: EntryDialog(j, w, Talk(day=j.today())),
    "own word": lambda j, w: EntryDialog(j, w, FeelingWord(day=j.today(), word="saudade")),
}


def paste_into_lines(form: QWidget, text: str) -> list[QLineEdit]:
    """Paste a text into every line of a form, and return them."""
    found = form.findChildren(QLineEdit)
    lines = [each for each in found if not isinstance(each.parent(), QAbstractSpinBox)]
    QApplication.clipboard().setText(text)
    for each in lines:
        each.selectAll()
        each.paste()
    return lines


@pytest.mark.parametrize("name", ["exercise", "outings", "volunteering", "people"])
def test_a_card_keeps_a_line_that_is_too_long(name: str, window: MainWindow) -> None:
    """The banner says how long it is and how long it may be; nothing is stored of it."""
    card = getattr(window.today, name)
    card.ask()
    lines = paste_into_lines(card.editor, LONG)
    card.editor.ask_to_store()
    assert f"at most {LONGEST_LINE}" in window.banner.text()
    assert lines
    assert {each.text() for each in lines} == {LONG}
    assert not card.editor.isHidden()
    assert card.entries_of(card.day) == ()


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_keeps_a_line_that_is_too_long(
    name: str, window: MainWindow, journal: Journal
) -> None:
    """And stays open, with a sentence."""
    dialog = DIALOGS[name](journal, window)
    dialog.show()
    lines = paste_into_lines(dialog._form, LONG)
    assert {each.text() for each in lines} == {LONG}
    dialog.save_button.click()
    assert f"at most {LONGEST_LINE}" in dialog.notice.text()
    assert dialog.isVisible()
    dialog._leave()


def test_the_tray_keeps_a_note_that_is_too_long(qtbot: QtBot, journal: Journal) -> None:
    """As the card of the mood does."""
    quick = QuickEntry(journal)
    qtbot.addWidget(quick)
    quick.open_on(journal.today())
    text = "x" * (LONGEST_TEXT + 1)
    paste_into_lines(quick, text)
    quick._store()
    assert "at most 100,000" in quick._said.text()
    assert quick._note.text() == text
    assert journal.day(journal.today()).check_ins == ()


def test_the_name_of_a_mood_stays_to_be_shortened(window: MainWindow, journal: Journal) -> None:
    """It is refused each time it is left; once it fits it is stored, and Esc brings the old."""
    page = window.open_page(Place.SETTINGS)
    assert page is not None
    line = page.findChild(TypedLine, "mood-name-3")
    assert line is not None
    line.setFocus()
    line.setText("y" * (LONGEST_NAME + 1))
    line.clearFocus()
    assert f"at most {LONGEST_NAME}" in window.banner.text()
    assert line.text() == "y" * (LONGEST_NAME + 1)
    line.backspace()
    line.store_now()
    assert journal.settings.mood_names[2] == line.text() == "y" * LONGEST_NAME
    window.commands.undo()
    assert line.text() == ""


def test_a_feeling_that_is_too_long_stays_to_be_shortened(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    """Pasted among others, too: it is told when it is entered or left, and nothing is entered."""
    field = window.today.mood.field
    window.today.mood.ask_feelings()
    text = "tired, as if nothing that I do would ever lead to anything, sad"
    QApplication.clipboard().setText(text)
    field.paste()
    field.textEdited.emit(field.text())
    assert field.text() == text
    for leave in (lambda: qtbot.keyClick(field, Qt.Key.Key_Return), field.clearFocus):
        window.banner.hide()
        leave()
        assert "at most 40" in window.banner.text()
        assert field.text() == text
    assert journal.day(journal.today()).check_ins == ()
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "tired,")
    assert journal.day(journal.today()).check_ins[0].feelings == ("tired",)


def test_a_feeling_after_a_no_is_not_passed_by(qtbot: QtBot, journal: Journal) -> None:
    """Going on waits until the word is short enough or gone."""
    dialog = RejectionDialog(journal)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    dialog._show_after(Rejection(day=journal.today(), company="Northwind"))
    assert dialog.after is not None
    dialog.after.go_on()
    field = dialog.after.feelings.field
    qtbot.waitUntil(field.hasFocus)
    field.setText("z" * 41)
    qtbot.mouseClick(dialog.after.next, Qt.MouseButton.LeftButton)
    assert "at most 40" in dialog.notice.text()
    assert dialog.after.current is dialog.after.feelings
    field.setFocus()
    field.backspace()
    qtbot.mouseClick(dialog.after.next, Qt.MouseButton.LeftButton)
    assert dialog.after.current is not dialog.after.feelings
    assert journal.day(journal.today()).check_ins[0].feelings == ("z" * 40,)


def test_all_feelings_keep_what_is_too_long(qtbot: QtBot) -> None:
    """A new word, and what one means."""
    dialog = FeelingsDialog([], [], [FeelingWord(day=date(2026, 11, 1), word="saudade")])
    qtbot.addWidget(dialog)
    dialog.show()
    search = dialog.findChild(QLineEdit, "search-feelings")
    assert search is not None
    dialog.activateWindow()
    qtbot.waitUntil(search.hasFocus)
    search.setText(LONG)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert "at most 40" in dialog.notice.text()
    assert search.text() == LONG
    search.clear()
    dialog._own._fields["saudade"].setText(LONG)
    dialog.accept()
    assert f"at most {LONGEST_LINE}" in dialog.notice.text()
    assert dialog.isVisible()
    assert dialog.described()["saudade"] == ("", LONG)
    dialog._leave()


def test_a_passphrase_is_never_cut(qtbot: QtBot) -> None:
    """However long it is, so that the command line takes the same one."""
    field = PassphraseEdit("passphrase", "Passphrase")
    qtbot.addWidget(field)
    (line,) = paste_into_lines(field, "q" * 40_000) or [field]
    line.paste()
    assert len(field.text()) == 40_000


def test_no_line_of_the_window_is_of_the_kind_that_cuts() -> None:
    """One kind of line serves all fields; whoever makes another one hears of it here."""
    sources = Path(second_wind.ui.__file__).parent.rglob("*.py")
    cutting = re.compile(r"QLineEdit\(\)|\(QLineEdit\):|setMaxLength")
    found = {each.name for each in sources if cutting.search(each.read_text("utf-8"))}
    assert found - {"fields.py"} == {"typed.py"}
