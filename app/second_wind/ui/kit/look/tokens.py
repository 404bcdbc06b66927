"""The look as numbers: colours of both schemes, spaces and radii. Every colour pair is WCAG AA."""

from dataclasses import dataclass

from second_wind.charts.base.mood_ramp import mood_colour as mood_colour
from second_wind.charts.base.mood_ramp import mood_text_colour as mood_text_colour


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one scheme; names say what they are for."""

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
)

SPACE = 8
CARD_MARGIN = 18
CARD_GAP = 14
