"""What all findings share: states, shortfalls, intervals."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]

FIRST_LAG = -7
LAST_LAG = 21
KNOWN_FIRST_WEEK = 3
"""Logged days of days 0 to 6 from which on a first week counts as known."""


class State(StrEnum):
    """Whether there was enough to analyse, and if not, what was missing."""

    OK = "ok"
    NOT_ENOUGH_CHECKINS = "not_enough_checkins"
    NO_REJECTIONS = "no_rejections"
    MOOD_NEVER_CHANGED = "mood_never_changed"


class Need(StrEnum):
    """What a figure can be short of."""

    LOGGED_DAYS = "logged_days"
    SPAN_DAYS = "span_days"
    REJECTION_DAYS = "rejection_days"
    KNOWN_FIRST_WEEKS = "known_first_weeks"
    FOLLOWED_REJECTIONS = "followed_rejections"
    STRETCHES = "stretches"
    QUIET_DAYS = "quiet_days"
    ACTIVE_DAYS = "active_days"
    INACTIVE_DAYS = "inactive_days"
    USABLE_DAYS = "usable_days"
    CHANGING_MOOD = "changing_mood"


@dataclass(frozen=True, slots=True)
class Shortfall:
    """One thing that is not enough yet: how many there are, and how many it takes."""

    what: Need
    have: int
    need: int

    @property
    def more(self) -> int:
        """How many are missing, 1 or more."""
        return self.need - self.have


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate with its range, in points of mood; 95 % unless said otherwise."""

    estimate: float
    low: float
    high: float

    @property
    def above_zero(self) -> bool:
        """Whether the whole range lies above 0."""
        return self.low > 0

    @property
    def below_zero(self) -> bool:
        """Whether the whole range lies below 0."""
        return self.high < 0
