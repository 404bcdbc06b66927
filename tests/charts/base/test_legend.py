"""The key at the foot of a chart."""

import pytest
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine

from second_wind.charts.base.legend import KeyEntry, Mark, draw_key, key_height
from second_wind.charts.base.panels import clean, new_figure, share_of_height
from second_wind.charts.base.style import LIGHT

ENTRIES = [
    KeyEntry((Mark("o", "#1f6f5c", "#1f6f5c"),), f"an ending of a week, number {number}")
    for number in range(5)
]


def _lines(figure: Figure) -> set[float]:
    return {float(each.get_position()[1]) for each in figure.texts}


@pytest.mark.parametrize(("width", "lines"), [(14.0, 1), (6.4, 3), (2.5, 5)])
def test_a_key_wraps(width: float, lines: int) -> None:
    """As many lines as it takes, none beyond the edge."""
    figure = new_figure(width, 5)
    clean(figure, LIGHT)
    draw_key(figure, ENTRIES, LIGHT)
    assert len(_lines(figure)) == lines
    assert len(figure.texts) == len(ENTRIES)
    figure.draw_without_rendering()
    renderer = figure._get_renderer()  # type: ignore[attr-defined]
    assert all(each.get_window_extent(renderer).x1 <= width * 100 + 1 for each in figure.texts)


def test_panels_stay_above_the_key() -> None:
    """Also when the chart is drawn again: the room does not shrink."""
    figure = new_figure(6, 4)
    for _ in range(3):
        clean(figure, LIGHT)
        draw_key(figure, ENTRIES, LIGHT)
        engine = figure.get_layout_engine()
        assert isinstance(engine, ConstrainedLayoutEngine)
        _, bottom, _, height = engine.get()["rect"]
        assert bottom * 4 * 72 == pytest.approx(key_height(figure, ENTRIES, LIGHT))
        assert share_of_height(figure) == pytest.approx(1.0)
        assert bottom + height == pytest.approx(1.0)


def test_nothing_to_explain_takes_no_room() -> None:
    """An empty key."""
    assert key_height(new_figure(), [], LIGHT) == 0
