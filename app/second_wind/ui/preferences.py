"""What belongs to this computer and not to the log: the window's place, its page, the theme."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QByteArray, QSettings

from second_wind.paths import AppPaths
from second_wind.ui.theme import ThemeChoice


class Preferences:
    """Kept in an ini file in the config directory."""

    def __init__(self, paths: AppPaths) -> None:
        """Read the file if there is one."""
        file = str(paths.config / "window.ini")
        self._settings = QSettings(file, QSettings.Format.IniFormat)

    @property
    def theme(self) -> ThemeChoice:
        """Light, dark, or as the system has it."""
        stored = str(self._settings.value("theme", ThemeChoice.SYSTEM))
        return ThemeChoice(stored) if stored in list(ThemeChoice) else ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._settings.setValue("theme", str(choice))

    @property
    def geometry(self) -> QByteArray:
        """The window's size and place as Qt saves it."""
        stored = self._settings.value("geometry")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("geometry", geometry)

    def shown_lines(self, day: date) -> set[int]:
        """Return which kind lines were shown on a day, so that none comes twice."""
        stored_day, _, numbers = str(self._settings.value("lines", "")).partition(" ")
        same_day = stored_day == day.isoformat()
        return {int(each) for each in numbers.split() if each.isdecimal()} if same_day else set()

    def remember_lines(self, day: date, numbers: Iterable[int]) -> None:
        """Remember which kind lines were shown on a day."""
        self._settings.setValue("lines", " ".join([day.isoformat(), *map(str, sorted(numbers))]))

    @property
    def page(self) -> str:
        """The name of the page that was open."""
        return str(self._settings.value("page", ""))

    @page.setter
    def page(self, name: str) -> None:
        self._settings.setValue("page", name)
