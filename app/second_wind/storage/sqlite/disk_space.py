"""Whether there is room to write at all, where SQLite can't tell it in time."""

import os
from pathlib import Path

from second_wind.core.errors.journal_errors import DiskFull

_PAGE = 4096
_LEAST = 64 * 1024
"""Bytes; more than SQLite maps into memory for an act, and less than anybody calls room."""


def require_room(path: Path) -> None:
    """Refuse to write beside a file where there is hardly any room, on a disk with small blocks.

    SQLite maps the index of its log into memory, and makes sure of the room for it page by page.
    Where a page has several blocks and the disk can't give one of them, the system ends the program
    instead of failing a call.

    Raises
    ------
    DiskFull
    """
    if not hasattr(os, "statvfs"):
        return
    try:
        found = os.statvfs(path.parent)
    except OSError:  # whatever is wrong with the place will be told when it is opened
        return
    if found.f_frsize < _PAGE and found.f_blocks and found.f_bavail * found.f_frsize < _LEAST:
        raise DiskFull(path)
