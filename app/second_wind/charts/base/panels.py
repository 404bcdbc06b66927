"""Panels of a chart in the house's dress: no frame, a calm grid, words in the chart's font."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.patheffects import withStroke
from matplotlib.text import Text

from second_wind.charts.base.fonts import families, font
from second_wind.charts.base.style import ChartStyle
from second_wind.words.findings import charts as words

_PADDING = {"w_pad": 0.1, "h_pad": 0.04, "hspace": 0.0, "wspace": 0.0}


def new_figure(width: float = 10.0, height: float = 6.0, dpi: float = 100) -> Figure:
    """Return an empty figure of a size in inches that keeps its labels inside."""
    return Figure(figsize=(width, height), dpi=dpi, layout="constrained")


def clean(figure: Figure, style: ChartStyle) -> None:
    """Empty a figure and give it the card's colour and margins; room for a heading is kept."""
    figure.clear()
    figure.set_facecolor(style.card)
    figure.set_layout_engine("constrained", **_PADDING, rect=(0, 0, 1, share_of_height(figure)))


def share_of_height(figure: Figure) -> float:
    """Return the share of a figure's height below a heading, counted from its foot."""
    engine = figure.get_layout_engine()
    if isinstance(engine, ConstrainedLayoutEngine):
        _left, bottom, _width, height = engine.get()["rect"]
        return float(bottom + height)
    return 1.0


def stacked(figure: Figure, style: ChartStyle, heights: Sequence[float]) -> tuple[Axes, ...]:
    """Return dressed panels one above the other that share their horizontal axis."""
    grid = figure.add_gridspec(len(heights), 1, height_ratios=list(heights))
    first = figure.add_subplot(grid[0])
    others = (figure.add_subplot(grid[i], sharex=first) for i in range(1, len(heights)))
    panels = (first, *others)
    for panel in panels:
        dress(panel, style)
        panel.tick_params(axis="x", labelbottom=panel is panels[-1])
    return panels


def dress(panel: Axes, style: ChartStyle) -> None:
    """Take the frame and the tick marks away and set colours and font."""
    panel.set_facecolor("none")
    for spine in panel.spines.values():
        spine.set_visible(False)
    panel.set_axisbelow(True)
    panel.tick_params(
        length=0,
        pad=5,
        labelcolor=style.muted,
        labelsize=style.small,
        labelfontfamily=list(families(style.family)),
    )
    panel.grid(visible=True, axis="x", color=style.line, linewidth=0.7)


def label_left(panel: Axes, words: str, style: ChartStyle) -> None:
    """Name a panel at its left, upright like the other words."""
    panel.set_ylabel(
        words,
        rotation=0,
        ha="right",
        va="center",
        color=style.muted,
        fontproperties=font(style, style.small),
        parse_math=False,
        labelpad=8,
    )


def title_above(panel: Axes, words: str, style: ChartStyle) -> None:
    """Name a panel above its left edge."""
    panel.set_title(
        words,
        loc="left",
        color=style.text,
        fontproperties=font(style, style.small),
        parse_math=False,
        pad=6,
    )


def label_below(panel: Axes, words: str, style: ChartStyle) -> None:
    """Say what the horizontal axis counts."""
    panel.set_xlabel(
        words, color=style.muted, fontproperties=font(style, style.small), parse_math=False
    )


def write(
    panel: Axes,
    x: float,
    y: float,
    words: str,
    style: ChartStyle,
    *,
    color: str | None = None,
    size: float | None = None,
    offset: tuple[float, float] = (0, 0),
    ha: str = "left",
    va: str = "center",
    share_of_height: bool = False,
    halo: bool = True,
) -> Text:
    """Write words at a place in the panel's data, moved by points; the layout leaves them alone.

    `y` is a share of the panel's height, 0 at its foot, if `share_of_height`; a `halo` keeps
    words readable over lines.
    """
    text = panel.annotate(
        words,
        (x, y),
        xycoords=panel.get_xaxis_transform() if share_of_height else "data",
        xytext=offset,
        textcoords="offset points",
        ha=ha,
        va=va,
        color=color or style.muted,
        fontproperties=font(style, size or style.small),
        parse_math=False,
    )
    text.set_in_layout(False)
    text.set_zorder(6)
    if halo:
        text.set_path_effects([withStroke(linewidth=3, foreground=style.card)])
    return text


def mood_scale(panel: Axes, style: ChartStyle, ticks: Sequence[int] = (1, 4, 7, 10)) -> None:
    """Let a panel show the whole mood scale, whatever was logged: a dip must not look larger."""
    panel.set_ylim(0.4, 10.6)
    panel.set_yticks(list(ticks), [str(each) for each in ticks])
    label_left(panel, words.mood_axis(), style)
