"""The words of Today, what was refused among them, feelings, and the quick entry."""

from collections.abc import Callable
from datetime import date, time, timedelta

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import LONGEST_TEXT, CheckIn, Rejection
from second_wind.journal.log.changes import ActName
from second_wind.ui.feelings.feelings_dialog import FeelingsDialog
from second_wind.ui.kit.fields.note_edit import NoteEdit
from second_wind.ui.quick.quick_entry import QuickEntry
from second_wind.ui.rejections.rejection_dialog import RejectionDialog
from second_wind.ui.today.cards.mood_card import MoodCard

from .conftest import Session

Begin = Callable[[], Session]
TODAY = date(2026, 11, 22)
TOO_LONG = "words " * (LONGEST_TEXT // 6) + "too many by far"


def note_of(session: Session) -> NoteEdit:
    """Return Today's field for words, in focus."""
    session.window.today.mood.ask_note()
    note = session.window.findChild(NoteEdit, "note")
    assert isinstance(note, NoteEdit)
    return note


def put_back(session: Session) -> None:
    """Put the one draft back that is offered."""
    (draft,) = session.offer._waiting()
    session.offer._putting_back.put_back(draft)


def notes(session: Session, day: date = TODAY) -> list[str]:
    """Return the notes of a day."""
    return [each.note for each in session.journal.day(day).check_ins]


def test_words_that_can_be_stored_are_in_the_log_and_offered_by_nobody(begin: Begin) -> None:
    """The end comes within the pause after which they store themselves."""
    first = begin()
    QTest.keyClicks(note_of(first), "half a sent")
    second = begin()
    assert notes(second) == ["half a sent"]
    assert second.offered() == ""


def test_words_refused_for_their_length_come_back_whole(begin: Begin) -> None:
    """They stay in the field, are kept, offered by how they begin, and stored once shorter."""
    first = begin()
    note = note_of(first)
    note.insertPlainText(TOO_LONG)
    note.store_now()
    assert first.window.banner.isVisible()
    assert note.toPlainText() == TOO_LONG
    second = begin()
    assert notes(second) == []
    assert "“words words" in second.offered()
    put_back(second)
    again = note_of(second)
    assert again.toPlainText() == TOO_LONG
    again.setPlainText("words enough")
    again.store_now()
    assert notes(second) == ["words enough"]
    second.keeper.look()
    assert second.journal.drafts() == []
    assert begin().offered() == ""


def test_refused_words_stay_with_their_day(begin: Begin) -> None:
    """Another day shows its own words, and the first one shows them again."""
    session = begin()
    note = note_of(session)
    note.insertPlainText(TOO_LONG)
    today = session.window.today
    today.show_day(TODAY - timedelta(days=1))
    assert note.toPlainText() == ""
    session.keeper.look()
    assert [each.day for each in session.journal.drafts()] == [TODAY]
    today.show_day(TODAY)
    assert note.toPlainText() == TOO_LONG
    today.show_day(TODAY - timedelta(days=1))
    second = begin()
    put_back(second)
    assert second.window.today.shown_day() == TODAY
    assert note_of(second).toPlainText() == TOO_LONG


def test_words_go_back_to_the_check_in_that_they_were_about(
    begin: Begin, clock: FixedClock
) -> None:
    """Hours later, too; what was written there meanwhile stays, above them."""
    first = begin()
    first.log(CheckIn(day=TODAY, at=time(14, 30), mood=4, note="grey"))
    note = note_of(first)
    note.setPlainText(f"grey. {TOO_LONG}")
    begin()
    clock.advance(hours=3)
    second = begin()
    (check_in,) = second.journal.entries(CheckIn)
    changed = CheckIn(day=TODAY, at=time(14, 30), mood=4, note="grey, then rain", id=check_in.id)
    second.journal.store(change=[changed], name=ActName.EDIT)
    put_back(second)
    again = note_of(second)
    text = again.toPlainText()
    assert text.startswith("grey, then rain")
    assert text.endswith("too many by far")
    again.setPlainText("sun")
    again.store_now()
    assert notes(second) == ["sun"]


def test_a_feeling_that_is_being_typed_comes_back(begin: Begin) -> None:
    """As it stands in the field, its completion included."""
    first = begin()
    mood = first.window.today.mood
    mood.ask_feelings()
    QTest.keyClicks(mood.field, "saud")
    stood = mood.field.text()
    second = begin()
    assert notes(second) == []
    put_back(second)
    assert second.window.today.mood.field.text() == stood
    assert second.window.today.mood.field.isVisible()


def test_the_time_of_a_check_in_that_is_being_mended_comes_back(begin: Begin) -> None:
    """The check-in is open again."""
    first = begin()
    first.log(CheckIn(day=TODAY, at=time(9), mood=4))
    mood = first.window.today.mood
    mood._open(mood.day.check_ins[0])
    mood._mending.when.show_when(TODAY, time(8, 5), TODAY)
    second = begin()
    put_back(second)
    then = second.window.today.mood
    assert then._mending.isVisible()
    assert then._mending.when.when() == (TODAY, time(8, 5))
    then._mending.done.click()
    assert second.journal.entries(CheckIn)[0].at == time(8, 5)
    second.keeper.look()
    assert second.journal.drafts() == []


# All feelings


def in_feelings(do: Callable[[FeelingsDialog], None]) -> None:
    """Do something in the view of all feelings once it is open."""

    def then() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FeelingsDialog)
        do(dialog)

    QTimer.singleShot(0, then)


