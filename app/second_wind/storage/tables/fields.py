"""How Python values lie in SQLite columns."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any, TypeVar

from peewee import Field

V = TypeVar("V")


class Garbled(Exception):
    """A stored value that the program can't have written: the file is damaged."""


class DayField(Field):
    """A local calendar day as YYYY-MM-DD, or null."""

    field_type = "TEXT"

    def db_value(self, value: date | None) -> str | None:
        """Return the text that is stored."""
        return value.isoformat() if value is not None else None

    def python_value(self, value: str | None) -> date | None:
        """Return the day."""
        return _read(date.fromisoformat, value) if value is not None else None


class TimeOfDayField(Field):
    """A local time of day as HH:MM, or null."""

    field_type = "TEXT"

    def db_value(self, value: time | None) -> str | None:
        """Return the text that is stored."""
        return f"{value:%H:%M}" if value is not None else None

    def python_value(self, value: str | None) -> time | None:
        """Return the time of day."""
        return _read(time.fromisoformat, value) if value is not None else None


class MomentField(Field):
    """A moment in UTC, to the microsecond, or null; the texts sort as the moments do."""

    field_type = "TEXT"

    def db_value(self, value: datetime | None) -> str | None:
        """Return the text that is stored."""
        return stamp(value) if value is not None else None

    def python_value(self, value: str | None) -> datetime | None:
        """Return the moment."""
        return _read(datetime.fromisoformat, value) if value is not None else None


class WordsField(Field):
    """A tuple of words as a JSON array."""

    field_type = "TEXT"

    def db_value(self, value: Sequence[str]) -> str:
        """Return the text that is stored."""
        return json.dumps(list(value), ensure_ascii=False)

    def python_value(self, value: str) -> tuple[str, ...]:
        """Return the words."""
        return tuple(_read(json.loads, value))


class ChoiceField(Field):
    """A member of an enumeration by its value."""

    field_type = "TEXT"

    def __init__(self, choice: type[StrEnum], **options: Any) -> None:
        super().__init__(**options)
        self.choice = choice

    def db_value(self, value: StrEnum) -> str:
        """Return the text that is stored."""
        return str(value)

    def python_value(self, value: str) -> StrEnum:
        """Return the member."""
        return _read(self.choice, value)


def _read(convert: Callable[[str], V], value: str) -> V:
    try:
        return convert(value)
    except (ValueError, TypeError) as error:
        raise Garbled(str(error)) from error


def moment_of(text: str) -> datetime:
    """Return a moment that was stored."""
    return _read(datetime.fromisoformat, text)


def stamp(moment: datetime) -> str:
    """Return a moment as it is stored."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
