"""Everything that can go wrong and is no bug: facts only; `words.errors` makes the sentences."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from second_wind.core.known_error import KnownError as KnownError


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


class NothingGiven(KnownError):
    """A command that was given nothing to store."""


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
class NewerJournal(KnownError):
    """The journal was written by a newer version of the program."""

    path: Path
    found: int
    known: int


@dataclass(eq=False)
class NotAJournal(KnownError):
    """The file belongs to another program."""

    path: Path


@dataclass(eq=False)
class DamagedJournal(KnownError):
    """The file can't be read as a database."""

    path: Path


@dataclass(eq=False)
class GarbledEntries(DamagedJournal):
    """The file can be read, but some of it is not as it was written.

    Attributes
    ----------
    days : of each entry, None where it has none or where it can't be told; empty if it is
        something else than entries.
    """

    days: tuple[date | None, ...] = ()


@dataclass(eq=False)
class JournalUnreachable(KnownError):
    """The directory or the file can't be opened or written."""

    path: Path


@dataclass(eq=False)
class Unreadable(JournalUnreachable):
    """A file or a folder that is there and may not be read."""


@dataclass(eq=False)
class JournalReadOnly(KnownError):
    """A journal that can be read, where nothing can be written."""

    path: Path


@dataclass(eq=False)
class FolderClosed(KnownError):
    """A folder that the person may not enter or look into."""

    path: Path


@dataclass(eq=False)
class DiskFull(KnownError):
    """There was no room to store the change."""

    path: Path


class OutputFull(KnownError):
    """There was no room where the output goes."""


@dataclass(eq=False)
class JournalBusy(KnownError):
    """Another process holds the journal for longer than we wait."""

    path: Path


@dataclass(eq=False)
class TooManyPhotos(KnownError):
    """More photos than an outing holds."""

    highest: int


@dataclass(eq=False)
class NothingLeft(KnownError):
    """A change that would leave an entry empty."""

    id: str


@dataclass(eq=False)
class UnfitOption(KnownError):
    """An option for something that this kind of entry doesn't have."""

    option: str
    noun: str
    possible: tuple[str, ...]


@dataclass(eq=False)
class OptionNeeds(KnownError):
    """An option that says something only together with another one."""

    option: str
    needed: str


@dataclass(eq=False)
class OptionsApart(KnownError):
    """Two options that can't be given together."""

    option: str
    other: str


@dataclass(eq=False)
class MissingValue(KnownError):
    """An option without the value that belongs behind it."""

    option: str


@dataclass(eq=False)
class BadUsage(KnownError):
    """Words that make no command; `message` is argparse's own."""

    command: str
    message: str


@dataclass(eq=False)
class UnknownCommand(KnownError):
    """A first word that is no command."""

    given: str
    nearest: str


@dataclass(eq=False)
class UnknownOption(KnownError):
    """A word after a command that it doesn't know."""

    command: str
    given: str


@dataclass(eq=False)
class BrokenText(KnownError):
    """A text with bytes that are no letters, so that it can't be stored."""

    given: str


class NulInText(KnownError):
    """A text with a NUL, with which no text can be stored."""


@dataclass(eq=False)
class InputTooLong(KnownError):
    """More on standard input than any text that is stored."""

    highest: int


@dataclass(eq=False)
class NotASample(KnownError):
    """A place for a sample journal that holds a person's own."""

    path: Path
