"""The mood scale: real numbers from 1 to 10, and how other scales map onto it."""

import math

from second_wind.core.errors.entry_errors import InvalidMood

LOWEST = 1.0
HIGHEST = 10.0
STEPS = tuple(range(1, 11))


def valid_mood(value: float) -> float:
    """Return the mood unchanged.

    Raises
    ------
    InvalidMood
        If it is not a finite number from 1 to 10, ends included.
    """
    if not (math.isfinite(value) and LOWEST <= value <= HIGHEST):
        raise InvalidMood(f"{value:g}")
    return float(value)


def from_other_scale(value: float, lowest: float, highest: float) -> float:
    """Map a value linearly from its own scale onto 1 to 10, unrounded.

    Parameters
    ----------
    value : float
        From `lowest` to `highest`, ends included.
    lowest, highest : float
        The ends of the other scale; `lowest` may be the greater number where less is better.

    Raises
    ------
    InvalidMood
        If the value is not between the ends, or the ends are equal.
    """
    span = highest - lowest
    share = (value - lowest) / span if span else math.nan
    if not 0.0 <= share <= 1.0:
        raise InvalidMood(f"{value:g}")
    return LOWEST + share * (HIGHEST - LOWEST)


def step_of(mood: float) -> int:
    """Return the nearest of the ten steps; halves go up."""
    return math.floor(mood + 0.5)
