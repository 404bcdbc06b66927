"""Logging a rejection."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
import shiboken6
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import (
    Channel,
    CheckIn,
    Exercise,
    Outing,
    Person,
    Rejection,
    Stage,
    Talk,
    TalkKind,
    Volunteering,
)
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.ui.kit.look.theme import Theme, ThemeChoice
from second_wind.ui.rejections.after.after_steps import LineMoment
from second_wind.ui.rejections.rejection_dialog import RejectionDialog
from second_wind.words.entries import kind_lines

TODAY = date(2026, 11, 22)
Key = Qt.Key


@pytest.fixture
def dialog(qtbot: QtBot, journal: Journal) -> Iterator[RejectionDialog]:
    """Show an empty form."""
    dialog = RejectionDialog(journal)
    shown(qtbot, dialog)
    yield dialog
    shiboken6.delete(dialog)


def shown(qtbot: QtBot, dialog: RejectionDialog) -> None:
    """Show a dialog and give it the keyboard."""
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)


def focused() -> QWidget:
    """Return the widget that has the keyboard."""
    widget = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert widget is not None
    return widget


def press(qtbot: QtBot, *keys: Key) -> None:
    """Press keys, each where the keyboard is by then."""
    for key in keys:
        qtbot.keyClick(focused(), key)


def only(journal: Journal) -> Rejection:
    """Return the one rejection of the journal."""
    (found,) = journal.entries(Rejection)
    return found


def said(dialog: RejectionDialog) -> str:
    """Return the words of the moment that is shown."""
    assert dialog.after is not None
    return dialog.after.current.words.text()


def test_ctrl_enter_saves_from_any_field(
    qtbot: QtBot, journal: Journal, dialog: RejectionDialog
) -> None:
    """From a text, in which Enter begins a line; a name that is half typed counts, too."""
    dialog.form.note.setPlainText("A no.")
    dialog.form.people.line.setFocus()
    qtbot.keyClicks(dialog.form.people.line, "Ms Ito")
    qtbot.keyClick(focused(), Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert only(journal).note == "A no."
    assert only(journal).people


def test_ctrl_enter_saves_once(qtbot: QtBot, journal: Journal, dialog: RejectionDialog) -> None:
    """In the kind moments after it there is nothing more to save."""
    dialog.form.note.setFocus()
    for _ in range(2):
        qtbot.keyClick(focused(), Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert only(journal)


def test_enter_alone_logs_a_rejection_of_today(
    qtbot: QtBot, journal: Journal, dialog: RejectionDialog
) -> None:
    """The one field that is needed is filled in: a single key stores it, and makes nothing up."""
    press(qtbot, Key.Key_Return)
    stored = only(journal)
    assert (stored.day, stored.company, stored.stage) == (TODAY, "", Stage.NOT_SAID)


def test_everything_can_be_logged_by_keyboard(
    qtbot: QtBot, journal: Journal, dialog: RejectionDialog
) -> None:
    """From the company on, Tab leads through all fields in order, and Enter saves."""
    qtbot.keyClicks(focused(), "Contoso")
    press(qtbot, Key.Key_Tab)
    qtbot.keyClicks(focused(), "Data analyst")
    press(qtbot, Key.Key_Tab, Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Tab)
    qtbot.keyClicks(focused(), "Ms Ito")
    press(qtbot, Key.Key_Tab)
    qtbot.keyClicks(focused(), "Strong portfolio")
    press(qtbot, Key.Key_Tab)
    qtbot.keyClicks(focused(), "examples, more SQL")
    press(qtbot, Key.Key_Tab)
    qtbot.keyClicks(focused(), "Ask earlier")
    press(qtbot, Key.Key_Tab)
    qtbot.keyClicks(focused(), "Rang my sister")
    press(qtbot, Key.Key_Tab, Key.Key_Tab, Key.Key_Return)
    stored = only(journal)
    (ito,) = journal.entries(Person)
    assert (ito.name, ito.organisation, ito.kind) == ("Ms Ito", "Contoso", TalkKind.INTERVIEWER)
    assert stored == Rejection(
        id=stored.id,
        day=TODAY,
        company="Contoso",
        role="Data analyst",
        stage=Stage.TASK,
        how=Channel.NOT_SAID,
        people=(ito.id,),
        themes=("examples", "more SQL"),
        feedback="Strong portfolio",
        lesson="Ask earlier",
        note="Rang my sister",
    )


def test_enter_in_a_text_begins_a_new_line(
    qtbot: QtBot, journal: Journal, dialog: RejectionDialog
) -> None:
    """Only line fields save on Enter; texts may have several lines, and are trimmed."""
    dialog.form.note.setFocus()
    qtbot.keyClicks(dialog.form.note, "one")
    press(qtbot, Key.Key_Return)
    assert journal.entries(Rejection) == []
    dialog.form.note.insertPlainText("two\n\n")
    dialog.save()
    assert only(journal).note == "one\ntwo"


def test_a_typed_date_is_taken(qtbot: QtBot, journal: Journal, dialog: RejectionDialog) -> None:
    """The day can be typed part by part and saved with Enter."""
    dialog.form.day.setFocus()
    dialog.form.day.setSelectedSection(dialog.form.day.Section.DaySection)
    qtbot.keyClicks(dialog.form.day, "16")
    press(qtbot, Key.Key_Return)
    assert only(journal).day == date(2026, 11, 16)


def test_a_day_to_come_is_refused_in_a_sentence(
    qtbot: QtBot, journal: Journal, dialog: RejectionDialog
) -> None:
    """Nothing is stored, the form keeps what was typed, and the day is asked for again."""
    dialog.form.company.setText("Contoso")
    dialog.form.day.setDate(QDate(2026, 11, 23))
    press(qtbot, Key.Key_Return)
    assert journal.entries(Rejection) == []
    assert dialog.notice.text().startswith("23 November 2026 is still to come")
    assert dialog.form.day.hasFocus()
    dialog.form.day.setDate(QDate(2026, 11, 21))
    press(qtbot, Key.Key_Return)
    assert (only(journal).day, only(journal).company) == (date(2026, 11, 21), "Contoso")
    assert dialog.notice.text() == ""


def test_undo_takes_the_rejection_back(
    qtbot: QtBot, journal: Journal, dialog: RejectionDialog
) -> None:
    """A rejection is one act that is undone by name."""
    press(qtbot, Key.Key_Return)
    assert journal.undo().name is ActName.REJECTION
    assert journal.entries(Rejection) == []


def test_esc_leaves_an_untouched_form(
    qtbot: QtBot, journal: Journal, dialog: RejectionDialog
) -> None:
    """With nothing written there is nothing to ask."""
    press(qtbot, Key.Key_Escape)
    assert not dialog.isVisible()
    assert journal.entries(Rejection) == []


def test_esc_asks_before_it_drops_words(
    qtbot: QtBot, journal: Journal, dialog: RejectionDialog
) -> None:
    """What was written is not lost by one key; the question can be answered either way."""
    qtbot.keyClicks(dialog.form.company, "Contoso")
    press(qtbot, Key.Key_Escape)
    assert dialog.leave_question.text() == "Leave without saving what you wrote?"
    press(qtbot, Key.Key_Escape)
    assert (dialog.isVisible(), dialog.leave_question.text()) == (True, "")
    assert dialog.form.company.text() == "Contoso"
    dialog.close()
    assert dialog.isVisible()
    qtbot.mouseClick(dialog.leave, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert journal.entries(Rejection) == []


def test_four_moments_follow_in_order(
    qtbot: QtBot, journal: Journal, dialog: RejectionDialog
) -> None:
    """How far one got, feelings, another view, a small step: Enter passes each of them."""
    dialog.form.stage.choose(Stage.FINAL_INTERVIEW)
    press(qtbot, Key.Key_Return)
    assert said(dialog) in kind_lines.acknowledgements(Stage.FINAL_INTERVIEW)
    press(qtbot, Key.Key_Return)
    assert said(dialog) == "How does it feel?"
    press(qtbot, Key.Key_Return)
    assert said(dialog) in kind_lines.reframing_lines()
    press(qtbot, Key.Key_Return)
    assert said(dialog) in [text for _step, text in kind_lines.small_steps()]
    press(qtbot, Key.Key_Return)
    assert not dialog.isVisible()
    assert journal.entries(CheckIn) == []


def test_enter_presses_the_button_that_has_the_focus(
    qtbot: QtBot, journal: Journal, dialog: RejectionDialog
) -> None:
    """Cancel by keyboard stores nothing; Leave leaves."""
    qtbot.keyClicks(dialog.form.company, "Contoso")
    cancel = dialog.findChild(QPushButton, "cancel")
    assert cancel is not None
    cancel.setFocus()
    press(qtbot, Key.Key_Return)
    assert not dialog.leave_question.isHidden()
    dialog.leave.setFocus()
    press(qtbot, Key.Key_Return)
    assert not dialog.isVisible()
    assert journal.entries(Rejection) == []


def test_enter_on_close_ends_the_moments(qtbot: QtBot, dialog: RejectionDialog) -> None:
    """It goes on only from the button that goes on, and from the fields."""
    press(qtbot, Key.Key_Return)
    assert dialog.after is not None
    dialog.after.close_button.setFocus()
    press(qtbot, Key.Key_Return)
    assert not dialog.isVisible()


def test_a_long_company_pushes_no_words_out_of_sight(qtbot: QtBot, dialog: RejectionDialog) -> None:
    """The words of acknowledgement are read whole, without scrolling sideways."""
    dialog.form.company.setText("Donaudampfschifffahrtselektrizitaeten" * 4)
    press(qtbot, Key.Key_Return)
    assert dialog.after is not None
    words = dialog.after.current.words
    assert words.mapTo(dialog, words.rect().bottomRight()).x() < dialog.width()


def test_esc_skips_all_moments(qtbot: QtBot, journal: Journal, dialog: RejectionDialog) -> None:
    """The rejection is stored before anything else is shown; Esc then simply ends."""
    press(qtbot, Key.Key_Return, Key.Key_Escape)
    assert not dialog.isVisible()
    assert len(journal.entries(Rejection)) == 1


def test_feelings_become_a_check_in(
    qtbot: QtBot, journal: Journal, dialog: RejectionDialog
) -> None:
    """Named feelings are stored once, without a mood, at the time it is, and can be undone."""
    press(qtbot, Key.Key_Return, Key.Key_Return)
    qtbot.keyClicks(focused(), "hur,det")
    press(qtbot, Key.Key_Return, Key.Key_Return, Key.Key_Return, Key.Key_Return)
    (check_in,) = journal.entries(CheckIn)
    assert check_in.feelings == ("hurt", "determined")
    assert (check_in.day, check_in.at, check_in.mood) == (TODAY, time(14, 32), None)
    assert journal.undo().name is ActName.FEELINGS
    assert len(journal.entries(Rejection)) == 1


def test_feelings_about_a_past_day_have_no_time(
    qtbot: QtBot, journal: Journal, dialog: RejectionDialog
) -> None:
    """They belong to the rejection's day, and Esc right after choosing keeps them."""
    dialog.form.day.setDate(QDate(2026, 11, 16))
    press(qtbot, Key.Key_Return, Key.Key_Return)
    assert dialog.after is not None
    dialog.after.feelings.chips.chip("angry").click()
    dialog.reject()
    (check_in,) = journal.entries(CheckIn)
    assert (check_in.day, check_in.at) == (date(2026, 11, 16), None)
    assert check_in.feelings == ("angry",)


