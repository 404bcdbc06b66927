"""The page of rejections: the list, and one of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from second_wind.core.errors.base import KnownError
from second_wind.core.log.entries import (
    CheckIn,
    Consultation,
    ConsultationKind,
    Outing,
    Person,
    Rejection,
    Stage,
    StepMark,
    Talk,
    TalkKind,
)
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName, Changes, Noun
from second_wind.ui.experts.consultation_dialog import ConsultationDialog
from second_wind.ui.kit.names.tags import Tags
from second_wind.ui.kit.window.notifier import Notifier
from second_wind.ui.rejections.page import RejectionsPage
from second_wind.ui.rejections.rejections_model import Column, Outcome
from second_wind.ui.rejections.themes_sheet import ThemesDialog

TODAY = date(2026, 11, 22)
FIRST = Rejection(
    id="first", day=TODAY - timedelta(days=20), company="Contoso", stage=Stage.FINAL_INTERVIEW
)
SECOND = Rejection(
    id="second",
    day=TODAY - timedelta(days=6),
    company="Fabrikam",
    stage=Stage.APPLIED,
    lesson="Ask earlier.",
)
Asked = list[int]


@pytest.fixture
def asked() -> Asked:
    """Count how often the analysis was asked for."""
    return []


@pytest.fixture
def page(qtbot: QtBot, journal: Journal, asked: Asked) -> Iterator[RejectionsPage]:
    """Show the page on two rejections, with an analysis that knows the first."""
    journal.store(add=[FIRST, SECOND], name=ActName.IMPORT)

    def outcomes(_: Journal) -> dict[str, Outcome]:
        asked.append(1)
        return {
            "first": Outcome(2.1, "2.1 below, ± 1.1", "back near your usual", lambda: "2.1 below.")
        }

    page = RejectionsPage(journal, outcomes)
    notifier = Notifier(journal, page)
    notifier.changed.connect(page.take)
    page.resize(1150, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield page
    notifier.stop()
    shiboken6.delete(page)


def companies(page: RejectionsPage) -> list[str]:
    """Return the companies in the order of the list."""
    shown = page.list.filter
    return [shown.index(row, Column.COMPANY).data() for row in range(shown.rowCount())]


def lines(page: RejectionsPage) -> dict[str, str]:
    """Return the days of the steps that are shown, by the step's name."""
    QApplication.processEvents()  # new labels show themselves a moment later
    labels = [each.text() for each in page.view.steps.findChildren(QLabel) if each.isVisible()]
    return dict(zip(labels, [*labels[1:], ""], strict=True))


def test_newest_first(page: RejectionsPage) -> None:
    """The list begins with the newest rejection and ranks none by how much it hurt."""
    assert companies(page) == ["Fabrikam", "Contoso"]


def test_search_and_stage_narrow_the_list(qtbot: QtBot, page: RejectionsPage) -> None:
    """Typing narrows the list at once; a search without result says so kindly."""
    qtbot.keyClicks(page.list.search, "conto")
    assert companies(page) == ["Contoso"]
    page.list.stage.choose(Stage.APPLIED)
    assert companies(page) == []
    assert page.list.no_match.isVisible()
    page.list.search.clear()
    assert companies(page) == ["Fabrikam"]


def test_an_empty_log_is_met_kindly(qtbot: QtBot, journal: Journal) -> None:
    """Without rejections there is a kind text, a way to log one, and no empty table."""
    page = RejectionsPage(journal, lambda _: {})
    page.show()
    assert page.list.empty.isVisible()
    assert not page.list.table.isVisible()
    with qtbot.waitSignal(page.log_requested, timeout=500):
        qtbot.mouseClick(page.list.log, Qt.MouseButton.LeftButton)
    shiboken6.delete(page)


def test_the_analysis_follows_once(qtbot: QtBot, page: RejectionsPage, asked: Asked) -> None:
    """Several changes bring one analysis, and its words stand in the list."""
    for _ in range(3):
        page.take(Changes.anything())
    qtbot.waitUntil(lambda: bool(asked), timeout=2000)
    qtbot.wait(200)
    assert len(asked) == 1
    row = page.list.filter.index(1, Column.FIRST_WEEK)
    assert row.data() == "2.1 below, ± 1.1"
    assert row.siblingAtColumn(Column.OUTCOME).data() == "back near your usual"


