"""Words that fit and that can be drawn."""

import pytest

from second_wind.charts.base.fonts import BUNDLED, OWN, drawable, elide, families, font, width, wrap
from second_wind.charts.base.style import LIGHT

PLAIN = font(LIGHT)


def test_a_font_that_is_not_installed_is_left_out() -> None:
    """Our own and matplotlib's are always there."""
    assert families(("No Such Font",))[:2] == (OWN, BUNDLED)


def test_characters_without_a_glyph_are_left_out() -> None:
    """Emoji would be hollow boxes and warnings."""
    assert drawable("Contoso \U0001f680  Ltd\n", LIGHT) == "Contoso Ltd"


@pytest.mark.parametrize("text", ["", " ", "Contoso", "Ünïcode Größe"])
def test_a_short_text_is_not_shortened(text: str) -> None:
    """What fits stays as it is."""
    assert elide(text, 500, PLAIN) == text


def test_a_long_text_is_shortened_to_its_room() -> None:
    """The shortened text ends in an ellipsis and fits."""
    short = elide("Adventure Works Cycles International Holdings", 100, PLAIN)
    assert short.endswith("…")
    assert 60 < width(short, PLAIN) <= 100


def test_lines_are_broken_between_words() -> None:
    """No line is wider than the room, and no word is lost."""
    text = "One calm sentence that is too long for a single line of this width"
    lines = wrap(text, 120, PLAIN)
    assert len(lines) > 2
    assert " ".join(lines) == text
    assert max(width(each, PLAIN) for each in lines) <= 120


def test_a_word_wider_than_the_room_is_shortened() -> None:
    """Nothing is clipped at the edge."""
    assert wrap("Donaudampfschifffahrtsgesellschaft", 60, PLAIN)[0].endswith("…")
