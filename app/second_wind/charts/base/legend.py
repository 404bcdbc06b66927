"""What the marks of a chart stand for, in lines at its foot that wrap where it is narrow."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.lines import Line2D
from matplotlib.transforms import Affine2D, Transform

from second_wind.charts.base.fonts import elide, font, width
from second_wind.charts.base.panels import share_of_height
from second_wind.charts.base.style import ChartStyle

_MARGIN = 14.0
"""Points beside and below the lines."""
_BETWEEN = 16.0
_TO_TEXT = 5.0
_LEADING = 1.75


@dataclass(frozen=True, slots=True)
class Mark:
    """How one kind of mark looks.

    Attributes
    ----------
    marker : str
        Its shape, as matplotlib calls it.
    face, edge : str
        Colours; the face may be "none".
    size : float
        In sizes of the text.
    stroke : float
        Width of the edge, in points.
    """

    marker: str
    face: str
    edge: str
    size: float = 0.72
    stroke: float = 1.4


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """Marks side by side, and what they stand for."""

    marks: tuple[Mark, ...]
    text: str


def key_height(figure: Figure, entries: Sequence[KeyEntry], style: ChartStyle) -> float:
    """Return how many points of a figure's height a key takes."""
    lines = len(_lines(figure, entries, style))
    return lines * style.small * _LEADING + _MARGIN if lines else 0.0


def draw_key(figure: Figure, entries: Sequence[KeyEntry], style: ChartStyle) -> None:
    """Write a key at the foot of a figure and keep its panels above it."""
    lines = _lines(figure, entries, style)
    bottom = key_height(figure, entries, style) / (figure.get_figheight() * 72)
    engine = figure.get_layout_engine()
    if isinstance(engine, ConstrainedLayoutEngine):
        engine.set(rect=(0, bottom, 1, share_of_height(figure) - bottom))
    for number, line in enumerate(reversed(lines)):
        x, y = _MARGIN, _MARGIN + (number + 0.35) * style.small * _LEADING
        for entry in line:
            _draw_entry(figure, entry, x, y, style)
            x += _width(entry, style) + _BETWEEN


def _lines(figure: Figure, entries: Sequence[KeyEntry], style: ChartStyle) -> list[list[KeyEntry]]:
    room = figure.get_figwidth() * 72 - 2 * _MARGIN
    lines: list[list[KeyEntry]] = []
    left = 0.0
    for entry in entries:
        wide = _width(entry, style)
        if not lines or wide > left:
            lines.append([])
            left = room
        lines[-1].append(entry)
        left -= wide + _BETWEEN
    return lines


def _width(entry: KeyEntry, style: ChartStyle) -> float:
    text = width(entry.text, font(style, style.small))
    return len(entry.marks) * _mark_width(style) + _TO_TEXT + text


def _mark_width(style: ChartStyle) -> float:
    return style.small * 1.05


def _draw_entry(figure: Figure, entry: KeyEntry, x: float, y: float, style: ChartStyle) -> None:
    step = _mark_width(style)
    for number, mark in enumerate(entry.marks):
        figure.add_artist(_drawn(figure, mark, x + (number + 0.5) * step, y, style))
    prop = font(style, style.small)
    start = x + len(entry.marks) * step + _TO_TEXT
    room = figure.get_figwidth() * 72 - _MARGIN - start
    written = figure.text(
        start,
        y,
        elide(entry.text, room, prop),
        va="center_baseline",
        color=style.muted,
        fontproperties=prop,
        parse_math=False,
        transform=_points(figure),
    )
    written.set_in_layout(False)


def _drawn(figure: Figure, mark: Mark, x: float, y: float, style: ChartStyle) -> Line2D:
    return Line2D(
        [x],
        [y],
        linestyle="none",
        marker=mark.marker,
        markersize=mark.size * style.size,
        markerfacecolor=mark.face,
        markeredgecolor=mark.edge,
        markeredgewidth=mark.stroke,
        transform=_points(figure),
    )


def _points(figure: Figure) -> Transform:
    """Return the transform from points, counted from the lower left corner."""
    return Affine2D().scale(1 / 72) + figure.dpi_scale_trans
