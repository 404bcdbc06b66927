"""Finds the conflict copies that programs which sync leave beside a journal."""

import re
from pathlib import Path
from struct import unpack

from second_wind.storage.copies import backups
from second_wind.storage.sqlite.encryption import PAGE_SIZE, is_encrypted
from second_wind.storage.sqlite.faults import known_faults
from second_wind.storage.tables.migrations import APPLICATION_ID

_MARKS = (
    r"[ ._-]*\(.*\)",  # journal (conflicted copy 2026-11-22).sqlite3, journal (1).sqlite3
    r"[._ -]+(sync-)?conflict.*",  # journal.sync-conflict-20261122-143200-ABCDEFG.sqlite3
    r"[ ._-]conflicted.*",
    r" \d{1,2}",  # journal 2.sqlite3
)


def conflict_copies(journal: Path) -> list[Path]:
    """Return the journals of ours whose names say that they are conflict copies of this one."""
    suffix = journal.suffix
    stem = re.escape(journal.name.removesuffix(suffix))
    named = re.compile(f"{stem}({'|'.join(_MARKS)}){re.escape(suffix)}", re.IGNORECASE)
    if not journal.parent.is_dir():
        return []
    found = (each for each in journal.parent.iterdir() if named.fullmatch(each.name))
    return sorted(each for each in found if each.is_file() and _is_ours(each))


def put_away(journal: Path, copy: Path) -> Path:
    """Move a conflict copy that was merged among the safe copies, and return where it lies.

    Raises
    ------
    KnownError
        If it can't be moved; then it lies where it lay.
    """
    place = backups.directory(journal)
    with known_faults(copy):
        place.mkdir(mode=0o700, exist_ok=True)
        target = _free_name(place, copy)
        # The log first: should this be cut short, the copy is still found, and merged once more.
        for suffix in ("-wal", "-shm", ""):
            source = copy.with_name(copy.name + suffix)
            if source.exists():
                source.replace(target.with_name(target.name + suffix))
        backups.sync_directory(place)
    return target


def _free_name(place: Path, copy: Path) -> Path:
    target, number = place / f"merged-{copy.name}", 1
    while target.exists():
        number += 1
        target = place / f"merged-{number}-{copy.name}"
    return target


def _is_ours(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            header = file.read(72)
    except OSError:
        return False
    # An encrypted one says nothing but by its name.
    return is_marked(header) or is_encrypted(path)


def is_like_encrypted(path: Path) -> bool:
    """Tell whether a file is noise in whole pages, as an encrypted journal is."""
    return path.stat().st_size % PAGE_SIZE == 0 and is_encrypted(path)


def is_marked(data: bytes) -> bool:
    """Tell whether the beginning of a database says that it is a journal of ours."""
    return len(data) >= 72 and unpack(">i", data[68:72])[0] == APPLICATION_ID