def test_chosen_feelings_and_what_words_mean_come_back(begin: Begin) -> None:
    """All feelings are open again, with the same chosen, described and looked for."""
    first = begin()

    def choose(dialog: FeelingsDialog) -> None:
        dialog.chip("sad").setChecked(True)
        dialog._search.setText("saudade")
        dialog._add_own()
        dialog._own._fields["saudade"].setText("what is gone")
        dialog._search.setText("hop")
        first.keeper.end()
        dialog.done(0)

    in_feelings(choose)
    first.window.today.mood._choose_feelings()
    second = begin()
    assert "what is gone" in second.offered()

    def finish(dialog: FeelingsDialog) -> None:
        assert dialog.chosen() == ("sad", "saudade")
        assert dialog.described()["saudade"] == ("", "what is gone")
        assert dialog._search.text() == "hop"
        dialog.accept()

    in_feelings(finish)
    put_back(second)
    assert second.journal.entries(CheckIn)[0].feelings == ("sad", "saudade")
    second.keeper.look()
    assert second.journal.drafts() == []


def test_feelings_named_after_a_rejection_come_back(begin: Begin) -> None:
    """The rejection is stored already; what was named after it is offered for its day."""
    first = begin()
    dialog = RejectionDialog(first.journal, first.window)
    dialog.show()
    dialog.save()
    assert dialog.after is not None
    dialog.after.go_on()
    QTest.keyClicks(dialog.after.feelings.field, "angry,")
    QTest.keyClicks(dialog.after.feelings.field, "saud")
    second = begin()
    assert len(second.journal.entries(Rejection)) == 1

    def finish(again: FeelingsDialog) -> None:
        assert again.chosen() == ("angry",)
        assert again._search.text().startswith("saud")
        again._search.clear()
        again.accept()

    in_feelings(finish)
    put_back(second)
    assert second.journal.entries(CheckIn)[0].feelings == ("angry",)


# The quick entry


def test_the_quick_entry_comes_back(begin: Begin) -> None:
    """With mood, minutes and words, for its day; those put aside for another day, too."""
    first = begin()
    entry = QuickEntry(first.journal)
    entry.open_on(TODAY - timedelta(days=1))
    entry._note.setText("yesterday was long")
    entry.open_on(TODAY)
    entry._press(7)
    entry._note.setText("today is short")
    entry._minutes.findChild(QLineEdit).setText("25")  # type: ignore[union-attr]
    first.keeper.end()
    shiboken6.delete(entry)
    second = begin()
    assert "2 things" in second.offered()
    earlier, later = second.offer._waiting()
    assert earlier.day == TODAY - timedelta(days=1)
    second.offer._putting_back.put_back(later)
    again = second.window.findChild(QuickEntry)
    assert isinstance(again, QuickEntry)
    assert again.isVisible()
    assert again._note.text() == "today is short"
    assert "25" in again._minutes.text()
    again._store()
    (stored,) = second.journal.day(TODAY).check_ins
    assert (stored.mood, stored.note) == (7, "today is short")
    second.keeper.look()
    assert second.journal.drafts() == [earlier]


def test_words_left_in_the_quick_entry_are_kept(begin: Begin) -> None:
    """Esc leaves it; what was typed is there when it is opened again, after a new start too."""
    first = begin()
    entry = QuickEntry(first.journal)
    entry.open_on(TODAY)
    entry._note.setText("not yet")
    entry._press(3)
    entry.close()
    first.keeper.end()
    shiboken6.delete(entry)
    (draft,) = begin().offer._waiting()
    assert draft.fields == {"quick-minutes": draft.fields["quick-minutes"], "quick-note": "not yet"}


def test_the_card_tells_of_nothing_that_is_stored(begin: Begin) -> None:
    """Neither after a press nor after words that stored themselves."""
    session = begin()
    mood: MoodCard = session.window.today.mood
    mood.press(6)
    note = note_of(session)
    QTest.keyClicks(note, "calm")
    note.store_now()
    assert mood.drafts() == {}
