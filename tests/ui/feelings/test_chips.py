"""Feelings as chips, and the field beside them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from second_wind.core.log.entries import FeelingWord
from second_wind.core.log.feelings import FEELINGS
from second_wind.ui.feelings.chips import Chip, FeelingChips, FeelingField
from second_wind.ui.feelings.feelings_dialog import FeelingsDialog
from second_wind.words.entries import feelings as words

Heard = list[tuple[str, bool]]


@pytest.fixture
def chips(qtbot: QtBot) -> FeelingChips:
    """Show four chips of which one is chosen, and an own word."""
    chips = FeelingChips()
    qtbot.addWidget(chips)
    chips.set_feelings(["hurt", "angry", "tired"], ["tired", "wobbly"])
    chips.show()
    return chips


@pytest.fixture
def field(qtbot: QtBot) -> FeelingField:
    """Show an empty field."""
    field = FeelingField()
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    return field


def entered(field: FeelingField) -> list[str]:
    """Return a list that fills with what is entered and with "." when the person is done."""
    heard: list[str] = []
    field.word_entered.connect(heard.append)
    field.finished.connect(lambda: heard.append("."))
    return heard


def test_offered_and_chosen_stand_side_by_side(chips: FeelingChips) -> None:
    """What was chosen but not offered is shown too, and only what was chosen is checked."""
    shown = [each for each in chips.findChildren(QPushButton) if each is not chips.more]
    assert {each.text(): each.isChecked() for each in shown} == {
        "hurt": False,
        "angry": False,
        "tired": True,
        "wobbly": True,
    }


def test_a_chip_says_what_it_means(chips: FeelingChips) -> None:
    """A chip has a name and a one-line meaning; a word of one's own has none."""
    assert chips.chip("hurt").accessibleName() == "hurt"
    assert chips.chip("hurt").toolTip() == "something or someone struck a sore place"
    assert chips.chip("wobbly").toolTip() == ""


def test_a_press_chooses_and_takes_back(qtbot: QtBot, chips: FeelingChips) -> None:
    """Each press by mouse or Space is told once, with the new state."""
    heard: Heard = []
    chips.toggled.connect(lambda word, on: heard.append((word, on)))
    qtbot.mouseClick(chips.chip("hurt"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(chips.chip("tired"), Qt.Key.Key_Space)
    assert heard == [("hurt", True), ("tired", False)]
    assert chips.chosen() == {"hurt", "wobbly"}


def test_showing_is_not_choosing(chips: FeelingChips) -> None:
    """Feelings that the program sets are not told as if the person had pressed them."""
    heard: Heard = []
    chips.toggled.connect(lambda word, on: heard.append((word, on)))
    chips.set_feelings(["hurt", "calm"], ["calm"])
    assert heard == []
    assert chips.chosen() == {"calm"}


def test_a_chip_that_stays_keeps_the_focus(qtbot: QtBot, chips: FeelingChips) -> None:
    """When the choice is shown anew after a press, the keyboard stays where it was."""
    chips.chip("angry").setFocus()
    before = chips.chip("angry")
    chips.set_feelings(["calm", "angry"], [])
    assert chips.chip("angry") is before
    assert chips.chip("angry").hasFocus()


def test_more_is_asked_for(qtbot: QtBot, chips: FeelingChips) -> None:
    """The last chip asks for all feelings."""
    with qtbot.waitSignal(chips.more_wanted, timeout=500):
        qtbot.mouseClick(chips.more, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("typed", ["hope", "hopeful", "HOPE", " hope"])
def test_enter_completes_the_word(qtbot: QtBot, field: FeelingField, typed: str) -> None:
    """The beginning of a feeling and Enter gives the feeling, and the field is empty again."""
    heard = entered(field)
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == ["hopeful"]
    assert field.text() == ""


def test_enter_keeps_the_field_for_another_word(qtbot: QtBot, field: FeelingField) -> None:
    """Word, Enter, word, Enter are two feelings; Enter alone is the end."""
    heard = entered(field)
    for word in ("tired", "relie", ""):
        qtbot.keyClicks(field, word)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == ["tired", "relieved", "."]


def test_one_letter_after_a_word_can_be_a_key(qtbot: QtBot, field: FeelingField) -> None:
    """E and Enter after a word are the key of the page; two letters are a word, as ever."""
    heard = entered(field)
    field.form_keys = "EO"
    field.key_meant.connect(heard.append)
    for typed in ("e", "em", "e"):
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == ["embarrassed", "embarrassed", ".", "E"]


def test_a_key_that_was_not_meant_is_no_word(qtbot: QtBot, field: FeelingField) -> None:
    """Whoever presses E after a word, and then the mouse, has not felt "e"."""
    heard = entered(field)
    field.form_keys = "E"
    qtbot.keyClicks(field, "tired")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "e")
    assert field.text() == "e"
    field.clearFocus()
    assert heard == ["tired"]


def test_a_comma_enters_at_once(qtbot: QtBot, field: FeelingField) -> None:
    """Each comma turns a word into a feeling while one goes on typing; Enter enters the last."""
    heard = entered(field)
    qtbot.keyClicks(field, "hur,tired,det")
    assert heard == ["hurt", "tired"]
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == ["hurt", "tired", "determined"]


@pytest.mark.parametrize("pasted", [False, True])
def test_a_comma_ends_a_word_as_enter_does(qtbot: QtBot, field: FeelingField, pasted: bool) -> None:
    """After it, too, a letter alone can be a key of the page."""
    heard = entered(field)
    field.form_keys = "E"
    field.key_meant.connect(heard.append)
    if pasted:
        field.insert("tired,")
        field.textEdited.emit(field.text())
    else:
        qtbot.keyClicks(field, "tired,")
    qtbot.keyClicks(field, "e")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == ["tired", ".", "E"]


def test_in_the_empty_field_an_act_is_taken_back(qtbot: QtBot, field: FeelingField) -> None:
    """An entered word is an act of the window's: no Ctrl+Z brings back its letters."""
    undone: list[bool] = []
    keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), field)
    keys.activated.connect(lambda: undone.append(True))
    qtbot.keyClicks(field, "wobbly")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    assert undone == [True]
    qtbot.keyClicks(field, "xyz")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]


