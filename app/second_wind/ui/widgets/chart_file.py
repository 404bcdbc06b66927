"""A chart as a picture in a file or on the clipboard, its sentence above it."""

import errno
import os
import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from second_wind.charts.fonts import drawable, font, wrap
from second_wind.charts.panels import new_figure
from second_wind.core.errors import DiskFull, JournalUnreachable

if TYPE_CHECKING:
    from second_wind.charts.chart import Chart
    from second_wind.charts.style import ChartStyle

FORMATS = ("png", "svg", "pdf")
_WIDTH, _HEIGHT = 10.0, 6.0
"""Inches; at matplotlib's usual text size this is the chart as a wide window shows it."""
_DOTS = 200
_MARGIN = 0.3
"""Inches to the left of the sentence."""


def save(chart: "Chart", style: "ChartStyle", path: Path) -> None:
    """Write a chart to a file in the format of its ending (PNG if it has another); whole or not.

    Raises
    ------
    KnownError
        If nothing can be written there; a file that was there is as it was.
    """
    ending = path.suffix.lower().removeprefix(".")
    picture = rendered(chart, style, ending if ending in FORMATS else "png")
    try:
        _replace(path, picture)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise (DiskFull(path) if full else JournalUnreachable(path)) from error


def rendered(chart: "Chart", style: "ChartStyle", form: str = "png") -> bytes:
    """Return a chart as a picture in one of the formats."""
    figure = new_figure(_WIDTH, _HEIGHT, _DOTS)
    style = style.with_font(style.family)
    chart.draw(figure, style)
    prop = font(style, style.large, "semibold")
    lines = wrap(drawable(chart.reading, style), (_WIDTH - 2 * _MARGIN) * 72, prop)
    figure.suptitle(
        "\n".join(lines),
        x=_MARGIN / _WIDTH,
        ha="left",
        color=style.text,
        fontproperties=prop,
        parse_math=False,
    )
    buffer = BytesIO()
    figure.savefig(buffer, format=form, facecolor=style.card)
    return buffer.getvalue()


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
