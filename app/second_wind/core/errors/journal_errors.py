"""What can be wrong with the journal's file, and where it lies."""

from datetime import date
from pathlib import Path

from second_wind.core.errors.base import KnownError


class NewerJournal(KnownError):
    """The journal was written by a newer version of the program."""

    path: Path
    found: int
    known: int


class NotAJournal(KnownError):
    """The file belongs to another program."""

    path: Path


class DamagedJournal(KnownError):
    """The file can't be read as a database."""

    path: Path


class GarbledEntries(DamagedJournal):
    """The file can be read, but some of it is not as it was written.

    Attributes
    ----------
    days : of each entry, None where it has none or where it can't be told; empty if it is
        something else than entries.
    """

    days: tuple[date | None, ...] = ()


class JournalUnreachable(KnownError):
    """The directory or the file can't be opened or written."""

    path: Path


class Unreadable(JournalUnreachable):
    """A file or a folder that is there and may not be read."""


class JournalReadOnly(KnownError):
    """A journal that can be read, where nothing can be written."""

    path: Path


class FolderClosed(KnownError):
    """A folder that the person may not enter or look into."""

    path: Path


class DiskFull(KnownError):
    """There was no room to store the change."""

    path: Path


class JournalBusy(KnownError):
    """Another process holds the journal for longer than we wait."""

    path: Path


class NotASample(KnownError):
    """A place for a sample journal that holds a person's own."""

    path: Path
