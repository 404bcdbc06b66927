"""Each way to end: what is typed is in the log, or in a draft that the next start offers."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
import shiboken6
from PIL import Image
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from second_wind.core.errors.journal_errors import DiskFull
from second_wind.core.log.clock import FixedClock, SystemClock
from second_wind.core.log.drafts import DraftForm
from second_wind.core.log.entries import CheckIn, Outing
from second_wind.journal.files.copies import safe_copies
from second_wind.journal.journal import Journal
from second_wind.paths import AppPaths
from second_wind.ui.kit.look.theme import Theme
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.program import errors
from second_wind.ui.program.start import Start
from second_wind.ui.rejections.rejection_dialog import RejectionDialog
from second_wind.ui.shell.main_window import MainWindow
from second_wind.ui.today.forms.outing_form import OutingEditor

WORDS = "not to be lost"


class Stays:
    """An application that goes on."""

    @staticmethod
    def exit() -> None:
        """Stay."""


@pytest.fixture
def start(
    qtbot: QtBot,
    paths: AppPaths,
    clock: FixedClock,
    theme: Theme,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Start]:
    """Start the window, with words in the note, a form on a card and one in a dialog."""
    # It would end the event loops of all tests that follow.
    monkeypatch.setattr("second_wind.ui.program.start.QGuiApplication", Stays)
    monkeypatch.setattr("second_wind.ui.program.beside.services._load_matplotlib", lambda: None)
    window = MainWindow(theme, Preferences(paths))
    window.show()
    start = Start(window, paths, clock)
    start.fill()
    start.serve()
    window.today.mood._note.insertPlainText(WORDS)
    window.today.exercise.ask()
    window.today.exercise.editor._kind.setText("along the river")  # type: ignore[attr-defined]
    dialog = RejectionDialog(start.journal, window)
    dialog.show()
    dialog.form.company.setText("Northwind")
    yield start
    finish(start)


def finish(start: Start) -> None:
    """Do what follows the event loop."""
    start.end_keeping()
    if shiboken6.isValid(start._window):
        start._window.end_now()
        shiboken6.delete(start._window)
    start.close()


def kept(paths: AppPaths, clock: FixedClock) -> list[str]:
    """Return what the next start finds: notes, and the words of drafts."""
    journal = Journal(paths.journal, clock)
    found = [each.note for each in journal.entries(CheckIn)]
    found += [each.words for each in journal.drafts()]
    journal.close(copy=False)
    return sorted(found)


ALL = sorted([WORDS, "along the river", "Northwind"])


def test_a_signal(start: Start, paths: AppPaths, clock: FixedClock) -> None:
    """The window goes at once; words are stored, forms are drafts, and a copy is made."""
    start.end_now()
    assert not start._window.isVisible()
    finish(start)
    assert kept(paths, clock) == ALL
    assert [each.reason for each in safe_copies(paths.journal)] == ["close"]


def test_closing_twice(
    start: Start, paths: AppPaths, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the log refuses is told first; the next try closes, and it is offered."""

    def refuse(**_: object) -> None:
        raise DiskFull(paths.journal)

    monkeypatch.setattr(start.journal, "store", refuse)
    assert not start._window.close()
    assert start._window.banner.isVisible()
    assert start._window.close()
    finish(start)
    assert kept(paths, clock) == ALL


@pytest.mark.parametrize("is_entered", [True, False])
def test_photos_that_are_being_read_are_waited_for(
    start: Start, paths: AppPaths, clock: FixedClock, tmp_path: Path, *, is_entered: bool
) -> None:
    """Where Enter was pressed the outing is stored with them; else they lie in its draft."""
    picture = tmp_path / "walk.jpg"
    Image.new("RGB", (3000, 2000), "green").save(picture)
    card = start._window.today.outings
    card.ask()
    editor = card.editor
    assert isinstance(editor, OutingEditor)
    editor.photos.add([picture])
    if is_entered:
        editor.ask_to_store()
    start.end_now()
    finish(start)
    with closing(Journal(paths.journal, clock)) as journal:
        stored = [each.photos for each in journal.entries(Outing)]
        drafts = [e.fields["photos"] for e in journal.drafts() if e.form is DraftForm.OUTING]
    assert (len(stored), len(drafts)) == ((1, 0) if is_entered else (0, 1))
    assert all(stored[0] if is_entered else drafts)


