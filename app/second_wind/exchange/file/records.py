"""Records of a table, line by line: a quotation mark that is never closed swallows none of them."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from second_wind.exchange.file.source_file import MOST_BYTES

_QUOTE = '"'
_OUTER = "\ufeff \t\r\n\xa0"

# The module's own limit, 131,072 characters a cell, would end a table that has one long note.
csv.field_size_limit(MOST_BYTES)


@dataclass(frozen=True, slots=True)
class Row:
    """One record: the line on which it begins (from 1) and its cells, without outer spaces.

    Attributes
    ----------
    is_open : bool
        Whether a quotation mark on its line is never closed as it should be: it holds no cells,
        and the lines below are records of their own.
    lines : int
        How many lines it goes over.
    """

    line: int
    cells: tuple[str, ...]
    is_open: bool = False
    lines: int = field(default=1, compare=False)


def records(lines: Iterable[str], delimiter: str) -> Iterator[Row]:
    """Yield each record of a text.

    Raises
    ------
    csv.Error
        If a line can't be parted into cells.
    """
    held = _Lines(iter(lines))
    found: Row | None = Row(0, ())
    while found:
        found = None
        for cells in csv.reader(held, delimiter=delimiter):
            found = _record(held, cells, delimiter)
            yield found
            if found.is_open:  # this reader was led astray: another one reads on
                break


def _record(held: "_Lines", cells: list[str], delimiter: str) -> Row:
    if _is_open(held.taken, delimiter):
        return Row(held.keep(1), (), is_open=True)
    count = len(held.taken)
    return Row(held.keep(count), tuple(each.strip(_OUTER) for each in cells), lines=count)


@dataclass(slots=True)
class _Lines:
    """Lines that can be given back."""

    source: Iterator[str]
    returned: deque[str] = field(default_factory=deque)
    taken: list[str] = field(default_factory=list)
    number: int = 1

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self.returned.popleft() if self.returned else next(self.source)
        self.taken.append(line)
        return line

    def keep(self, count: int) -> int:
        """Let the first lines taken be done with, give the others back; return where they began."""
        began = self.number
        self.returned.extendleft(reversed(self.taken[count:]))
        self.number += min(count, len(self.taken))
        self.taken.clear()
        return began


def _is_open(lines: list[str], delimiter: str) -> bool:
    """Tell whether the lines of a record end within a cell, or only seem to end outside of one."""
    if len(lines) > 1:
        return not _is_well_quoted(lines, delimiter)
    is_odd = lines[0].count(_QUOTE) % 2 == 1
    return is_odd and len(list(csv.reader([*lines, "and on"], delimiter=delimiter))) == 1


def _is_well_quoted(lines: list[str], delimiter: str) -> bool:
    try:
        return len(list(csv.reader(lines, delimiter=delimiter, strict=True))) == 1
    except csv.Error:
        return False
