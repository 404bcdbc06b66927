"""What begins once the window shows the journal, and how a hidden start ends up in sight."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from second_wind.core.log.clock import FixedClock
from second_wind.paths import AppPaths
from second_wind.ui.kit.look.theme import Theme
from second_wind.ui.kit.service.preferences import Preferences
from second_wind.ui.notices.tray import Tray
from second_wind.ui.program import after_start
from second_wind.ui.program.after_start import AfterStart
from second_wind.ui.program.start import Start
from second_wind.ui.shell.first_run import FirstRun
from second_wind.ui.shell.main_window import MainWindow

# Qt asks an offscreen screen for a signal that only a real one has.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)


class Program:
    """A window that starts as the program starts it."""

    def __init__(self, theme: Theme, paths: AppPaths, clock: FixedClock) -> None:
        """Make window and start."""
        self.preferences = Preferences(paths)
        self.window = MainWindow(theme, self.preferences)
        self.begun = Start(self.window, paths, clock)

    def start(self, *, is_hidden: bool = False) -> AfterStart:
        """Start it, in sight or hidden."""
        self.after = AfterStart(self.window, self.begun, self.preferences, is_hidden=is_hidden)
        if not is_hidden:
            self.window.show()
        self.begun.fill()
        QApplication.processEvents()
        return self.after

    def end(self) -> None:
        """End it as the program ends."""
        self.after.end()
        self.window.is_quitting = True
        self.window.close()
        shiboken6.delete(self.window)
        self.begun.close()
        QApplication.setQuitOnLastWindowClosed(True)


@pytest.fixture
def program(
    qtbot: QtBot,
    theme: Theme,
    paths: AppPaths,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Program]:
    """Have a program with its files in the test's own folder, and no bus."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setattr(after_start, "_LOOK_FOR_TRAY_MS", 1)
    program = Program(theme, paths, clock)
    yield program
    program.end()


def test_cards_only_without_a_journal(
    program: Program, theme: Theme, paths: AppPaths, clock: FixedClock, qtbot: QtBot
) -> None:
    """The first start shows the cards, the next one does not."""
    program.start()
    first = program.window.findChild(FirstRun)
    assert first is not None
    assert first.cards.isVisible()
    program.after.end()
    second = Program(theme, paths, clock)
    second.start()
    assert second.window.findChild(FirstRun) is None
    second.end()


def test_no_key_gets_to_today_before_the_cards(program: Program, qtbot: QtBot) -> None:
    """Once the journal is open the cards have the keyboard, however busy the computer is."""
    program.window.show()
    qtbot.waitExposed(program.window)
    program.window.activateWindow()
    after = program.after = AfterStart(
        program.window, program.begun, program.preferences, is_hidden=False
    )
    program.begun.fill()  # and no event is looked at from here on
    first = program.window.findChild(FirstRun)
    assert first is not None
    assert program.window.focusWidget() is first.cards.next
    assert not program.window.today.isVisible()
    qtbot.waitUntil(lambda: after._background is not None)
    assert program.window.findChildren(FirstRun) == [first]


def test_a_sample_has_neither_cards_nor_tray(program: Program, paths: AppPaths) -> None:
    """What is nobody's own asks nothing and stays out of the tray."""
    paths.data.mkdir(parents=True, exist_ok=True)
    paths.sample_marker.write_text("sample", encoding="utf-8")
    program.start()
    assert program.window.findChild(FirstRun) is None
    assert program.after._background is None


def test_hidden_behind_an_icon(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a tray a hidden start shows no window, and no cards."""
    monkeypatch.setattr(Tray, "is_there", staticmethod(lambda: True))
    program.start(is_hidden=True)
    assert not program.window.isVisible()
    assert program.window.findChild(FirstRun) is None


def test_hidden_until_the_tray_is_there(
    program: Program, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """A tray that comes up after the program is waited for."""
    answers = iter([False, False, True])
    monkeypatch.setattr(Tray, "is_there", staticmethod(lambda: next(answers, True)))
    program.start(is_hidden=True)
    qtbot.waitUntil(lambda: program.after._looks == 2)
    qtbot.wait(20)
    assert not program.window.isVisible()


def test_hidden_without_a_tray_becomes_a_small_window(
    program: Program, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Nobody is left with a program that can't be reached."""
    monkeypatch.setattr(Tray, "is_there", staticmethod(lambda: False))
    monkeypatch.setattr(after_start, "_MOST_LOOKS", 3)
    program.start(is_hidden=True)
    qtbot.waitUntil(lambda: program.window.isMinimized())


@pytest.mark.parametrize("is_hidden", [True, False])
def test_a_locked_window_can_be_found_and_closed(program: Program, is_hidden: bool) -> None:
    """What asks for a passphrase is no window that nobody can reach, nor one in the way."""
    after = AfterStart(program.window, program.begun, program.preferences, is_hidden=is_hidden)
    program.after = after
    QApplication.setQuitOnLastWindowClosed(not is_hidden)
    program.begun.locked.emit()
    assert QApplication.quitOnLastWindowClosed()
    assert program.window.isMinimized() is is_hidden


def test_ended_before_it_began(program: Program) -> None:
    """A window that closes at once leaves nothing to begin."""
    after = AfterStart(program.window, program.begun, program.preferences, is_hidden=False)
    program.after = after
    program.begun.fill()
    after.end()
    QApplication.processEvents()
    assert after._background is None