def test_the_small_step_is_one_not_yet_taken(
    qtbot: QtBot, journal: Journal, dialog: RejectionDialog
) -> None:
    """Who did much on the rejection's day is offered what is left: advice, here."""
    done = [
        CheckIn(day=TODAY, feelings=("hurt",)),
        Talk(day=TODAY, person="Ana", kind=TalkKind.FRIEND),
        Exercise(day=TODAY, minutes=30),
        Outing(day=TODAY, minutes=30),
        Volunteering(day=TODAY, minutes=120),
    ]
    journal.store(add=done, name=ActName.LOG)
    press(qtbot, Key.Key_Return)
    assert dialog.after is not None
    left = {text for step, text in kind_lines.small_steps() if step == 7}
    assert dialog.after._moments[-1].words.text() in left


def test_the_small_step_leads_to_today(qtbot: QtBot, dialog: RejectionDialog) -> None:
    """Its button closes the dialog and asks for today's page."""
    press(qtbot, *[Key.Key_Return] * 4)
    days: list[object] = []
    dialog.day_requested.connect(days.append)
    assert dialog.after is not None
    button = dialog.after.current.findChild(QWidget, "open-today")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert days == [TODAY]
    assert not dialog.isVisible()


def line_shown(qtbot: QtBot, journal: Journal, shown_lines: set[int] | None) -> str:
    """Log a rejection and return the line that is shown."""
    dialog = RejectionDialog(journal, None, None, shown_lines)
    shown(qtbot, dialog)
    press(qtbot, *[Key.Key_Return] * 3)
    line = said(dialog)
    shiboken6.delete(dialog)
    return line


