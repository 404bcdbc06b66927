"""Which files beside the journal the person wants to hear no more about."""

from pathlib import Path

from PySide6.QtCore import QSettings

from second_wind.paths import AppPaths

_REMEMBERED = 50


class QuietFiles:
    """Kept in the window's ini file; a file that has changed since is another one."""

    def __init__(self, paths: AppPaths) -> None:
        """Read the file if there is one."""
        file = str(paths.config / "window.ini")
        self._settings = QSettings(file, QSettings.Format.IniFormat)

    def has(self, file: Path) -> bool:
        """Tell whether a file was waved away as it is now."""
        return _mark(file) in self._marks()

    def add(self, file: Path) -> None:
        """Say no more about a file as it is now."""
        marks = [*self._marks(), _mark(file)][-_REMEMBERED:]
        self._settings.setValue("quiet", "\n".join(marks))

    def _marks(self) -> list[str]:
        return str(self._settings.value("quiet", "")).split("\n")


def _mark(file: Path) -> str:
    """Return what tells a file from another, or a later one, of the same name."""
    try:
        return f"{file.name} {file.stat().st_mtime_ns}"
    except OSError:
        return file.name
