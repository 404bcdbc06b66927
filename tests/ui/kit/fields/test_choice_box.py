"""A list to choose from, by letters."""

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from second_wind.ui.kit.fields.choice_box import ChoiceBox

_PEOPLE = ("a friend", "family", "a mentor", "a career counsellor", "an expert", "someone")


@pytest.fixture
def box(qtbot: QtBot) -> ChoiceBox:
    """Return a list of kinds of people, the first of them chosen."""
    box = ChoiceBox([(name, name) for name in _PEOPLE])
    qtbot.addWidget(box)
    return box


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("mentor", "a mentor"),
        ("Coun", "a career counsellor"),
        ("f", "family"),
        ("fr", "a friend"),
        ("aa", "a career counsellor"),
        ("an e", "an expert"),
        ("x", "a friend"),
    ],
)
def test_letters_find_a_name_by_any_word(
    qtbot: QtBot, box: ChoiceBox, typed: str, chosen: str
) -> None:
    """Its beginning comes first, then any word in it; one letter again and again goes round."""
    qtbot.keyClicks(box, typed)
    assert box.value() == chosen


def test_a_choice_by_letters_is_told(qtbot: QtBot, box: ChoiceBox) -> None:
    """As one by the arrows is."""
    with qtbot.waitSignal(box.activated):
        qtbot.keyClicks(box, "m")


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("count", [2, 8])
def test_the_open_list_shows_all_of_a_few_choices(qtbot: QtBot, count: int) -> None:
    """Without scrolling, and below what was chosen instead of over it."""
    choices = [(str(number), f"choice {number}") for number in range(count)]
    box = ChoiceBox(choices)
    qtbot.addWidget(box)
    box.resize(200, 30)
    box.show()
    box.choose(str(count - 1))
    box.showPopup()
    view = box.view()
    last = view.visualRect(box.model().index(count - 1, 0))
    assert view.visualRect(box.model().index(0, 0)).top() >= 0
    assert last.bottom() <= view.viewport().height()
    assert view.mapToGlobal(QPoint(0, 0)).y() >= box.mapToGlobal(QPoint(0, box.height() - 4)).y()
    box.hidePopup()


def test_a_long_choice_is_shortened_not_cut(qtbot: QtBot) -> None:
    """By an ellipsis in the box; what is read aloud and chosen stays whole."""
    name = "9 Nov 2026 · " + "Donau" * 12
    box = ChoiceBox([("a", name), ("b", "short")])
    qtbot.addWidget(box)
    box.resize(200, 30)
    box.show()
    assert box.shown_text().endswith("…")
    assert box.shown_text().startswith("9 Nov 2026 · Donau")
    assert box.currentText() == name
    box.choose("b")
    assert box.shown_text() == "short"
