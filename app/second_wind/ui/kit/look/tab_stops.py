"""The place in the tab order of what comes late into a widget."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stop_before(widget: QWidget, within: QWidget | None = None) -> QWidget:
    """Return the last stop of Tab that is built before a widget and lies outside `within`."""
    around = within or widget
    stop = widget.previousInFocusChain()
    while stop is not None and stop is not widget:
        if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and not around.isAncestorOf(stop):
            return stop
        stop = stop.previousInFocusChain()
    return widget
