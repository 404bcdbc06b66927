"""Files that a command writes: whole or not at all."""

import errno
import os
from pathlib import Path

from second_wind.core.chart_errors import FolderMissing, PictureUnwritable
from second_wind.core.errors import DiskFull


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there once it is complete.

    Raises
    ------
    FolderMissing, PictureUnwritable, DiskFull
        If it can't be written; what was there before is still there.
    """
    place = Path(os.path.realpath(path))  # a link keeps pointing at the file
    if not place.parent.is_dir():
        raise FolderMissing(place.parent)
    if place.exists() and not place.is_file():
        raise PictureUnwritable(path)
    partial = place.with_name(f".{place.name}.{os.getpid()}.partial")
    try:
        _write(partial, content)
        partial.replace(place)
    except OSError as error:
        raise _known(error, path) from error
    finally:
        partial.unlink(missing_ok=True)


def _write(partial: Path, content: bytes) -> None:
    with partial.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _known(error: OSError, path: Path) -> DiskFull | PictureUnwritable:
    full = error.errno in {errno.ENOSPC, errno.EDQUOT}
    return DiskFull(path) if full else PictureUnwritable(path)
