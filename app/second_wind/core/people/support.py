"""When Support is offered: in very low days, seldom, and never about what is past."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from second_wind.core.log.entries import CheckIn, Day
from second_wind.core.log.joining import CORRECTION

QUIET_DAYS = 30
"""How long no second offer follows a first."""
LOOK_BACK = 60
"""Days to read for the last logged ones."""

_LOWEST, _LOW = 1, 2
_LAST_DAYS, _LOW_DAYS = 5, 3


@dataclass(frozen=True, slots=True)
class OfferState:
    """What is remembered of offers: the day of the last one, and whether they were waved away."""

    last: date | None = None
    is_waved_away: bool = False


def is_due(days: Sequence[Day], now: datetime, state: OfferState) -> bool:
    """Tell whether to offer Support now.

    Parameters
    ----------
    days : sequence of Day
        In order, today last; 60 are plenty.
    now : datetime
        The local time; what was pressed within the last two minutes may still be corrected.
    state : OfferState
        What is remembered of earlier offers.
    """
    today = days[-1]
    if state.is_waved_away or _is_recent(state.last, today.day):
        return False
    moods = [each for each in today.check_ins if _is_own(each)]
    settled = [each for each in moods if _is_settled(each, now)]
    if not settled or len(settled) < len(moods):
        return False
    return any((each.mood or 0) <= _LOWEST for each in settled) or _are_low(days)


def _is_recent(last: date | None, today: date) -> bool:
    return last is not None and today - last < timedelta(days=QUIET_DAYS)


def _is_own(each: CheckIn) -> bool:
    return each.mood is not None and not each.source


def _is_settled(each: CheckIn, now: datetime) -> bool:
    return each.logged_at is not None and now - each.logged_at >= CORRECTION


def _are_low(days: Sequence[Day]) -> bool:
    """Tell whether today is one of at least three very low days among the last five."""
    moods = [_own_mood(each) for each in days]
    logged = [each for each in moods if each is not None][-_LAST_DAYS:]
    low = [each <= _LOW for each in logged]
    return bool(low) and low[-1] and sum(low) >= _LOW_DAYS


def _own_mood(day: Day) -> float | None:
    return Day(day.day, tuple(each for each in day.check_ins if _is_own(each))).mood
