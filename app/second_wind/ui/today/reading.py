"""What Today asks of the journal, so that it asks once and not each card for itself."""

from collections.abc import Mapping
from datetime import date, timedelta

from second_wind.core.log.entries import Consultation, EntryType, GoodNews, Person, StepMark
from second_wind.journal.log.days import OF_A_DAY
from second_wind.journal.log.settings import LogSettings
from second_wind.ui.kit.service.week import week_of
from second_wind.ui.today.day_strip import LENGTH

_Spans = Mapping[EntryType, tuple[date | None, date | None]]

RECENT = timedelta(days=60)
"""How long a rejection is recent."""
BEFORE, AFTER = timedelta(days=7), timedelta(days=21)
"""The days around a rejection that its chart holds at most."""
_ALL = (None, None)


def shown_days(day: date, today: date) -> tuple[date, date]:
    """Return the first and the last day of the strip: up to today, or around an older day."""
    is_late = today - day < timedelta(days=LENGTH)
    end = today if is_late else min(today, day + timedelta(days=LENGTH // 2))
    return end - timedelta(days=LENGTH - 1), end


def around(day: date, today: date, settings: LogSettings) -> _Spans:
    """Return what a day shows: its strip, its week, and what belongs to no day."""
    spans = (shown_days(day, today), week_of(day, settings), (day, day))
    span = (min(first for first, _ in spans), max(last for _, last in spans))
    return _of_days(*span) | {GoodNews: _ALL, Person: _ALL}


def lately(today: date) -> _Spans:
    """Return what shows since a recent rejection, the days of its chart included."""
    span = (today - RECENT - BEFORE, today + AFTER)
    return _of_days(*span) | {
        GoodNews: _ALL,
        Consultation: _ALL,
        Person: _ALL,
        StepMark: span,
    }


def _of_days(first: date, last: date) -> dict[EntryType, tuple[date | None, date | None]]:
    return {kind.type: (first, last) for kind in OF_A_DAY}
