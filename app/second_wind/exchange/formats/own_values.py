"""Values of entries in our own JSON, each checked for its type on the way in."""

import math
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from second_wind.core.log.entries import EntryType
from second_wind.core.log.kinds import types_of

Choice = TypeVar("Choice", bound=StrEnum)

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_ORIGIN = re.compile(r"[0-9a-f]{16}")
_MOST = 1_000_000


class Unfit(ValueError):
    """A value that a field can't hold."""


def written_value(value: Any) -> Any:
    """Return a value as JSON holds it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, tuple):
        return [written_value(each) for each in value]
    # Nobody sees signs of control, and nothing that holds one is read.
    return _CONTROL.sub("", value) if isinstance(value, str) else value


def read_value(kind: EntryType, name: str, value: Any) -> Any:
    """Return the value of a field.

    Raises
    ------
    Unfit
        If the field can't hold it.
    """
    if name == "id":
        return _identifier(value)
    if name == "step" and value not in (6, 7):
        raise Unfit(name)
    if name == "origin" and not _ORIGIN.fullmatch(_text(value)):
        raise Unfit(name)
    of = types_of(kind)[name]
    return (_READERS[of] if of in _READERS else _choice(of))(value)


def _identifier(value: Any) -> str:
    try:
        return str(UUID(_text(value)))
    except ValueError as problem:
        raise Unfit(value) from problem


def _text(value: Any) -> str:
    if not isinstance(value, str) or _CONTROL.search(value):
        raise Unfit(value)
    return value


def _day(value: Any) -> date:
    try:
        return date.fromisoformat(_text(value))
    except ValueError as problem:
        raise Unfit(value) from problem


def _moment(value: Any) -> datetime:
    try:
        found = datetime.fromisoformat(_text(value))
    except ValueError as problem:
        raise Unfit(value) from problem
    if found.tzinfo is None or not 1970 < found.year < 9999:  # whatever zone it is told in
        raise Unfit(value)
    return found.astimezone(UTC)


def _time(value: Any) -> time:
    try:
        found = time.fromisoformat(_text(value))
    except ValueError as problem:
        raise Unfit(value) from problem
    return time(found.hour, found.minute)


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > _MOST:
        raise Unfit(value)
    return value


def _number(value: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise Unfit(value)
    if not (abs(value) <= _MOST and math.isfinite(value)):
        raise Unfit(value)
    return float(value)


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Unfit(value)
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise Unfit(value)
    return tuple(_text(each) for each in value)


def _choice(kind: type[Choice]) -> Callable[[Any], Choice]:
    def read(value: Any) -> Choice:
        try:
            return kind(_text(value))
        except ValueError as problem:
            raise Unfit(value) from problem

    return read


_READERS: dict[Any, Callable[[Any], Any]] = {
    str: _text,
    date: _day,
    date | None: _day,
    time | None: _time,
    datetime | None: _moment,
    int: _whole,
    int | None: _whole,
    float | None: _number,
    bool: _truth,
    tuple[str, ...]: _texts,
}
