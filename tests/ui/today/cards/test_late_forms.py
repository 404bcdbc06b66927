"""Forms that are made when they are opened: they stand in the tab order as if always there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from second_wind.core.log.entries import CheckIn
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.ui.entries.editor import EntryEditor, WhenFields
from second_wind.ui.shell.main_window import MainWindow


def stops(window: MainWindow) -> list[QWidget]:
    """Return what Tab meets, from the first place of the sidebar on."""
    first = window.sidebar.log_rejection
    found, each = [first], first.nextInFocusChain()
    while each is not first:
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(each)
        each = each.nextInFocusChain()
    return found


@pytest.mark.parametrize(
    ("card", "opens"),
    [("outings", "add-outing"), ("volunteering", "add-hours"), ("people", "add-talk")],
)
def test_tab_meets_a_form_in_the_place_of_its_button(
    window: MainWindow, card: str, opens: str
) -> None:
    """All of it, and nothing else comes in another order than before."""
    before = stops(window)
    button = window.findChild(QPushButton, opens)
    assert button is not None
    place = before.index(button)
    getattr(window.today, card).ask()
    form = getattr(window.today, card).editor
    after = stops(window)
    within = [each for each in after if form.isAncestorOf(each)]
    assert len(within) > 4
    assert after == before[:place] + within + before[place + 1 :]


def test_tab_meets_the_form_of_movement_after_its_amounts(window: MainWindow) -> None:
    """And goes on with the next card."""
    before = stops(window)
    place = before.index(window.today.exercise.findChild(QPushButton, "exercise-20")) + 1
    window.today.exercise.ask()
    after = stops(window)
    within = [each for each in after if window.today.exercise.editor.isAncestorOf(each)]
    assert after == before[:place] + within + before[place:]


def test_tab_meets_day_and_time_of_a_check_in_after_its_note(
    window: MainWindow, journal: Journal
) -> None:
    """The row that mends a check-in stands between the note and the check-ins of the day."""
    entry = CheckIn(day=journal.today(), mood=4)
    journal.store(add=[entry], name=ActName.LOG)
    before = stops(window)
    mood = window.today.mood
    place = before.index(mood._note) + 1
    mood._open(entry)
    after = stops(window)
    (when,) = mood.findChildren(WhenFields)
    row = when.parentWidget()
    assert row is not None
    within = [each for each in after if row.isAncestorOf(each)]
    assert len(within) > 3
    rest = [each for each in before if each is not mood._another]
    assert after == rest[:place] + within + rest[place:]


def test_no_form_is_made_before_it_is_opened(window: MainWindow) -> None:
    """Looking at days makes none."""
    window.today.show_day(window.today.shown_day())
    assert window.today.findChildren(EntryEditor) == []
    assert window.today.findChildren(WhenFields) == []
