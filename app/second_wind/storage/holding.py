"""Tells whether a program has a journal open, and keeps others from opening it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from second_wind.core.copy_errors import JournalOpen

_LOCK_BEGIN, _LOCK_LENGTH = 0x4000_0000, 512
"""The bytes that SQLite locks while a file is open."""


@contextmanager
def held(journal: Path) -> Iterator[None]:
    """Keep every other process from opening a file, damaged as it may be.

    Raises
    ------
    JournalOpen
        If one has it open.
    """
    if sys.platform == "win32":  # there, nobody can replace a file that is open
        yield
        return
    import fcntl

    handle = os.open(journal, os.O_RDWR)
    try:
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, _LOCK_LENGTH, _LOCK_BEGIN)
        except OSError as error:
            raise JournalOpen(journal) from error
        yield
    finally:
        os.close(handle)


def is_open_elsewhere(journal: Path) -> bool:
    """Tell whether another process has the file open; where that can't be told, say so."""
    if sys.platform == "win32":
        return True
    try:
        with held(journal):
            return False
    except (JournalOpen, OSError):
        return True
