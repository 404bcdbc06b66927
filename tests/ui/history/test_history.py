"""History: whatever was logged is found, opened, mended, deleted and put back by keyboard."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import (
    AnyEntry,
    CheckIn,
    Exercise,
    Outing,
    Person,
    Rejection,
    StepMark,
)
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.ui.history.entry_dialog import EntryDialog
from second_wind.ui.history.history_model import HIT_ROLE
from second_wind.ui.history.page import HistoryPage
from second_wind.ui.kit.fields.number_field import NumberField
from second_wind.ui.kit.window.places import Place
from second_wind.ui.shell.main_window import MainWindow

TODAY = date(2026, 11, 22)
REJECTION = Rejection(day=TODAY - timedelta(days=3), company="Kindred", feedback="more SQL")
ENTRIES: list[AnyEntry] = [
    CheckIn(day=TODAY, mood=6.0, feelings=("hopeful",), note="Kind words at last"),
    Exercise(day=TODAY - timedelta(days=1), minutes=25, kind="walk"),
    Outing(day=TODAY - timedelta(days=2), place="Kindle Lake"),
    REJECTION,
    StepMark(day=TODAY - timedelta(days=2), rejection=REJECTION.id, step=6),
    Person(day=TODAY - timedelta(days=9), name="Ana"),
]


@pytest.fixture
def page(window: MainWindow, journal: Journal, clock: FixedClock) -> HistoryPage:
    """Open History on a few entries."""
    journal.store(add=ENTRIES, name=ActName.LOG)
    clock.advance(minutes=1)
    page = window.open_page(Place.HISTORY)
    assert isinstance(page, HistoryPage)
    QApplication.processEvents()
    return page


def shown(page: HistoryPage) -> list[str]:
    """Return the titles of what is listed."""
    model = page.view.list.entries_model
    return [model.index(row, 0).data(HIT_ROLE).title.text for row in range(model.rowCount())]


def press(key: Qt.Key, *, ctrl: bool = False) -> None:
    """Press a key where the keyboard is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(focus, key, modifier)
    QApplication.processEvents()


def go_to(page: HistoryPage, title: str) -> None:
    """Search a title's row with the keyboard: from the first one downwards."""
    page.show_list()
    while page.view.list.title(page.view.list.currentIndex().row()) != title:
        before = page.view.list.currentIndex().row()
        press(Qt.Key.Key_Down)
        assert page.view.list.currentIndex().row() == before + 1


def test_lists_everything_newest_first(page: HistoryPage) -> None:
    """Each kind is there."""
    assert shown(page) == [
        "Mood 6 (okay)",
        "25 minutes of exercise",
        "Step marked: Keep the connection",
        "An outing in nature",
        "A no from Kindred",
        "Ana",
    ]
    assert page.view.total.text() == "6 entries"


def test_searches_as_one_types(page: HistoryPage) -> None:
    """Each letter narrows the list; what is found is marked; Esc brings all back."""
    press(Qt.Key.Key_F, ctrl=True)
    assert page.view.filter.search.hasFocus()
    QTest.keyClicks(page.view.filter.search, "kind")
    assert shown(page) == [
        "Mood 6 (okay)",
        "Step marked: Keep the connection",
        "An outing in nature",
        "A no from Kindred",
    ]
    hit = page.view.list.entries_model.hit(0)
    assert hit is not None
    assert [hit.excerpt.text[start:end] for start, end in hit.excerpt.marks] == ["Kind"]
    QTest.keyClicks(page.view.filter.search, "r")
    assert shown(page)[-1] == "A no from Kindred"
    press(Qt.Key.Key_Escape)
    assert len(shown(page)) == len(ENTRIES)


def test_the_search_has_the_keyboard_on_arrival(
    page: HistoryPage, window: MainWindow, journal: Journal
) -> None:
    """Also later, where what was looked for is typed over; the list is one key away."""
    assert QApplication.focusWidget() is page.view.filter.search
    press(Qt.Key.Key_R)
    assert page.view.filter.search.text() == "r"
    window.open_page(Place.TODAY)
    window.open_page(Place.HISTORY)
    press(Qt.Key.Key_L)
    assert page.view.filter.search.text() == "l"
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.view.list


def test_letters_typed_over_the_list_go_to_the_search(page: HistoryPage) -> None:
    """R and E among them, which mean something elsewhere."""
    page.show_list()
    for key in (Qt.Key.Key_R, Qt.Key.Key_E):
        press(key)
    assert page.view.filter.search.text() == "re"
    assert QApplication.focusWidget() is page.view.filter.search


