"""Files that a command writes: whole or not at all."""

import os
from pathlib import Path

from second_wind.core.errors.chart_errors import FolderMissing, PictureUnwritable
from second_wind.core.errors.journal_errors import DiskFull
from second_wind.exchange.file.output import is_full, moved_into_place


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there once it is complete.

    Raises
    ------
    FolderMissing, PictureUnwritable, DiskFull
        If it can't be written; what was there before is still there.
    """
    place = Path(os.path.realpath(path))
    if not path.exists() and not place.parent.is_dir():
        raise FolderMissing(place.parent)
    try:
        with moved_into_place(path) as partial:
            partial.write_bytes(content)
    except OSError as error:
        raise (DiskFull(path) if is_full(error) else PictureUnwritable(path)) from error
