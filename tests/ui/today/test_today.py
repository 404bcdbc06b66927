"""Today in a real window: each act is stored at once and can be taken back."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn, Exercise, Outing, OutingKind, Rejection, Rest
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths
from second_wind.ui.entries.entry_line import EntryLine
from second_wind.ui.feelings.feelings_dialog import FeelingsDialog
from second_wind.ui.feelings.mood_row import MoodButton
from second_wind.ui.kit.fields.note_edit import NoteEdit
from second_wind.ui.kit.look.theme import Theme
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.photos.photos import Photos
from second_wind.ui.shell.main_window import MainWindow
from second_wind.ui.today.cards.activity_card import ActivityCard

TODAY = date(2026, 11, 22)


def _press(qtbot: QtBot, window: MainWindow, *keys: Qt.Key) -> None:
    """Press keys where the focus is, as a person does."""
    for key in keys:
        qtbot.keyClick(window.focusWidget() or window, key)


def _type(qtbot: QtBot, window: MainWindow, text: str) -> None:
    qtbot.keyClicks(window.focusWidget(), text)


def _moods(journal: Journal, day: date = TODAY) -> list[float | None]:
    return [each.mood for each in journal.day(day).check_ins]


def _child(window: MainWindow, name: str) -> QWidget:
    found = window.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def test_one_key_logs_a_mood(qtbot: QtBot, window: MainWindow, journal: Journal) -> None:
    """From an open window a mood is one key, stored with the minute it is."""
    _press(qtbot, window, Qt.Key.Key_7)
    (check_in,) = journal.day(TODAY).check_ins
    assert (check_in.mood, check_in.at) == (7, time(14, 32))
    assert window.today.header.saved_text() == "Saved 14:32"


@pytest.mark.parametrize("end", ["\r", ","])
def test_a_whole_day_in_ten_acts(
    qtbot: QtBot, window: MainWindow, journal: Journal, end: str
) -> None:
    """7, F, two words, E, Enter for 20, O, Enter, N, text: the day is logged."""
    _press(qtbot, window, Qt.Key.Key_7, Qt.Key.Key_F)
    _type(qtbot, window, f"hope{end}")
    _type(qtbot, window, "tired")
    _press(qtbot, window, Qt.Key.Key_Return, Qt.Key.Key_E, Qt.Key.Key_Return)
    _press(qtbot, window, Qt.Key.Key_O, Qt.Key.Key_Return, Qt.Key.Key_N)
    _type(qtbot, window, "a slow morning")
    window.today.store_now()
    day = journal.day(TODAY)
    (check_in,) = day.check_ins
    assert check_in.mood == 7
    assert check_in.feelings == ("hopeful", "tired")
    assert check_in.note == "a slow morning"
    assert day.exercise_minutes == 20
    assert [each.kind for each in day.outings] == [OutingKind.NATURE]


@pytest.mark.parametrize("leads", [[Qt.Key.Key_O], [Qt.Key.Key_P, Qt.Key.Key_Tab]])
def test_a_number_typed_in_a_list_of_kinds_is_the_minutes(
    qtbot: QtBot, window: MainWindow, journal: Journal, leads: list[Qt.Key]
) -> None:
    """O and 25, as E and 25: no digit is dropped, and none is a mood."""
    _press(qtbot, window, *leads)
    _type(qtbot, window, "2")
    _type(qtbot, window, "5")
    _press(qtbot, window, Qt.Key.Key_Return)
    day = journal.day(TODAY)
    assert [each.minutes for each in (*day.outings, *day.talks)] == [25]
    assert day.check_ins == ()


def test_a_second_word_presses_no_keys(qtbot: QtBot, window: MainWindow, journal: Journal) -> None:
    """Words typed after Enter are feelings: none of their letters opens a form or a dialog."""
    _press(qtbot, window, Qt.Key.Key_F)
    for word in ("tired", "relieved", "nervous", "overwhelmed"):
        _type(qtbot, window, word)
        _press(qtbot, window, Qt.Key.Key_Return)
    _press(qtbot, window, Qt.Key.Key_Return, Qt.Key.Key_7)
    (check_in,) = journal.day(TODAY).check_ins
    assert (check_in.feelings, check_in.mood) == (
        ("tired", "relieved", "nervous", "overwhelmed"),
        7,
    )


def test_a_number_after_a_key_goes_into_its_form(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    """F, a word, then E and 35 right away: 35 minutes of exercise."""
    _press(qtbot, window, Qt.Key.Key_F)
    _type(qtbot, window, "calm\re")
    _press(qtbot, window, Qt.Key.Key_3, Qt.Key.Key_5, Qt.Key.Key_Return)
    day = journal.day(TODAY)
    assert (day.exercise_minutes, day.check_ins[0].feelings) == (35, ("calm",))


@pytest.mark.parametrize("note", ["slept badly, walked", "ended early", "a call"])
def test_a_note_right_after_a_feeling(
    qtbot: QtBot, window: MainWindow, journal: Journal, note: str
) -> None:
    """F, a word, then N and the note: it is no feeling that begins with an N."""
    _press(qtbot, window, Qt.Key.Key_F)
    _type(qtbot, window, "calm\rn")
    for letter in note:
        _type(qtbot, window, letter)
    window.today.store_now()
    (check_in,) = journal.day(TODAY).check_ins
    assert (check_in.feelings, check_in.note) == (("calm",), note)


def test_each_act_is_undone_and_redone(qtbot: QtBot, window: MainWindow, journal: Journal) -> None:
    """Ctrl+Z takes back act by act, Ctrl+Shift+Z does them again."""
    _press(qtbot, window, Qt.Key.Key_7, Qt.Key.Key_E, Qt.Key.Key_Return)
    whole = journal.day(TODAY)
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not journal.day(TODAY).is_logged
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_Z, both)
    assert journal.day(TODAY) == whole


def test_a_second_press_corrects_and_is_an_act_of_its_own(
    qtbot: QtBot, window: MainWindow, journal: Journal, clock: FixedClock
) -> None:
    """Within two minutes a press replaces; undo brings back the first one."""
    _press(qtbot, window, Qt.Key.Key_3)
    clock.advance(minutes=1)
    _press(qtbot, window, Qt.Key.Key_4)
    assert _moods(journal) == [4]
    journal.undo()
    assert _moods(journal) == [3]
    clock.advance(minutes=5)
    _press(qtbot, window, Qt.Key.Key_8)
    assert _moods(journal) == [3, 8]


def test_one_then_zero_is_ten_in_one_act(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    """1 and 0 in quick succession are 10, and one undo takes it back."""
    _press(qtbot, window, Qt.Key.Key_1, Qt.Key.Key_0)
    assert _moods(journal) == [10]
    journal.undo()
    assert _moods(journal) == []


def test_zero_alone_is_ten(qtbot: QtBot, window: MainWindow, journal: Journal) -> None:
    """The key after 9 is 10."""
    _press(qtbot, window, Qt.Key.Key_0)
    assert _moods(journal) == [10]


def test_a_past_day_takes_one_more_key(qtbot: QtBot, window: MainWindow, journal: Journal) -> None:
    """The arrow opens yesterday, and what is logged there has no time."""
    _press(qtbot, window, Qt.Key.Key_Left, Qt.Key.Key_5)
    (check_in,) = journal.day(TODAY - timedelta(days=1)).check_ins
    assert (check_in.mood, check_in.at) == (5, None)
    _press(qtbot, window, Qt.Key.Key_T)
    assert window.today.shown_day() == TODAY


def test_no_day_lies_ahead(qtbot: QtBot, window: MainWindow) -> None:
    """The arrow to the right stops at today."""
    _press(qtbot, window, Qt.Key.Key_Right)
    assert window.today.shown_day() == TODAY


def test_arrows_mirror_in_right_to_left(
    qtbot: QtBot, window: MainWindow, qapp: QApplication
) -> None:
    """Where days run from right to left, the right arrow goes to the past."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        _press(qtbot, window, Qt.Key.Key_Right)
        assert window.today.shown_day() == TODAY - timedelta(days=1)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_typed_digits_are_no_moods(qtbot: QtBot, window: MainWindow, journal: Journal) -> None:
    """Keys act unless a field takes typing; Esc leaves the field."""
    _press(qtbot, window, Qt.Key.Key_N)
    _type(qtbot, window, "7 of 9 e o")
    assert _moods(journal) == []
    _press(qtbot, window, Qt.Key.Key_Escape)
    assert [each.note for each in journal.day(TODAY).check_ins] == ["7 of 9 e o"]
    _press(qtbot, window, Qt.Key.Key_6)
    assert _moods(journal) == [6]


