"""The page of people: two groups, a page for each person, names to add, openings, questions."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from second_wind.core.errors.entry_errors import NothingToUndo
from second_wind.core.log.entries import (
    Consultation,
    ConsultationKind,
    Person,
    Rejection,
    Talk,
    TalkKind,
)
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName, Changes, Noun
from second_wind.ui.entries.entry_line import EntryLine
from second_wind.ui.entries.person_dialog import PersonDialog
from second_wind.ui.experts.consultation_dialog import ConsultationDialog
from second_wind.ui.kit.window.places import Place
from second_wind.ui.people.page import PeoplePage
from second_wind.ui.people.people_model import Column, Shown
from second_wind.ui.shell.main_window import MainWindow

TODAY = date(2026, 11, 22)
Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def ago(days: int) -> date:
    """Return the day some days before today."""
    return TODAY - timedelta(days=days)


ANA = Person(
    id="ana",
    day=ago(90),
    name="Ana Lima",
    kind=TalkKind.INTERVIEWER,
    organisation="Contoso",
    role="Team lead",
    how_met="The interview",
    keep_in_touch=28,
    note="Wrote a kind mail.",
)
BO = Person(id="bo", day=ago(50), name="bo", kind=TalkKind.FRIEND, lean_on=True)
ZOE = Person(id="zoe", day=ago(50), name="Zoe", lean_on=True, contact="zoe@example.org")
NO = Rejection(id="no", day=ago(40), company="Contoso", people=("ana",))
TALKS = (
    Talk(id="t1", day=ago(35), person_id="ana", person="Ana", note="Will look around.", minutes=20),
    Talk(id="t2", day=ago(3), person="BO"),
    Talk(id="t3", day=ago(20), person="Mina", kind=TalkKind.MENTOR, tip="Fabrikam hires"),
    Talk(id="t4", day=ago(10), person="mina ", kind=TalkKind.FRIEND),
)
ASKED = Consultation(
    id="c1", day=ago(30), kind=ConsultationKind.FEEDBACK, rejection="no", person="Ana Lima"
)


@pytest.fixture
def page(window: MainWindow, journal: Journal) -> PeoplePage:
    """Open the page on three people and what is logged of them."""
    journal.store(add=[ANA, BO, ZOE, NO, *TALKS, ASKED], name=ActName.IMPORT)
    found = window.open_page(Place.PEOPLE)
    assert isinstance(found, PeoplePage)
    return found


@pytest.fixture
def empty_page(window: MainWindow) -> PeoplePage:
    """Open the page on an empty journal."""
    found = window.open_page(Place.PEOPLE)
    assert isinstance(found, PeoplePage)
    return found


def groups(page: PeoplePage) -> dict[str, list[str]]:
    """Return the names in the list, by group."""
    shown = page.list.filter
    found = {}
    for row in range(shown.rowCount()):
        group = shown.index(row, 0)
        found[group.data()] = [
            shown.index(each, 0, group).data() for each in range(shown.rowCount(group))
        ]
    return found


def cell(page: PeoplePage, key: str, column: Column) -> str:
    """Return what stands in a person's cell."""
    page.list.tree.select(key)
    return str(page.list.tree.currentIndex().siblingAtColumn(column).data())


