"""A chart as a picture in a file or on the clipboard, its sentence above it."""

from pathlib import Path
from typing import TYPE_CHECKING

from second_wind.charts.saving import PictureKind, PictureSize, picture
from second_wind.core.errors.journal_errors import DiskFull, JournalUnreachable
from second_wind.exchange.file.output import is_full, moved_into_place

if TYPE_CHECKING:
    from second_wind.charts.base.chart import Chart
    from second_wind.charts.base.style import ChartStyle

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
    content = rendered(chart, style, kind)
    try:
        with moved_into_place(path) as partial:
            partial.write_bytes(content)
    except OSError as error:
        raise (DiskFull(path) if is_full(error) else JournalUnreachable(path)) from error


def rendered(chart: "Chart", style: "ChartStyle", kind: PictureKind = PictureKind.PNG) -> bytes:
    """Return a chart as a picture of one kind."""
    return picture(chart, style.with_font(style.family), kind, SIZE)
