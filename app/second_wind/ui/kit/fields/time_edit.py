"""A field for a time of day, in 12 or 24 hours as the locale has it."""

from datetime import time

from PySide6.QtCore import QLocale, Qt, QTime
from PySide6.QtWidgets import QDateTimeEdit, QTimeEdit, QWidget


class TimeEdit(QTimeEdit):
    """Holds hours and minutes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a field that shows midnight."""
        super().__init__(parent)
        show_in_order(self, time_format(QLocale()))

    def at(self) -> time:
        """Return the time that is shown."""
        shown = self.time()
        return time(shown.hour(), shown.minute())

    def set_at(self, at: time) -> None:
        """Show a time."""
        self.setTime(QTime(at.hour, at.minute))


def show_in_order(field: QDateTimeEdit, parts: str) -> None:
    """Let a field show its parts in the order of a format, from right to left as well.

    Given a format there, Qt turns it round: minutes first, and the year before the day.
    """
    field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    field.setDisplayFormat(parts)
    field.unsetLayoutDirection()


def time_format(locale: QLocale) -> str:
    """Return the locale's short form without seconds; 24 hours where there is no locale."""
    if locale.language() is QLocale.Language.C:
        return "HH:mm"
    return locale.timeFormat(QLocale.FormatType.ShortFormat).replace(":ss", "")


def has_twelve_hours(locale: QLocale) -> bool:
    """Tell whether hours are counted to twelve."""
    return "ap" in time_format(locale).casefold()
