"""The window of safe copies: what each holds, a return with its way back, and where copies go."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
import shiboken6
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from second_wind.computer import second_place
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn, Outing, Talk
from second_wind.journal.files.copies import safe_copies
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths
from second_wind.storage.photos.photos import PhotoStore
from second_wind.ui.safety.copies.copies_dialog import CopiesDialog
from second_wind.ui.safety.copies.copies_model import Column, CopiesModel
from second_wind.ui.safety.copies.restore import RestoreDialog

DAY = date(2026, 11, 22)


@pytest.fixture
def two_copies(journal: Journal, clock: FixedClock) -> list[Path]:
    """Make a copy with one entry, and a newer one with two."""
    made = []
    for note in ("first", "second"):
        journal.store(add=[CheckIn(day=DAY, note=note)], name=ActName.NOTE)
        made.append(journal.back_up("by-hand"))
        clock.advance(hours=1)
    return made


@pytest.fixture
def dialog(qtbot: QtBot, journal: Journal, paths: AppPaths) -> Iterator[CopiesDialog]:
    """Open the dialog, and let it read every copy."""
    dialog = CopiesDialog(journal, paths)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.model.unread(), timeout=10_000)
    yield dialog
    dialog.close()
    shiboken6.delete(dialog)


def texts(model: CopiesModel, row: int) -> list[str]:
    """Return what a row shows."""
    return [str(model.index(row, column).data()) for column in Column]


def notes(journal: Journal) -> set[str]:
    """Return the notes of all check-ins."""
    return {each.note for each in journal.entries(CheckIn)}


@pytest.mark.usefixtures("two_copies")
def test_each_copy_says_what_it_holds(dialog: CopiesDialog) -> None:
    """Newest first, in local words, read from beginning to end."""
    assert [texts(dialog.model, row)[:4] for row in (0, 1)] == [
        ["22 Nov 2026, 15:32", "asked for", "2", "22 Nov 2026"],
        ["22 Nov 2026, 14:32", "asked for", "1", "22 Nov 2026"],
    ]
    assert texts(dialog.model, 0)[Column.STATE] == "sound"


def test_a_damaged_copy_says_so(
    qtbot: QtBot, journal: Journal, paths: AppPaths, two_copies: list[Path]
) -> None:
    """Nobody can return to it, and the check of all names how many there are."""
    with two_copies[1].open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 4096)
    dialog = CopiesDialog(journal, paths)
    qtbot.addWidget(dialog)
    dialog.show()
    assert texts(dialog.model, 0)[Column.STATE] == "not read yet"
    qtbot.waitUntil(lambda: not dialog.model.unread(), timeout=10_000)
    assert texts(dialog.model, 0)[2:] == ["", "", texts(dialog.model, 0)[4], "damaged"]
    assert not dialog.return_button.isEnabled()
    dialog.table.selectRow(1)
    assert dialog.return_button.isEnabled()
    dialog.verify()
    qtbot.waitUntil(lambda: dialog.verify_button.isEnabled(), timeout=10_000)
    assert dialog.notice.text().startswith("1 of 2 copies is damaged")
    dialog.close()


@pytest.mark.usefixtures("two_copies")
def test_verify_says_that_all_are_sound(qtbot: QtBot, dialog: CopiesDialog) -> None:
    """Every copy is read once more."""
    dialog.verify()
    assert not dialog.verify_button.isEnabled()
    qtbot.waitUntil(lambda: dialog.verify_button.isEnabled(), timeout=10_000)
    assert dialog.notice.text().startswith("2 copies were read from beginning to end")


def test_a_return_says_before_what_it_changes(
    qtbot: QtBot, journal: Journal, two_copies: list[Path]
) -> None:
    """One act does it; nothing happens before."""
    plan = journal.plan_restore(two_copies[0])
    asked = RestoreDialog(journal, plan, "22 Nov 2026, 14:32")
    qtbot.addWidget(asked)
    said = " ".join(each.text() for each in asked.findChildren(type(asked.title)))
    assert "Would go, because it was logged later: 1 check-in" in said
    assert notes(journal) == {"first", "second"}
    asked.go_back()
    assert notes(journal) == {"first"}
    assert journal.next_undo() == asked.act


def test_a_return_can_be_taken_back_at_once(
    journal: Journal,
    dialog: CopiesDialog,
    two_copies: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The line that says what was done offers it; afterwards there is nothing to undo twice."""
    dialog.refresh()
    monkeypatch.setattr(RestoreDialog, "exec", RestoreDialog.go_back)
    dialog.table.selectRow(1)
    dialog.ask_to_return()
    assert notes(journal) == {"first"}
    assert dialog.notice.text() == "Your journal is as it was at the copy of 22 Nov 2026, 14:32."
    assert dialog.undo_button.isVisible()
    dialog.undo_button.click()
    assert notes(journal) == {"first", "second"}
    assert not dialog.undo_button.isVisible()


