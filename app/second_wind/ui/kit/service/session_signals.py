"""What the desktop says of the session: it was locked, sleeps, or is about to end."""

import sys
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

_SCREEN_SAVERS = (
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
)
_LOGIN = "org.freedesktop.login1"
_TAKE_STATE, _TAKE_LOCK, _TAKE_END = "1take_state(bool)", "1take_lock()", "1take_end(bool)"
"""Slots as Qt names them."""


class SessionSignals(QObject):
    """Listens where there is a message bus; elsewhere a timer that comes late tells of sleep."""

    left = Signal()
    """The session was locked, or sleep begins."""
    ending = Signal()
    """The computer is about to be switched off."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Listen from now on."""
        super().__init__(parent)
        if sys.platform == "linux":
            self._listen()

    def _listen(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        # Its type hints ask for bytes where the slot has to be a text.
        session: Any = QDBusConnection.sessionBus()
        system: Any = QDBusConnection.systemBus()
        if session.isConnected():
            for path, interface in _SCREEN_SAVERS:
                session.connect("", path, interface, "ActiveChanged", self, _TAKE_STATE)
        if system.isConnected():
            manager, each_session = f"{_LOGIN}.Manager", f"{_LOGIN}.Session"
            path = "/org/freedesktop/login1"
            system.connect(_LOGIN, path, manager, "PrepareForSleep", self, _TAKE_STATE)
            system.connect(_LOGIN, path, manager, "PrepareForShutdown", self, _TAKE_END)
            system.connect(_LOGIN, "", each_session, "Lock", self, _TAKE_LOCK)

    @Slot(bool)
    def take_state(self, begins: bool) -> None:
        """Take notice that the screen saver, or sleep, begins."""
        if begins:
            self.left.emit()

    @Slot(bool)
    def take_end(self, begins: bool) -> None:
        """Take notice that the computer is about to be switched off."""
        if begins:
            self.ending.emit()

    @Slot()
    def take_lock(self) -> None:
        """Take notice that the session was locked."""
        self.left.emit()
