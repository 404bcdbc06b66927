"""What the person wants while the window is closed: a reminder, an icon in the tray."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import TypeVar

from PySide6.QtCore import QObject, QSettings, Signal

from second_wind.core.reminders import Memory, Wish

T = TypeVar("T", date, datetime, time)


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
    def memory(self) -> Memory:
        """What became of the reminders so far."""
        return Memory(
            tuple(self._days("reminder/shown")),
            tuple(self._days("reminder/put_off")),
            self._read(date, "reminder/later_for"),
            self._read(datetime, "reminder/later_at"),
        )

    @memory.setter
    def memory(self, memory: Memory) -> None:
        self._settings.setValue("reminder/shown", _joined(memory.shown))
        self._settings.setValue("reminder/put_off", _joined(memory.put_off))
        self._write("reminder/later_for", memory.later_for)
        self._write("reminder/later_at", memory.later_at)
        self._settings.sync()

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

    def _write(self, name: str, value: date | time | None) -> None:
        self._settings.setValue(name, value.isoformat() if value is not None else "")

    def _read(self, kind: type[T], name: str) -> T | None:
        return _read(kind, str(self._settings.value(name, "")))

    def _days(self, name: str) -> Iterable[date]:
        found = (_read(date, each) for each in str(self._settings.value(name, "")).split())
        return (each for each in found if each is not None)


def _joined(days: Iterable[date]) -> str:
    return " ".join(map(date.isoformat, days))


def _read(kind: type[T], text: str) -> T | None:
    """Read a value; a file that somebody else has edited counts as nothing chosen."""
    try:
        value = kind.fromisoformat(text)
    except ValueError:
        return None
    return None if isinstance(value, datetime) and value.tzinfo is None else value
