"""A folder that others can look into: it keeps the mode that it has, and that is told once."""

import os
from pathlib import Path

from second_wind.core.errors.base import KnownError
from second_wind.storage.sqlite.faults import known_faults

_NOTE = "told-folders.txt"
_READ_BY_OTHERS = 0o044


def to_be_told(folder: Path, config: Path) -> bool:
    """Tell, once for each folder, whether others on this computer can see the names in it."""
    if os.name != "posix" or not _is_open(folder):
        return False
    try:
        return _remembered(os.path.realpath(folder), config)
    except KnownError:  # what can't be remembered would be told again and again
        return False


def _is_open(folder: Path) -> bool:
    try:
        return bool(folder.stat().st_mode & _READ_BY_OTHERS)
    except OSError:
        return False


def _remembered(folder: str, config: Path) -> bool:
    """Write a folder down, and tell whether it was not known before."""
    note = config / _NOTE
    with known_faults(note):
        known = note.read_text(encoding="utf-8").splitlines() if note.is_file() else []
        if folder in known or "\n" in folder:
            return False
        config.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(note, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(f"{folder}\n")
    return True