def answer(kind: type[QWidget], do: object) -> None:
    """Do something with the next dialog that opens."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        dialog.activateWindow()
        while not dialog.isActiveWindow():
            QApplication.processEvents()
        try:
            do(dialog)  # type: ignore[operator]
        finally:
            if dialog.isVisible():
                dialog.done(0)

    QTimer.singleShot(0, look)


def test_two_groups_by_name(page: PeoplePage) -> None:
    """Those to lean on first; capitals order nobody."""
    assert groups(page) == {
        "People to lean on": ["bo", "Zoe"],
        "People met on the way": ["Ana Lima"],
    }


def test_a_row_says_what_is_known(page: PeoplePage) -> None:
    """Work, how met, last talk and interval in words; what is unknown is empty."""
    assert [cell(page, "ana", each) for each in Column] == [
        "Ana Lima",
        "Team lead, Contoso",
        "The interview",
        "",
        "5 weeks ago",
        "every 4 weeks",
    ]
    assert cell(page, "bo", Column.LAST_TALK) == "3 days ago"
    assert cell(page, "zoe", Column.LAST_TALK) == "none yet"


def test_search_and_filter_narrow_the_list(qtbot: QtBot, page: PeoplePage) -> None:
    """Over notes and contacts, too; a group without anybody is not shown."""
    qtbot.keyClicks(page.list.search, "KIND mail")
    assert groups(page) == {"People met on the way": ["Ana Lima"]}
    page.list.search.setText("nobody")
    assert groups(page) == {}
    assert page.list.no_match.isVisible()
    page.list.search.clear()
    page.list.shown.choose(Shown.LEAN_ON)
    assert groups(page) == {"People to lean on": ["bo", "Zoe"]}
    page.list.shown.choose(Shown.DUE)
    assert groups(page) == {"People met on the way": ["Ana Lima"]}


@pytest.mark.parametrize("order", Qt.SortOrder)
def test_sorting_keeps_groups_and_puts_the_unknown_last(
    page: PeoplePage, order: Qt.SortOrder
) -> None:
    """Whichever way it goes: who was not talked to yet stands last."""
    page.list.tree.sortByColumn(Column.LAST_TALK, order)
    assert groups(page) == {
        "People to lean on": ["bo", "Zoe"],
        "People met on the way": ["Ana Lima"],
    }


def test_a_person_opens_by_keyboard_and_esc_leads_back(qtbot: QtBot, page: PeoplePage) -> None:
    """The arrows pass over the heads of the groups; Enter opens, Esc goes back to the row."""
    page.list.tree.select("zoe")
    page.list.tree.setFocus()
    qtbot.keyClick(page.list.tree, Key.Key_Down)
    assert page.list.tree.selected() == "ana"
    qtbot.keyClick(page.list.tree, Key.Key_Return)
    assert page.is_showing() == "ana"
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Key.Key_Escape)
    assert page.is_showing() == ""
    assert page.list.tree.selected() == "ana"
    assert page.list.tree.hasFocus()


def test_a_click_opens(qtbot: QtBot, page: PeoplePage) -> None:
    """One click on the name; one on the head of a group does nothing."""
    shown = page.list.filter
    group = shown.index(0, 0)
    for index in (group, shown.index(0, 0, group)):
        place = page.list.tree.visualRect(index).center()
        qtbot.mouseClick(page.list.tree.viewport(), LEFT, pos=place)
    assert page.is_showing() == "bo"


def test_a_persons_page_holds_all_that_is_known(page: PeoplePage) -> None:
    """Talks, the process in which they were met, and what they were asked."""
    page.visit("ana")
    (talk,) = page.view.talks.lines._lines.values()
    assert talk.accessibleName() == "18 Oct 2026 · 20 min · Will look around."
    (no,) = page.view.rejections._lines.values()
    assert no.accessibleName() == "Tue 13 Oct 2026 · Contoso"
    (asked,) = page.view.consultations.lines.values()
    assert asked.accessibleName() == "Feedback asked, 23 Oct 2026 · no answer yet"
    assert page.view.details.isVisible()
    page.visit("bo")
    assert not page.view.details.isVisible()
    assert not page.view.process.isVisible()


def test_a_talk_is_logged_on_a_persons_page(
    qtbot: QtBot, page: PeoplePage, journal: Journal
) -> None:
    """The name is there already; Enter stores, linked, and undo takes it back."""
    page.visit("ana")
    qtbot.mouseClick(page.view.talks.log, LEFT)
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClicks(focus, "lunch")
    qtbot.keyClick(focus, Key.Key_Return)
    (talk,) = journal.day(TODAY).talks
    assert (talk.person, talk.person_id, talk.kind) == ("Ana Lima", "ana", TalkKind.INTERVIEWER)
    assert talk.note == "lunch"
    assert not page.view.talks.editor.isVisible()
    assert page.view.talks.log.hasFocus()
    journal.undo()
    assert journal.day(TODAY).talks == ()


def test_a_talk_is_mended_and_deleted_in_place(
    qtbot: QtBot, page: PeoplePage, journal: Journal
) -> None:
    """A line opens its form; what is changed keeps day and time."""
    page.visit("ana")
    (line,) = page.view.talks.lines._lines.values()
    line.click()
    page.view.talks.editor.person.setText("Ana Lima")
    page.view.talks.editor.ask_to_store()
    changed = journal.find("t1")
    assert isinstance(changed, Talk)
    assert (changed.person, changed.day, changed.minutes) == ("Ana Lima", ago(35), 20)
    line.click()
    deletes = [e for e in page.view.talks.editor.findChildren(QPushButton) if e.text() == "Delete"]
    deletes[0].click()
    assert page.view.talks.none.isVisible()
    journal.undo()
    assert not page.view.talks.none.isVisible()


def test_the_form_of_one_is_not_left_open_for_another(qtbot: QtBot, page: PeoplePage) -> None:
    """Opening somebody else closes it."""
    page.visit("ana")
    qtbot.mouseClick(page.view.talks.log, LEFT)
    page.visit("bo")
    assert not page.view.talks.editor.isVisible()


def test_a_name_from_talks_is_added_with_one_press(
    qtbot: QtBot, window: MainWindow, page: PeoplePage, journal: Journal
) -> None:
    """All talks that name it are linked within one act; the banner takes both back."""
    qtbot.mouseClick(page.list.mentions.buttons["mina"], LEFT)
    mina = next(each for each in journal.entries(Person) if each.name == "mina")
    assert (mina.kind, mina.day) == (TalkKind.FRIEND, ago(20))
    assert {each.person_id for each in journal.entries(Talk)} == {"ana", "", mina.id}
    assert window.banner.text() == "mina is among your people now."
    assert not page.list.mentions.isVisible()
    journal.undo()
    assert len(journal.entries(Person)) == 3
    assert {each.person_id for each in journal.entries(Talk)} == {"ana", ""}
    assert page.list.mentions.isVisible()


def test_openings_are_gathered_and_lead_to_their_day(
    qtbot: QtBot, window: MainWindow, page: PeoplePage
) -> None:
    """Each with who told it."""
    source = page.list.openings.findChildren(EntryLine)[0]
    assert source.accessibleName() == "2 Nov 2026 · Mina"
    with qtbot.waitSignal(page.day_requested, timeout=500):
        qtbot.mouseClick(source, LEFT)
    assert window.today.shown_day() == ago(20)


def test_a_person_is_added_by_keyboard(
    qtbot: QtBot, window: MainWindow, page: PeoplePage, journal: Journal
) -> None:
    """A name and Enter are enough; the rest comes with Tab."""

    def fill(dialog: PersonDialog) -> None:
        assert dialog.form.name.hasFocus()
        qtbot.keyClicks(dialog.form.name, "  Mr  Lind ")
        dialog.form.interval.choice.choose("14")
        dialog.form.lean_on.setChecked(True)
        qtbot.keyClick(dialog.form.name, Key.Key_Return)

    answer(PersonDialog, fill)
    qtbot.mouseClick(page.list.add, LEFT)
    added = next(each for each in journal.entries(Person) if each.name == "Mr Lind")
    assert (added.day, added.keep_in_touch, added.lean_on) == (TODAY, 14, True)
    assert page.list.tree.selected() == added.id
    assert window.banner.text() == "Mr Lind is among your people now."


def test_a_person_needs_a_name(qtbot: QtBot, page: PeoplePage, journal: Journal) -> None:
    """Nothing is stored; the sentence says what to do, and the form stays."""
    said = []

    def fill(dialog: PersonDialog) -> None:
        dialog.save()
        said.append((dialog.notice.text(), dialog.isVisible(), dialog.form.name.hasFocus()))
        dialog.reject()

    answer(PersonDialog, fill)
    page.list.add.click()
    assert said == [("Give a name, then it can be saved.", True, True)]
    assert len(journal.entries(Person)) == 3


@pytest.mark.parametrize(("days", "shown"), [(None, ""), (30, "30"), (45, "other"), (1, "other")])
def test_an_interval_is_offered_or_ones_own(
    qtbot: QtBot, journal: Journal, days: int | None, shown: str
) -> None:
    """A number of days of one's own is shown as a number, and comes back as it was."""
    person = Person(day=TODAY, name="Ana", keep_in_touch=days)
    dialog = PersonDialog(journal, None, person, is_new=False)
    qtbot.addWidget(dialog)
    assert dialog.form.interval.choice.value() == shown
    assert dialog.form.person() == person
    assert not dialog.form.is_changed()


