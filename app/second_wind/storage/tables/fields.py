"""How Python values lie in SQLite columns."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import partial
from typing import Any, NamedTuple, TypeVar

V = TypeVar("V")


class Garbled(Exception):
    """A stored value that the program can't have written: the file is damaged."""


class Converter(NamedTuple):
    """How a value that is there is stored, and read again."""

    stored: Callable[[Any], Any]
    read: Callable[[Any], Any]

    def into(self, value: Any) -> Any:
        """Return what is stored; nothing stays nothing."""
        return None if value is None else self.stored(value)

    def out(self, value: Any) -> Any:
        """Return what was stored.

        Raises
        ------
        Garbled
            If the program can't have written it.
        """
        return None if value is None else self.read(value)


def _read(convert: Callable[[Any], V], value: Any) -> V:
    try:
        return convert(value)
    except (ValueError, TypeError) as error:
        raise Garbled(str(error)) from error


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise Garbled(type(value).__name__)
    return value


def _words(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


def moment_of(text: str) -> datetime:
    """Return a moment that was stored."""
    return _read(datetime.fromisoformat, text)


def stamp(moment: datetime) -> str:
    """Return a moment as it is stored."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


TEXT = Converter(str, _text)
WHOLE = Converter(int, partial(_read, int))
REAL = Converter(float, partial(_read, float))
SWITCH = Converter(bool, partial(_read, bool))
DAY = Converter(date.isoformat, partial(_read, date.fromisoformat))
"""A local calendar day as YYYY-MM-DD."""
TIME_OF_DAY = Converter("{:%H:%M}".format, partial(_read, time.fromisoformat))
"""A local time of day as HH:MM."""
MOMENT = Converter(stamp, moment_of)
"""A moment in UTC, to the microsecond; the texts sort as the moments do."""
WORDS = Converter(lambda words: json.dumps(list(words), ensure_ascii=False), partial(_read, _words))
"""Words as a JSON array."""

_BY_TYPE: Mapping[Any, Converter] = {
    str: TEXT,
    int: WHOLE,
    int | None: WHOLE,
    float | None: REAL,
    bool: SWITCH,
    date: DAY,
    date | None: DAY,
    datetime | None: MOMENT,
    time | None: TIME_OF_DAY,
    tuple[str, ...]: WORDS,
}


def choice_of(kind: type[StrEnum]) -> Converter:
    """Return the converter of an enumeration, whose members are stored by their value."""
    return Converter(str, partial(_read, kind))


def converter_of(of: Any) -> Converter:
    """Return how a field of an entry is stored, by its type; one of a choice is none of them."""
    return _BY_TYPE[of] if of in _BY_TYPE else choice_of(of)
