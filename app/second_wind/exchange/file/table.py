"""A table in a text file: its delimiter, its header, and its rows one after the other."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from pathlib import Path

from second_wind.core.errors.import_errors import BrokenTable, TooManyRows
from second_wind.exchange.file.records import Row as Row
from second_wind.exchange.file.records import records
from second_wind.exchange.file.source_file import SourceFile
from second_wind.exchange.values.dates import looks_like_moment
from second_wind.exchange.values.numbers import number_of

MOST_ROWS = 100_000
_DELIMITERS = (",", ";", "\t", "|")
_LOOKED_AT = 50
_MOST_OPEN = 20
_ROWS_BETWEEN_NEWS = 256
_SEPARATOR_LINE = "sep="


@dataclass(frozen=True)
class Table:
    """A text file read as a table; not slotted, for its cached properties."""

    file: SourceFile

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.file.path

    @cached_property
    def delimiter(self) -> str:
        """The character that most evenly parts the first lines."""
        with self.file.stream() as stream:
            lines = list(islice(stream, _LOOKED_AT))
        if lines[0].lstrip("\ufeff").lower().startswith(_SEPARATOR_LINE):
            named = lines[0].strip()[len(_SEPARATOR_LINE) :][:1]
            return named if named in _DELIMITERS else ","
        return max(_DELIMITERS, key=lambda each: _evenness(lines, each))

    @cached_property
    def first(self) -> Row:
        """The first row that holds anything."""
        return next(self._records(), Row(1, ()))

    @cached_property
    def has_header(self) -> bool:
        """Whether the first row names the columns: none of its cells is a number or a date."""
        cells = self.first.cells
        return not any(number_of(each) is not None or looks_like_moment(each) for each in cells)

    @cached_property
    def header(self) -> tuple[str, ...]:
        """The names of the columns; their numbers, from 1, where the table has none."""
        if self.has_header:
            return self.first.cells
        return tuple(str(i + 1) for i in range(len(self.first.cells)))

    def rows(self) -> Iterator[Row]:
        """Yield the rows below the header.

        Raises
        ------
        ImportProblem
            If there are too many, or the table can't be read on.
        """
        for count, row in enumerate(islice(self._records(), int(self.has_header), None)):
            if count >= MOST_ROWS:
                raise TooManyRows(self.path, MOST_ROWS)
            yield replace(row, is_open=True) if self._swallows(row) else row

    def _records(self) -> Iterator[Row]:
        opened: list[int] = []
        for row in self._lines_parted():
            if row.is_open:
                opened.append(row.line)
            if len(opened) > _MOST_OPEN:
                raise BrokenTable(self.path, opened[0])
            if row.is_open or (any(row.cells) and not _is_separator_line(row)):
                yield row

    def _lines_parted(self) -> Iterator[Row]:
        with self.file.stream() as stream:
            for count, row in enumerate(records(stream, self.delimiter)):
                if count % _ROWS_BETWEEN_NEWS == 0:
                    self.file.watch(_share_read(stream, self.file))
                yield row

    def _swallows(self, row: Row) -> bool:
        """Tell whether a cell goes on over lines that are rows of this table by their looks.

        Two quotation marks astray do that, and the rows between them would be lost in a note.
        """
        inner = (line for cell in row.cells for line in cell.splitlines())
        return row.lines > 1 and any(self._looks_like_row(each) for each in inner)

    def _looks_like_row(self, line: str) -> bool:
        cells = next(csv.reader([line], delimiter=self.delimiter), [])
        width = len(self.header)
        return len(cells) == width > 2 and any(looks_like_moment(each) for each in cells)


def _evenness(lines: list[str], delimiter: str) -> tuple[bool, float, int]:
    try:
        widths = [len(cells) for cells in csv.reader(lines, delimiter=delimiter) if cells]
    except csv.Error:
        return False, 0.0, 0
    if not widths:
        return False, 0.0, 0
    alike = sum(width == widths[0] for width in widths) / len(widths)
    return widths[0] > 1, round(alike, 1), widths[0]


def _is_separator_line(row: Row) -> bool:
    return row.line == 1 and row.cells[0].lower().startswith(_SEPARATOR_LINE)


def _share_read(stream: object, file: SourceFile) -> float:
    # TextIOWrapper.tell() is refused while lines are iterated; the bytes below tell well enough.
    buffer = stream.buffer if isinstance(stream, io.TextIOWrapper) else None
    return min(1.0, buffer.tell() / len(file.data)) if buffer else 0.0
