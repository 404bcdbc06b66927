"""What lies under the pointer."""

from datetime import date, timedelta

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from second_wind.charts.base.hotspots import Hotspots, nowhere

FIRST = date(2026, 11, 1)


@pytest.fixture
def panels() -> tuple[Axes, Axes]:
    """Return two panels."""
    figure = Figure()
    return figure.add_subplot(211), figure.add_subplot(212)


def _days(count: int) -> list[date]:
    return [FIRST + timedelta(days=i) for i in range(count)]


def test_a_place_leads_to_its_day(panels: tuple[Axes, Axes]) -> None:
    """Half a day to either side, in every panel."""
    spots = Hotspots(panels, np.arange(3.0), np.array([5, np.nan, 7]), _days(3), str)
    for panel in panels:
        spot = spots.at(panel, 1.4)
        assert spot is not None
        assert (spot.day, spot.text, spot.x) == (FIRST + timedelta(days=1), "1", 1.0)


def test_beside_the_days_is_nothing(panels: tuple[Axes, Axes]) -> None:
    """Nor outside the panels."""
    spots = Hotspots(panels[:1], np.arange(3.0), np.arange(3.0), _days(3), str)
    assert spots.at(panels[0], 2.6) is None
    assert spots.at(panels[1], 1) is None
    assert spots.at(None, 1) is None
    assert spots.at(panels[0], None) is None
    assert nowhere().at(panels[0], 1) is None


def test_of_several_lines_the_nearest_height_decides(panels: tuple[Axes, Axes]) -> None:
    """Three points above the same day."""
    panels[0].set_ylim(0, 10)
    spots = Hotspots(panels, np.ones(3), np.array([2.0, 5.0, 8.0]), _days(3), str, by_height=True)
    spot = spots.at(panels[0], 1, 5.9)
    assert spot is not None
    assert spot.y == 5.0


def test_a_spot_may_belong_to_one_panel(panels: tuple[Axes, Axes]) -> None:
    """Small multiples share their axes' numbers, not their lines."""
    spots = Hotspots(
        panels, np.ones(2), np.array([2.0, 2.0]), _days(2), str, panel=np.array([0, 1])
    )
    found = [spots.at(panel, 1, 2) for panel in panels]
    assert [each.text for each in found if each] == ["0", "1"]


def test_spots_that_fill_their_place_end_where_it_ends(panels: tuple[Axes, Axes]) -> None:
    """Above and below them is nothing, if they are that tall and no taller."""
    panels[0].set_ylim(-5, 5)
    spots = Hotspots(
        panels[:1], np.zeros(2), np.array([0.0, 3.0]), _days(2), str, by_height=True, tall=0.5
    )
    upper = spots.at(panels[0], 0, 3.4)
    assert upper is not None
    assert upper.day == FIRST + timedelta(days=1)
    assert spots.at(panels[0], 0, 1.5) is None
    assert spots.at(panels[0], 0.6, 0.0) is None
