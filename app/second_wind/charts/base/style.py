"""Colours and sizes of the charts; the window passes its own font, the command line none."""

from dataclasses import dataclass, replace

TEXT_SIZE = 9.5
"""Points; 13 pixels at 100 dots per inch."""
DOTTED = (0, (1.5, 2.5))
"""The line of another rejection than the one a chart is about."""


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """How a chart looks. Every colour is also told apart by a shape, a pattern or a place.

    Attributes
    ----------
    card, text, muted, line : str
        Background, words, quieter words, and the grid, as "#rrggbb".
    accent, accent_soft, band : str
        Mood and reached goals; goals not reached; the band of the usual level.
    rejection : str
        Burnt orange, never red.
    outing, volunteering, people : str
        Marks of the activities.
    rest : str
        Shade of days at rest.
    ghost : str
        Many thin lines that only together mean something.
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


LIGHT = ChartStyle(
    card="#ffffff",
    text="#1f2a27",
    muted="#5f6a66",
    line="#e4e2da",
    accent="#1f6f5c",
    accent_soft="#a9cabf",
    band="#e2efea",
    rejection="#a4551f",
    outing="#3f7cb4",
    volunteering="#8563b5",
    people="#a47f1d",
    rest="#f1efe8",
    ghost="#8b9591",
)

DARK = ChartStyle(
    card="#202423",
    text="#e8ebe9",
    muted="#a0aaa6",
    line="#343a38",
    accent="#5cc2a4",
    accent_soft="#2f6657",
    band="#24423a",
    rejection="#e0955c",
    outing="#7ab0e0",
    volunteering="#b99ae0",
    people="#d6b354",
    rest="#2b302e",
    ghost="#7c8884",
)
