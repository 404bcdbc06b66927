"""What belongs to this computer and not to the log: the window's place, its page, the theme."""

from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from second_wind.paths import AppPaths
from second_wind.ui.kit.look.theme import ThemeChoice

if TYPE_CHECKING:
    from second_wind.ui.kit.service.background_preferences import BackgroundPreferences

LOCK_AFTER_CHOICES = (1, 5, 10, 30, 60, 0)
"""Minutes, never last."""
_USUAL_LOCK = 10


class Preferences(QObject):
    """Kept in an ini file in the config directory."""

    single_keys_changed = Signal(bool)

    def __init__(self, paths: AppPaths) -> None:
        """Read the file if there is one."""
        super().__init__()
        self.paths = paths
        file = paths.config / "window.ini"
        _keep_private(file)
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    @cached_property
    def background(self) -> "BackgroundPreferences":
        """What is wanted while the window is closed; not loaded before the first paint."""
        from second_wind.ui.kit.service.background_preferences import BackgroundPreferences

        return BackgroundPreferences(self._settings, self)

    def store_now(self) -> None:
        """Write what was changed to the file at once."""
        self._settings.sync()

    @property
    def theme(self) -> ThemeChoice:
        """Light, dark, or as the system has it."""
        stored = str(self._settings.value("theme", ThemeChoice.SYSTEM))
        return ThemeChoice(stored) if stored in list(ThemeChoice) else ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._settings.setValue("theme", str(choice))

    @property
    def language(self) -> str:
        """The code of the language to speak, empty for the system's."""
        return str(self._settings.value("language", ""))

    @language.setter
    def language(self, code: str) -> None:
        self._settings.setValue("language", code)

    @property
    def single_keys(self) -> bool:
        """Whether single letters and digits act."""
        return str(self._settings.value("single_keys", "true")) == "true"

    @single_keys.setter
    def single_keys(self, on: bool) -> None:
        if on != self.single_keys:
            self._settings.setValue("single_keys", "true" if on else "false")
            self.single_keys_changed.emit(on)

    @property
    def geometry(self) -> QByteArray:
        """The window's size and place as Qt saves it."""
        stored = self._settings.value("geometry")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("geometry", geometry)

    @property
    def page(self) -> str:
        """The name of the page that was open."""
        return str(self._settings.value("page", ""))

    @page.setter
    def page(self, name: str) -> None:
        self._settings.setValue("page", name)

    @property
    def lock_after(self) -> int:
        """Minutes without a sign of life after which an encrypted journal locks; 0 for never."""
        stored = str(self._settings.value("lock/after", _USUAL_LOCK))
        return int(stored) if stored.isdecimal() else _USUAL_LOCK

    @lock_after.setter
    def lock_after(self, minutes: int) -> None:
        self._settings.setValue("lock/after", minutes)

    @property
    def locks_with_session(self) -> bool:
        """Whether an encrypted journal locks with the session and before sleep."""
        return str(self._settings.value("lock/with_session", "true")) == "true"

    @locks_with_session.setter
    def locks_with_session(self, on: bool) -> None:
        self._settings.setValue("lock/with_session", "true" if on else "false")

    @property
    def country(self) -> str:
        """The country whose services Support lists (ISO 3166), "" until one is chosen."""
        return str(self._settings.value("country", ""))

    @country.setter
    def country(self, code: str) -> None:
        self._settings.setValue("country", code)

    def hand_over(self, names: Iterable[str]) -> dict[str, str]:
        """Return what an earlier version kept here and belongs into the journal."""
        return {each: str(self._settings.value(each)) for each in names if self._has(each)}

    def forget(self, names: Iterable[str]) -> None:
        """Take values out of the file, at once."""
        for each in names:
            self._settings.remove(each)
        self._settings.sync()

    def _has(self, name: str) -> bool:
        return self._settings.contains(name)


def _keep_private(file: Path) -> None:
    """Take the rights of others from a file that an earlier version made; Qt leaves them."""
    with suppress(OSError):
        if file.is_file() and file.stat().st_mode & 0o077:
            file.chmod(0o600)
