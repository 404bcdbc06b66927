"""Where words fit."""

import numpy as np
import pytest
from matplotlib.figure import Figure

from second_wind.charts.recovery.fitting import Box, Drawn, clearest, scale, tiers


def test_spans_that_touch_stand_on_different_tiers() -> None:
    """And those that don't share one."""
    assert tiers((0, 3, 20), [(0, 5), (3, 8), (20, 22)]) == (0, 1, 0)
    assert tiers((), []) == ()


@pytest.mark.parametrize(
    ("lines", "spans"),
    [
        ((0, 6, 7), [(0, 5), (3, 12), (7, 12)]),
        ((0, 4, 9), [(0, 3), (1, 4), (5, 9)]),
        ((0, -1, -3), [(0, 6), (-1, 4), (-3, 3)]),
        ((0, -1, 1), [(0, 6), (-1, 4), (1, 8)]),
    ],
)
def test_no_line_runs_through_a_name(
    lines: tuple[float, ...], spans: list[tuple[float, float]]
) -> None:
    """A line ends at its own name, so a name that lies over a line stands above its end."""
    rows = tiers(lines, spans)
    for line, row in zip(lines, rows, strict=True):
        for (low, high), other in zip(spans, rows, strict=True):
            assert not (low < line < high and row < other)


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
