"""What can be wrong with an entry, and what is not there to be changed."""

from dataclasses import dataclass
from datetime import date

from second_wind.core.errors.base import KnownError


@dataclass(eq=False)
class InvalidMood(KnownError):
    """A mood that is no number from 1 to 10."""

    given: str


@dataclass(eq=False)
class InvalidDay(KnownError):
    """A text that names no day of the calendar."""

    given: str


@dataclass(eq=False)
class DayNotReached(KnownError):
    """A day after today."""

    day: date
    today: date


@dataclass(eq=False)
class AnsweredBeforeAsked(KnownError):
    """An answer or a new beginning on a day before that to which it belongs."""

    day: date
    later: date


@dataclass(eq=False)
class InvalidTime(KnownError):
    """A text that is no time of day."""

    given: str


@dataclass(eq=False)
class InvalidAmount(KnownError):
    """Minutes or hours that are no number or out of range."""

    what: str
    given: str
    lowest: float
    highest: float


@dataclass(eq=False)
class InvalidChoice(KnownError):
    """A word that is none of the possible ones."""

    what: str
    given: str
    possible: tuple[str, ...]


@dataclass(eq=False)
class TooLong(KnownError):
    """A text longer than what is stored."""

    what: str
    length: int
    highest: int


@dataclass(eq=False)
class ThereAlready(KnownError):
    """Something put back of which there can only be one, and there is one."""


@dataclass(eq=False)
class NothingToUndo(KnownError):
    """No act is kept that could be taken back."""


@dataclass(eq=False)
class NothingToRedo(KnownError):
    """No undone act waits to be done again."""


@dataclass(eq=False)
class NoSuchEntry(KnownError):
    """An id that names nothing in this journal."""

    given: str


@dataclass(eq=False)
class NoSuchRejection(KnownError):
    """No rejection was logged on that day."""

    day: date | None


@dataclass(eq=False)
class TooManyPhotos(KnownError):
    """More photos than an outing holds."""

    highest: int


@dataclass(eq=False)
class NothingLeft(KnownError):
    """A change that would leave an entry empty."""

    id: str


@dataclass(eq=False)
class BrokenText(KnownError):
    """A text with bytes that are no letters, so that it can't be stored."""

    given: str


class NulInText(KnownError):
    """A text with a NUL, with which no text can be stored."""