def test_the_analysis_is_kept(
    qtbot: QtBot, journal: Journal, page: RejectionsPage, asked: Asked
) -> None:
    """What doesn't touch moods or rejections needs no new analysis; a mood does."""
    qtbot.waitUntil(lambda: len(asked) == 1, timeout=2000)
    journal.store(add=[Outing(day=TODAY)], name=ActName.OUTING)
    qtbot.wait(250)
    assert len(asked) == 1
    journal.store(add=[CheckIn(day=TODAY, mood=5.0)], name=ActName.MOOD)
    qtbot.waitUntil(lambda: len(asked) == 2, timeout=2000)


def test_a_hidden_page_analyses_nothing(
    qtbot: QtBot, journal: Journal, page: RejectionsPage, asked: Asked
) -> None:
    """While another page is open, changes cost nothing."""
    qtbot.waitUntil(lambda: len(asked) == 1, timeout=2000)
    page.hide()
    journal.store(add=[CheckIn(day=TODAY, mood=5.0)], name=ActName.MOOD)
    qtbot.wait(250)
    assert len(asked) == 1


def test_a_glance_too_short_for_the_analysis_costs_nothing_later(
    qtbot: QtBot, page: RejectionsPage, asked: Asked
) -> None:
    """Hidden before the analysis began, the page has it made when it is shown again."""
    page.hide()
    qtbot.wait(250)
    assert asked == []
    page.show()
    qtbot.waitUntil(lambda: len(asked) == 1, timeout=2000)


def test_enter_opens_and_esc_goes_back(qtbot: QtBot, page: RejectionsPage) -> None:
    """By keyboard: Enter on a row opens it, Esc leads back to the same row."""
    page.list.select("first")
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    assert page.is_showing() == "first"
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_Escape)
    assert page.is_showing() == ""
    assert page.list.table.currentIndex().siblingAtColumn(Column.COMPANY).data() == "Contoso"


