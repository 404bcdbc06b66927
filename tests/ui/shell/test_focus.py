"""The focus: it comes to every control in the order of the page, is seen, and stays."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import (
    CheckIn,
    Consultation,
    ConsultationKind,
    Exercise,
    Person,
    Rejection,
)
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.ui.entries.entry_line import EntryLine
from second_wind.ui.kit.window.places import Place
from second_wind.ui.shell.main_window import MainWindow

TODAY = date(2026, 11, 22)


def _fill(journal: Journal) -> None:
    journal.store(
        add=[
            CheckIn(day=TODAY, mood=7, feelings=("calm",)),
            Exercise(day=TODAY, minutes=20, kind="walk"),
            Rejection(day=TODAY, company="Contoso"),
        ],
        name=ActName.IMPORT,
    )


def _picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def _tab_order(qtbot: QtBot, window: MainWindow) -> list[QWidget]:
    """Press Tab until the first control comes again."""
    found: list[QWidget] = []
    while len(found) < 100:
        qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        widget = window.focusWidget()
        assert widget is not None
        if widget in found:
            break
        found.append(widget)
    return found


def _name(widget: QWidget) -> str:
    return widget.objectName() or widget.accessibleName()


def test_tab_follows_the_page(qtbot: QtBot, window: MainWindow, journal: Journal) -> None:
    """Days, moods, feelings, the note, what was logged, then the other cards."""
    _fill(journal)
    names = [_name(each) for each in _tab_order(qtbot, window)]
    wanted = (
        "day-0",
        "day-13",
        "mood-1",
        "mood-10",
        "feeling-calm",
        "more-feelings",
        "note",
        next(each for each in names if each.endswith("good · calm")),
        "exercise-5",
        "walk 20 min",
        "add-outing",
        "add-hours",
        "add-talk",
        "log-rejection",
    )
    assert [each for each in names if each in wanted] == list(wanted)


@pytest.mark.parametrize("page", [Place.TODAY, Place.REJECTIONS])
def test_the_focus_is_seen(qtbot: QtBot, window: MainWindow, journal: Journal, page: Place) -> None:
    """Every control that Tab comes to looks different with the focus."""
    _fill(journal)
    window.open_page(page)
    unseen = []
    controls = _tab_order(qtbot, window)
    qtbot.waitUntil(lambda: all(each.height() > 0 for each in controls))
    for each in controls:
        each.setFocus(Qt.FocusReason.TabFocusReason)
        with_focus = _picture(each)
        each.clearFocus()
        if _picture(each) == with_focus:
            unseen.append(_name(each))
    assert unseen == []


def test_the_focus_stays_on_a_line_while_others_come(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    """What is logged elsewhere leaves the line alone that is read."""
    _fill(journal)
    line = next(each for each in window.findChildren(EntryLine) if each.text() == "walk 20 min")
    line.setFocus(Qt.FocusReason.TabFocusReason)
    journal.store(add=[Exercise(day=TODAY, minutes=5)], name=ActName.EXERCISE)
    assert QApplication.focusWidget() is line


def test_esc_leaves_a_check_in_that_was_opened(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    """Opening goes to the mood; Esc ends the mending."""
    _fill(journal)
    next(each for each in window.findChildren(EntryLine) if "good" in each.text()).click()
    focused = window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "mood-7"
    assert window.today.mood.title.text() == "Mend this check-in"
    qtbot.keyClick(focused, Qt.Key.Key_Escape)
    assert window.today.mood.title.text() == "How are you right now?"


def test_chips_keep_their_places(window: MainWindow, journal: Journal, clock: FixedClock) -> None:
    """A second press at the same place takes back the first."""
    places = []
    for _number in range(2):
        chip = window.findChild(QAbstractButton, "feeling-hopeful")
        assert chip is not None
        chip.click()
        places.append(chip.geometry().topLeft())
    assert places[0] == places[1]
    assert journal.day(TODAY).check_ins == ()


def test_chips_keep_their_places_over_forgotten_days(
    window: MainWindow, journal: Journal, clock: FixedClock
) -> None:
    """Whoever fills in several past days in one sitting finds each feeling where it was."""
    places = []
    for days in (1, 2, 3):
        window.today.show_day(TODAY - timedelta(days=days))
        chip = window.findChild(QAbstractButton, "feeling-hopeful")
        assert chip is not None
        places.append(chip.geometry().topLeft())
        chip.click()
    assert len(set(places)) == 1
    window.today.show_day(TODAY)
    assert window.today.mood._offered[0] == "hopeful"


@pytest.mark.parametrize("name", ["mood-7", "day-3"])
def test_a_toggle_is_a_press(window: MainWindow, journal: Journal, name: str) -> None:
    """Assistive technology toggles a button that is on or off, where a person clicks."""
    button = window.findChild(QAbstractButton, name)
    assert button is not None
    button.toggle()
    moods = [each.mood for each in journal.day(TODAY).check_ins]
    assert (moods, window.today.shown_day().day) == (([7], 22) if name == "mood-7" else ([], 12))


def test_pressing_the_same_mood_again_keeps_its_mark(window: MainWindow, journal: Journal) -> None:
    """The ring stays where the mood is."""
    button = window.findChild(QAbstractButton, "mood-7")
    assert button is not None
    button.click()
    button.click()
    assert button.isChecked()
    assert [each.mood for each in journal.day(TODAY).check_ins] == [7]


def test_rejections_answer_at_once(qtbot: QtBot, window: MainWindow, journal: Journal) -> None:
    """Enter opens the newest; coming back by Ctrl+2, Esc leads to the list again."""
    _fill(journal)
    window.open_page(Place.REJECTIONS)
    assert _name(_focused(window)) == "rejections-table"
    qtbot.keyClick(_focused(window), Qt.Key.Key_Return)
    assert _name(_focused(window)) == "Contoso"
    window.open_page(Place.TODAY)
    window.open_page(Place.REJECTIONS)
    assert _name(_focused(window)) == "Contoso"
    qtbot.keyClick(_focused(window), Qt.Key.Key_Escape)
    assert _name(_focused(window)) == "rejections-table"


def test_tab_follows_a_rejection(qtbot: QtBot, window: MainWindow, journal: Journal) -> None:
    """Its chart, who was met, the steps, and at last the experts; also once it is shown anew."""
    person = Person(id="robin", day=TODAY, name="Robin Vale")
    met = Rejection(id="no", day=TODAY, company="Contoso", people=("robin",))
    asked = Consultation(id="asked", day=TODAY, kind=ConsultationKind.FEEDBACK)
    journal.store(add=[person, met, asked], name=ActName.IMPORT)
    window.open_rejection("no")
    journal.store(change=[replace(asked, rejection="no")], name=ActName.EDIT)
    QApplication.processEvents()  # what is new shows itself a moment later
    order = [_name(each) for each in _tab_order(qtbot, window)]
    start = order.index("recovery-chart")
    shown = order[start : start + 5]
    assert shown[:3] == ["recovery-chart", "person-robin", "mark-6"]
    assert shown[3].startswith("Feedback asked")
    assert shown[4] == "ask-expert-here"


def _focused(window: MainWindow) -> QWidget:
    widget = window.focusWidget()
    assert widget is not None
    return widget


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (Place.REJECTIONS, "rejections-table"),
        (Place.PEOPLE, "people-tree"),
        (Place.HISTORY, "history-search"),
    ],
)
def test_a_page_of_a_list_begins_in_it_or_in_its_search(
    window: MainWindow, journal: Journal, place: Place, name: str
) -> None:
    """Arrows and Enter act at once, and again after another page was open."""
    _fill(journal)
    journal.store(add=[Person(day=TODAY, name="Ana")], name=ActName.PERSON)
    for _ in range(2):
        window.open_page(Place.TODAY)
        window.open_page(place)
        focused = window.focusWidget()
        assert focused is not None
        assert focused.objectName() == name


@pytest.mark.parametrize("place", [Place.REJECTIONS, Place.PEOPLE, Place.HISTORY])
def test_tab_comes_to_what_stands_above_a_list(
    qtbot: QtBot, window: MainWindow, journal: Journal, place: Place
) -> None:
    """Wherever the keyboard begins, Tab goes round to the page's search, too."""
    _fill(journal)
    journal.store(add=[Person(day=TODAY, name="Ana")], name=ActName.PERSON)
    page = window.open_page(place)
    stops = _tab_order(qtbot, window)
    assert any("search" in _name(each) for each in stops if page.isAncestorOf(each))


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_a_button_as_space_does(
    qtbot: QtBot, window: MainWindow, journal: Journal, key: Qt.Key
) -> None:
    """On every desktop: most leave Enter to the buttons of dialogs."""
    _fill(journal)
    page = window.open_page(Place.HISTORY)
    (trash,) = (each for each in page.findChildren(QAbstractButton, "history-trash"))
    trash.setFocus()
    qtbot.keyClick(trash, key)
    assert window.focusWidget() is not trash
    assert not trash.isVisible()
