"""The colours of the ten mood steps, the same in the window and in charts."""

from second_wind.core.log.scale import step_of

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
