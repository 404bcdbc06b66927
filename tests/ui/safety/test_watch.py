"""What other programs do to the journal's file while the window is open."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from second_wind.core.errors.copy_errors import CopiesFolderGone
from second_wind.core.errors.journal_errors import DiskFull
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn, Exercise
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths
from second_wind.ui.kit.fields.note_edit import NoteEdit
from second_wind.ui.kit.service.quiet_files import QuietFiles
from second_wind.ui.kit.window.standing_lines import StandingLine
from second_wind.ui.safety.clashes_dialog import ClashesDialog
from second_wind.ui.safety.merge_dialog import MergeDialog
from second_wind.ui.safety.watch import Watch
from second_wind.ui.shell.main_window import MainWindow

DAY = date(2026, 11, 22)
NAME = "journal (conflicted copy 2026-11-22).sqlite3"


@pytest.fixture
def watch(window: MainWindow, journal: Journal, paths: AppPaths) -> Iterator[Watch]:
    """Watch over the window's journal."""
    watch = Watch(journal, QuietFiles(paths), window.lines, window)
    yield watch
    watch.stop()


@pytest.fixture
def conflict(journal: Journal, clock: FixedClock) -> Path:
    """Leave a conflict copy with one entry more beside the journal."""
    path = journal.path.with_name(NAME)
    journal.store(add=[CheckIn(day=DAY, note="both")], name=ActName.NOTE)
    journal.save_copy(path)
    theirs = Journal(path, clock)
    theirs.store(add=[CheckIn(day=DAY, note="theirs")], name=ActName.NOTE)
    theirs.close(copy=False)
    return path


def notes(journal: Journal) -> set[str]:
    """Return the notes of all check-ins."""
    return {each.note for each in journal.entries(CheckIn)}


def line(window: MainWindow, matter: str) -> StandingLine:
    """Return what stands above the page about a matter."""
    found = window.lines.line(matter)
    assert found is not None
    return found


def test_nothing_stands_above_the_page_at_first(window: MainWindow, watch: Watch) -> None:
    """It takes no room."""
    watch.start(None)
    assert not window.lines.isVisible()


def test_a_conflict_copy_is_offered(window: MainWindow, watch: Watch, conflict: Path) -> None:
    """By name and time, once, and quietly."""
    watch.start(None)
    watch.look_for_conflicts()
    assert window.lines.matters() == (str(conflict),)
    assert line(window, str(conflict)).sentence.endswith(NAME)


def test_not_now_keeps_quiet_for_that_file(
    window: MainWindow, watch: Watch, conflict: Path, paths: AppPaths
) -> None:
    """Also after the next start; another file, or a later state of this one, is offered."""
    watch.start(None)
    line(window, str(conflict)).close_button.click()
    watch.look_for_conflicts()
    assert not window.lines.isVisible()
    assert QuietFiles(paths).has(conflict)
    content = conflict.read_bytes()
    conflict.unlink()
    conflict.write_bytes(content)
    conflict.touch()
    watch.look_for_conflicts()
    assert window.lines.isVisible()


def test_the_keyboard_comes_by_before_the_page(
    window: MainWindow, watch: Watch, conflict: Path, tmp_path: Path, qapp: QApplication
) -> None:
    """Tab goes from the sidebar through the lines; each button has a name."""
    watch.start(tmp_path / "drive")
    first = line(window, "copies").close_button
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Backtab)
    assert window.sidebar.isAncestorOf(qapp.focusWidget())
    QTest.keyClick(qapp.focusWidget(), Qt.Key.Key_Tab)
    seen = []
    for _press in range(4):
        focused = qapp.focusWidget()
        seen.append(focused.text() if isinstance(focused, QPushButton) else "")
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert seen[:3] == ["Close", "Merge…", "Not now"]
    assert window.stack.isAncestorOf(qapp.focusWidget())


def test_it_goes_with_the_file(window: MainWindow, watch: Watch, conflict: Path) -> None:
    """Whoever removes the copy hears no more of it."""
    watch.start(None)
    conflict.unlink()
    watch.look_for_conflicts()
    assert not window.lines.isVisible()


