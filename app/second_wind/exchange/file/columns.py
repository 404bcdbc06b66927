"""Which column of a table holds what: told by the person, or known by its name."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from second_wind.core.errors.import_errors import UnknownColumn
from second_wind.exchange.file.table import Row, Table

_BRACKETS = re.compile(r"[(\[].*?[)\]]")
_WORD_WITHIN = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where in a row each meaning is found."""

    header: tuple[str, ...]
    places: Mapping[str, int]

    def __contains__(self, key: str) -> bool:
        return key in self.places

    def cell(self, row: Row, key: str) -> str:
        """Return what a row holds for a meaning, empty if no column does."""
        place = self.places.get(key)
        return row.cells[place] if place is not None else ""

    def name(self, key: str) -> str:
        """Return the name of the column that holds a meaning."""
        return self.header[self.places[key]]

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Return each meaning with the name of its column."""
        return tuple((key, self.header[place]) for key, place in self.places.items())

    def unused(self) -> tuple[str, ...]:
        """Return the names of the columns that hold nothing we read."""
        used = set(self.places.values())
        return tuple(name for i, name in enumerate(self.header) if i not in used and name)


def chosen_columns(table: Table, chosen: Mapping[str, str]) -> dict[str, int]:
    """Return the places of the columns that the person named.

    Raises
    ------
    UnknownColumn
        If the table has no such column.
    """
    return {key: _place(table, name) for key, name in chosen.items()}


def known_columns(
    header: Iterable[str], names: Mapping[str, Collection[str]], besides: Collection[int] = ()
) -> dict[str, int]:
    """Return the places of the columns whose names are known, the first of each meaning."""
    found: dict[str, int] = {}
    for place, name in enumerate(header):
        plain = plain_name(name)
        for key, known in names.items():
            if plain in known and key not in found and place not in besides:
                found[key] = place
    return found


def plain_name(name: str) -> str:
    """Return a column's name in small letters, without signs and what stands in brackets.

    "dateApplied" and "date_applied" are the same words as "Date applied".
    """
    parted = _WORD_WITHIN.sub(" ", _BRACKETS.sub("", name))
    return _NO_LETTER.sub(" ", parted).strip().casefold()


def _place(table: Table, name: str) -> int:
    header = table.header
    if name in header:
        return header.index(name)
    folded = [each.casefold() for each in header]
    if name.casefold() in folded:
        return folded.index(name.casefold())
    if name.isdecimal() and name.isascii() and 1 <= int(name[:9]) <= len(header):
        return int(name) - 1
    raise UnknownColumn(name, header)
