"""How the program hears that it is to end, whatever loop it is in."""

import os
import signal
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from second_wind.ui.program.endings import Endings

SIGNALS = [signal.SIGTERM, signal.SIGHUP, signal.SIGINT]


@pytest.fixture
def endings(qapp: QApplication) -> Iterator[Endings]:
    """Listen, and leave signals as they were."""
    endings = Endings(qapp)
    yield endings
    endings.release()
    endings.deleteLater()


@pytest.fixture
def heard(endings: Endings) -> list[str]:
    """Return a list that grows with what is heard."""
    said: list[str] = []
    endings.wanted.connect(lambda: said.append("wanted"))
    endings.announced.connect(lambda: said.append("announced"))
    return said


@pytest.mark.parametrize("number", SIGNALS)
def test_each_signal_is_heard_once(number: int, qtbot: QtBot, heard: list[str]) -> None:
    """Two more during the end do no harm."""
    for _time in range(3):
        os.kill(os.getpid(), number)
        qtbot.wait(20)
    assert heard == ["wanted"]


def test_a_signal_is_heard_within_a_dialog(qtbot: QtBot, heard: list[str]) -> None:
    """Its own loop hears it, and ends with all others."""
    dialog = QDialog()
    qtbot.addWidget(dialog)
    QTimer.singleShot(10, lambda: os.kill(os.getpid(), signal.SIGTERM))
    QTimer.singleShot(5_000, dialog.reject)
    QTimer.singleShot(200, lambda: dialog.done(7 if heard else 0))
    assert dialog.exec() == 7
    assert heard == ["wanted"]


def test_the_end_of_the_session_is_heard_before_it_comes(
    qapp: QApplication, heard: list[str]
) -> None:
    """Whether the session asks to save, or to be ready; it may yet go on."""
    qapp.commitDataRequest.emit(None)
    qapp.saveStateRequest.emit(None)
    assert heard == ["announced", "announced"]


def test_what_nohup_ignores_stays_ignored(qapp: QApplication) -> None:
    """A program that is to outlive its terminal does."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    endings = Endings(qapp)
    try:
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    finally:
        endings.release()
        signal.signal(signal.SIGHUP, before)


def test_released_signals_are_as_before(qapp: QApplication) -> None:
    """Handlers and the way to wake up go back to whoever had them."""
    before = [signal.getsignal(each) for each in SIGNALS]
    endings = Endings(qapp)
    endings.release()
    assert [signal.getsignal(each) for each in SIGNALS] == before
    assert signal.set_wakeup_fd(-1) == -1