def test_a_person_is_changed(qtbot: QtBot, page: PeoplePage, journal: Journal) -> None:
    """What is changed shows at once."""

    def fill(dialog: PersonDialog) -> None:
        dialog.form.organisation.setText("Fabrikam")
        dialog.save()

    page.visit("ana")
    answer(PersonDialog, fill)
    page.view.edit.click()
    assert journal.find("ana").organisation == "Fabrikam"  # type: ignore[union-attr]
    assert page.view._facts.text() == "a former interviewer · Team lead, Fabrikam"


def test_a_person_is_deleted_and_comes_back(
    qtbot: QtBot, window: MainWindow, page: PeoplePage, journal: Journal
) -> None:
    """The talks stay and name them still; one undo brings back the person and every link."""
    page.visit("ana")
    qtbot.mouseClick(page.view.delete, LEFT)
    assert page.is_showing() == ""
    assert window.banner.text().startswith("Ana Lima is no longer among your people.")
    assert len(journal.entries(Talk)) == 4
    assert "ana" in page.list.mentions.buttons
    journal.undo()
    page.visit("ana")
    assert len(page.view.talks.lines._lines) == 1


def test_an_expert_is_asked_and_answers(
    qtbot: QtBot, window: MainWindow, page: PeoplePage, journal: Journal
) -> None:
    """From a person's page whom is known; the answer comes later, into the same question."""

    def ask(dialog: ConsultationDialog) -> None:
        assert dialog.form.person.name() == "Ana Lima"
        dialog.form.kind.choose(ConsultationKind.REFERENCE)
        dialog.save()

    def hear(dialog: ConsultationDialog) -> None:
        assert dialog.form.is_answered.hasFocus()
        qtbot.keyClick(dialog.form.is_answered, Key.Key_Space)
        assert dialog.form.received.day() == TODAY
        dialog.form.said.setPlainText("Gladly.")
        dialog.save()

    page.visit("ana")
    answer(ConsultationDialog, ask)
    page.view.consultations.ask.click()
    question = journal.entries(Consultation)[-1]
    assert (question.person_id, question.kind) == ("ana", ConsultationKind.REFERENCE)
    assert window.banner.text().startswith("Saved.")
    answer(ConsultationDialog, hear)
    page.view.consultations.lines[question.id].click()
    heard = journal.entries(Consultation)[-1]
    assert (heard.received, heard.said) == (TODAY, "Gladly.")


