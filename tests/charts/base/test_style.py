"""Colours that everyone can read."""

import colorsys

import pytest

from second_wind.charts.base.style import DARK, LIGHT, ChartStyle

STYLES = pytest.mark.parametrize("style", [LIGHT, DARK], ids=["light", "dark"])


def _channels(color: str) -> list[float]:
    return [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]


def _luminance(color: str) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(color)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours by WCAG."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@STYLES
@pytest.mark.parametrize("name", ["text", "muted", "rejection"])
def test_words_have_the_contrast_of_wcag_aa(style: ChartStyle, name: str) -> None:
    """Every colour in which words are written reaches 4.5 on the card."""
    assert contrast(getattr(style, name), style.card) >= 4.5


@STYLES
@pytest.mark.parametrize("behind", ["band", "rest"])
def test_words_are_readable_on_shades_too(style: ChartStyle, behind: str) -> None:
    """Words may lie on the band of the usual level or on a day of rest."""
    assert contrast(style.muted, getattr(style, behind)) >= 4.5
    assert contrast(style.text, getattr(style, behind)) >= 4.5


@STYLES
@pytest.mark.parametrize(
    "name", ["accent", "rejection", "outing", "volunteering", "people", "ghost"]
)
def test_marks_have_the_contrast_of_graphics(style: ChartStyle, name: str) -> None:
    """Everything that carries meaning reaches 3 on the card."""
    assert contrast(getattr(style, name), style.card) >= 3


@STYLES
def test_a_rejection_is_never_red(style: ChartStyle) -> None:
    """The hue of a rejection is an orange, 15 to 45 degrees."""
    red, green, blue = _channels(style.rejection)
    hue = colorsys.rgb_to_hsv(red, green, blue)[0] * 360
    assert 15 < hue < 45


def test_the_window_passes_its_own_font() -> None:
    """Another font changes nothing else."""
    style = LIGHT.with_font(("Inter",), 12)
    assert (style.family, style.size, style.card) == (("Inter",), 12, LIGHT.card)
    assert style.small < style.size < style.large