def test_a_click_opens(qtbot: QtBot, page: RejectionsPage) -> None:
    """A click on a row opens that rejection's page."""
    place = page.list.table.visualRect(page.list.filter.index(0, Column.COMPANY)).center()
    qtbot.mouseClick(page.list.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.is_showing() == "second"


def test_its_page_says_what_the_first_week_was_like(qtbot: QtBot, page: RejectionsPage) -> None:
    """One sentence where the log can tell, a kind one where it can't yet."""
    page.show_rejection("first")
    qtbot.waitUntil(lambda: page.view.sentence() == "2.1 below.", timeout=2000)
    page.show_rejection("second")
    assert page.view.sentence().startswith("With some more check-ins")


def test_steps_show_when_they_were_touched(page: RejectionsPage, journal: Journal) -> None:
    """A touched step says its day, and what came after the next rejection is not its own."""
    outings = [Outing(day=FIRST.day + timedelta(days=2)), Outing(day=SECOND.day)]
    journal.store(add=outings, name=ActName.OUTING)
    page.show_rejection("first")
    assert lines(page)["Get outside, take the camera"] == "Wed 4 Nov"
    journal.store(delete=outings[:1], name=ActName.DELETE)
    assert lines(page)["Get outside, take the camera"] == "Volunteer"


def test_step_six_is_marked_and_unmarked_by_hand(
    qtbot: QtBot, page: RejectionsPage, journal: Journal
) -> None:
    """The quiet button stores a mark, takes it back, and keeps the keyboard."""
    page.show_rejection("first")
    page.view.steps.buttons[6].setFocus()
    qtbot.keyClick(page.view.steps.buttons[6], Qt.Key.Key_Space)
    (mark,) = journal.entries(StepMark)
    assert (mark.rejection, mark.step, mark.day) == ("first", 6, TODAY)
    assert lines(page)["Keep the connection"] == "Sun 22 Nov"
    assert page.view.steps.buttons[6].hasFocus()
    qtbot.keyClick(page.view.steps.buttons[6], Qt.Key.Key_Space)
    assert journal.entries(StepMark) == []
    assert set(page.view.steps.buttons) == {6, 7}


def test_delete_is_undone(qtbot: QtBot, page: RejectionsPage, journal: Journal) -> None:
    """Delete asks nothing, goes back to the list, and one undo brings all of it back."""
    journal.store(add=[StepMark(day=TODAY, rejection="first", step=7)], name=ActName.STEP)
    page.show_rejection("first")
    with qtbot.waitSignal(page.done) as said:
        qtbot.mouseClick(page.view.delete, Qt.MouseButton.LeftButton)
    assert said.args == ["Deleted: Contoso"]
    assert page.is_showing() == ""
    assert companies(page) == ["Fabrikam"]
    assert journal.entries(StepMark) == []
    journal.undo()
    assert companies(page) == ["Fabrikam", "Contoso"]
    assert len(journal.entries(StepMark)) == 1


def test_an_open_rejection_that_vanishes_gives_way_to_the_list(
    page: RejectionsPage, journal: Journal
) -> None:
    """When another act takes it away, the page shows the list."""
    page.show_rejection("second")
    journal.undo()
    assert page.is_showing() == ""
    assert page.list.empty.isVisible()


def test_a_change_shows_at_once(page: RejectionsPage, journal: Journal) -> None:
    """The open page follows what is edited."""
    page.show_rejection("second")
    changed = Rejection(id="second", day=SECOND.day, company="Fabrikam Ltd")
    journal.store(change=[changed], name=ActName.EDIT)
    assert page.view.accessibleName() == "Fabrikam Ltd"


def test_edit_and_chart_are_asked_for(qtbot: QtBot, page: RejectionsPage) -> None:
    """The page itself opens nothing: it says what is wanted."""
    page.show_rejection("second")
    with qtbot.waitSignal(page.edit_requested, timeout=500) as edit:
        qtbot.mouseClick(page.view.edit, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.chart_requested, timeout=500) as chart:
        qtbot.mouseClick(page.view.chart, Qt.MouseButton.LeftButton)
    assert edit.args == [SECOND]
    assert chart.args == ["second"]


def test_trouble_is_told(
    qtbot: QtBot, page: RejectionsPage, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What can't be stored is told by the page, which stays where it is."""

    def refuse(**_: object) -> None:
        raise KnownError

    page.show_rejection("second")
    monkeypatch.setattr(journal, "store", refuse)
    with qtbot.waitSignal(page.failed, timeout=500):
        qtbot.mouseClick(page.view.delete, Qt.MouseButton.LeftButton)
    assert page.is_showing() == "second"


def test_only_what_is_shown_matters(page: RejectionsPage) -> None:
    """Every kind of entry that can touch a step is listened to."""
    besides = {Noun.GOOD_NEWS, Noun.FEELING_WORD}
    for noun in Noun:
        assert page.affected_by(Changes(frozenset({noun}), None)) is (noun not in besides)
    assert not page.affected_by(Changes(frozenset(), None))


def test_columns_give_way_when_it_is_narrow(page: RejectionsPage) -> None:
    """A narrow list shows day, company and stage; a wide one everything."""
    assert not any(page.list.table.isColumnHidden(each) for each in Column)
    page.resize(450, 360)
    hidden = {each for each in Column if page.list.table.isColumnHidden(each)}
    assert hidden == {Column.ROLE, Column.FIRST_WEEK, Column.OUTCOME}


def test_a_short_list_has_no_empty_frame_below_it(page: RejectionsPage) -> None:
    """The table is as high as its rows, also while a search narrows them."""
    page.resize(900, 700)
    QApplication.processEvents()
    whole = page.list.table.height()
    assert whole < 350
    assert not page.list.table.verticalScrollBar().isVisible()
    page.list.search.setText("Contoso")
    QApplication.processEvents()
    assert page.list.table.height() < whole


def test_outcomes_come_from_the_real_analysis(qtbot: QtBot, journal: Journal) -> None:
    """With 60 days of moods around a rejection its first week and its end are told in words."""
    moods = [
        CheckIn(day=TODAY - timedelta(days=k), mood=4.0 if 20 <= k <= 26 else 6.5 + k % 2)
        for k in range(60)
    ]
    no = Rejection(id="first", day=TODAY - timedelta(days=26), company="Contoso")
    journal.store(add=[no, *moods], name=ActName.IMPORT)
    page = RejectionsPage(journal)
    page.resize(1150, 800)
    page.show()
    first_week = page.list.filter.index(0, Column.FIRST_WEEK)
    qtbot.waitUntil(lambda: " below, ± " in first_week.data(), timeout=5000)
    assert first_week.siblingAtColumn(Column.OUTCOME).data()
    shiboken6.delete(page)


ITO = Person(id="ito", day=FIRST.day, name="Ms Ito", kind=TalkKind.INTERVIEWER)
THEMES = ("examples", "pace")


def linked(journal: Journal) -> None:
    """Link a person and themes to the first rejection."""
    changed = replace(FIRST, people=("ito",), themes=THEMES, feedback="Show more.")
    journal.store(add=[ITO], change=[changed], name=ActName.EDIT)


def test_its_page_names_who_was_met_and_what_it_was_about(
    qtbot: QtBot, page: RejectionsPage, journal: Journal
) -> None:
    """A press on a name asks for the person; themes are shown as they were chosen."""
    linked(journal)
    page.show_rejection("first")
    person = page.view.findChild(QPushButton, "person-ito")
    assert isinstance(person, QPushButton)
    with qtbot.waitSignal(page.person_requested, timeout=500) as wanted:
        qtbot.mouseClick(person, Qt.MouseButton.LeftButton)
    assert wanted.args == ["ito"]
    (tags,) = page.view.findChildren(Tags)
    shown = [each.text() for each in tags.findChildren(QLabel)]
    assert shown == ["What it was about", "examples", "pace"]
    page.show_rejection("second")
    assert not page.view.met.isVisible()


def test_a_talk_with_who_was_met_keeps_the_connection(
    page: RejectionsPage, journal: Journal
) -> None:
    """The open step says to whom; once the log knows, there is nothing to mark by hand."""
    linked(journal)
    page.show_rejection("first")
    assert "Keep the connection: write to Ms Ito" in lines(page)
    assert 6 in page.view.steps.buttons
    journal.store(add=[Talk(day=FIRST.day, person="ms ito")], name=ActName.TALK)
    assert lines(page)["Keep the connection"] == "Mon 2 Nov"
    assert 6 not in page.view.steps.buttons
    journal.undo()
    assert 6 in page.view.steps.buttons


def test_an_expert_is_asked_after_a_rejection(page: RejectionsPage, journal: Journal) -> None:
    """It is about this rejection, to whom was met in it, touches the seventh step, and opens."""
    linked(journal)
    page.show_rejection("second")

    def ask() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ConsultationDialog)
        dialog.save()

    QTimer.singleShot(0, ask)
    page.view.consultations.ask.click()
    (asked,) = journal.entries(Consultation)
    assert (asked.rejection, asked.kind, asked.day) == ("second", ConsultationKind.FEEDBACK, TODAY)
    assert lines(page)["Ask for feedback or advice"] == "Sun 22 Nov"
    page.show_rejection("first")
    assert page.view.consultations.lines == {}
    QTimer.singleShot(0, ask)
    page.view.consultations.ask.click()
    whom = {each.rejection: each.person_id for each in journal.entries(Consultation)}
    assert whom == {"second": "", "first": "ito"}


def test_a_line_keeps_the_keyboard_while_others_come(
    page: RejectionsPage, journal: Journal
) -> None:
    """What is logged elsewhere leaves the question alone that is read."""
    first = Consultation(id="c", day=TODAY, kind=ConsultationKind.COACHING, rejection="second")
    journal.store(add=[first], name=ActName.CONSULTATION)
    page.show_rejection("second")
    page.view.consultations.lines["c"].setFocus()
    journal.store(add=[replace(first, id="d")], name=ActName.CONSULTATION)
    assert page.view.consultations.lines["c"].hasFocus()


def test_a_line_has_the_keyboard_again_after_it_was_mended(
    qtbot: QtBot, page: RejectionsPage, journal: Journal
) -> None:
    """Once it is deleted, the button below has it: nobody begins at the window's top again."""
    asked = Consultation(id="c", day=TODAY, kind=ConsultationKind.COACHING, rejection="second")
    journal.store(add=[asked], name=ActName.CONSULTATION)
    page.show_rejection("second")

    def mend() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ConsultationDialog)
        qtbot.waitUntil(dialog.isActiveWindow)
        dialog.form.note.setPlainText("One more")
        dialog.save()

    def delete() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ConsultationDialog)
        qtbot.waitUntil(dialog.isActiveWindow)
        assert dialog.delete_button is not None
        dialog.delete_button.click()

    for act in (mend, delete):
        line = page.view.consultations.lines["c"]
        line.setFocus()
        QTimer.singleShot(0, act)
        line.click()
        lines = page.view.consultations.lines
        wanted = lines.get("c", page.view.consultations.ask)
        assert page.window().focusWidget() is wanted


def test_themes_are_gathered_once_there_is_feedback(
    qtbot: QtBot, page: RejectionsPage, journal: Journal
) -> None:
    """Counts with their stages; a theme leads to its rejections, no company is named."""
    assert not page.list.themes.isVisible()
    linked(journal)
    assert page.list.themes.isVisible()
    said = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ThemesDialog)
        said.extend(each.text() for each in dialog.findChildren(QLabel))
        dialog.buttons_of["pace"].click()

    QTimer.singleShot(0, look)
    page.list.themes.click()
    assert "So far 1 rejection came with feedback." in said
    assert said.count("1 of 1 with feedback (final interview 1)") == 2
    assert not any("Contoso" in each for each in said)
    assert page.list.search.text() == "pace"
    assert companies(page) == ["Contoso"]