def test_a_line_that_was_sent_away_never_comes_again(
    qtbot: QtBot, dialog: RejectionDialog, journal: Journal, clock: FixedClock
) -> None:
    """By one button, for good, and taken back like any act."""
    dialog.save()
    assert dialog.after is not None
    while not isinstance(line := dialog.after.current, LineMoment):
        dialog.after.go_on()
    gone = line.words.text()
    line.dismiss.click()
    assert not line.dismiss.isEnabled()
    lines = kind_lines.reframing_lines()
    assert journal.settings.dismissed_lines == (lines.index(gone),)
    its_days = 0
    for _ in range(2 * len(lines)):
        clock.advance(days=1)
        if kind_lines.reframing_line(journal.today(), ()) == (lines.index(gone), gone):
            its_days += 1
            assert line_shown(qtbot, journal, None) != gone
    assert its_days > 1
    while journal.settings.dismissed_lines:
        journal.undo()


def test_no_line_is_shown_twice_in_a_day(qtbot: QtBot, journal: Journal, clock: FixedClock) -> None:
    """Three rejections in a day bring three lines, also when the program starts anew between."""
    memory: set[int] = set()
    lines = [line_shown(qtbot, journal, memory) for _ in range(2)]
    lines.append(line_shown(qtbot, journal, None))
    assert len(set(lines)) == 3


