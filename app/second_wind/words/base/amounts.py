"""What people type as amounts, on the command line and in the window: read, or refused by name."""

import math
from collections.abc import Callable

from second_wind.core.errors.entry_errors import InvalidAmount, InvalidMood
from second_wind.core.errors.number_errors import AmbiguousNumber, NotWhole
from second_wind.core.log.entries import MOST_MINUTES
from second_wind.core.log.scale import HIGHEST, LOWEST
from second_wind.words.base import numbers

Read = Callable[[str], float | None]

_PER_HOUR = 60
_LEAST_HOURS = 0.01
_MOST_HOURS = MOST_MINUTES // _PER_HOUR


def mood(text: str) -> float:
    """Read a real number from 1 to 10."""
    number = numbers.read(text)
    if number is None or not LOWEST <= number <= HIGHEST:
        raise InvalidMood(text.strip())
    return number


def minutes(text: str) -> int:
    """Read whole minutes, or hours and minutes such as 1:30, at most those of a day."""
    return span("minutes", 1, MOST_MINUTES)(text)


def span(what: str, lowest: int, highest: int) -> Callable[[str], int]:
    """Return a reader of minutes, or of hours and minutes such as 1:30."""
    return lambda text: _whole(what, text, numbers.read_minutes, lowest, highest)


def hours(text: str) -> int:
    """Read hours, such as 1.5 or 1:30, and return whole minutes."""
    number = numbers.read_minutes(text, _PER_HOUR)
    if number is None or not _LEAST_HOURS * _PER_HOUR <= number <= MOST_MINUTES:
        raise InvalidAmount("hours", text.strip(), _LEAST_HOURS, _MOST_HOURS)
    return math.floor(number + 0.5)


def whole(what: str, lowest: int, highest: int) -> Callable[[str], int]:
    """Return a reader of whole numbers from `lowest` to `highest`."""
    return lambda text: _whole(what, text, numbers.read, lowest, highest)


def _whole(what: str, text: str, read: Read, lowest: int, highest: int) -> int:
    try:
        number = read(text)
    except AmbiguousNumber as error:
        raise AmbiguousNumber(error.given, error.readings, is_whole=True) from error
    if number is None or not lowest <= number <= highest:
        raise InvalidAmount(what, text.strip(), lowest, highest)
    if number != int(number):
        raise NotWhole(what, text.strip())
    return int(number)
