"""Settings: when the journal was saved and copied, where it lies, and whether it is sound."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from second_wind.computer import second_place
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.journal.safety.rescue import Use
from second_wind.paths import AppPaths
from second_wind.ui.opening.damage_dialog import DamageDialog
from second_wind.ui.safety.merge_dialog import MergeDialog
from second_wind.ui.settings.safety import SafetySection

DAY = date(2026, 11, 22)


@pytest.fixture
def section(qtbot: QtBot, journal: Journal, paths: AppPaths) -> Iterator[SafetySection]:
    """Show the section."""
    section = SafetySection(journal, paths)
    qtbot.addWidget(section)
    section.refresh()
    section.show()
    yield section
    section.tasks.finish()


def check(qtbot: QtBot, section: SafetySection) -> str:
    """Check, and return what is said of it."""
    section.check_button.click()
    qtbot.waitUntil(section.check_button.isEnabled, timeout=10_000)
    return section.result.text()


def test_nothing_was_done_yet(section: SafetySection, journal: Journal) -> None:
    """It says so, and where the journal lies."""
    assert (section.saved.text(), section.copied.text()) == ("not yet", "not yet")
    assert section.place.text() == "none chosen"
    assert section.path.field.text() == str(journal.path)
    section.path.copy_button.click()
    assert QGuiApplication.clipboard().text() == str(journal.path)


def test_when_it_was_saved_and_copied(
    section: SafetySection, journal: Journal, clock: FixedClock
) -> None:
    """In local words; an undo counts, since it was stored, too."""
    journal.store(add=[CheckIn(day=DAY, mood=5)], name=ActName.MOOD)
    journal.back_up("by-hand")
    section.refresh()
    assert (section.saved.text(), section.copied.text()) == ("today at 14:32", "today at 14:32")
    clock.advance(days=1)
    section.refresh()
    assert section.saved.text() == "22 Nov 2026, 14:32"


def test_a_second_place_that_is_gone(
    section: SafetySection, paths: AppPaths, tmp_path: object
) -> None:
    """It is named in the same row."""
    (paths.data / "drive").mkdir()
    folder = second_place.choose(paths.config, paths.data / "drive")
    section.refresh()
    assert section.place.text() == str(folder)
    folder.rmdir()
    section.refresh()
    assert section.place.text() == f"{folder} can't be reached"


def test_a_sound_journal(qtbot: QtBot, section: SafetySection, journal: Journal) -> None:
    """One sentence says so, and which copy is the newest."""
    journal.store(add=[CheckIn(day=DAY, mood=5)], name=ActName.MOOD)
    assert check(qtbot, section) == "Your journal is sound. There is no safe copy yet."
    journal.back_up("by-hand")
    assert check(qtbot, section) == (
        "Your journal is sound. The newest sound copy is of 22 Nov 2026, 14:32."
    )
    assert not section.rescue_button.isVisible()


def test_a_garbled_entry_is_found_and_mended(
    qtbot: QtBot,
    section: SafetySection,
    journal: Journal,
    monkeypatch: pytest.MonkeyPatch,
    garble: Callable[[Path, str], None],
) -> None:
    """The window stays open: it lets the file go, and shows afterwards what was saved."""
    journal.store(add=[CheckIn(day=DAY, mood=6)], name=ActName.MOOD)
    journal.back_up("by-hand")
    garble(journal.path, "UPDATE check_in SET mood = 9")
    assert check(qtbot, section).startswith(
        "Some entries are not as they were written: 22 Nov 2026."
    )
    assert section.rescue_button.isVisible()

    def agree(dialog: DamageDialog) -> None:
        dialog.show()
        qtbot.waitUntil(dialog.go.isEnabled, timeout=10_000)
        assert dialog.choices.value() == Use.RECOVERED
        dialog.carry_out()

    monkeypatch.setattr(DamageDialog, "exec", agree)
    section.rescue_button.click()
    assert section.result.text().startswith("Your journal is in order again.")
    assert [each.mood for each in journal.entries(CheckIn)] == [6]
    journal.store(add=[CheckIn(day=DAY, mood=7)], name=ActName.MOOD)


def test_whoever_leaves_the_rescue_goes_on_as_before(
    section: SafetySection, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The journal is open again."""
    monkeypatch.setattr(DamageDialog, "exec", lambda dialog: dialog.reject())
    section.rescue()
    journal.store(add=[CheckIn(day=DAY, mood=7)], name=ActName.MOOD)
    assert section.result.text() == ""


def test_closing_the_window_while_it_checks(
    qtbot: QtBot, journal: Journal, paths: AppPaths
) -> None:
    """Nothing is left running, and nothing open."""
    section = SafetySection(journal, paths)
    qtbot.addWidget(section)
    section.check()
    section.tasks.finish()


def test_a_merge_can_be_taken_back(
    qtbot: QtBot, section: SafetySection, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page says what became part of the journal."""
    other = journal.path.with_name("desktop.sqlite3")
    theirs = Journal(other, journal.clock)
    theirs.store(add=[CheckIn(day=DAY, mood=5)], name=ActName.MOOD)
    theirs.close(copy=False)

    def agree(dialog: MergeDialog) -> None:
        dialog.show()
        dialog.look_at(other)
        dialog.go.click()
        qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=10_000)

    monkeypatch.setattr(MergeDialog, "exec", agree)
    with qtbot.waitSignal(section.done) as done:
        section.merge_button.click()
    assert done.args == ["desktop.sqlite3 is now part of your journal."]
