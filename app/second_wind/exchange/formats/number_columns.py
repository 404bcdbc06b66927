"""Columns that are not read, and hold nothing but numbers: moods, as likely as not."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from second_wind.exchange.file.table import Row
from second_wind.exchange.values.moods import is_number
from second_wind.exchange.values.numbers import is_missing


@dataclass(slots=True)
class NumberColumns:
    """Learns from the rows which of some columns hold numbers alone.

    Attributes
    ----------
    places : mapping of int to str
        The columns that are looked at, by their place, with their names.
    """

    places: Mapping[int, str]
    numbers: set[int] = field(default_factory=set)
    others: set[int] = field(default_factory=set)

    def see(self, row: Row) -> None:
        """Take one row into account; what is missing says nothing."""
        for place in self.places.keys() - self.others:
            cell = row.cells[place]
            if not is_missing(cell):
                (self.numbers if is_number(cell) else self.others).add(place)

    def names(self) -> tuple[str, ...]:
        """Return the names of the columns in which every cell that is filled is a number."""
        return tuple(self.places[each] for each in sorted(self.numbers - self.others))
