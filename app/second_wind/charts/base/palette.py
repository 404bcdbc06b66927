"""The colours of the window and of charts: one table for each scheme, and one for the moods.

Words on the window's colours are WCAG AA.
"""

from dataclasses import dataclass

from second_wind.core.log.scale import step_of


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one scheme, as "#rrggbb"; names say what they are for.

    Charts draw on their own card with their own words and lines. There every colour is also told
    apart by a shape, a pattern or a place.

    Attributes
    ----------
    rejection, chart_rejection : str
        Burnt orange, never red.
    accent, accent_soft, band : str
        Mood and reached goals; goals not reached; the band of the usual level.
    outing, volunteering, people : str
        Marks of the activities.
    rest : str
        Shade of days at rest.
    ghost : str
        Many thin lines that only together mean something.
    """

    page: str
    sidebar: str
    card: str
    field: str
    line: str
    control_line: str
    text: str
    muted: str
    accent: str
    accent_text: str
    tint: str
    hover: str
    rejection: str
    empty_day: str
    focus: str
    chart_card: str
    chart_text: str
    chart_muted: str
    chart_line: str
    accent_soft: str
    band: str
    chart_rejection: str
    outing: str
    volunteering: str
    people: str
    rest: str
    ghost: str


LIGHT = Colours(
    page="#f6f5f1",
    sidebar="#efece6",
    card="#ffffff",
    field="#f6f5f1",
    line="#e4e2da",
    control_line="#d3d0c6",
    text="#1f2a27",
    muted="#5c6662",
    accent="#1f6f5c",
    accent_text="#ffffff",
    tint="#e1eeea",
    hover="#f3f1ea",
    rejection="#a4511c",
    empty_day="#d3d0c6",
    focus="#1f6f5c",
    chart_card="#ffffff",
    chart_text="#1f2a27",
    chart_muted="#5f6a66",
    chart_line="#e4e2da",
    accent_soft="#a9cabf",
    band="#e2efea",
    chart_rejection="#a4551f",
    outing="#3f7cb4",
    volunteering="#8563b5",
    people="#a47f1d",
    rest="#f1efe8",
    ghost="#8b9591",
)

DARK = Colours(
    page="#171b1a",
    sidebar="#121615",
    card="#1f2524",
    field="#151a19",
    line="#313836",
    control_line="#434b49",
    text="#e9ecea",
    muted="#a3ada9",
    accent="#5cc2a4",
    accent_text="#10211c",
    tint="#1e3f37",
    hover="#283130",
    rejection="#e59a63",
    empty_day="#434b49",
    focus="#5cc2a4",
    chart_card="#202423",
    chart_text="#e8ebe9",
    chart_muted="#a0aaa6",
    chart_line="#343a38",
    accent_soft="#2f6657",
    band="#24423a",
    chart_rejection="#e0955c",
    outing="#7ab0e0",
    volunteering="#b99ae0",
    people="#d6b354",
    rest="#2b302e",
    ghost="#7c8884",
)

MOOD_RAMP = (
    "#3a4a6b",
    "#4a5877",
    "#5b6685",
    "#6b7288",
    "#8f959c",
    "#98958a",
    "#b0a77f",
    "#cbb973",
    "#e1ca5f",
    "#f4d94a",
)
"""One colour for each mood step, dark blue to yellow: even in lightness, safe for colour-blind."""

_DARK_TEXT_FROM = 5
_LIGHT_TEXT = "#ffffff"
_DARK_TEXT = "#15201d"


def mood_colour(step: int) -> str:
    """Return the colour of a mood step from 1 to 10."""
    return MOOD_RAMP[step - 1]


def mood_text_colour(step: int) -> str:
    """Return the colour of text that stands on a mood step's colour."""
    return _DARK_TEXT if step >= _DARK_TEXT_FROM else _LIGHT_TEXT


def colour_of(mood: float) -> str:
    """Return the colour of a mood between the steps: that of the nearest one."""
    return mood_colour(step_of(mood))
