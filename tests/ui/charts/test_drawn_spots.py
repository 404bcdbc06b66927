"""The spots of a chart in the pixels of a widget."""

from datetime import date, timedelta

import numpy as np
import pytest
from matplotlib.figure import Figure
from PySide6.QtCore import QPointF, Qt

from second_wind.charts.base.hotspots import Hotspots
from second_wind.ui.charts.drawn_spots import DrawnSpots

HEIGHT = 200
DAYS = [date(2026, 11, 2) + timedelta(days=i) for i in range(4)]


@pytest.fixture
def spots() -> DrawnSpots:
    """Two spots above each other, one beside them, one without a height; two pixels make one."""
    figure = Figure(figsize=(6, 4), dpi=100)
    panels = figure.subplots(2)
    panels[0].set(xlim=(-1, 3), ylim=(0, 10))
    x, y = np.array([0.0, 0.0, 1.0, 2.0]), np.array([2.0, 8.0, 5.0, np.nan])
    hotspots = Hotspots(tuple(panels), x, y, DAYS, str, by_height=True)
    return DrawnSpots(hotspots, 2.0, HEIGHT)


@pytest.mark.parametrize("index", [0, 1, 2])
def test_a_spot_is_found_where_it_is(spots: DrawnSpots, index: int) -> None:
    """From the spot to its pixels and back, whatever the scale of the screen."""
    assert spots.index_at(spots.place(index)) == index


def test_a_spot_without_a_height_still_has_a_place(spots: DrawnSpots) -> None:
    """A day without a mood is pointed at by its line."""
    assert spots.place(2).x() < spots.place(3).x()
    assert np.isnan(spots.place(3).y())
    top, bottom = spots.line(3)
    assert 0 < top < bottom < HEIGHT


def test_beside_the_panels_is_nothing(spots: DrawnSpots) -> None:
    """The margin belongs to no day."""
    assert spots.index_at(QPointF(1, 1)) is None


@pytest.mark.parametrize(
    ("at", "key", "to"),
    [
        (None, Qt.Key.Key_Left, 3),
        (0, Qt.Key.Key_Up, 1),
        (1, Qt.Key.Key_Up, 1),
        (1, Qt.Key.Key_Down, 0),
        (2, Qt.Key.Key_Up, 2),
        (0, Qt.Key.Key_Left, 0),
        (2, Qt.Key.Key_Right, 3),
        (1, Qt.Key.Key_End, 3),
        (3, Qt.Key.Key_Home, 0),
    ],
)
def test_keys_lead_from_spot_to_spot(
    spots: DrawnSpots, at: int | None, key: Qt.Key, to: int
) -> None:
    """Sideways in order, up and down among those at the same place, no further than the ends."""
    assert spots.next(at, key) == to


def test_places_along_the_axis_are_shares_of_it(spots: DrawnSpots) -> None:
    """The ends are 0 and 1, whatever lies beyond them."""
    assert [spots.share(each) for each in (-50, 10_000)] == [0, 1]
    assert 0.2 < spots.share(spots.place(0).x()) < 0.3
