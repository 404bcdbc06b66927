"""A journal where nothing can be written: read whole into memory, and never written."""

import os
from datetime import datetime
from pathlib import Path
from typing import NoReturn

from second_wind.core.errors.journal_errors import DamagedJournal, JournalReadOnly
from second_wind.core.secrets.passphrase_key import Key
from second_wind.storage.file.database import Database
from second_wind.storage.sqlite.faults import known_faults


def opened(path: Path, now: datetime, key: Key | None = None) -> Database:
    """Open a journal, or begin one; where nothing can be written, open it to be read.

    Raises
    ------
    KnownError
        If it can't be opened, is locked, damaged, newer than this program, or not ours.
    """
    return ReadOnlyDatabase(path, key) if is_read_only(path) else Database(path, now, key)


def is_read_only(path: Path) -> bool:
    """Tell whether a journal lies there that can be read, and nothing can be written."""
    try:
        if not path.is_file() or not path.stat().st_size:
            return False
    except OSError:
        return False
    if not os.access(path, os.R_OK):
        return False
    return not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK))


class ReadOnlyDatabase(Database):
    """What a journal's file and its log hold, in memory, as they are when it is opened."""

    def __init__(self, path: Path, key: Key | None = None) -> None:
        """Read the file.

        Raises
        ------
        KnownError
            If it can't be read, is locked, damaged, newer than this program, or not ours.
        """
        from second_wind.storage.damage.recognition import log_is_of_before, refuse_emptied
        from second_wind.storage.damage.snapshots import in_memory
        from second_wind.storage.pages.pages import log_is_torn

        self.path = path
        self._is_released = False
        with known_faults(path):
            refuse_emptied(path)
            if log_is_torn(path) or log_is_of_before(path, key):
                raise DamagedJournal(path)
        self._opened = in_memory(path, key)
        self.key = self._opened.key

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be written."""
        return True

    @property
    def is_replaced(self) -> bool:
        """Whether another file counts now: not before this one is opened anew."""
        return False

    def require_drive(self) -> None:
        """Pass: what was read is in memory."""

    def give_up_log(self) -> None:
        """Leave the log where it is."""

    def fold(self) -> None:
        """Leave the log where it is."""

    def writing(self) -> NoReturn:
        """Refuse to write.

        Raises
        ------
        JournalReadOnly
        """
        raise JournalReadOnly(self.path)