def test_a_signal_asks_nothing(
    start: Start, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither about words that can't be stored nor about a copy that can't be made."""
    shown: list[object] = []
    monkeypatch.setattr("second_wind.ui.program.start.show_error", shown.append)

    def refuse(*_: object, **__: object) -> None:
        raise DiskFull(paths.journal)

    for each in ("store", "keep_drafts"):
        monkeypatch.setattr(start.journal, each, refuse)
    monkeypatch.setattr(start.journal, "close", lambda **_: DiskFull(paths.journal))
    start.end_now()
    assert not start._window.isVisible()
    start.close()
    assert shown == []
    monkeypatch.undo()


def test_the_session_may_end(start: Start, paths: AppPaths, clock: FixedClock) -> None:
    """All is kept, and copied, before it is known whether it does; if not, all goes on."""
    assert start._services is not None
    start._services.locker._session.take_end(begins=False)
    assert kept(paths, clock) == []
    start._services.locker._session.take_end(begins=True)
    assert start._window.isVisible()
    assert kept(paths, clock) == ALL
    assert [each.reason for each in safe_copies(paths.journal)] == ["close"]
    start._window.today.exercise.editor.close_form()
    start.keep()
    assert kept(paths, clock) == sorted([WORDS, "Northwind"])


def test_a_bug(
    start: Start, paths: AppPaths, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is typed is kept before anything is said: nobody knows what comes next."""
    found: list[list[str]] = []
    monkeypatch.setattr(
        "second_wind.ui.program.report.ReportDialog.exec",
        lambda _self: found.append(kept(paths, clock)),
    )
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    errors.show_bugs(start.keep)
    sys.excepthook(ZeroDivisionError, ZeroDivisionError(), None)
    assert found == [ALL]


def test_a_bug_in_keeping_is_told_too(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It hides neither itself nor the first one."""
    monkeypatch.setattr("second_wind.ui.program.report.ReportDialog.exec", lambda _self: None)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)

    def fail() -> None:
        raise LookupError

    errors.show_bugs(fail)
    sys.excepthook(ZeroDivisionError, ZeroDivisionError(), None)
    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said
    assert "LookupError" in said


def test_what_is_typed_is_kept_while_the_program_runs(
    start: Start, paths: AppPaths, clock: FixedClock, qtbot: QtBot
) -> None:
    """A second after the last key, so that even a power cut takes a moment only."""
    start._window.today.exercise.editor._kind.setFocus()  # type: ignore[attr-defined]
    start._window.today.exercise.editor._kind.setText("along the sea")  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "along the sea" in kept(paths, clock), timeout=20_000)


def test_a_full_disk_is_waited_for(
    start: Start, paths: AppPaths, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """What can't be kept now is kept as soon as there is room."""
    keep_drafts: Callable[..., None] = start.journal.keep_drafts

    def refuse(*_: object) -> None:
        raise DiskFull(paths.journal)

    monkeypatch.setattr(start.journal, "keep_drafts", refuse)
    start._window.today.exercise.editor._kind.setText("by the sea")  # type: ignore[attr-defined]
    assert not start.keep()
    monkeypatch.setattr(start.journal, "keep_drafts", keep_drafts)
    qtbot.waitUntil(lambda: "by the sea" in kept(paths, clock), timeout=20_000)


_RUN = """
import os, signal, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from second_wind.core.log.clock import SystemClock
from second_wind.paths import AppPaths
from second_wind.ui.program import application
from second_wind.ui.rejections.rejection_dialog import RejectionDialog
from second_wind.ui.program.start import Start

def go(start):
    number = getattr(signal, sys.argv[2])
    window = start._window
    window.today.mood._note.insertPlainText("words")
    def type_and_end():
        dialog = window.findChild(RejectionDialog)
        dialog.form.company.setText("Northwind")
        os.kill(os.getpid(), number)
        os.kill(os.getpid(), number)
    QTimer.singleShot(300, type_and_end)
    window.commands.log_rejection()

close = Start.close
def closing(self):
    os.kill(os.getpid(), getattr(signal, sys.argv[2]))  # once more, in the midst of it
    close(self)
Start.close = closing

serve = Start.serve
def serving(self):
    serve(self)
    QTimer.singleShot(0, lambda: go(self))
Start.serve = serving
sys.exit(application.run_window(AppPaths.under(Path(sys.argv[1])), SystemClock()))
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_the_whole_program_ends_in_order(name: str, tmp_path: Path) -> None:
    """Status 0, a dialog with a form open, signals again and again: words, draft and copy stay."""
    command = [sys.executable, "-c", _RUN, str(tmp_path), name]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "Traceback" not in ran.stderr
    paths = AppPaths.under(tmp_path)
    journal = Journal(paths.journal, SystemClock())
    assert [each.note for each in journal.entries(CheckIn)] == ["words"]
    assert [each.words for each in journal.drafts()] == ["Northwind"]
    journal.close(copy=False)
    assert [each.reason for each in safe_copies(paths.journal)] == ["close"]


def test_signals_are_those_of_this_system() -> None:
    """The tests of this file would prove nothing elsewhere."""
    assert os.name == "posix"
    assert signal.SIGHUP
