"""Where words fit."""

import numpy as np
from matplotlib.figure import Figure

from second_wind.charts.places import Box, Drawn, clearest, scale, tiers


def test_spans_that_touch_stand_on_different_tiers() -> None:
    """And those that don't share one."""
    assert tiers([(0, 5), (3, 8), (6, 9), (20, 22)]) == [0, 1, 0, 0]
    assert tiers([]) == []


def test_the_emptier_place_wins() -> None:
    """The first of equals."""
    drawn = Drawn(np.array([1.0, 1.5, np.nan]), np.array([5.0, 5.2, 3.0]))
    full, empty, other = Box(0, 2, 5, 0.5), Box(0, 2, 8, 0.5), Box(0, 2, 3, 0.5)
    assert clearest([full, empty, other], drawn) is empty


def test_words_avoid_other_words() -> None:
    """A box that was taken counts like dots."""
    drawn = Drawn(np.empty(0), np.empty(0)).with_box(Box(0, 2, 5, 0.5))
    other = Box(0, 2, 8, 0.5)
    assert clearest([Box(1, 3, 5, 0.5), other], drawn) is other


def test_larger_figures_make_a_point_worth_less() -> None:
    """The scale is data for each point."""
    small, large = (scale(Figure(figsize=(w, w)), 36, (1,), 10) for w in (4, 12))
    assert small.x > large.x
    assert small.y > large.y
