"""What can be wrong with the journal's file, and where it lies."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from second_wind.core.errors.base import KnownError


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


@dataclass(eq=False)
class JournalBusy(KnownError):
    """Another process holds the journal for longer than we wait."""

    path: Path


@dataclass(eq=False)
class NotASample(KnownError):
    """A place for a sample journal that holds a person's own."""

    path: Path