def test_an_answer_before_the_question_is_told(
    qtbot: QtBot, page: PeoplePage, journal: Journal
) -> None:
    """The sentence names both days, nothing is stored, and the keyboard is at the day."""
    said = []

    def fill(dialog: ConsultationDialog) -> None:
        dialog.form.is_answered.setChecked(True)
        dialog.form.received.set_day(ago(60))
        dialog.save()
        said.append((dialog.notice.text(), dialog.form.received.hasFocus()))
        dialog.form.day.set_day(TODAY + timedelta(days=1))
        dialog.save()
        said.append((dialog.notice.text()[:15], dialog.form.day.hasFocus()))
        dialog.done(0)

    answer(ConsultationDialog, fill)
    page.list.ask.click()
    assert said == [
        ("23 September 2026 lies before 22 November 2026; choose that day or a later one.", True),
        ("23 November 202", True),
    ]
    assert len(journal.entries(Consultation)) == 1


def test_a_question_is_deleted_and_comes_back(
    page: PeoplePage, window: MainWindow, journal: Journal
) -> None:
    """From its own form; the banner offers to undo."""
    page.visit("ana")
    answer(ConsultationDialog, lambda dialog: dialog.delete_button.click())
    page.view.consultations.lines["c1"].click()
    assert journal.entries(Consultation) == []
    assert window.banner.text() == "The question was deleted."
    journal.undo()
    assert journal.entries(Consultation) == [ASKED]


