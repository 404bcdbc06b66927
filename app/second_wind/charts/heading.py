"""The sentence above a saved chart; in the window the page shows it as text."""

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.layout_engine import ConstrainedLayoutEngine

from second_wind.charts.base.chart import Chart
from second_wind.charts.base.fonts import drawable, elide, font, wrap
from second_wind.charts.base.hotspots import Hotspots
from second_wind.charts.base.style import ChartStyle

_MARGIN = 14.0
"""Points at the left and above."""
_LEADING = 1.3
_BETWEEN = 4.0
_MOST_LINES = 3
_LEAST_SHARE = 0.3
"""Of the height, for the chart itself."""


def draw_with_heading(figure: Figure, chart: Chart, style: ChartStyle) -> Hotspots:
    """Draw a chart, and its sentence and note above it; without enough it is only a sentence."""
    if not chart.enough:
        return chart.draw(figure, style)
    top = _MARGIN + sum(_height_of(figure, *each) for each in _paragraphs(chart, style)) + 2
    engine = figure.get_layout_engine()
    if isinstance(engine, ConstrainedLayoutEngine):
        engine.set(rect=(0, 0, 1, max(1 - top / _points(figure), _LEAST_SHARE)))
    spots = chart.draw(figure, style)
    top = _MARGIN
    for text, prop in _paragraphs(chart, style):
        top = _write(figure, text, prop, style, top)
    return spots


def _paragraphs(chart: Chart, style: ChartStyle) -> tuple[tuple[str, FontProperties], ...]:
    return (
        (drawable(chart.reading, style), font(style, style.large, "semibold")),
        (drawable(chart.note, style), font(style, style.small)),
    )


def _lines(figure: Figure, text: str, prop: FontProperties) -> list[str]:
    room = figure.get_figwidth() * 72 - 2 * _MARGIN
    lines = wrap(text, room, prop)
    if len(lines) <= _MOST_LINES:
        return lines
    rest = " ".join(lines[_MOST_LINES - 1 :])
    return [*lines[: _MOST_LINES - 1], elide(rest, room, prop)]


def _height_of(figure: Figure, text: str, prop: FontProperties) -> float:
    lines = _lines(figure, text, prop)
    return len(lines) * prop.get_size_in_points() * _LEADING + (_BETWEEN if lines else 0)


def _write(figure: Figure, text: str, prop: FontProperties, style: ChartStyle, top: float) -> float:
    """Write wrapped lines from `top` points below the upper edge; return where they end."""
    first = top == _MARGIN
    for number, line in enumerate(_lines(figure, text, prop)):
        below = top + number * prop.get_size_in_points() * _LEADING
        written = figure.text(
            _MARGIN / (figure.get_figwidth() * 72),
            1 - below / _points(figure),
            line,
            va="top",
            color=style.text if first else style.muted,
            fontproperties=prop,
            parse_math=False,
        )
        written.set_in_layout(False)
    return top + _height_of(figure, text, prop)


def _points(figure: Figure) -> float:
    return float(figure.get_figheight() * 72)
