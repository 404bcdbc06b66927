"""The days that an export covers."""

from datetime import date
from typing import TYPE_CHECKING

from second_wind.core.log.entries import Day
from second_wind.journal.log.days import OF_A_DAY

if TYPE_CHECKING:
    from second_wind.journal.journal import Journal


def logged_days(journal: "Journal", start: date | None, end: date | None) -> list[Day]:
    """Return every day from the first to the last that hold anything, within `start` and `end`."""
    days = {each.day for kind in OF_A_DAY for each in journal.entries(kind.type, start, end)}
    return journal.days(min(days), max(days)) if days else []
