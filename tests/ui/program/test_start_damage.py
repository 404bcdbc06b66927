"""What the window does at its start where the journal is damaged, missing or copied by others."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
import shiboken6
from PIL import Image
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from second_wind.computer import second_place
from second_wind.core.errors.base import KnownError
from second_wind.core.errors.journal_errors import JournalUnreachable, NewerJournal, NotAJournal
from second_wind.core.log.clock import FixedClock
from second_wind.core.log.entries import CheckIn, Outing
from second_wind.journal.journal import Journal
from second_wind.journal.log.changes import ActName
from second_wind.paths import AppPaths
from second_wind.storage.photos.photo_files import PhotoCheck
from second_wind.storage.photos.photos import PhotoStore
from second_wind.ui.kit.look.theme import Theme
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.opening.damage_dialog import DamageDialog
from second_wind.ui.program import start as start_module
from second_wind.ui.program.beside.services import Services
from second_wind.ui.program.start import Start
from second_wind.ui.shell.main_window import MainWindow

DAY = date(2026, 11, 20)


@pytest.fixture
def logged(paths: AppPaths, clock: FixedClock) -> None:
    """Log something, with a copy."""
    journal = Journal(paths.journal, clock)
    journal.store(add=[CheckIn(day=DAY, mood=6, note="kept")], name=ActName.NOTE)
    journal.close()


@pytest.fixture
def start(
    qtbot: QtBot,
    theme: Theme,
    paths: AppPaths,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Start]:
    """Have a window that shows no journal yet."""
    monkeypatch.setattr("second_wind.ui.program.beside.services._load_matplotlib", lambda: None)
    window = MainWindow(theme, Preferences(paths))
    window.show()
    start = Start(window, paths, clock)
    yield start
    end(start)


def end(start: Start) -> None:
    """Close the window and then the journal, as the program does."""
    if shiboken6.isValid(start._window):
        QCoreApplication.processEvents()  # what follows the start
        start._window.close()
        shiboken6.delete(start._window)
    start.close()


def services_of(start: Start) -> Services:
    """Return what goes on beside the window; it begins now if it has not."""
    if start._services is None:
        start.serve()
    assert start._services is not None
    return start._services


def lines(start: Start) -> list[str]:
    """Return what stands above the page."""
    found = [start._window.lines.line(each) for each in start._window.lines.matters()]
    return [each.sentence for each in found if each]


def answer(dialog: DamageDialog, qtbot: QtBot) -> None:
    """Take what is recommended."""
    dialog.show()
    qtbot.waitUntil(dialog.go.isEnabled, timeout=10_000)
    dialog.carry_out()


@pytest.mark.usefixtures("logged")
@pytest.mark.parametrize(
    "damage",
    [
        lambda paths: paths.journal.write_bytes(b"\xff" * 512 + paths.journal.read_bytes()[512:]),
        lambda paths: paths.journal.write_bytes(paths.journal.read_bytes()[:9000]),
        lambda paths: paths.journal.write_bytes(b""),
        lambda paths: paths.journal.unlink(),
    ],
)
def test_the_window_opens_with_what_was_saved(
    qtbot: QtBot,
    start: Start,
    paths: AppPaths,
    monkeypatch: pytest.MonkeyPatch,
    damage: Callable[[AppPaths], object],
) -> None:
    """And says what was done."""
    damage(paths)
    monkeypatch.setattr(DamageDialog, "exec", lambda dialog: answer(dialog, qtbot))
    start.fill()
    assert start.is_open
    assert [each.note for each in start.journal.entries(CheckIn)] == ["kept"]
    (said,) = lines(start)
    assert said.startswith("Your journal is")


@pytest.mark.usefixtures("logged")
def test_whoever_leaves_ends_the_program(
    qtbot: QtBot, start: Start, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is opened and nothing changed."""
    paths.journal.write_bytes(b"")
    monkeypatch.setattr(DamageDialog, "exec", lambda dialog: dialog.reject())
    with qtbot.waitSignal(start.failed):
        start.fill()
    assert not start.is_open
    assert paths.journal.stat().st_size == 0


@pytest.mark.usefixtures("logged")
def test_a_conflict_copy_and_a_missing_drive_are_said_at_once(
    start: Start, paths: AppPaths
) -> None:
    """Each in one line."""
    (paths.data / "drive").mkdir()
    second_place.choose(paths.config, paths.data / "drive").rmdir()
    copy = paths.data / "journal (1).sqlite3"
    copy.write_bytes(paths.journal.read_bytes())
    start.fill()
    said = lines(start)
    assert len(said) == 2
    assert "is its drive plugged in?" in said[0]
    assert "journal (1).sqlite3" in said[1]


