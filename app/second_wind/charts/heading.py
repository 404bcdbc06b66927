"""The sentence above a saved chart; in the window the page shows it as text."""

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.layout_engine import ConstrainedLayoutEngine

from second_wind.charts.fonts import drawable, font, wrap
from second_wind.charts.style import ChartStyle

_MARGIN = 14.0
"""Points at the left and above."""
_LEADING = 1.3
_MOST_LINES = 3


def add_heading(figure: Figure, sentence: str, note: str, style: ChartStyle) -> None:
    """Write a sentence and a quieter note above what is drawn, which moves down for them."""
    bold = font(style, style.large, "bold")
    top = _MARGIN
    for text, prop, color in (
        (sentence, bold, style.text),
        (note, font(style, style.small), style.muted),
    ):
        top = _paragraph(figure, drawable(text, style), prop, color, top)
    engine = figure.get_layout_engine()
    if isinstance(engine, ConstrainedLayoutEngine):
        engine.set(rect=(0, 0, 1, max(1 - (top + 2) / _height(figure), 0.3)))


def _paragraph(figure: Figure, text: str, prop: FontProperties, color: str, top: float) -> float:
    """Write wrapped lines from `top` points below the upper edge; return where they end."""
    room = figure.get_figwidth() * 72 - 2 * _MARGIN
    step = prop.get_size_in_points() * _LEADING
    for line in wrap(text, room, prop)[:_MOST_LINES]:
        written = figure.text(
            _MARGIN / (figure.get_figwidth() * 72),
            1 - top / _height(figure),
            line,
            va="top",
            color=color,
            fontproperties=prop,
            parse_math=False,
        )
        written.set_in_layout(False)
        top += step
    return top + (4 if text else 0)


def _height(figure: Figure) -> float:
    return float(figure.get_figheight() * 72)
