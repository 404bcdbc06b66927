"""Where the days of a year stand: twelve months as blocks, in as many columns as fit best."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from second_wind.core.analysis.method.timeline import Floats

_WEEKS = 6
"""Columns of a month: it touches 4 to 6 weeks."""
_DAYS = 7
_BESIDE = 0.9
"""Weeks between two months that stand side by side."""
_COLUMNS = (12, 6, 4, 3, 2, 1)
_LONGEST = 1.35
"""Length of a day's longer side in relation to the shorter one."""


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """The blocks of a year in a rectangle.

    Attributes
    ----------
    columns : int
        How many months stand side by side.
    wide, tall : float
        Sides of a day, in points.
    above : float
        Room above each block for its name, in heights of a day.
    """

    columns: int
    wide: float
    tall: float
    above: float

    @property
    def side(self) -> float:
        """The shorter side of a day, in points."""
        return min(self.wide, self.tall)

    @property
    def rows(self) -> int:
        """How many lines of months there are."""
        return 12 // self.columns

    @property
    def width(self) -> float:
        """Width of everything, in widths of a day."""
        return self.columns * (_WEEKS + _BESIDE) - _BESIDE

    @property
    def height(self) -> float:
        """Height of everything, in heights of a day."""
        return self.rows * (_DAYS + self.above)

    def corner(self, month: int) -> tuple[float, float]:
        """Return the place of a month's first week and first weekday; heights count down."""
        row, column = divmod(month - 1, self.columns)
        return column * (_WEEKS + _BESIDE), -(row * (_DAYS + self.above) + self.above)

    def of(self, year: int, week_start: int = 0) -> tuple[Floats, Floats]:
        """Return the places of all days of a year, from the first of January on.

        Parameters
        ----------
        week_start : int
            The weekday of the first row: 0 for Monday, 6 for Sunday.
        """
        first, days = date(year, 1, 1).toordinal(), date(year, 12, 31).timetuple().tm_yday
        found = [self._place(date.fromordinal(first + index), week_start) for index in range(days)]
        places = np.array(found, dtype=np.float64)
        return places[:, 0], places[:, 1]

    def _place(self, day: date, week_start: int) -> tuple[float, float]:
        x, y = self.corner(day.month)
        before = (day.replace(day=1).weekday() - week_start) % _DAYS
        week, weekday = divmod(before + day.day - 1, _DAYS)
        return x + week, y - weekday


def places(width: float, height: float, line: float) -> Places:
    """Return the arrangement whose days are largest in a rectangle.

    Parameters
    ----------
    width, height : float
        Of the rectangle, in points.
    line : float
        Room for a month's name, in points.
    """
    arranged = (_arranged(each, width, height, line) for each in _COLUMNS)
    return max(arranged, key=lambda each: each.wide * each.tall)


def _arranged(columns: int, width: float, height: float, line: float) -> Places:
    rows = 12 // columns
    across = width / (columns * (_WEEKS + _BESIDE) - _BESIDE)
    down = (height - rows * line) / (rows * _DAYS)
    wide = max(min(across, down * _LONGEST), 1.0)
    tall = max(min(down, across * _LONGEST), 1.0)
    return Places(columns, wide, tall, line / tall)
