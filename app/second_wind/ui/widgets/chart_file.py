"""A chart as a picture in a file or on the clipboard, its sentence above it."""

import errno
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from second_wind.charts.saving import PictureKind, PictureSize, picture
from second_wind.core.errors import DiskFull, JournalUnreachable

if TYPE_CHECKING:
    from second_wind.charts.chart import Chart
    from second_wind.charts.style import ChartStyle

SIZE = PictureSize(2480, 1440, 200)
"""Sharp on any screen and on paper; the proportions of a wide window."""


def save(chart: "Chart", style: "ChartStyle", path: Path) -> None:
    """Write a chart to a file in the format of its ending (PNG if it has another); whole or not.

    Raises
    ------
    KnownError
        If nothing can be written there; a file that was there is as it was.
    """
    ending = path.suffix.lower().removeprefix(".")
    kind = PictureKind(ending) if ending in set(PictureKind) else PictureKind.PNG
    try:
        _replace(path, rendered(chart, style, kind))
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise (DiskFull(path) if full else JournalUnreachable(path)) from error


def rendered(chart: "Chart", style: "ChartStyle", kind: PictureKind = PictureKind.PNG) -> bytes:
    """Return a chart as a picture of one kind."""
    return picture(chart, style.with_font(style.family), kind, SIZE)


def _replace(path: Path, content: bytes) -> None:
    """Write beside the file, then rename."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
