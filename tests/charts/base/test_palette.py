"""The colours of moods."""

import pytest
from matplotlib.colors import to_rgb

from second_wind.charts.base.palette import MOOD_RAMP, colour_of, mood_text_colour


def _luminance(color: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in to_rgb(color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_higher_moods_are_lighter() -> None:
    """Each step by a little: the order can be seen without colours."""
    light = [_luminance(each) for each in MOOD_RAMP]
    assert light == sorted(light)


@pytest.mark.parametrize("step", range(1, 11))
def test_words_on_a_step_can_be_read(step: int) -> None:
    """WCAG AA, 4.5."""
    both = _luminance(mood_text_colour(step)), _luminance(MOOD_RAMP[step - 1])
    assert (max(both) + 0.05) / (min(both) + 0.05) >= 4.5


def test_a_mood_between_steps_has_the_colour_of_the_nearest() -> None:
    """Halves go up."""
    assert colour_of(6.5) == MOOD_RAMP[6]
    assert colour_of(6.4) == MOOD_RAMP[5]
