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
_MARGIN, _GAP = 0.2, 0.08
"""Inches around everything, and between two texts."""
_LINE = 1.3
"""Height of a line in relation to its letters."""


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
    sheet = _Sheet(style.with_font(style.family))
    sheet.draw(chart)
    return sheet.picture(form)


class _Sheet:
    """A figure with words at its head and a chart under them."""

    def __init__(self, style: "ChartStyle") -> None:
        """Begin an empty sheet."""
        self._style = style
        self._figure = new_figure(_WIDTH, _HEIGHT, _DOTS)
        self._top = _MARGIN

    def draw(self, chart: "Chart") -> None:
        """Draw the chart, then write its words and make room for them."""
        style = self._style
        chart.draw(self._figure, style)
        self._write(chart.reading, style.text, style.large, "semibold")
        self._write(chart.note, style.muted, style.size)
        layout = self._figure.get_layout_engine()
        if layout is not None:
            side, foot, head = _MARGIN / _WIDTH, _MARGIN / _HEIGHT, self._top / _HEIGHT
            layout.set(rect=(side, foot, 1 - 2 * side, 1 - head - foot))  # type: ignore[call-arg]

    def picture(self, form: str) -> bytes:
        """Return the sheet in one of the formats."""
        buffer = BytesIO()
        self._figure.savefig(buffer, format=form, facecolor=self._style.card)
        return buffer.getvalue()

    def _write(self, words: str, color: str, size: float, weight: str = "normal") -> None:
        prop = font(self._style, size, weight)
        lines = wrap(drawable(words, self._style), (_WIDTH - 2 * _MARGIN) * 72, prop)
        text = self._figure.text(
            _MARGIN / _WIDTH,
            1 - self._top / _HEIGHT,
            "\n".join(lines),
            ha="left",
            va="top",
            color=color,
            fontproperties=prop,
            linespacing=1.05,
            parse_math=False,
        )
        text.set_in_layout(False)
        self._top += len(lines) * size * _LINE / 72 + _GAP


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
