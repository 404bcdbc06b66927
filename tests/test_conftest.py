"""The guards around the tests hold."""

import socket
from pathlib import Path

import pytest

from second_wind.journal.journal import Journal
from second_wind.paths import AppPaths


def test_network_is_refused() -> None:
    """A test that wants to talk to another computer fails, and says to which."""
    with (
        socket.socket() as plain,
        pytest.raises(pytest.fail.Exception, match=r"192\.0\.2\.1"),
    ):
        plain.connect(("192.0.2.1", 80))


def test_sockets_of_this_computer_are_fine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A window may raise another one by a socket in a file."""
    monkeypatch.chdir(tmp_path)  # the path of a socket may have 108 bytes only
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind("s")
        server.listen()
        client.connect("s")


def test_user_directories_lie_in_the_tests_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The places of the person who runs the tests are never those of a test."""
    places = AppPaths.for_user()
    for each in (places.journal, places.config, places.cache, places.log):
        assert each.is_relative_to(tmp_path_factory.getbasetemp())


def test_journal_is_empty_and_knows_its_day(journal: Journal) -> None:
    """A test's journal is new and stands at 22 November 2026."""
    assert journal.today().isoformat() == "2026-11-22"
    assert len(journal.analysis.timeline()) == 0