def test_nothing_found_is_said(page: HistoryPage) -> None:
    """The list makes room for a sentence; the filter stays in reach."""
    page.view.filter.search.setText("zucchini")
    assert page.view.nothing.isVisible()
    assert page.view.filter.isVisible()
    assert not page.view.list.isVisible()


def test_empty_journal_says_so(window: MainWindow) -> None:
    """There is nothing to search or to delete."""
    page = window.open_page(Place.HISTORY)
    assert isinstance(page, HistoryPage)
    assert page.view.empty.isVisible()
    assert not page.view.filter.isVisible()
    assert not page.view.nothing.isVisible()


def test_kinds_and_days_narrow_the_list(page: HistoryPage) -> None:
    """Check marks choose kinds; a span chooses days."""
    filtered = page.view.filter
    filtered.kinds.kinds[Exercise].setChecked(True)
    filtered.kinds.kinds[Outing].setChecked(True)
    assert shown(page) == ["25 minutes of exercise", "An outing in nature"]
    assert filtered.kinds.text() == "Exercise, Outings"
    filtered.when.choose("between")
    assert filtered.start.isVisible()
    filtered.start.set_day(TODAY - timedelta(days=2))
    filtered.end.set_day(TODAY - timedelta(days=2))
    assert shown(page) == ["An outing in nature"]
    filtered.clear()
    filtered.when.choose("7")
    assert len(shown(page)) == 5


def test_enter_opens_a_day_in_today(page: HistoryPage, window: MainWindow) -> None:
    """What belongs to a day is seen there."""
    go_to(page, "25 minutes of exercise")
    press(Qt.Key.Key_Return)
    assert window.stack.place is Place.TODAY
    assert window.today.shown_day() == TODAY - timedelta(days=1)


@pytest.mark.parametrize("title", ["A no from Kindred", "Step marked: Keep the connection"])
def test_enter_opens_a_rejection(page: HistoryPage, window: MainWindow, title: str) -> None:
    """A rejection and what hangs on it lead to its own page."""
    go_to(page, title)
    press(Qt.Key.Key_Return)
    assert window.stack.place is Place.REJECTIONS


def test_enter_opens_a_person(page: HistoryPage, window: MainWindow) -> None:
    """Somebody leads to People."""
    go_to(page, "Ana")
    press(Qt.Key.Key_Return)
    assert window.stack.place is Place.PEOPLE


def test_edits_in_place(page: HistoryPage, journal: Journal, qtbot: QtBot) -> None:
    """E opens the entry, what is changed is stored as one act, the list stays where it is."""

    def mend() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, EntryDialog)
        try:
            dialog.form.findChild(NumberField, "mood").show_text("8")
            dialog.form.findChild(QPlainTextEdit, "note").setPlainText("Mended")
            dialog.save_button.click()
        finally:
            dialog.done(0)

    go_to(page, "Mood 6 (okay)")
    QTimer.singleShot(50, mend)
    press(Qt.Key.Key_F2)
    (check_in,) = journal.entries(CheckIn)
    assert (check_in.mood, check_in.note, check_in.feelings) == (8.0, "Mended", ("hopeful",))
    assert shown(page)[0] == "Mood 8 (bright)"
    assert page.view.list.currentIndex().row() == 0
    assert page.window().focusWidget() is page.view.list


def test_deletes_and_takes_it_back(page: HistoryPage, window: MainWindow, journal: Journal) -> None:
    """Del deletes at once, with the steps of a rejection; the banner brings all of it back."""
    go_to(page, "A no from Kindred")
    press(Qt.Key.Key_Delete)
    assert "A no from Kindred" not in shown(page)
    assert journal.entries(StepMark) == []
    assert window.banner.text() == "Deleted: A no from Kindred"
    window.commands.undo()
    assert journal.entries(Rejection) == [REJECTION]
    assert len(shown(page)) == len(ENTRIES)


def test_focus_stays_when_the_last_entry_found_is_deleted(page: HistoryPage) -> None:
    """It goes to the search, not to a button beside the page that the next Enter would press."""
    page.view.filter.search.setText("lake")
    page.view.list.setFocus()
    press(Qt.Key.Key_Delete)
    assert shown(page) == []
    assert QApplication.focusWidget() is page.view.filter.search


