"""A damaged row under an open window: one line that stays, and a way to what can be saved."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from second_wind.core.errors.base import KnownError
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn, Exercise
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.safety.rescue import Use
from second_wind.paths import AppPaths
from second_wind.ui.kit.service.quiet_files import QuietFiles
from second_wind.ui.kit.window.places import Place
from second_wind.ui.opening.damage_dialog import DamageDialog
from second_wind.ui.safety.copies.copies_dialog import CopiesDialog
from second_wind.ui.safety.copies.replace import ReplaceDialog
from second_wind.ui.safety.journal_check import JournalCheckAfterStart
from second_wind.ui.safety.watch import Watch
from second_wind.ui.shell.main_window import MainWindow

Garble = Callable[[Path, str], None]
DAY = date(2026, 11, 20)
WRONG = "UPDATE check_in SET note = 'wrxtten om' WHERE note = 'written on'"


@pytest.fixture
def watch(window: MainWindow, journal: Journal, paths: AppPaths) -> Iterator[Watch]:
    """Watch over the window's journal."""
    watch = Watch(journal, QuietFiles(paths), window.lines, window)
    yield watch
    watch.stop()


@pytest.fixture
def copy(journal: Journal, clock: FixedClock) -> Path:
    """Log a note and make a copy, then log something later."""
    journal.store(add=[CheckIn(day=DAY, note="written on")], name=ActName.NOTE)
    made = journal.back_up("by-hand")
    clock.advance(hours=1)
    journal.store(add=[Exercise(day=DAY, minutes=20)], name=ActName.LOG)
    return made


def look(qtbot: QtBot, journal: Journal) -> list[str]:
    """Let the look after the start be done; return what it found, in words."""
    check, found = JournalCheckAfterStart(journal), []
    check.found.connect(found.append)
    check.check()
    with qtbot.waitSignal(check._tasks.done, timeout=20_000):
        pass
    check.stop()
    return found


def test_a_sound_journal_is_no_news(qtbot: QtBot, journal: Journal, copy: Path) -> None:
    """Nothing is said where all is well."""
    assert look(qtbot, journal) == []


def test_damage_is_told_with_its_day(
    qtbot: QtBot, journal: Journal, copy: Path, garble: Garble
) -> None:
    """Though SQLite finds no fault, and the window works on as ever."""
    garble(journal.path, WRONG)
    (said,) = look(qtbot, journal)
    assert said.startswith("Some entries are not as they were written: 20 Nov 2026.")


@pytest.mark.parametrize("chosen", [Use.RECOVERED, None])
def test_the_line_stays_until_it_is_in_order(
    window: MainWindow,
    watch: Watch,
    journal: Journal,
    copy: Path,
    garble: Garble,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    chosen: Use | None,
) -> None:
    """Its button leads to what can be saved; the journal goes on with what was chosen."""

    def choose(dialog: DamageDialog) -> None:
        qtbot.waitUntil(dialog.go.isEnabled, timeout=20_000)
        if chosen is None:
            dialog.reject()
        else:
            dialog.choices.choose(chosen)
            dialog.carry_out()

    garble(journal.path, WRONG)
    monkeypatch.setattr(DamageDialog, "exec", choose)
    (said,) = look(qtbot, journal)
    watch.show_damage(said)
    line = window.lines.line("damage")
    assert line is not None
    line.act_button.click()
    notes = {each.note for each in journal.entries(CheckIn)}
    assert notes == ({"written on"} if chosen else {"wrxtten om"})
    assert len(journal.entries(Exercise)) == 1
    assert (window.lines.line("damage") is None) is (chosen is not None)


def test_a_copy_that_is_refused_shows_the_same_way(
    window: MainWindow, watch: Watch, journal: Journal, copy: Path, garble: Garble
) -> None:
    """The window names no command for what it does itself."""
    from second_wind.core.errors.journal_errors import DamagedJournal

    garble(journal.path, WRONG)
    journal.store(add=[Exercise(day=DAY, minutes=30)], name=ActName.LOG)
    with pytest.raises(DamagedJournal) as known:
        journal.back_up("regular")
    watch.show_copy_problem(known.value)
    line = window.lines.line("damage")
    assert line is not None
    assert "no new ones are made" in line.sentence
    assert "second-wind" not in line.sentence


def test_a_return_over_damage_puts_the_copy_in_place(
    qtbot: QtBot,
    journal: Journal,
    copy: Path,
    paths: AppPaths,
    garble: Garble,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The broken row doesn't stay, and what was done is said with the name of the old file."""
    garble(journal.path, WRONG)
    dialog = CopiesDialog(journal, paths)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.model.unread(), timeout=20_000)
    monkeypatch.setattr(ReplaceDialog, "exec", ReplaceDialog.replace)
    dialog.table.selectRow(0)
    dialog.ask_to_return()
    assert {each.note for each in journal.entries(CheckIn)} == {"written on"}
    assert journal.entries(Exercise) == []
    (aside,) = journal.path.parent.glob("journal.damaged-*.sqlite3")
    assert aside.name in dialog.notice.text()
    dialog.close()


def test_a_page_on_a_garbled_day_is_no_bug(
    window: MainWindow,
    journal: Journal,
    copy: Path,
    garble: Garble,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Garbage that can't be read at all is told as damage, and never as an empty day."""
    from second_wind.core.errors.journal_errors import DamagedJournal

    told: list[KnownError] = []
    monkeypatch.setattr(window, "tell", told.append)
    for page in window.stack.pages().values():
        page.failed.connect(told.append)
    garble(journal.path, "UPDATE check_in SET feelings = '5'")
    window.open_day(DAY)
    window.open_page(Place.HISTORY)
    assert told
    assert all(isinstance(each, DamagedJournal) for each in told)
