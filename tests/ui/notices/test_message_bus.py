"""Notices over a message bus that is not there, hangs, or ends."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from second_wind.ui.notices.message_bus import BusNotices
from second_wind.ui.notices.notices import Notice

NOTICE = Notice("test", "How was today?", answers=(("later", "Later"),))


@pytest.fixture
def board(qtbot: QtBot) -> Iterator[BusNotices]:
    """Make a board that ends with the test."""
    board = BusNotices()
    yield board
    board.stop()


@pytest.fixture
def place(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Name a socket as the session's message bus."""
    place = tmp_path_factory.mktemp("b") / "bus"
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={place}")
    return place


def test_no_bus_is_told(board: BusNotices, place: Path, qtbot: QtBot) -> None:
    """A notice that can't be shown comes back, each time."""
    for _ in range(2):
        with qtbot.waitSignal(board.failed) as failed:
            board.show_notice(NOTICE)
        assert failed.args == [NOTICE]


def test_a_bus_that_hangs_keeps_nobody_waiting(
    board: BusNotices, place: Path, qtbot: QtBot
) -> None:
    """A bus that never answers is given up on, and the notice comes back."""
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(place))
        silent.listen()
        with qtbot.waitSignal(board.failed):
            board.show_notice(NOTICE)
        board.stop()


def test_an_address_of_another_computer_is_refused(
    board: BusNotices, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """A bus over the network is no bus for a program that uses none."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "tcp:host=localhost,port=1")
    with qtbot.waitSignal(board.failed):
        board.show_notice(NOTICE)


def test_where_a_bus_is_looked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where the environment names no bus, only a socket at its usual place is one."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert not BusNotices.is_possible()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/somewhere")
    assert BusNotices.is_possible()


def test_nothing_shown_is_nothing_to_take_back(board: BusNotices, place: Path) -> None:
    """Taking back and stopping begin no thread."""
    board.withdraw("test")
    board.stop()
    board.stop()
