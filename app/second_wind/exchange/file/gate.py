"""The one gate for all that is written where a person wants it: it lets nothing of ours be lost."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from second_wind.computer import second_place
from second_wind.core.errors.output_errors import OutputAmongOwn, OutputIsDatabase, OutputNoFile
from second_wind.core.files.regular_file import NotRegularError, open_regular
from second_wind.paths import AppPaths
from second_wind.storage.sqlite.encryption import MAGIC, PAGE_SIZE, is_encrypted

_SEALED = (b"PK", b"\x89PNG", b"%PDF", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"RIFF", b"7z")
"""How files begin that look like noise and are no database."""
_OF_SYSTEM = ("/dev", "/proc", "/sys")
"""Folders in which nothing is made but by the system."""


def require_output(out: Path, own: AppPaths, *, takes_pipe: bool = False) -> None:
    """Let a file through that may be made, or replaced if the person wants that.

    Raises
    ------
    OutputProblem
        If it lies among the program's own, or is a database, a folder, a device, or a pipe where
        none is taken.
    """
    require_outside(out, own)
    try:
        mode = out.stat().st_mode
    except OSError:  # nothing is there; what else stands in the way shows when it is written
        if _is_of_system(out):
            raise OutputNoFile(out) from None
        return
    if stat.S_ISFIFO(mode) and takes_pipe:
        return
    if not stat.S_ISREG(mode):
        raise OutputNoFile(out)
    if _is_database(out):
        raise OutputIsDatabase(out)


def require_outside(out: Path, own: AppPaths) -> None:
    """Let a file or a folder through that lies outside of the program's own places.

    Raises
    ------
    OutputAmongOwn
    """
    place = Path(os.path.realpath(out))
    if any(_is_in(place, folder) for folder in _own_folders(own)) or _is_beside(place, own):
        raise OutputAmongOwn(out)


def _is_of_system(out: Path) -> bool:
    """Tell whether a file would be made among devices, where a misspelt one is meant."""
    place = Path(os.path.realpath(out))
    is_memory = place.is_relative_to("/dev/shm")  # noqa: S108, a folder like any other
    return not is_memory and any(place.is_relative_to(each) for each in _OF_SYSTEM)


def _own_folders(own: AppPaths) -> Iterator[Path]:
    yield from own.folders
    yield from AppPaths.for_user().folders  # those of another home, too
    chosen = second_place.chosen(own.config)
    if chosen is not None:
        yield chosen


def _is_in(place: Path, folder: Path) -> bool:
    real = Path(os.path.realpath(folder))
    return any(each == real or _is_same(each, real) for each in (place, *place.parents))


def _is_same(one: Path, other: Path) -> bool:
    """Tell whether two names mean one folder, as with other capitals on some systems."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def _is_beside(place: Path, own: AppPaths) -> bool:
    """Tell whether a name is one that belongs to a journal in a folder that isn't ours."""
    journal = Path(os.path.realpath(own.journal))
    stem = journal.name.removesuffix(".sqlite3")
    names = (journal.name, f".{journal.name}", f"{stem}.damaged-", own.photos.name)
    return place.name.startswith(names) and _is_in(place.parent, journal.parent)


def _is_database(path: Path) -> bool:
    try:
        with open_regular(path) as file:
            begin = file.read(len(MAGIC))
    except NotRegularError:
        return False
    except OSError:  # what can't be looked at is not written over
        return True
    if begin == MAGIC:
        return True
    # An encrypted one says nothing but by its size and by looking like noise.
    is_whole = path.stat().st_size % PAGE_SIZE == 0
    return is_whole and not begin.startswith(_SEALED) and is_encrypted(path)
