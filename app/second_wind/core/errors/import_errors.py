"""What can go wrong with a file from elsewhere, and what must be asked: facts only."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from second_wind.core.errors.base import KnownError


class FileKind(StrEnum):
    """What a file is that holds no text."""

    JOURNAL = "journal"
    ENCRYPTED_JOURNAL = "encrypted-journal"
    SQLITE = "sqlite"
    SPREADSHEET = "spreadsheet"
    ZIP = "zip"
    DAYLIO_BACKUP = "daylio-backup"
    PICTURE = "picture"
    PDF = "pdf"
    BINARY = "binary"


class Fault(StrEnum):
    """Why one line of a file was not taken."""

    TOO_FEW = "too-few"
    TOO_MANY = "too-many"
    NO_DAY = "no-day"
    BAD_DAY = "bad-day"
    FUTURE_DAY = "future-day"
    NO_OUTCOME_DAY = "no-outcome-day"
    BAD_TIME = "bad-time"
    OUT_OF_SCALE = "out-of-scale"
    BAD_AMOUNT = "bad-amount"
    REPEATED = "repeated"
    TOO_LONG = "too-long"
    OPEN_QUOTE = "open-quote"


@dataclass(frozen=True, slots=True)
class RejectedLine:
    """A line that was not taken: where it begins (from 1), why, and what stood there."""

    line: int
    fault: Fault
    given: str = ""


class Asked(StrEnum):
    """What an import can't know by itself."""

    MOODS = "moods"
    SCALE = "scale"
    DATE_ORDER = "date-order"
    DAY_COLUMN = "day-column"
    VALUE_COLUMN = "value-column"
    MOOD_COLUMN = "mood-column"
    OUTCOME_COLUMN = "outcome-column"
    REJECTION_DAY = "rejection-day"
    OUTCOME_DATE_MEANING = "outcome-date-meaning"
    TICK = "tick"
    TICK_OR_AMOUNT = "tick-or-amount"


@dataclass(frozen=True, slots=True)
class Question:
    """Something that only the person knows, and the words of the command line that answer it.

    Attributes
    ----------
    names : tuple of str
        What it is about: mood names, a date as written, columns to choose from.
    answer : str
        An option with an example, such as `--scale 0:100`.
    counts : tuple of int
        How often each of the names came, where that was counted.
    """

    asked: Asked
    answer: str
    names: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()


class ImportProblem(KnownError):
    """A file from elsewhere, or an option for it, that can't be used; nothing was written."""


class UnreadableFile(ImportProblem):
    """A path that can't be opened or read."""

    path: Path


class NoPlainFile(ImportProblem):
    """A folder, a named pipe or a device where a file was expected."""

    path: Path


class EmptyFile(ImportProblem):
    """A file without any content."""

    path: Path


class FileTooLarge(ImportProblem):
    """A file of more bytes than are read."""

    path: Path
    size: int
    highest: int


class TooManyRows(ImportProblem):
    """A table of more rows than are read."""

    path: Path
    highest: int


class ForeignFile(ImportProblem):
    """A file that holds no text."""

    path: Path
    kind: FileKind


class NotText(ImportProblem):
    """A control character, such as a NUL byte, in what should be text."""

    path: Path
    line: int
    code: int


class BrokenEncoding(ImportProblem):
    """Bytes that are no letters in any encoding that is read."""

    path: Path
    line: int
    encoding: str


class BrokenTable(ImportProblem):
    """A table that can't be read on from a line."""

    path: Path
    line: int


class UnknownFormat(ImportProblem):
    """A text that is in none of the formats read; with `header` if columns may be told.

    Attributes
    ----------
    header : tuple of str
        What was taken for the names of a table's columns.
    """

    path: Path
    possible: tuple[str, ...]
    header: tuple[str, ...] = ()
    line: int = 1


class NotReadYet(ImportProblem):
    """An export of a program that is known, but not read."""

    path: Path
    program: str


class OwnTable(ImportProblem):
    """A table that our own export writes for spreadsheets, and that is not read back."""

    path: Path


class UnfitFormat(ImportProblem):
    """A file that is not in the format asked for."""

    path: Path
    format: str


class NewerExport(ImportProblem):
    """A file of our own that a newer version of the program wrote."""

    path: Path
    found: int
    known: int


class BrokenExport(ImportProblem):
    """A file of our own with something in it that can't be."""

    path: Path
    place: str


class UnknownColumn(ImportProblem):
    """A column asked for that the table doesn't have."""

    given: str
    possible: tuple[str, ...]


class InvalidOption(ImportProblem):
    """An option that says nothing an import understands."""

    option: str
    given: str
    example: str


class QuestionsOpen(ImportProblem):
    """An import that needs answers before anything is written."""

    path: Path
    questions: tuple[Question, ...]


class NothingRead(ImportProblem):
    """A file in which no row could be read as an entry.

    Attributes
    ----------
    first : RejectedLine or None
        The first line that can't be taken.
    outcomes : int
        How many applications were left out for what came of them.
    """

    path: Path
    first: RejectedLine | None
    outcomes: int


class UnwritableOutput(ImportProblem):
    """A place to which nothing can be written."""

    path: Path


class NotOneStream(ImportProblem):
    """An export of several files that was asked for on standard output."""

    format: str
