"""The calendar under a chart."""

from datetime import date

import pytest
from matplotlib.figure import Figure

from second_wind.charts.calendar.dates import calendar

FIRST = date(2026, 11, 4)


def _labels(days: int, inches: float = 10.0, first: date = FIRST) -> list[str]:
    panel = Figure(figsize=(inches, 4)).add_subplot()
    calendar(panel, first)
    panel.set_xlim(-0.5, days - 0.5)
    panel.figure.draw_without_rendering()
    return [each.get_text() for each in panel.get_xticklabels()]


def test_a_few_days_are_each_named() -> None:
    """The year stands under the first."""
    assert _labels(5) == ["4 Nov\n2026", "5 Nov", "6 Nov", "7 Nov", "8 Nov"]


def test_weeks_begin_on_mondays() -> None:
    """From two weeks on, where a name for each day would not fit."""
    assert _labels(60)[:3] == ["9 Nov\n2026", "16 Nov", "23 Nov"]


def test_the_year_stands_where_it_changes() -> None:
    """January carries the new year."""
    assert _labels(300)[:3] == ["Dec\n2026", "Jan\n2027", "Feb"]


def test_ten_years_are_named_by_year() -> None:
    """Only years are left."""
    labels = _labels(3650)
    assert labels[0] == "2027"
    assert len(labels) == 10


@pytest.mark.parametrize("days", [1, 2, 7, 14, 30, 90, 200, 400, 1000, 3650, 20_000])
@pytest.mark.parametrize("inches", [3.2, 6.4, 12.4])
def test_labels_never_crowd(days: int, inches: float) -> None:
    """At most one label for each 40 points, whatever is shown."""
    assert len(_labels(days, inches)) <= inches * 72 / 40 + 1
