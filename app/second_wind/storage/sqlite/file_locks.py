"""Tells whether a program has a journal open, and keeps others from opening it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from second_wind.core.errors.copy_errors import JournalOpen

if sys.platform != "win32":
    import fcntl

_LOCK_BEGIN, _LOCK_LENGTH = 0x4000_0000, 512
"""The bytes that SQLite locks while a file is open."""
_INDEX_LOCK_BEGIN, _INDEX_LOCK_LENGTH = 128, 1
"""The byte of a log's index that SQLite locks while that is open."""


@contextmanager
def held(journal: Path) -> Iterator[None]:
    """Keep every other process from opening a file, damaged as it may be.

    Raises
    ------
    JournalOpen
        If one has it open.
    """
    with _locked(journal, journal, _LOCK_LENGTH, _LOCK_BEGIN):
        yield


def is_open_elsewhere(journal: Path) -> bool:
    """Tell whether another process has the file open; where that can't be told, say so."""
    if sys.platform == "win32":
        return True
    try:
        with held(journal):
            return False
    except (JournalOpen, OSError):
        return True


def has_log_of_another_file(journal: Path) -> bool:
    """Tell whether the log belongs to a program whose file was replaced and which has not noticed.

    It has the log open, but not the file that lies there now.
    """
    index = journal.with_name(f"{journal.name}-shm")
    if not index.exists() or is_open_elsewhere(journal):
        return False
    try:
        with _locked(journal, index, _INDEX_LOCK_LENGTH, _INDEX_LOCK_BEGIN):
            return False
    except FileNotFoundError:
        return False
    except JournalOpen:
        return True


@contextmanager
def _locked(journal: Path, file: Path, length: int, begin: int) -> Iterator[None]:
    if sys.platform == "win32":  # there, nobody can replace a file that is open
        yield
        return
    handle = os.open(file, os.O_RDWR)
    try:
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, length, begin)
        except OSError as error:
            raise JournalOpen(journal) from error
        yield
    finally:
        os.close(handle)
