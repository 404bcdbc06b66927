"""Digits by the place of their key: on AZERTY and others the unshifted row types other signs."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

_FIRST_SCAN_CODE = {"xcb": 10, "wayland": 10, "windows": 2}
_MAC_KEYS = (18, 19, 20, 21, 23, 22, 26, 28, 25, 29)
"""Virtual key codes of 1 to 9 and 0 on a Mac."""


def digit_of(event: QKeyEvent) -> int | None:
    """Return the digit that a key stands for, None if it is no digit key."""
    if Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9:
        return event.key() - Qt.Key.Key_0
    place = _place(event)
    return (place + 1) % 10 if place is not None else None


def _place(event: QKeyEvent) -> int | None:
    if sys.platform == "darwin":
        code = event.nativeVirtualKey()
        return _MAC_KEYS.index(code) if code in _MAC_KEYS else None
    first = _FIRST_SCAN_CODE.get(QGuiApplication.platformName())
    place = event.nativeScanCode() - first if first is not None else -1
    return place if place in range(10) else None
