"""A chart as a picture: PNG, SVG or PDF, the same each time for the same log."""

import io
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import matplotlib as mpl

from second_wind.charts.base.chart import Chart
from second_wind.charts.base.panels import new_figure
from second_wind.charts.base.style import ChartStyle
from second_wind.charts.heading import draw_with_heading


class PictureKind(StrEnum):
    """What a chart can be saved as; the value is the end of the file's name."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class PictureSize:
    """How large a picture is, in pixels, and how many of them make an inch.

    More dots per inch at the same size make the words larger.
    """

    width: int = 1240
    height: int = 720
    dpi: int = 100


def picture(
    chart: Chart, style: ChartStyle, kind: PictureKind, size: PictureSize | None = None
) -> bytes:
    """Draw a chart with its sentence above it and return the file's content."""
    size = size or PictureSize()
    figure = new_figure(size.width / size.dpi, size.height / size.dpi, size.dpi)
    draw_with_heading(figure, chart, style)
    content = io.BytesIO()
    with mpl.rc_context({"svg.hashsalt": "second-wind"}):
        figure.savefig(content, format=kind.value, dpi=size.dpi, metadata=_metadata(chart, kind))
    return content.getvalue()


def _metadata(chart: Chart, kind: PictureKind) -> dict[str, Any]:
    """Return a title and the sentence, for screen readers; no date, no program version."""
    match kind:
        case PictureKind.PNG:
            return {"Title": chart.title, "Description": chart.reading, "Software": None}
        case PictureKind.SVG:
            said = {"Title": chart.title, "Description": chart.reading}
            return said | {"Date": None, "Creator": None}
        case PictureKind.PDF:
            said = {"Title": chart.title, "Subject": chart.reading}
            return said | {"CreationDate": None, "Creator": None, "Producer": None}
