"""Starting with the session: what is written where, and what is read from it."""

import plistlib
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from second_wind.core.errors.journal_errors import JournalUnreachable
from second_wind.paths import APPLICATION_ID, AppPaths
from second_wind.ui.kit.service.autostart import (
    Autostart,
    DesktopEntry,
    LaunchAgent,
    RunKey,
    autostart_of,
    hidden_start,
    program,
    same_files,
)

COMMAND = ["/opt/second wind/python", "-m", "second_wind", "--hidden"]


def run_key(folder: Path) -> RunKey:
    """Stand a file in for the registry."""
    return RunKey(QSettings(str(folder / "run.ini"), QSettings.Format.IniFormat))


@pytest.mark.parametrize("make", [DesktopEntry, LaunchAgent, run_key])
def test_on_and_off(make: type[DesktopEntry], tmp_path: Path) -> None:
    """Off until asked for; on and off again leaves nothing behind."""
    autostart: Autostart = make(tmp_path / "new")
    assert not autostart.is_on
    autostart.turn_on(COMMAND)
    assert autostart.is_on
    assert make(tmp_path / "new").is_on
    autostart.turn_off()
    autostart.turn_off()
    assert not autostart.is_on
    assert not list((tmp_path / "new").glob("*.desktop"))


@pytest.mark.parametrize(
    "line", ["Hidden=true", "X-GNOME-Autostart-enabled=false", "Hidden = true"]
)
def test_turned_off_by_the_desktop(line: str, tmp_path: Path) -> None:
    """What a desktop's own tool has turned off is off, and can be turned on again here."""
    entry = DesktopEntry(tmp_path)
    entry.turn_on(COMMAND)
    with entry.file.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    assert not entry.is_on
    entry.turn_on(COMMAND)
    assert entry.is_on


def test_the_entry(tmp_path: Path) -> None:
    """It names the program, and quotes a path with a space."""
    entry = DesktopEntry(tmp_path)
    entry.turn_on(COMMAND)
    lines = entry.file.read_text(encoding="utf-8").splitlines()
    assert 'Exec="/opt/second wind/python" -m second_wind --hidden' in lines
    assert entry.file.name == f"{APPLICATION_ID}.desktop"


def test_the_launch_agent(tmp_path: Path) -> None:
    """It starts the command, word by word, when the person logs in."""
    agent = LaunchAgent(tmp_path)
    agent.turn_on(COMMAND)
    found = plistlib.loads(agent.file.read_bytes())
    assert (found["Label"], found["ProgramArguments"]) == (APPLICATION_ID, COMMAND)
    assert found["RunAtLoad"] is True


def test_the_run_key(tmp_path: Path) -> None:
    """Windows reads one line, in which a path with a space is quoted."""
    run_key(tmp_path).turn_on(COMMAND)
    stored = QSettings(str(tmp_path / "run.ini"), QSettings.Format.IniFormat)
    assert stored.value(APPLICATION_ID) == '"/opt/second wind/python" -m second_wind --hidden'


@pytest.mark.skipif(sys.platform != "linux", reason="this is about Linux desktops")
def test_where_the_entry_lies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """In the person's folder of settings, wherever that is; a relative name is none."""
    name = f"autostart/{APPLICATION_ID}.desktop"
    monkeypatch.setenv("HOME", str(tmp_path))
    for named, folder in ((str(tmp_path / "c"), "c"), ("relative", ".config"), ("", ".config")):
        monkeypatch.setenv("XDG_CONFIG_HOME", named)
        found = autostart_of("linux")
        assert isinstance(found, DesktopEntry)
        assert found.file == tmp_path / folder / name


def test_what_is_started_leads_to_the_same_files(tmp_path: Path) -> None:
    """A person's own places need no word; a folder or a journal of their choice is named."""
    usual, home = AppPaths.for_user(), AppPaths.under(tmp_path)
    journal = tmp_path / "other.sqlite3"
    assert same_files(usual) == []
    assert same_files(home) == ["--home", str(tmp_path)]
    assert same_files(usual.with_journal(journal)) == ["--journal", str(journal)]
    both = ["--home", str(tmp_path), "--journal", str(tmp_path / "b" / "x.sqlite3")]
    assert same_files(home.with_journal(tmp_path / "b" / "x.sqlite3")) == both
    assert hidden_start(home) == [*program(), "--home", str(tmp_path), "--hidden"]


def test_a_bundle_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bundle is the program; an AppImage is the file that was started."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.delenv("APPIMAGE", raising=False)
    assert program() == [sys.executable]
    monkeypatch.setenv("APPIMAGE", "/home/me/Second_Wind.AppImage")
    assert program() == ["/home/me/Second_Wind.AppImage"]


def test_a_folder_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    """A file where the folder should be: the sentence names the place."""
    (tmp_path / "autostart").write_text("no folder", encoding="utf-8")
    with pytest.raises(JournalUnreachable):
        DesktopEntry(tmp_path / "autostart").turn_on(COMMAND)
