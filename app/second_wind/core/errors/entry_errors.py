"""What can be wrong with an entry, and what is not there to be changed."""

from datetime import date

from second_wind.core.errors.base import KnownError


class InvalidMood(KnownError):
    """A mood that is no number from 1 to 10."""

    given: str


class InvalidDay(KnownError):
    """A text that names no day of the calendar."""

    given: str


class DayNotReached(KnownError):
    """A day after today."""

    day: date
    today: date


class AnsweredBeforeAsked(KnownError):
    """An answer or a new beginning on a day before that to which it belongs."""

    day: date
    later: date


class InvalidTime(KnownError):
    """A text that is no time of day."""

    given: str


class InvalidAmount(KnownError):
    """Minutes or hours that are no number or out of range."""

    what: str
    given: str
    lowest: float
    highest: float


class InvalidChoice(KnownError):
    """A word that is none of the possible ones."""

    what: str
    given: str
    possible: tuple[str, ...]


class TooLong(KnownError):
    """A text longer than what is stored."""

    what: str
    length: int
    highest: int


class ThereAlready(KnownError):
    """Something put back of which there can only be one, and there is one."""


class NothingToUndo(KnownError):
    """No act is kept that could be taken back."""


class NothingToRedo(KnownError):
    """No undone act waits to be done again."""


class NoSuchEntry(KnownError):
    """An id that names nothing in this journal."""

    given: str


class NoSuchRejection(KnownError):
    """No rejection was logged on that day."""

    day: date | None


class TooManyPhotos(KnownError):
    """More photos than an outing holds."""

    highest: int


class NothingLeft(KnownError):
    """A change that would leave an entry empty."""

    id: str


class BrokenText(KnownError):
    """A text with bytes that are no letters, so that it can't be stored."""

    given: str


class NulInText(KnownError):
    """A text with a NUL, with which no text can be stored."""
