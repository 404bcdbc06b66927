"""Whether there is a journal, and what tells that there was one."""

import os
from pathlib import Path

from second_wind.core.errors.copy_errors import JournalGone, NoJournalYet
from second_wind.core.errors.journal_errors import FolderClosed, JournalUnreachable
from second_wind.journal.files.copies import safe_copies
from second_wind.storage.copies import backups
from second_wind.storage.sqlite.faults import known_faults


def is_there(path: Path) -> bool:
    """Tell whether a file with content lies in the journal's place.

    Raises
    ------
    FolderClosed, JournalUnreachable
        If nobody may look there, or if it is a folder, a pipe or a device.
    """
    _refuse_closed(path.parent)
    with known_faults(path):
        if not path.exists():
            return False
        if not path.is_file():  # to open a pipe would wait for its other end
            raise JournalUnreachable(path)
        return path.stat().st_size > 0


def is_gone(path: Path) -> bool:
    """Tell whether a journal is missing or empty that was there, as its copies or its log tell."""
    return not is_there(path) and bool(backups.listed(path) or _log_holds(path))


def refuse_gone(path: Path, *, begins: bool = False) -> None:
    """Refuse to begin a journal in the place of one that is missing, as its copies or log tell.

    Raises
    ------
    JournalGone
        If there are any; `begins` says whether the person may choose to begin all the same.
    """
    if is_gone(path):
        copies = safe_copies(path)
        newest = copies[0].path.name if copies else ""
        raise JournalGone(path, len(copies), newest, begins)


def require(path: Path) -> None:
    """Refuse to go on without a journal.

    Raises
    ------
    JournalGone, NoJournalYet
        Whether there was one or not.
    """
    refuse_gone(path)
    if not is_there(path):
        raise NoJournalYet(path)


def _refuse_closed(folder: Path) -> None:
    """Refuse a folder that may not be entered or read, or that lies in one."""
    for each in (*reversed(folder.parents), folder):
        try:
            is_folder = each.is_dir()
        except OSError:
            is_folder = False
        needed = os.R_OK | os.X_OK if each == folder else os.X_OK
        if is_folder and not os.access(each, needed):
            raise FolderClosed(each)


def _log_holds(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    with known_faults(log):
        return log.exists() and log.stat().st_size > 0
