"""How the words behind options are read: each reader returns a value or raises a known error."""

import os
import re
from collections.abc import Callable
from datetime import date, time, timedelta
from enum import StrEnum
from typing import TypeVar

from second_wind.core.errors.entry_errors import BrokenText, InvalidChoice, InvalidDay, InvalidTime
from second_wind.core.log.validation import EARLIEST_YEAR

C = TypeVar("C", bound=StrEnum)
V = TypeVar("V")

GivenDay = date | timedelta
"""A day of the calendar, or how far it lies from today."""

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
