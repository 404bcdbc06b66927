"""The look as numbers: spaces, and the colours that the window shares with charts."""

from second_wind.charts.base.palette import DARK as DARK
from second_wind.charts.base.palette import LIGHT as LIGHT
from second_wind.charts.base.palette import Colours as Colours
from second_wind.charts.base.palette import mood_colour as mood_colour
from second_wind.charts.base.palette import mood_text_colour as mood_text_colour

SPACE = 8
CARD_MARGIN = 18
CARD_GAP = 14