@pytest.mark.usefixtures("two_copies")
def test_undo_takes_back_nothing_else(
    journal: Journal, dialog: CopiesDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If something was logged since, the button is of no use any more."""
    monkeypatch.setattr(RestoreDialog, "exec", RestoreDialog.go_back)
    dialog.table.selectRow(1)
    dialog.ask_to_return()
    journal.store(add=[Talk(day=DAY)], name=ActName.TALK)
    dialog.undo()
    assert len(journal.entries(Talk)) == 1
    assert notes(journal) == {"first"}


def test_a_copy_that_holds_the_same_offers_nothing(
    qtbot: QtBot, journal: Journal, two_copies: list[Path]
) -> None:
    """It says so, and there is only a way out."""
    asked = RestoreDialog(journal, journal.plan_restore(two_copies[1]), "now")
    qtbot.addWidget(asked)
    assert [each.text() for each in asked.findChildren(QPushButton)] == ["Close"]


def test_back_up_now(journal: Journal, dialog: CopiesDialog) -> None:
    """The first copy appears, is chosen, and the empty words go."""
    assert dialog.none_yet.isVisible()
    dialog.back_up()
    assert dialog.model.rowCount() == 1
    assert dialog.table.chosen() == 0
    assert not dialog.none_yet.isVisible()
    assert dialog.notice.text() == "A safe copy was made and proved (22 Nov 2026, 14:32)."


def test_a_copy_saved_elsewhere_is_whole(
    qtbot: QtBot, journal: Journal, dialog: CopiesDialog, paths: AppPaths, tmp_path: Path
) -> None:
    """With its photos in a file beside it, it opens as a journal of its own."""
    Image.new("RGB", (80, 60), "red").save(tmp_path / "red.png")
    store = PhotoStore(paths.photos)
    key = store.add(tmp_path / "red.png", journal.now())
    store.close()
    journal.store(add=[Outing(day=DAY, minutes=5, photos=(key,))], name=ActName.OUTING)
    target = tmp_path / "stick/second-wind-2026-11-22.sqlite3"
    target.parent.mkdir()
    dialog.save_to(target)
    qtbot.waitUntil(lambda: dialog.save_button.isEnabled(), timeout=10_000)
    assert dialog.notice.text() == (
        "second-wind-2026-11-22.sqlite3 holds everything you have logged, and"
        " second-wind-2026-11-22-photos.sqlite3 beside it your photo. Keep both together."
    )
    copied = AppPaths.under(target.parent).with_journal(target)
    with closing(PhotoStore(copied.photos)) as photos:
        assert photos.picture(key)
    again = Journal(target, journal.clock)
    assert again.entries(Outing)[0].photos == (key,)
    again.close(copy=False)


def test_a_place_that_can_not_be_written_is_told(
    journal: Journal, dialog: CopiesDialog, tmp_path: Path
) -> None:
    """Nothing is half-written, and the journal itself is no place for a copy."""
    dialog.save_to(tmp_path / "nowhere/copy.sqlite3")
    assert "can't be opened or written" in dialog.notice.text()
    dialog.save_to(journal.path)
    assert "is a database" in dialog.notice.text()


@pytest.mark.usefixtures("two_copies")
def test_a_second_place_takes_all_copies(
    dialog: CopiesDialog, journal: Journal, paths: AppPaths, tmp_path: Path
) -> None:
    """At once, and it says so; stopping leaves them there."""
    (tmp_path / "drive").mkdir()
    dialog.second_place.choose(tmp_path / "drive")
    folder = second_place.chosen(paths.config)
    assert folder is not None
    names = {each.path.name for each in safe_copies(journal.path)}
    assert {each.name for each in folder.iterdir()} == names
    assert dialog.notice.text().startswith("Done. All copies lie there now")
    assert dialog.second_place.folder.field.text() == str(folder)
    dialog.second_place.give_up()
    assert second_place.chosen(paths.config) is None
    dialog.back_up()
    assert {each.name for each in folder.iterdir()} == names


def test_a_second_place_that_is_gone_is_told_in_one_sentence(
    dialog: CopiesDialog, tmp_path: Path
) -> None:
    """The copy beside the journal is made all the same."""
    (tmp_path / "drive").mkdir()
    dialog.second_place.choose(tmp_path / "drive")
    (tmp_path / "drive").rename(tmp_path / "unplugged")
    dialog.back_up()
    assert "is its drive plugged in?" in dialog.second_place.problem.text()
    assert dialog.second_place.problem.isVisible()
    (tmp_path / "unplugged").rename(tmp_path / "drive")
    dialog.back_up()
    assert not dialog.second_place.problem.isVisible()


@pytest.mark.usefixtures("two_copies")
def test_the_keyboard_reaches_everything(dialog: CopiesDialog, qapp: QApplication) -> None:
    """Tab leaves the table, and passes every button once."""
    dialog.activateWindow()
    dialog.table.setFocus()
    seen = []
    for _press in range(12):
        QTest.keyClick(qapp.focusWidget(), Qt.Key.Key_Tab)
        focused = qapp.focusWidget()
        if focused is dialog.table:
            break
        seen.append(focused.text() if isinstance(focused, QPushButton) else "?")
    assert seen == [
        "Return to this copy…",
        "Back up now",
        "Verify all",
        "Save a copy elsewhere…",
        "Choose a second place…",
        "Close",
    ]


def test_closing_while_copies_are_read(
    qtbot: QtBot, journal: Journal, paths: AppPaths, clock: FixedClock
) -> None:
    """Nothing is left running, and nothing open."""
    for _number in range(12):
        journal.back_up("test")
        clock.advance(minutes=5)
    dialog = CopiesDialog(journal, paths)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.accept()
    assert not dialog.tasks.is_wanted


def test_the_copies_hold_no_lock(
    journal: Journal, dialog: CopiesDialog, two_copies: object
) -> None:
    """While they were read, the journal could be written."""
    journal.store(add=[CheckIn(day=DAY, note="third")], name=ActName.NOTE)
    with closing(sqlite3.connect(journal.path)) as db:
        assert db.execute("SELECT count(*) FROM check_in").fetchone() == (3,)


def test_enter_on_back_up_now_makes_a_copy(
    qtbot: QtBot, two_copies: list[Path], dialog: CopiesDialog, clock: FixedClock
) -> None:
    """And the window stays open to say it."""
    clock.advance(hours=1)
    before = dialog.model.rowCount()
    dialog.back_up_button.setFocus()
    qtbot.keyClick(dialog.back_up_button, Qt.Key.Key_Return)
    assert dialog.model.rowCount() == before + 1
    assert dialog.isVisible()
