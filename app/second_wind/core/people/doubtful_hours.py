"""Hours of volunteering that an earlier version may have read wrongly: 1.5 as 15, 0.5 as 5.

Where a comma stands before decimals, the field for hours dropped a point. What was typed into it by
hand and is five whole hours, or ten and more, may be what came of it.
"""

from dataclasses import dataclass
from datetime import date

ASKED = "hours/"
"""Begins the name under which a journal remembers that an entry is to be asked about."""
_PER_HOUR = 60
_FIVE, _TEN = 5, 10


@dataclass(frozen=True, slots=True)
class DoubtfulHours:
    """One entry of volunteering to be asked about."""

    id: str
    day: date
    minutes: int
    organisation: str


def is_doubtful(minutes: int) -> bool:
    """Tell whether minutes may have come from decimals whose mark was dropped."""
    hours, rest = divmod(minutes, _PER_HOUR)
    return not rest and (hours == _FIVE or hours >= _TEN)
