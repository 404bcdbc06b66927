"""How the words behind options are read: each reader returns a value or raises a known error."""

import math
import os
import re
from collections.abc import Callable
from datetime import date, time, timedelta
from enum import StrEnum
from typing import TypeVar

from second_wind.core.entries import MOST_MINUTES
from second_wind.core.errors import (
    BrokenText,
    InvalidAmount,
    InvalidChoice,
    InvalidDay,
    InvalidMood,
    InvalidTime,
)
from second_wind.core.scale import valid_mood
from second_wind.core.validation import EARLIEST_YEAR

C = TypeVar("C", bound=StrEnum)
V = TypeVar("V")

GivenDay = date | timedelta
"""A day of the calendar, or how far it lies from today."""

_LEAST_HOURS = 0.01
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")
_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")


def day(text: str) -> GivenDay:
    """Read "today", "yesterday" or a date like 2026-11-22."""
    named = {"today": timedelta(0), "yesterday": timedelta(days=-1)}.get(text.strip().lower())
    if named is not None:
        return named
    try:
        written = date.fromisoformat(text.strip())
    except ValueError:
        raise InvalidDay(text) from None
    if written.year < EARLIEST_YEAR:
        raise InvalidDay(text)
    return written


def time_of_day(text: str) -> time:
    """Read a time like 14:30."""
    found = _TIME.fullmatch(text.strip())
    if not found:
        raise InvalidTime(text)
    return time(int(found[1]), int(found[2]))


def mood(text: str) -> float:
    """Read a real number from 1 to 10."""
    number = _number(text)
    if number is None:
        raise InvalidMood(text)
    return valid_mood(number)


def minutes(text: str) -> int:
    """Read whole minutes, at most those of a day."""
    return whole("minutes", 1, MOST_MINUTES)(text)


def hours(text: str) -> int:
    """Read hours, such as 1.5, and return whole minutes."""
    number = _number(text)
    most = MOST_MINUTES // 60
    if number is None or not _LEAST_HOURS <= number <= most:
        raise InvalidAmount("hours", text, _LEAST_HOURS, most)
    return math.floor(number * 60 + 0.5)


def whole(what: str, lowest: int, highest: int) -> Callable[[str], int]:
    """Return a reader of whole numbers from `lowest` to `highest`."""

    def read(text: str) -> int:
        number = _number(text)
        if number is None or number != int(number) or not lowest <= number <= highest:
            raise InvalidAmount(what, text, lowest, highest)
        return int(number)

    return read


def choice(kind: type[C], what: str) -> Callable[[str], C]:
    """Return a reader of the members of an enumeration, spaces written as hyphens or not."""

    def read(text: str) -> C:
        try:
            return kind(re.sub(r"[\s_]+", "-", text.strip().lower()))
        except ValueError:
            raise InvalidChoice(what, text, tuple(filter(None, kind))) from None

    return read


def words(text: str) -> str:
    """Read a text that can be stored, UTF-8 whatever the locale says."""
    try:
        return os.fsencode(text).decode().strip()
    except UnicodeError:  # bytes that are no UTF-8 come as lone surrogates
        raise BrokenText(text.encode(errors="replace").decode()) from None


def or_nothing(read: Callable[[str], V]) -> Callable[[str], V | None]:
    """Return a reader that also takes an empty text, which clears a value."""
    return lambda text: read(text) if text.strip() else None


def _number(text: str) -> float | None:
    plain = text.strip()
    return float(plain.replace(",", ".")) if _NUMBER.fullmatch(plain) else None
