"""What is drawn while there is nothing to draw: one kind sentence on a calm card."""

from matplotlib.figure import Figure

from second_wind.charts.base.fonts import drawable, font, wrap
from second_wind.charts.base.hotspots import Hotspots, nowhere
from second_wind.charts.base.panels import clean
from second_wind.charts.base.style import ChartStyle


def draw_sentence(figure: Figure, sentence: str, style: ChartStyle) -> Hotspots:
    """Clear a figure and write a sentence into its middle, wrapped."""
    clean(figure, style)
    prop = font(style, style.size * 1.15)
    room = figure.get_figwidth() * 72 * 0.8
    lines = wrap(drawable(sentence, style), room, prop)
    text = figure.text(
        0.5,
        0.5,
        "\n".join(lines),
        ha="center",
        va="center",
        color=style.muted,
        fontproperties=prop,
        linespacing=1.5,
        parse_math=False,
    )
    text.set_in_layout(False)
    return nowhere()