def test_a_rejection_opens_from_a_persons_page(
    window: MainWindow, page: PeoplePage, qtbot: QtBot
) -> None:
    """And the person from the rejection's."""
    page.visit("ana")
    (line,) = page.view.rejections._lines.values()
    line.click()
    assert window.stack.place is Place.REJECTIONS
    button = window.findChild(QPushButton, "person-ana")
    assert isinstance(button, QPushButton)
    button.click()
    assert window.stack.place is Place.PEOPLE
    assert page.is_showing() == "ana"


def test_today_opens_a_person(window: MainWindow, page: PeoplePage) -> None:
    """From the line that names whom to think of."""
    window.open_page(Place.TODAY)
    window.today.people.follow_up.open.click()
    assert page.is_showing() == "ana"


def test_an_empty_page_is_kind(empty_page: PeoplePage) -> None:
    """No empty table; the buttons are there, and what openings are for."""
    assert empty_page.list.empty_title.isVisible()
    assert not empty_page.list.tree.isVisible()
    assert not empty_page.list.search.isVisible()
    assert empty_page.list.add.isVisible()


@pytest.mark.parametrize("key", ["", "ana"])
def test_the_focus_is_seen_wherever_tab_comes(
    qtbot: QtBot, window: MainWindow, page: PeoplePage, key: str
) -> None:
    """In the list and on a person's page every control looks different with the focus."""
    if key:
        page.visit(key)
    controls: list[QWidget] = []
    while (focus := window.focusWidget()) not in controls:
        if focus is not None:
            controls.append(focus)
        qtbot.keyClick(focus or window, Key.Key_Tab)
    assert len([each for each in controls if page.isAncestorOf(each)]) >= 5
    unseen = []
    for each in controls:
        each.setFocus(Qt.FocusReason.TabFocusReason)
        with_focus = each.grab().toImage()
        each.clearFocus()
        if each.grab().toImage() == with_focus and each not in (page, page.view):
            unseen.append(each.objectName() or each.accessibleName())
    assert unseen == []


def test_every_control_has_a_name(page: PeoplePage) -> None:
    """For those who hear the page: fields by their labels or names, buttons by their words."""
    for key in ("", "ana"):
        if key:
            page.visit(key)
        shown = [each for each in page.findChildren(QWidget) if each.isVisible()]
        stops = [each for each in shown if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        spoken = [
            each
            for each in stops
            if QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
        ]
        assert [each.objectName() for each in stops if each not in spoken] == []


def test_a_person_who_vanishes_gives_way_to_the_list(page: PeoplePage, journal: Journal) -> None:
    """When another act takes them away."""
    page.visit("ana")
    journal.store(delete=[ANA], name=ActName.DELETE)
    assert page.is_showing() == ""


def test_only_what_is_shown_matters(page: PeoplePage) -> None:
    """A mood changes nothing here."""
    assert not page.affected_by(Changes(frozenset({Noun.CHECK_IN}), None))
    for noun in (Noun.PERSON, Noun.TALK, Noun.CONSULTATION, Noun.REJECTION):
        assert page.affected_by(Changes(frozenset({noun}), None))


def test_trouble_is_told(
    qtbot: QtBot, page: PeoplePage, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What can't be stored is told, and the person stays open."""

    def refuse(**_: object) -> None:
        raise NothingToUndo

    page.visit("ana")
    monkeypatch.setattr(journal, "store", refuse)
    with qtbot.waitSignal(page.failed, timeout=500):
        page.view.delete.click()
    assert page.is_showing() == "ana"


def test_columns_give_way_when_it_is_narrow(qtbot: QtBot, page: PeoplePage) -> None:
    """A narrow list shows name, last talk and interval; the page scrolls, never sideways."""
    window = page.window()
    window.resize(640, 360)
    qtbot.waitUntil(lambda: page.width() < 640)
    hidden = {each for each in Column if page.list.tree.isColumnHidden(each)}
    assert {Column.HOW_MET, Column.CONTACT} <= hidden
    assert not {Column.NAME, Column.LAST_TALK} & hidden


@pytest.fixture(autouse=True)
def _no_dialog_stays() -> Iterator[None]:
    """Fail what leaves a dialog open."""
    yield
    assert QApplication.activeModalWidget() is None
