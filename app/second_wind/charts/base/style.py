"""Colours and sizes of the charts; the window passes its own font, the command line none."""

from dataclasses import dataclass, replace

from second_wind.charts.base import palette
from second_wind.charts.base.palette import Colours

TEXT_SIZE = 9.5
"""Points; 13 pixels at 100 dots per inch."""
DOTTED = (0, (1.5, 2.5))
"""The line of another rejection than the one a chart is about."""


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """How a chart looks; its colours are those of the palette.

    Attributes
    ----------
    size : float
        Size of ordinary text, in points.
    family : tuple of str
        Fonts to try in order; matplotlib's own is always the last.
    """

    card: str
    text: str
    muted: str
    line: str
    accent: str
    accent_soft: str
    band: str
    rejection: str
    outing: str
    volunteering: str
    people: str
    rest: str
    ghost: str
    size: float = TEXT_SIZE
    family: tuple[str, ...] = ()

    @property
    def small(self) -> float:
        """Size of labels inside the chart, in points."""
        return self.size * 0.9

    @property
    def large(self) -> float:
        """Size of the sentence above a saved chart, in points."""
        return self.size * 1.5

    def with_font(self, family: tuple[str, ...], size: float = TEXT_SIZE) -> "ChartStyle":
        """Return the same colours with another font."""
        return replace(self, family=family, size=size)


def _style(of: Colours) -> ChartStyle:
    return ChartStyle(
        card=of.chart_card,
        text=of.chart_text,
        muted=of.chart_muted,
        line=of.chart_line,
        accent=of.accent,
        accent_soft=of.accent_soft,
        band=of.band,
        rejection=of.chart_rejection,
        outing=of.outing,
        volunteering=of.volunteering,
        people=of.people,
        rest=of.rest,
        ghost=of.ghost,
    )


LIGHT, DARK = _style(palette.LIGHT), _style(palette.DARK)
