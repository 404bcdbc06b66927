"""Where the days of a year stand."""

import pytest

from second_wind.charts.calendar.year_layout import places


@pytest.mark.parametrize(
    ("width", "height", "columns"), [(850, 450, 6), (400, 180, 6), (260, 460, 3), (2000, 120, 12)]
)
def test_months_stand_so_that_days_are_large(width: float, height: float, columns: int) -> None:
    """Many side by side where it is wide, few where it is high."""
    assert places(width, height, 16).columns == columns


@pytest.mark.parametrize(("width", "height"), [(850, 450), (300, 150), (150, 400), (20, 20)])
def test_everything_fits(width: float, height: float) -> None:
    """And no day is thinner than a point."""
    found = places(width, height, 10)
    assert found.side >= 1
    if found.side > 1:
        assert found.width * found.wide <= width + 1e-6
        assert found.height * found.tall <= height + 1e-6
        assert max(found.wide, found.tall) <= found.side * 1.35 + 1e-6


@pytest.mark.parametrize("week_start", range(7))
def test_no_two_days_share_a_place(week_start: int) -> None:
    """In any year, wherever the week begins."""
    arranged = places(850, 450, 16)
    for year in (2024, 2026, 2028):
        x, y = arranged.of(year, week_start)
        assert len({*zip(x.tolist(), y.tolist(), strict=True)}) == len(x)


def test_days_run_down_and_weeks_to_the_right() -> None:
    """Monday 5 January 2026 stands atop the second week."""
    arranged = places(850, 450, 16)
    x, y = arranged.of(2026)
    left, top = arranged.corner(1)
    assert (x[0], y[0]) == (left, top - 3)
    assert (x[4], y[4]) == (left + 1, top)
