"""Starts the program with the person's session, hidden in the tray; off until asked for."""

import os
import plistlib
import subprocess
import sys
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QSettings

from second_wind.core.errors.journal_errors import JournalUnreachable
from second_wind.paths import APPLICATION_ID, AppPaths

_RUN_KEY = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"
_OFF = {"Hidden=true", "X-GNOME-Autostart-enabled=false"}
"""What a desktop's own tools write into an entry that was turned off."""


class Autostart(Protocol):
    """One platform's way to start a program with the session."""

    @property
    def is_on(self) -> bool:
        """Whether the program starts with the session."""

    def turn_on(self, command: list[str]) -> None:
        """Start a command with the session from the next one on."""

    def turn_off(self) -> None:
        """Start it no more."""


def autostart_of(platform: str = sys.platform) -> Autostart:
    """Return the way of a platform."""
    if platform == "win32":
        return RunKey(QSettings(_RUN_KEY, QSettings.Format.NativeFormat))
    if platform == "darwin":
        return LaunchAgent(Path.home() / "Library" / "LaunchAgents")
    named = os.environ.get("XDG_CONFIG_HOME", "")
    # A relative path in this variable is to be ignored, says its specification.
    config = Path(named) if Path(named).is_absolute() else Path.home() / ".config"
    return DesktopEntry(config / "autostart")


def hidden_start(paths: AppPaths) -> list[str]:
    """Return the command that starts the program on these files, out of sight."""
    return [*program(), *same_files(paths), "--hidden"]


def program() -> list[str]:
    """Return the command that starts this very program: a bundle is its own, else Python runs it.

    On Windows Python without a console window.
    """
    if getattr(sys, "frozen", False):
        # An AppImage is unpacked anew, elsewhere, each time.
        return [os.environ.get("APPIMAGE") or sys.executable]
    python = Path(sys.executable)
    quiet = python.with_name("pythonw.exe")
    return [str(quiet if quiet.is_file() else python), "-m", "second_wind"]


def same_files(paths: AppPaths) -> list[str]:
    """Return the options that lead to the same files: none for a person's own places."""
    usual = AppPaths.for_user()
    if paths == usual:
        return []
    if paths == AppPaths.under(paths.config.parent):
        return ["--home", str(paths.config.parent)]
    home = [] if paths.config == usual.config else ["--home", str(paths.config.parent)]
    return [*home, "--journal", str(paths.journal)]


class _FileStart:
    """Starts the program by a file in a folder."""

    def __init__(self, file: Path) -> None:
        """Use a file, which need not be there."""
        self.file = file

    def turn_on(self, command: list[str]) -> None:
        """Write the file."""
        try:
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            partial = self.file.with_name(f".{self.file.name}.partial")
            partial.write_bytes(self.content(command))
            partial.replace(self.file)
        except OSError as error:
            raise JournalUnreachable(self.file) from error

    def turn_off(self) -> None:
        """Remove the file."""
        try:
            self.file.unlink(missing_ok=True)
        except OSError as error:
            raise JournalUnreachable(self.file) from error

    def content(self, command: list[str]) -> bytes:
        """Return what the file holds."""
        raise NotImplementedError


class DesktopEntry(_FileStart):
    """A Linux desktop's: an entry in the folder `autostart`."""

    def __init__(self, folder: Path) -> None:
        """Use a folder, which need not be there."""
        super().__init__(folder / f"{APPLICATION_ID}.desktop")

    @property
    def is_on(self) -> bool:
        """Whether there is an entry that the desktop's own tools have not turned off."""
        try:
            text = self.file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return False
        return _OFF.isdisjoint(line.replace(" ", "") for line in text.splitlines())

    def content(self, command: list[str]) -> bytes:
        """Return the entry."""
        lines = (
            "[Desktop Entry]",
            "Version=1.4",
            "Type=Application",
            "Name=Second Wind",
            f"Exec={exec_line(command)}",
            f"Icon={APPLICATION_ID}",
            "Terminal=false",
            "Categories=Utility;",
            "StartupNotify=false",
        )
        return ("\n".join(lines) + "\n").encode()


class LaunchAgent(_FileStart):
    """macOS's: a property list in the folder `LaunchAgents`."""

    def __init__(self, folder: Path) -> None:
        """Use a folder, which need not be there."""
        super().__init__(folder / f"{APPLICATION_ID}.plist")

    @property
    def is_on(self) -> bool:
        """Whether there is a list."""
        return self.file.is_file()

    def content(self, command: list[str]) -> bytes:
        """Return the list."""
        entry = {
            "Label": APPLICATION_ID,
            "ProgramArguments": command,
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        return plistlib.dumps(entry)


class RunKey:
    """Windows': a value below the registry's key `Run`."""

    def __init__(self, settings: QSettings) -> None:
        """Use a place for values; a test passes a file."""
        self._settings = settings

    @property
    def is_on(self) -> bool:
        """Whether there is a value."""
        return bool(self._settings.value(APPLICATION_ID, ""))

    def turn_on(self, command: list[str]) -> None:
        """Set the value."""
        self._settings.setValue(APPLICATION_ID, subprocess.list2cmdline(command))
        self._settings.sync()

    def turn_off(self) -> None:
        """Remove the value."""
        self._settings.remove(APPLICATION_ID)
        self._settings.sync()


def exec_line(command: list[str]) -> str:
    """Return a command as the key `Exec` wants it: quoted, then escaped as any value."""
    return " ".join(map(_exec_word, command))


def _exec_word(word: str) -> str:
    quoted = word.replace("%", "%%")
    for each in ("\\", '"', "`", "$"):
        quoted = quoted.replace(each, f"\\{each}")
    is_plain = word and all(each.isalnum() or each in "/._-+=:,@" for each in word)
    # A backslash in a value of a desktop entry stands for two.
    return word if is_plain else '"{}"'.format(quoted.replace("\\", "\\\\"))
