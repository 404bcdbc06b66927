"""Puts another file in a damaged journal's place: whole or not at all, the old one set aside."""

import os
import shutil
from datetime import datetime
from pathlib import Path

from second_wind.storage.copies.backups import sync_directory
from second_wind.storage.file.unfinished_notes import swap_marker
from second_wind.storage.sqlite.faults import known_faults
from second_wind.storage.sqlite.file_locks import held


def place_for_new(journal: Path) -> Path:
    """Return where the file that shall take the journal's place is made."""
    return journal.with_name(f".{journal.name}.new")


def begin_new(journal: Path) -> Path:
    """Clear the place for the new file and return it.

    An earlier swap that did not come to its end is taken back first: the next start would finish it
    with whatever lies here by then, half of a file, too.
    """
    new = place_for_new(journal)
    with known_faults(new):
        swap_marker(journal).unlink(missing_ok=True)
        sync_directory(journal.parent)
        for suffix in ("-wal", "-shm", ""):
            new.with_name(new.name + suffix).unlink(missing_ok=True)
    return new


def swap(journal: Path, now: datetime) -> Path:
    """Set the journal aside by name and put the file at `place_for_new` in its place.

    What is decided is written down first, so that the next start finishes what a killed one began:
    the log of the old file must never meet the new one.

    Raises
    ------
    JournalOpen
        If a program has the journal open: it would go on writing where nobody looks.
    """
    with known_faults(journal), held(journal):
        aside = _set_aside(journal, now)
        _sync(place_for_new(journal))
        marker = swap_marker(journal)
        marker.touch(mode=0o600)
        sync_directory(journal.parent)
        _finish(journal)
    return aside


def set_aside(journal: Path, now: datetime) -> Path:
    """Set the journal aside by name; nothing takes its place.

    Raises
    ------
    JournalOpen
        If a program has the journal open: it would go on writing where nobody looks.
    """
    with known_faults(journal), held(journal):
        aside = _set_aside(journal, now)
        for suffix in ("-wal", "-shm", ""):
            journal.with_name(journal.name + suffix).unlink(missing_ok=True)
        sync_directory(journal.parent)
    return aside


def finish(journal: Path) -> None:
    """Finish a swap that a killed process has begun."""
    if swap_marker(journal).exists():
        with known_faults(journal), held(journal):
            _finish(journal)


def set_aside_files(journal: Path) -> list[Path]:
    """Return what was set aside, oldest first."""
    found = journal.parent.glob(f"{_escaped(_stem(journal))}.damaged-*.sqlite3")
    return sorted(found)


def _finish(journal: Path) -> None:
    new = place_for_new(journal)
    if new.exists():
        for suffix in ("-wal", "-shm"):
            journal.with_name(journal.name + suffix).unlink(missing_ok=True)
        sync_directory(journal.parent)
        new.replace(journal)
        sync_directory(journal.parent)
    swap_marker(journal).unlink(missing_ok=True)


def _set_aside(journal: Path, now: datetime) -> Path:
    aside = _free_name(journal, now)
    for suffix in ("-wal", ""):
        source = journal.with_name(journal.name + suffix)
        if source.exists():
            copy_private(source, aside.with_name(aside.name + suffix))
    sync_directory(journal.parent)
    return aside


def copy_private(source: Path, target: Path) -> None:
    """Copy a file for the person alone, from its first byte on: whole or not at all."""
    handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with source.open("rb") as whole, os.fdopen(handle, "wb") as copy:
            shutil.copyfileobj(whole, copy)
            copy.flush()
            os.fsync(copy.fileno())
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _free_name(journal: Path, now: datetime) -> Path:
    name = f"{_stem(journal)}.damaged-{now:%Y%m%d-%H%M}"
    number = 1
    while True:
        tail = f"-{number}" if number > 1 else ""
        aside = journal.with_name(f"{name}{tail}.sqlite3")
        if not aside.exists() and not aside.with_name(f"{aside.name}-wal").exists():
            return aside
        number += 1


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _stem(journal: Path) -> str:
    return journal.name.removesuffix(".sqlite3")


def _escaped(name: str) -> str:
    return "".join(f"[{each}]" if each in "*?[" else each for each in name)