@pytest.mark.usefixtures("logged")
def test_a_missing_drive_is_no_trouble_when_the_window_closes(
    start: Start, paths: AppPaths, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was said above the page; nothing pops up in the end."""
    told: list[KnownError] = []
    monkeypatch.setattr(start_module, "show_error", told.append)
    (paths.data / "drive").mkdir()
    folder = second_place.choose(paths.config, paths.data / "drive")
    start.fill()
    folder.rmdir()
    clock.advance(minutes=20)
    start.journal.store(add=[CheckIn(day=DAY, mood=3)], name=ActName.MOOD)
    services_of(start).copy_if_due()
    assert [each for each in lines(start) if "drive plugged in" in each]
    clock.advance(minutes=20)
    start.journal.store(add=[CheckIn(day=DAY, mood=4)], name=ActName.MOOD)
    end(start)
    assert told == []


def _newer(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(60)
        file.write((99).to_bytes(4, "big"))


def _foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE theirs (a)")


def _directory(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.usefixtures("logged")
@pytest.mark.parametrize(
    ("make", "error"),
    [(_newer, NewerJournal), (_foreign, NotAJournal), (_directory, JournalUnreachable)],
)
def test_what_no_choice_helps_is_told_and_ends(
    qtbot: QtBot,
    start: Start,
    paths: AppPaths,
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[Path], None],
    error: type[KnownError],
) -> None:
    """One sentence, no damage dialog, and nothing is touched."""
    told: list[KnownError] = []
    monkeypatch.setattr(start_module, "show_error", told.append)
    monkeypatch.setattr(DamageDialog, "exec", lambda _dialog: pytest.fail("asked"))
    make(paths.journal)
    with qtbot.waitSignal(start.failed):
        start.fill()
    assert [type(each) for each in told] == [error]
    assert not start.is_open


@pytest.fixture
def photos(paths: AppPaths, clock: FixedClock, tmp_path: Path) -> list[str]:
    """Log two outings with a photo each."""
    store = PhotoStore(paths.photos)
    keys = []
    for colour in ("red", "green"):
        Image.new("RGB", (80, 60), colour).save(tmp_path / f"{colour}.png")
        keys.append(store.add(tmp_path / f"{colour}.png", clock.now()))
    store.close()
    journal = Journal(paths.journal, clock)
    outings = [Outing(day=DAY, minutes=5, photos=(each,)) for each in keys]
    journal.store(add=outings, name=ActName.OUTING)
    journal.close(copy=False)
    return keys


def test_photos_are_checked_once_the_window_is_there(
    qtbot: QtBot, start: Start, paths: AppPaths, photos: list[str]
) -> None:
    """What is damaged or missing is told by its day, above the page."""
    with closing(sqlite3.connect(paths.photos)) as db:
        db.execute("UPDATE photo SET picture = x'00' WHERE sha256 = ?", (photos[0],))
        db.execute("DELETE FROM photo WHERE sha256 = ?", (photos[1],))
        db.commit()
    start.fill()
    assert lines(start) == []
    assert services_of(start).photo_check._timer.isActive()
    services_of(start).photo_check.check()
    qtbot.waitUntil(lambda: lines(start) != [], timeout=10_000)
    (said,) = lines(start)
    assert said.startswith("1 photo is damaged, 1 is missing: 20 Nov 2026. If you still have")


@pytest.mark.usefixtures("photos")
def test_sound_photos_are_no_news(qtbot: QtBot, start: Start) -> None:
    """Nothing is said where all is well."""
    start.fill()
    with qtbot.waitSignal(services_of(start).photo_check._tasks.done, timeout=10_000):
        services_of(start).photo_check.check()
    assert lines(start) == []


@pytest.mark.usefixtures("photos")
def test_a_key_that_changes_meanwhile_is_no_damage(qtbot: QtBot, start: Start) -> None:
    """While every file is written anew, nothing that is read says anything."""
    start.fill()
    services_of(start).photo_check.check()
    start._journal.release()
    services_of(start).photo_check._tell("check", PhotoCheck(faults=("file is not a database",)))
    assert lines(start) == []
    start._journal.resume()
