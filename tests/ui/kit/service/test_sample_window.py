"""The sample in a window of its own: another program, on files of its own."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from second_wind.core.errors.journal_errors import JournalUnreachable
from second_wind.journal.journal import Journal
from second_wind.paths import AppPaths
from second_wind.ui.kit.service import sample_window
from second_wind.ui.kit.service.sample_window import SampleWindow

_PATIENCE_MS = 60_000


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Note what would be started beside the test."""
    started: list[list[str]] = []

    def note(_self: SampleWindow, _command: str, words: list[str]) -> bool:
        started.append(words)
        return True

    monkeypatch.setattr(SampleWindow, "_run", note)
    return started


def test_a_sample_is_made_apart_and_opened(
    qtbot: QtBot, journal: Journal, paths: AppPaths, started: list[list[str]]
) -> None:
    """It lies in a folder of its own, says that it is one, and the own journal is as before."""
    window = SampleWindow(paths)
    with qtbot.waitSignal(window.opened, timeout=_PATIENCE_MS):
        window.open()
    sample = AppPaths.under(paths.data / "sample")
    assert sample.is_sample
    assert sample.journal.is_file()
    assert started == [["-m", "second_wind", "--home", str(sample.data)]]
    assert journal.next_undo() is None
    made = sample.journal.stat().st_mtime_ns
    window.open()
    assert len(started) == 2
    assert sample.journal.stat().st_mtime_ns == made


def test_what_can_not_be_made_is_told(
    qtbot: QtBot, paths: AppPaths, started: list[list[str]]
) -> None:
    """A file in the place of the folder: nothing is started, and it is said."""
    paths.data.mkdir(parents=True, exist_ok=True)
    (paths.data / "sample").write_text("no folder", encoding="utf-8")
    window = SampleWindow(paths)
    with qtbot.waitSignal(window.failed, timeout=_PATIENCE_MS) as failed:
        window.open()
    assert isinstance(failed.args[0], JournalUnreachable)
    assert started == []


def test_a_program_that_is_gone_is_told(
    qtbot: QtBot, paths: AppPaths, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where the program itself was moved away, it is said once."""
    monkeypatch.setattr(sample_window, "program", lambda: [str(tmp_path / "gone")])
    window = SampleWindow(paths)
    with qtbot.waitSignal(window.failed, timeout=_PATIENCE_MS):
        window.open()
