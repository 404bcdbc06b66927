"""What may be stored: every entry passes here before it reaches the journal."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date

from second_wind.core.errors.entry_errors import (
    AnsweredBeforeAsked,
    BrokenText,
    DayNotReached,
    InvalidAmount,
    InvalidChoice,
    InvalidDay,
    TooLong,
    TooManyPhotos,
)
from second_wind.core.errors.usage_errors import NothingGiven
from second_wind.core.log.entries import (
    LONGEST_LINE,
    LONGEST_TEXT,
    MOST_DAYS_IN_TOUCH,
    MOST_MINUTES,
    MOST_PHOTOS,
    STEPS_BY_HAND,
    AnyEntry,
    CheckIn,
    Consultation,
    FeelingWord,
    GoodNews,
    Outing,
    Person,
    Rest,
    StepMark,
)
from second_wind.core.log.scale import valid_mood

EARLIEST_YEAR = 1900
_LONG_TEXTS = {"note", "feedback", "lesson", "said", "tip"}


def check(entry: AnyEntry, today: date) -> None:
    """Pass an entry that may be stored.

    Raises
    ------
    KnownError
        Of the kind that says what is wrong, with the value.
    """
    if entry.day.year < EARLIEST_YEAR:  # a slip such as 0206 would make centuries of empty days
        raise InvalidDay(entry.day.isoformat())
    if entry.day > today and not isinstance(entry, Rest):  # a holiday may lie ahead
        raise DayNotReached(entry.day, today)
    if isinstance(entry, CheckIn) and entry.mood is not None:
        valid_mood(entry.mood)
    if isinstance(entry, Outing) and len(entry.photos) > MOST_PHOTOS:
        raise TooManyPhotos(MOST_PHOTOS)
    if isinstance(entry, StepMark) and entry.step not in STEPS_BY_HAND:
        raise InvalidChoice("step", str(entry.step), tuple(map(str, STEPS_BY_HAND)))
    _check_minutes(entry)
    _check_named(entry)
    _check_later_day(entry, today)
    for name, text in _texts(entry):
        _check_encoding(text)
        highest = LONGEST_TEXT if name in _LONG_TEXTS else LONGEST_LINE
        if len(text) > highest:
            raise TooLong(name, len(text), highest)


def _check_minutes(entry: AnyEntry) -> None:
    minutes = getattr(entry, "minutes", None)
    if minutes is not None and not 1 <= minutes <= MOST_MINUTES:
        raise InvalidAmount("minutes", str(minutes), 1, MOST_MINUTES)


def _check_named(entry: AnyEntry) -> None:
    if isinstance(entry, Person):
        if not entry.name.strip():
            raise NothingGiven
        interval = entry.keep_in_touch
        if interval is not None and not 1 <= interval <= MOST_DAYS_IN_TOUCH:
            raise InvalidAmount("keep in touch", str(interval), 1, MOST_DAYS_IN_TOUCH)
    if isinstance(entry, FeelingWord) and not entry.word.strip():
        raise NothingGiven


def _check_later_day(entry: AnyEntry, today: date) -> None:
    """Pass an entry whose answer or new beginning came after its own day, and not after today."""
    later = None
    if isinstance(entry, Consultation):
        later = entry.received
    elif isinstance(entry, GoodNews):
        later = entry.reopened
    if later is None:
        return
    if later > today:
        raise DayNotReached(later, today)
    if later < entry.day:
        raise AnsweredBeforeAsked(entry.day, later)


def _check_encoding(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:  # a lone surrogate, from bytes that were no UTF-8
        raise BrokenText(text) from error


def _texts(entry: AnyEntry) -> Iterator[tuple[str, str]]:
    for each in fields(entry):
        value = getattr(entry, each.name)
        if isinstance(value, str):
            yield each.name, value
        elif isinstance(value, tuple):
            yield from ((each.name, str(part)) for part in value)