def test_memory_outlasts_an_undo(qtbot: QtBot, journal: Journal) -> None:
    """A rejection that is undone and logged again brings another line, if lines are remembered."""
    memory: set[int] = set()
    first = line_shown(qtbot, journal, memory)
    journal.undo()
    assert line_shown(qtbot, journal, memory) != first


def test_a_rejection_can_be_changed(qtbot: QtBot, journal: Journal) -> None:
    """The form shows what is stored; saving changes it in place, as one act, and closes."""
    old = Rejection(day=TODAY - timedelta(days=3), company="Contoso", stage=Stage.INTERVIEW)
    journal.store(add=[old], name=ActName.REJECTION)
    dialog = RejectionDialog(journal, None, old)
    shown(qtbot, dialog)
    assert (dialog.form.company.text(), dialog.form.stage.value()) == ("Contoso", "interview")
    dialog.form.role.setFocus()
    qtbot.keyClicks(dialog.form.role, "Nurse")
    press(qtbot, Key.Key_Return)
    assert not dialog.isVisible()
    assert (only(journal).id, only(journal).role) == (old.id, "Nurse")
    assert journal.undo().name is ActName.EDIT
    assert only(journal) == old
    shiboken6.delete(dialog)


def test_saving_without_a_change_is_no_act(qtbot: QtBot, journal: Journal) -> None:
    """Opening and saving leaves nothing to undo but the rejection itself."""
    old = Rejection(day=TODAY, company="Contoso")
    journal.store(add=[old], name=ActName.REJECTION)
    dialog = RejectionDialog(journal, None, old)
    dialog.save()
    assert journal.undo().name is ActName.REJECTION
    shiboken6.delete(dialog)


def test_every_field_is_named(dialog: RejectionDialog) -> None:
    """Each field has a name for screen readers, and the day is told in words."""
    form = dialog.form
    fields = (form.day, form.company, form.role, form.stage, form.how, form.people.line)
    texts = (form.themes.line, form.feedback, form.lesson, form.note)
    assert all(each.accessibleName() for each in (*fields, *texts))
    assert form.day.accessibleDescription() == "Sunday 22 November 2026"


def test_the_wheel_scrolls_the_form_and_changes_nothing(
    qtbot: QtBot, dialog: RejectionDialog
) -> None:
    """A wheel that passes over a field doesn't change the day or the stage."""
    for field in (dialog.form.day, dialog.form.stage):
        place = QPointF(10, 10)
        turn = QWheelEvent(
            place,
            field.mapToGlobal(place),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field, turn)
    assert not dialog.form.is_changed()


