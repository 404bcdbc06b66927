"""With which day a week begins."""

from datetime import date, timedelta

from PySide6.QtCore import QLocale

from second_wind.journal.log.settings import LogSettings


def week_start(settings: LogSettings) -> int:
    """Return the weekday with which a week begins here: 0 for Monday, 6 for Sunday."""
    return settings.week_start.weekday(QLocale().firstDayOfWeek().value - 1)


def week_of(day: date, settings: LogSettings) -> tuple[date, date]:
    """Return the first and the last day of the week that holds a day."""
    first = day - timedelta(days=(day.weekday() - week_start(settings)) % 7)
    return first, first + timedelta(days=6)
