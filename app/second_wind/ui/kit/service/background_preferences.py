"""What the person wants while the window is closed: a reminder, an icon in the tray."""

from datetime import datetime, time
from typing import TypeVar

from PySide6.QtCore import QObject, QSettings, Signal

from second_wind.core.people.reminders import Wish

T = TypeVar("T", datetime, time)


class BackgroundPreferences(QObject):
    """A part of the preferences; each change is on the disk at once."""

    changed = Signal()
    """The person chose something else."""
    trial_wanted = Signal()
    """A reminder is to be shown now, to see what it is like."""

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        """Read and write these settings."""
        super().__init__(parent)
        self._settings = settings

    @property
    def wish(self) -> Wish:
        """When to be reminded; off until asked for."""
        return Wish(self._read(time, "reminder/at"), self._read(datetime, "reminder/since"))

    @wish.setter
    def wish(self, wish: Wish) -> None:
        self._write("reminder/at", wish.at)
        self._write("reminder/since", wish.since)
        self._keep()

    @property
    def has_icon(self) -> bool:
        """Whether an icon stands in the tray."""
        return self._is_on("tray/icon", default=True)

    @has_icon.setter
    def has_icon(self, on: bool) -> None:
        self._switch("tray/icon", on)

    @property
    def stays(self) -> bool:
        """Whether the program goes on in the tray when its window is closed."""
        return self._is_on("tray/stays", default=False)

    @stays.setter
    def stays(self, on: bool) -> None:
        self._switch("tray/stays", on)

    @property
    def was_told(self) -> bool:
        """Whether it was said once that the program goes on in the tray."""
        return self._is_on("tray/told", default=False)

    def remember_telling(self) -> None:
        """Remember that it was said."""
        self._settings.setValue("tray/told", "true")

    def _is_on(self, name: str, *, default: bool) -> bool:
        return str(self._settings.value(name, "true" if default else "false")) == "true"

    def _switch(self, name: str, on: bool) -> None:
        self._settings.setValue(name, "true" if on else "false")
        self._keep()

    def _keep(self) -> None:
        self._settings.sync()
        self.changed.emit()

    def _write(self, name: str, value: datetime | time | None) -> None:
        self._settings.setValue(name, value.isoformat() if value is not None else "")

    def _read(self, kind: type[T], name: str) -> T | None:
        return _read(kind, str(self._settings.value(name, "")))


def _read(kind: type[T], text: str) -> T | None:
    """Read a value; a file that somebody else has edited counts as nothing chosen."""
    try:
        value = kind.fromisoformat(text)
    except ValueError:
        return None
    return None if isinstance(value, datetime) and value.tzinfo is None else value