def test_texts_grow_with_what_is_written(qtbot: QtBot, dialog: RejectionDialog) -> None:
    """A long text gets more room, up to a limit, and the form scrolls."""
    box = dialog.form.note
    before = box.sizeHint().height()
    box.setPlainText("\n".join("abcdef"))
    grown = box.sizeHint().height()
    box.setPlainText("\n".join("abcdef" * 9))
    assert before < grown < box.sizeHint().height() < 2 * grown


@pytest.mark.parametrize("choice", [ThemeChoice.DARK, ThemeChoice.LIGHT])
def test_weekends_are_not_red(dialog: RejectionDialog, theme: Theme, choice: ThemeChoice) -> None:
    """The calendar paints every day in the text's colour, also when the scheme changes."""
    theme.choose(choice)
    QApplication.processEvents()
    calendar = dialog.form.day.calendarWidget()
    colours = {
        calendar.weekdayTextFormat(each).foreground().color().name() for each in Qt.DayOfWeek
    }
    assert colours == {theme.colours.text}


def test_one_undo_takes_the_rejection_and_who_was_met_in_it(
    qtbot: QtBot, journal: Journal, dialog: RejectionDialog
) -> None:
    """A name that is nobody's yet becomes a person within the same act."""
    dialog.form.people.setFocus()
    qtbot.keyClicks(dialog.form.people.line, "Ms Ito")
    press(qtbot, Key.Key_Return)
    assert journal.entries(Rejection) == []
    press(qtbot, Key.Key_Return)
    assert only(journal).people == (journal.entries(Person)[0].id,)
    journal.undo()
    assert journal.entries(Person) == []


def test_people_and_themes_are_completed(qtbot: QtBot, journal: Journal) -> None:
    """Who is noted down is linked by any part of the name, a theme keeps its first spelling."""
    ana = Person(day=TODAY, name="Ana Lima", organisation="Contoso")
    before = Rejection(day=TODAY - timedelta(days=9), themes=("Examples", "pace"))
    journal.store(add=[ana, before], name=ActName.IMPORT)
    dialog = RejectionDialog(journal)
    shown(qtbot, dialog)
    dialog.form.people.setFocus()
    qtbot.keyClicks(dialog.form.people.line, "lim")
    assert dialog.form.people.line.is_offering()
    press(qtbot, Key.Key_Down, Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.form.people.line.text() == "")
    assert dialog.form.rejection().people == (ana.id,)
    dialog.form.themes.setFocus()
    qtbot.keyClicks(dialog.form.themes.line, "examples,")
    dialog.form.themes.chip("pace").click()
    assert dialog.form.rejection().themes == ("Examples", "pace")
    dialog.form.themes.chip("Examples").click()
    dialog.save()
    stored = journal.entries(Rejection)[-1]
    assert (stored.people, stored.themes) == ((ana.id,), ("pace",))
    assert journal.entries(Person) == [ana]
    shiboken6.delete(dialog)


def test_what_was_met_before_stays(qtbot: QtBot, journal: Journal) -> None:
    """Names in one's own words and links to somebody who was deleted outlive a change."""
    old = Rejection(day=TODAY, met="their whole team", people=("gone",), themes=("pace",))
    journal.store(add=[old], name=ActName.REJECTION)
    dialog = RejectionDialog(journal, rejection=old)
    shown(qtbot, dialog)
    assert not dialog.form.is_changed()
    assert dialog.form.met.text() == "their whole team"
    dialog.form.company.setText("Contoso")
    dialog.save()
    assert only(journal) == replace(old, company="Contoso")
    shiboken6.delete(dialog)


def test_esc_takes_back_a_word_and_not_the_form(
    qtbot: QtBot, journal: Journal, dialog: RejectionDialog
) -> None:
    """The first Esc empties the line, the next one closes the form."""
    dialog.form.themes.setFocus()
    qtbot.keyClicks(dialog.form.themes.line, "exa")
    press(qtbot, Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.form.themes.line.text() == ""
    press(qtbot, Key.Key_Escape)
    assert not dialog.isVisible()