def test_deletes_many_after_a_safe_copy(
    page: HistoryPage, window: MainWindow, journal: Journal, clock: FixedClock
) -> None:
    """Everything that is found can be selected; it is one act, with a copy made before."""
    more = [CheckIn(day=TODAY - timedelta(days=i), note="many") for i in range(30)]
    journal.store(add=more, name=ActName.IMPORT)
    clock.advance(minutes=1)
    page.view.filter.search.setText("many")
    page.view.list.setFocus()
    press(Qt.Key.Key_A, ctrl=True)
    assert page.view.total.text() == "30 selected"
    press(Qt.Key.Key_Delete)
    assert window.banner.text() == "30 entries deleted."
    backups = journal.path.with_name("backups")
    assert [each for each in backups.iterdir() if "before-delete" in each.name]
    journal.undo()
    assert len(journal.entries(CheckIn)) == 31


def test_puts_back_from_the_trash(
    page: HistoryPage, window: MainWindow, journal: Journal, clock: FixedClock
) -> None:
    """What was deleted is listed with its days, put back, and that can be undone."""
    go_to(page, "An outing in nature")
    press(Qt.Key.Key_Delete)
    clock.advance(days=2)
    page.view.trash.click()
    assert page.trash.isVisible()
    assert page.trash.list.count() == 1
    assert "28 days left" in page.trash.list.item(0).text()
    assert "Kindle Lake" in page.trash.list.item(0).text()
    page.trash.put_back.click()
    assert len(journal.entries(Outing)) == 1
    assert page.trash.nothing.isVisible()
    assert "Kindle Lake" in window.banner.text()
    window.commands.undo()
    assert page.trash.list.count() == 1


def test_wipes_the_trash_only_when_asked_twice(page: HistoryPage, journal: Journal) -> None:
    """Keep is the first answer; then nothing is left to put back."""
    go_to(page, "An outing in nature")
    press(Qt.Key.Key_Delete)
    page.show_trash()
    page.trash.empty.click()
    assert page.trash.keep.hasFocus()
    page.trash.keep.click()
    assert len(journal.trash()) == 1
    page.trash.empty.click()
    page.trash.findChild(QPushButton, "wipe").click()
    assert journal.trash() == []
    assert page.trash.nothing.isVisible()


def test_esc_leaves_the_trash_after_its_question(page: HistoryPage) -> None:
    """The first keeps what there is, the second goes back to the list."""
    go_to(page, "An outing in nature")
    press(Qt.Key.Key_Delete)
    page.show_trash()
    page.trash.empty.click()
    press(Qt.Key.Key_Escape)
    assert not page.trash.question.isVisible()
    assert page.trash.isVisible()
    press(Qt.Key.Key_Escape)
    assert page.view.isVisible()


def test_the_question_of_the_trash_stands_above_its_list(page: HistoryPage) -> None:
    """At the foot the line that offers to undo would cover it."""
    go_to(page, "An outing in nature")
    press(Qt.Key.Key_Delete)
    page.show_trash()
    page.trash.empty.click()
    QApplication.processEvents()
    assert page.trash.question.geometry().bottom() < page.trash.list.geometry().top()


def test_change_elsewhere_keeps_the_place(page: HistoryPage, journal: Journal) -> None:
    """Another entry comes; the selected one stays selected."""
    go_to(page, "An outing in nature")
    journal.store(add=[CheckIn(day=TODAY, mood=3.0)], name=ActName.MOOD)
    QApplication.processEvents()
    assert len(shown(page)) == len(ENTRIES) + 1
    assert page.view.list.title(page.view.list.currentIndex().row()) == "An outing in nature"


def test_long_log_is_listed_in_parts(
    page: HistoryPage, journal: Journal, clock: FixedClock, qtbot: QtBot
) -> None:
    """The first screen needs no more than some rows; all of them follow, and so do the finds."""
    many = [CheckIn(day=TODAY - timedelta(days=i // 3), note="parcel") for i in range(5_000)]
    journal.store(add=many, name=ActName.IMPORT)
    clock.advance(minutes=1)
    model = page.view.list.entries_model
    assert model.rowCount() < 1_000
    qtbot.waitUntil(lambda: model.rowCount() == len(many) + len(ENTRIES), timeout=30_000)
    page.view.filter.search.setText("parcel")
    qtbot.waitUntil(lambda: model.rowCount() == len(many), timeout=30_000)
    assert page.view.total.text() == "5,000 entries"


def test_rows_are_read_aloud(page: HistoryPage) -> None:
    """A screen reader hears the day, what it is and what is written."""
    spoken = page.view.list.entries_model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Today, Mood 6 (okay), hopeful · Kind words at last"


def test_everything_has_a_name(page: HistoryPage) -> None:
    """No control is without one."""
    for each in (page.view.list, page.trash.list, page.view.filter.search, page.view.filter.kinds):
        assert isinstance(each, QWidget)
        assert each.accessibleName()