def test_what_is_shown_is_what_is_entered(qtbot: QtBot, field: FeelingField) -> None:
    """The completion is shown as one types; Backspace takes it away and the word stands alone."""
    heard = entered(field)
    qtbot.keyClicks(field, "hope")
    assert (field.text(), field.selectedText()) == ("hopeful", "ful")
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text() == "hope"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == ["hope"]


def test_own_words_are_welcome(qtbot: QtBot, field: FeelingField) -> None:
    """Unknown words are kept as typed, and trimmed."""
    heard = entered(field)
    field.insert("  Weltschmerz über  alles ,")
    assert heard == ["Weltschmerz über alles"]


def test_used_words_complete_first(qtbot: QtBot, field: FeelingField) -> None:
    """A word that the person uses comes before the vocabulary."""
    heard = entered(field)
    field.set_used(["angsty"])
    qtbot.keyClicks(field, "an,")
    field.set_used([])
    qtbot.keyClicks(field, "an,")
    assert heard == ["angsty", "angry"]


def test_esc_leaves_without_the_rest(qtbot: QtBot, field: FeelingField) -> None:
    """Esc is the end, and the word half typed is dropped."""
    heard = entered(field)
    qtbot.keyClicks(field, "tired,hop")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    field.clearFocus()
    assert heard == ["tired", "."]


def test_leaving_the_field_keeps_the_word(qtbot: QtBot, field: FeelingField) -> None:
    """A word typed and then left by Tab or mouse is not lost."""
    heard = entered(field)
    qtbot.keyClicks(field, "tired")
    field.clearFocus()
    assert heard == ["tired"]


def test_enter_in_an_empty_field_enters_nothing(qtbot: QtBot, field: FeelingField) -> None:
    """Enter alone only says that the person is done."""
    heard = entered(field)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == ["."]


@pytest.fixture
def all_feelings(qtbot: QtBot) -> FeelingsDialog:
    """Show all feelings, two of them chosen."""
    dialog = FeelingsDialog(["hurt", "wobbly"], ["tired", "zesty"])
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def shown_feelings(dialog: FeelingsDialog) -> list[str]:
    """Return the feelings that the search leaves."""
    return [each.feeling for each in dialog.findChildren(Chip) if each.isVisible()]