def test_a_note_stores_itself_while_typing_rests(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    """0.8 s after the last key the words are stored, and a visit is one act."""
    _press(qtbot, window, Qt.Key.Key_N)
    _type(qtbot, window, "first")
    qtbot.waitUntil(lambda: bool(journal.day(TODAY).check_ins), timeout=3000)
    _type(qtbot, window, " second")
    _press(qtbot, window, Qt.Key.Key_Escape)
    assert [each.note for each in journal.day(TODAY).check_ins] == ["first second"]
    journal.undo()
    assert not journal.day(TODAY).is_logged


def test_ctrl_z_in_a_note_undoes_typing_first(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    """In a field Ctrl+Z takes back typing; with none left it takes back acts."""
    _press(qtbot, window, Qt.Key.Key_7, Qt.Key.Key_N)
    _type(qtbot, window, "words")
    note = window.focusWidget()
    assert isinstance(note, NoteEdit)
    qtbot.keyClick(note, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert note.toPlainText() == ""
    assert _moods(journal) == [7]
    qtbot.keyClick(note, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _moods(journal) == []


def test_the_day_begins_at_four(
    qtbot: QtBot, window: MainWindow, journal: Journal, clock: FixedClock
) -> None:
    """What is logged at one in the morning belongs to the evening before."""
    clock.advance(hours=11)
    _press(qtbot, window, Qt.Key.Key_4)
    (check_in,) = journal.day(TODAY).check_ins
    assert check_in.at == time(1, 32)


def test_a_check_in_is_mended_in_place(
    qtbot: QtBot, window: MainWindow, journal: Journal, clock: FixedClock
) -> None:
    """A click on a check-in opens it: mood, feelings and words then change that one."""
    _press(qtbot, window, Qt.Key.Key_3)
    clock.advance(hours=1)
    _press(qtbot, window, Qt.Key.Key_8)
    line = window.today.mood.findChild(EntryLine)
    assert isinstance(line, EntryLine)
    line.click()
    _press(qtbot, window, Qt.Key.Key_5)
    assert _moods(journal) == [5, 8]


def test_an_activity_is_mended_and_deleted_in_place(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    """A line opens the form with its values; Save changes it, Delete takes it away, undoable."""
    journal.store(add=[Exercise(day=TODAY, minutes=15, kind="Walk")], name=ActName.EXERCISE)
    window.today.exercise.findChild(EntryLine).click()
    _type(qtbot, window, "25")
    _press(qtbot, window, Qt.Key.Key_Return)
    assert [each.minutes for each in journal.day(TODAY).exercise] == [25]
    window.today.exercise.findChild(EntryLine).click()
    window.today.exercise.editor._remove()
    assert not journal.day(TODAY).exercise
    journal.undo()
    assert [each.minutes for each in journal.day(TODAY).exercise] == [25]


def test_an_outing_counts_as_exercise_only_if_chosen(journal: Journal) -> None:
    """Minutes outside are movement only when the person says so."""
    plain = Outing(day=TODAY, minutes=40)
    walked = Outing(day=TODAY, minutes=30, as_exercise=True)
    journal.store(add=[plain, walked], name=ActName.OUTING)
    assert journal.day(TODAY).exercise_minutes == 30


def test_rest_is_marked_and_taken_back(qtbot: QtBot, window: MainWindow, journal: Journal) -> None:
    """A day can be marked as rest, which logs nothing else."""
    window.today.header._rest.click()
    assert journal.day(TODAY).rest is not None
    assert not journal.day(TODAY).is_logged
    window.today.header._rest.click()
    assert journal.day(TODAY).rest is None


def test_the_strip_opens_its_days(qtbot: QtBot, window: MainWindow, journal: Journal) -> None:
    """A click on a day of the strip opens it; it says what it holds to a screen reader."""
    day = TODAY - timedelta(days=7)
    journal.store(
        add=[CheckIn(day=day, mood=3.0), Rejection(day=day), Exercise(day=day, minutes=20)],
        name=ActName.LOG,
    )
    cell = window.today.strip.cells[6]
    assert cell.accessibleName() == (
        "Sunday 15 November 2026: mood 3, heavy, 20 minutes of exercise, 1 rejection"
    )
    cell.click()
    assert window.today.shown_day() == day


def test_another_process_shows_within_two_seconds(
    qtbot: QtBot, window: MainWindow, journal: Journal, clock: FixedClock
) -> None:
    """What the command line logs while the window is open appears by itself."""
    other = Journal(journal.path, clock)
    other.store(add=[CheckIn(day=TODAY, mood=9.0)], name=ActName.LOG)
    other.close(copy=False)
    qtbot.waitUntil(lambda: window.today.strip.cells[-1].mark.mood == 9.0, timeout=3000)


def test_the_page_moves_on_at_the_new_day(
    qtbot: QtBot, window: MainWindow, clock: FixedClock
) -> None:
    """A window left open shows the new day once it has begun."""
    clock.advance(days=1)
    window.today._look_at_clock()
    assert window.today.shown_day() == TODAY + timedelta(days=1)


@pytest.mark.parametrize("size", [(640, 360), (1024, 640), (1336, 800)])
def test_nothing_is_cut_off(qtbot: QtBot, window: MainWindow, size: tuple[int, int]) -> None:
    """Down to 640 x 360 the page scrolls up and down, never sideways."""
    window.resize(*size)
    qtbot.wait(50)
    assert window.today._area.horizontalScrollBar().maximum() == 0


def test_a_day_that_fits_does_not_scroll(qtbot: QtBot, window: MainWindow) -> None:
    """Where all cards are seen there is nothing to scroll into."""
    window.resize(1336, 800)
    window.today.mood.press(7)
    qtbot.wait(50)
    assert window.today._area.verticalScrollBar().maximum() == 0


def test_page_down_scrolls_from_wherever_the_focus_is(qtbot: QtBot, window: MainWindow) -> None:
    """By keyboard alone everything comes into sight, and the way back is as short."""
    window.resize(640, 360)
    qtbot.wait(50)
    bar = window.today._area.verticalScrollBar()
    _press(qtbot, window, Qt.Key.Key_PageDown)
    assert bar.value() == bar.pageStep()
    _press(qtbot, window, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    _press(qtbot, window, Qt.Key.Key_Home)
    assert bar.value() == 0


@pytest.mark.parametrize(
    ("key", "typed", "highest"),
    [("E", "0", "1440"), ("E", "1441", "1440"), ("V", "0", "24"), ("V", "25", "24")],
)
def test_an_impossible_amount_is_told_and_stores_nothing(
    qtbot: QtBot, window: MainWindow, journal: Journal, key: str, typed: str, highest: str
) -> None:
    """What can't be is neither stored nor silently corrected; the form stays open to mend it."""
    _press(qtbot, window, getattr(Qt.Key, f"Key_{key}"))
    _type(qtbot, window, typed)
    _press(qtbot, window, Qt.Key.Key_Return)
    assert not journal.day(TODAY).is_logged
    assert highest in window.banner.text()
    card = window.today.exercise if key == "E" else window.today.volunteering
    assert card.editor.isVisible()


def test_what_is_typed_into_a_form_is_stored_when_another_day_is_opened(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    """Nothing typed is dropped; a form that was only opened stores nothing."""
    _press(qtbot, window, Qt.Key.Key_E)
    _type(qtbot, window, "35")
    window.today.show_day(TODAY - timedelta(days=1))
    assert [each.minutes for each in journal.day(TODAY).exercise] == [35]
    assert window.today.exercise.editor.isHidden()
    window.today.exercise.ask()
    window.today.show_day(TODAY)
    assert not journal.day(TODAY - timedelta(days=1)).is_logged
    assert window.today.exercise.editor.isHidden()


@pytest.mark.parametrize("key", "EOVP")
def test_every_field_of_a_form_has_room(
    qtbot: QtBot, window: MainWindow, journal: Journal, key: str
) -> None:
    """Beside a chart, where cards are narrow, a word and the hint of a field are still read."""
    journal.store(add=[Rejection(day=TODAY)], name=ActName.REJECTION)
    window.resize(1250, 800)
    _press(qtbot, window, getattr(Qt.Key, f"Key_{key}"))
    qtbot.wait(50)
    editors = [each.editor for each in window.today.findChildren(ActivityCard)]
    editor = next(each for each in editors if each.isVisible())
    lines = [each for each in editor.findChildren(QLineEdit) if each.isVisible()]
    needed = editor.fontMetrics().horizontalAdvance("walk, swim, …") + 18
    assert (
        min(each.width() for each in lines if not isinstance(each.parent(), QAbstractSpinBox))
        >= needed
    )


@pytest.mark.parametrize("key", "EOVP")
def test_esc_keeps_what_was_typed_into_a_form(
    qtbot: QtBot, window: MainWindow, journal: Journal, key: str
) -> None:
    """It stores nothing and drops nothing: the form shows it again on its day, and Enter stores."""
    open_form = getattr(Qt.Key, f"Key_{key}")
    _press(qtbot, window, open_form)
    if key == "O":
        _press(qtbot, window, Qt.Key.Key_Tab)
    _type(qtbot, window, "12")
    editors = [each.editor for each in window.today.findChildren(ActivityCard)]
    editor = next(each for each in editors if each.isVisible())
    _press(qtbot, window, Qt.Key.Key_Escape)
    assert editor.isHidden()
    window.today.show_day(TODAY - timedelta(days=1))
    _press(qtbot, window, open_form)
    assert not editor.is_touched()
    _press(qtbot, window, Qt.Key.Key_Escape)
    window.today.show_day(TODAY)
    assert not journal.day(TODAY).is_logged
    _press(qtbot, window, open_form)
    assert editor.is_touched()
    _press(qtbot, window, Qt.Key.Key_Return)
    assert journal.day(TODAY).is_logged
    _press(qtbot, window, open_form)
    assert not editor.is_touched()


def test_esc_keeps_what_was_mended(qtbot: QtBot, window: MainWindow, journal: Journal) -> None:
    """An entry that was opened keeps its draft, another one has none; Cancel drops it."""
    walk, swim = Exercise(day=TODAY, minutes=20, kind="walk"), Exercise(day=TODAY, minutes=30)
    journal.store(add=[walk, swim], name=ActName.EXERCISE)
    editor = window.today.exercise.editor
    window.today.exercise._open(walk)
    _type(qtbot, window, "25")
    _press(qtbot, window, Qt.Key.Key_Escape)
    window.today.exercise._open(swim)
    assert editor.made(TODAY, None).minutes == 30
    window.today.exercise._open(walk)
    assert editor.made(TODAY, None).minutes == 25
    editor.close_form()
    window.today.exercise._open(walk)
    assert editor.made(TODAY, None).minutes == 20


def test_a_form_that_could_not_be_stored_says_its_day(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    """It stays open with what was typed, and belongs to its own day when it is mended."""
    _press(qtbot, window, Qt.Key.Key_E)
    _type(qtbot, window, "1441")
    window.today.show_day(TODAY - timedelta(days=1))
    editor = window.today.exercise.editor
    assert not editor.isHidden()
    assert not editor._when.isHidden()
    editor.first_field().show_text("41")
    editor.ask_to_store()
    assert [each.minutes for each in journal.day(TODAY).exercise] == [41]


def test_a_form_in_work_is_stored_on_closing(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    """A window that closes takes along what was typed."""
    _press(qtbot, window, Qt.Key.Key_V)
    _type(qtbot, window, "3")
    window.close()
    assert [each.minutes for each in journal.day(TODAY).volunteering] == [180]


def test_a_time_can_be_taken_away(window: MainWindow, journal: Journal) -> None:
    """Without the tick an entry has no time; with it, it has one again, midnight included."""
    journal.store(add=[Exercise(day=TODAY, at=time(8, 10), minutes=15)], name=ActName.EXERCISE)
    for ticked, wanted in ((False, None), (True, time(12)), (True, time(0))):
        window.today.exercise.findChild(EntryLine).click()
        when = window.today.exercise.editor._when
        when._has_time.setChecked(ticked)
        if wanted == time(0):
            when._time.set_at(time(0))
        window.today.exercise.editor.ask_to_store()
        assert [each.at for each in journal.day(TODAY).exercise] == [wanted]


def test_more_feelings_keep_what_was_changed_meanwhile(
    window: MainWindow, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A choice made in the dialog doesn't take back what came from elsewhere."""
    check_in = CheckIn(day=TODAY, mood=6, feelings=("calm",))
    journal.store(add=[check_in], name=ActName.MOOD)

    def choose(dialog: FeelingsDialog) -> int:
        changed = replace(journal.day(TODAY).check_ins[0], mood=4, feelings=("calm", "proud"))
        journal.store(change=[changed], name=ActName.EDIT)
        dialog.chip("hurt").click()
        return 1

    monkeypatch.setattr(FeelingsDialog, "exec", choose)
    window.today.mood._choose_feelings()
    (now,) = journal.day(TODAY).check_ins
    assert (now.mood, now.feelings) == (4, ("calm", "proud", "hurt"))


def test_rest_shows_on_a_day_with_a_mood(window: MainWindow, journal: Journal) -> None:
    """Its cell looks different from the same mood without rest."""
    cell = window.today.strip.cells[-1]
    journal.store(add=[CheckIn(day=TODAY, mood=6)], name=ActName.MOOD)
    plain = cell.grab().toImage()
    journal.store(add=[Rest(day=TODAY)], name=ActName.REST)
    assert cell.grab().toImage() != plain


def test_rest_until_another_day_and_back_early(window: MainWindow, journal: Journal) -> None:
    """A stretch is one act; coming back early ends the days ahead, and undo brings them back."""
    header, today = window.today.header, journal.today()
    assert header._longer.isHidden()
    header.rest_toggled.emit(True)
    assert not header._longer.isHidden()
    header.rest_until_wanted.emit(today + timedelta(days=4))
    resting = [today + timedelta(days=i) for i in range(5)]
    assert [each.day for each in journal.entries(Rest)] == resting
    header.rest_toggled.emit(False)
    assert journal.entries(Rest) == []
    journal.undo()
    assert [each.day for each in journal.entries(Rest)] == resting
    journal.undo()
    assert [each.day for each in journal.entries(Rest)] == [today]


def test_nothing_is_pressed_together_in_a_small_window(
    qtbot: QtBot, journal: Journal, photos: Photos, theme: Theme, paths: AppPaths
) -> None:
    """A window that opens small gives every button its height; the page scrolls instead."""
    window = MainWindow(theme, Preferences(paths))
    window.fill(journal, photos)
    window.resize(640, 360)
    window.show()
    qtbot.waitExposed(window)
    button = window.today.findChild(MoodButton)
    qtbot.waitUntil(lambda: button.height() == button.sizeHint().height(), timeout=2000)
    window.close()
    shiboken6.delete(window)