def test_merging_brings_it_in_and_puts_it_away(
    qtbot: QtBot,
    window: MainWindow,
    watch: Watch,
    conflict: Path,
    journal: Journal,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One act that can be taken back; the file is kept among the copies."""
    watch.merged.connect(window.commands.say_done)
    watch.start(None)
    content = conflict.read_bytes()

    def agree(dialog: MergeDialog) -> None:
        dialog.show()
        dialog.go.click()
        qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=10_000)

    monkeypatch.setattr(MergeDialog, "exec", agree)
    line(window, str(conflict)).act_button.click()
    assert notes(journal) == {"both", "theirs"}
    assert not conflict.exists()
    assert (journal.path.parent / "backups" / f"merged-{NAME}").read_bytes() == content
    assert not window.lines.isVisible()
    assert window.banner.text() == f"{NAME} is now part of your journal."
    window.commands.undo()
    assert notes(journal) == {"both"}


def test_a_file_put_in_the_journals_place(
    window: MainWindow, watch: Watch, conflict: Path, journal: Journal
) -> None:
    """The window shows what both hold, says so, and goes on storing."""
    journal.store(add=[CheckIn(day=DAY, note="ours")], name=ActName.NOTE)
    conflict.replace(journal.path)
    watch.look()
    assert notes(journal) == {"both", "theirs", "ours"}
    assert "so nothing is lost" in line(window, "file").sentence
    window.today.mood.press(7)
    assert 7 in [each.mood for each in journal.entries(CheckIn)]


def test_what_is_being_typed_is_kept(
    window: MainWindow, watch: Watch, conflict: Path, journal: Journal, clock: FixedClock
) -> None:
    """A note that is half stored in the old file is whole in the new one, and in its field."""
    clock.advance(hours=2)
    window.today.mood.ask_note()
    note = window.findChild(NoteEdit, "note")
    assert isinstance(note, NoteEdit)
    note.clear()
    QTest.keyClicks(note, "a walk")
    note.store_now()
    conflict.replace(journal.path)
    QTest.keyClicks(note, " by the river")
    note.store_now()
    assert notes(journal) == {"both", "theirs", "a walk by the river"}
    assert note.toPlainText() == "a walk by the river"
    assert window.lines.matters() == ("file",)


def test_a_damaged_file_in_its_place_is_told_once(
    window: MainWindow, watch: Watch, journal: Journal
) -> None:
    """Each look finds it; there is one line."""
    other = journal.path.with_name("other")
    other.write_bytes(b"\xff" * 4096)
    other.replace(journal.path)
    watch.look()
    watch.look()
    assert window.lines.matters() == ("file",)
    assert "What is open here lies in a safe copy." in line(window, "file").sentence


@pytest.mark.parametrize("brought", [True, False])
def test_of_a_damaged_file_only_what_is_proved_is_vouched_for(
    window: MainWindow,
    watch: Watch,
    journal: Journal,
    conflict: Path,
    garble: Callable[[Path, str], None],
    *,
    brought: bool,
) -> None:
    """What stays behind is told by its day, and which file keeps it; "nothing is lost" isn't."""
    journal.store(add=[CheckIn(day=DAY, note="garbled")], name=ActName.NOTE)
    if brought:
        journal.store(add=[CheckIn(day=DAY, note="ours")], name=ActName.NOTE)
    garble(journal.path, "UPDATE check_in SET note = 'gxrbled' WHERE note = 'garbled'")
    conflict.replace(journal.path)
    watch.look()
    text = line(window, "file").sentence
    (kept,) = (journal.path.parent / "backups").glob("*unproved*")
    assert notes(journal) == {"both", "theirs"} | ({"ours"} if brought else set())
    assert "nothing is lost" not in text
    assert "everything" not in text
    assert "stays behind: 22 Nov 2026. All of it is kept as " + kept.name in text


def test_trouble_with_copies_is_told_once(window: MainWindow, watch: Watch, tmp_path: Path) -> None:
    """Not again each minute, also if it was waved away; and it goes when it is over."""
    gone = CopiesFolderGone(tmp_path / "drive")
    watch.show_copy_problem(gone)
    assert "is its drive plugged in?" in line(window, "copies").sentence
    line(window, "copies").close_button.click()
    watch.show_copy_problem(gone)
    assert not window.lines.isVisible()
    watch.show_copy_problem(DiskFull(tmp_path))
    assert line(window, "copies").sentence.startswith("Stored, but there is no new safe copy")
    watch.show_copy_problem(None)
    assert not window.lines.isVisible()


def test_a_second_place_that_is_missing_at_the_start(
    window: MainWindow, watch: Watch, tmp_path: Path
) -> None:
    """It is told at once, not only when the next copy is due."""
    watch.start(tmp_path / "drive")
    assert window.lines.matters() == ("copies",)


@pytest.fixture
def replaced(journal: Journal, clock: FixedClock, tmp_path: Path) -> None:
    """Put another computer's file in the journal's place: one entry was changed here and there."""
    shared = CheckIn(day=DAY, note="first")
    journal.store(add=[shared, CheckIn(day=DAY, note="both")], name=ActName.NOTE)
    other = tmp_path / "other/journal.sqlite3"
    other.parent.mkdir()
    journal.save_copy(other)
    clock.advance(minutes=1)
    journal.store(change=[replace(shared, note="here")], name=ActName.NOTE)
    journal.store(add=[CheckIn(day=DAY, note="ours")], name=ActName.NOTE)
    clock.advance(minutes=1)
    with closing(Journal(other, clock)) as theirs:
        theirs.store(change=[replace(shared, note="there")], name=ActName.NOTE)
        theirs.store(add=[CheckIn(day=DAY, note="theirs")], name=ActName.NOTE)
    other.replace(journal.path)


@pytest.mark.usefixtures("replaced")
def test_what_a_replaced_file_brought_is_told_and_can_be_undone(
    window: MainWindow, watch: Watch, journal: Journal
) -> None:
    """What came, what was brought over with its Undo, and that something waits."""
    said: list[str] = []
    watch.merged.connect(said.append)
    watch.look()
    assert said == ["Brought into the new file: 1 check-in"]
    assert "New here: 1 check-in." in line(window, "file").sentence
    assert "Deleted" not in line(window, "file").sentence
    assert "1 entry was changed both here and in the file that came" in (
        line(window, "clashes").sentence
    )
    assert notes(journal) == {"there", "both", "ours", "theirs"}
    undone: list[bool] = []
    watch.undo_wanted.connect(lambda: undone.append(bool(journal.undo())))
    journal.store(add=[Exercise(day=DAY, minutes=20)], name=ActName.EXERCISE)
    line(window, "file").act_button.click()
    assert "Ctrl+Z takes that back first" in line(window, "file").sentence
    assert undone == []
    journal.undo()
    assert line(window, "file").act_button.text() == "Undo"
    line(window, "file").act_button.click()
    assert notes(journal) == {"there", "both", "theirs"}
    assert window.lines.line("file") is None


@pytest.mark.usefixtures("replaced")
@pytest.mark.parametrize(("choice", "stay"), [("theirs", {"here"}), ("both", {"here", "there"})])
def test_a_choice_that_waits_is_made(
    qtbot: QtBot,
    window: MainWindow,
    watch: Watch,
    journal: Journal,
    monkeypatch: pytest.MonkeyPatch,
    choice: str,
    stay: set[str],
) -> None:
    """Leaving keeps it waiting, over a start, too; a choice is one act, and the line goes."""
    watch.look()

    def choose(dialog: ClashesDialog) -> None:
        qtbot.addWidget(dialog)
        dialog.show()
        ((clash, choices),) = dialog.list.choices
        came, before = (each.text() for each in choices.findChildren(QRadioButton)[:2])
        assert (came, clash.here.note) == ("Keep what came with the file", "there")
        assert (before, clash.there.note) == ("Take what was here before", "here")
        choices.choose(choice)
        dialog.go.click()

    monkeypatch.setattr(ClashesDialog, "exec", ClashesDialog.reject)
    line(window, "clashes").act_button.click()
    watch.start(None)
    assert notes(journal) == {"there", "both", "ours", "theirs"}
    monkeypatch.setattr(ClashesDialog, "exec", choose)
    line(window, "clashes").act_button.click()
    assert notes(journal) == stay | {"both", "ours", "theirs"}
    assert window.lines.line("clashes") is None
    journal.undo()
    assert notes(journal) == {"there", "both", "ours", "theirs"}