def test_all_feelings_are_there_with_meanings(all_feelings: FeelingsDialog) -> None:
    """Every feeling of the vocabulary and every own word has a chip; the chosen are checked."""
    assert sorted(shown_feelings(all_feelings)) == sorted([*FEELINGS, "wobbly", "zesty"])
    checked = [each.feeling for each in all_feelings.findChildren(Chip) if each.isChecked()]
    assert checked == ["wobbly", "hurt"]
    meanings = {each.text() for each in all_feelings.findChildren(QLabel)}
    assert {words.meaning(each) for each in FEELINGS} <= meanings


def test_several_feelings_are_chosen_at_once(qtbot: QtBot, all_feelings: FeelingsDialog) -> None:
    """Chips add and take away, in the order in which they were pressed."""
    all_feelings.chip("tired").click()
    all_feelings.chip("hurt").click()
    assert all_feelings.chosen() == ("wobbly", "tired")


def test_search_finds_names_and_meanings(qtbot: QtBot, all_feelings: FeelingsDialog) -> None:
    """Typing narrows the list by name and by meaning; Enter takes what was meant."""
    search = all_feelings.findChild(QLineEdit, "search-feelings")
    qtbot.keyClicks(search, "seems possible")
    assert shown_feelings(all_feelings) == ["hopeful"]
    search.clear()
    qtbot.keyClicks(search, "hope")
    assert set(shown_feelings(all_feelings)) >= {"hopeful", "hopeless"}
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert all_feelings.chosen()[-1] == "hopeful"
    assert (search.text(), all_feelings.isVisible()) == ("", True)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert all_feelings.result() == QDialog.DialogCode.Accepted


def test_a_new_word_is_added(qtbot: QtBot, all_feelings: FeelingsDialog) -> None:
    """A word that is not there becomes an own word by Enter, and is chosen."""
    search = all_feelings.findChild(QLineEdit, "search-feelings")
    qtbot.keyClicks(search, "zappy")
    assert shown_feelings(all_feelings) == []
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert all_feelings.chosen() == ("hurt", "wobbly", "zappy")
    assert all_feelings.chip("zappy").isVisible()


def test_own_words_keep_what_they_mean(qtbot: QtBot) -> None:
    """Meaning and group are written beside the word, found by the search, and given back."""
    zesty = FeelingWord(day=date(2026, 11, 1), word="zesty", meaning="sour but awake")
    dialog = FeelingsDialog([], ["wobbly"], [zesty])
    qtbot.addWidget(dialog)
    dialog.show()
    search = dialog.findChild(QLineEdit, "search-feelings")
    search.setText("sour but")
    assert shown_feelings(dialog) == ["zesty"]
    search.clear()
    field = next(
        each
        for each in dialog.findChildren(QLineEdit)
        if each.accessibleName() == "What “wobbly” means to you"
    )
    field.setText("like jelly")
    assert dialog.described() == {"zesty": ("", "sour but awake"), "wobbly": ("", "like jelly")}


def test_a_long_word_leaves_room_for_its_meaning(qtbot: QtBot) -> None:
    """A word of 40 letters is shortened, told whole, and nothing scrolls sideways."""
    word = "Donaudampfschifffahrtselektrizitaetenhau"
    dialog = FeelingsDialog([word], [])
    qtbot.addWidget(dialog)
    dialog.show()
    (area,) = dialog.findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    chip = dialog.chip(word)
    assert (chip.accessibleName(), chip.toolTip()) == (word, word)


def test_all_feelings_are_seen_by_keyboard(qtbot: QtBot, all_feelings: FeelingsDialog) -> None:
    """PgDn scrolls while one searches."""
    (area,) = all_feelings.findChildren(QScrollArea)
    search = all_feelings.findChild(QLineEdit, "search-feelings")
    qtbot.keyClick(search, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0


def test_esc_asks_before_it_drops_a_meaning(qtbot: QtBot) -> None:
    """What a word means was written by hand; where nothing was, Esc just closes."""
    dialog = FeelingsDialog([], ["wobbly"])
    qtbot.addWidget(dialog)
    dialog.show()
    field = next(
        each for each in dialog.findChildren(QLineEdit) if "wobbly" in each.accessibleName()
    )
    field.setText("like jelly")
    dialog.reject()
    assert dialog.isVisible()
    assert dialog.question.isVisible()
    dialog.question.keep.click()
    assert field.text() == "like jelly"
    dialog.reject()
    dialog.question.leave.click()
    assert not dialog.isVisible()
    field.clear()
    dialog.show()
    dialog.question.hide()
    dialog.reject()
    assert not dialog.isVisible()
