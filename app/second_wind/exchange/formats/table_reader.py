"""What the readers of all tables do alike: look ahead, ask, and read row by row."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from second_wind.core.errors.import_errors import Asked, Question
from second_wind.exchange.file.columns import Columns
from second_wind.exchange.file.table import Row, Table
from second_wind.exchange.formats.reading import Collector, Interpretation, Left, Reading
from second_wind.exchange.values.dates import DateOrder, Moment, OrderEvidence
from second_wind.exchange.values.options import Options


class TableReader(ABC):
    """Reads one table; a format says which columns there are and what a row becomes.

    Attributes
    ----------
    order_example : str
        The order of dates that a question about it offers.
    """

    name: ClassVar[str]
    order_example: ClassVar[str] = "dmy"

    def __init__(self, table: Table, options: Options, today: date, columns: Columns) -> None:
        """Read nothing yet."""
        self.table = table
        self.options = options
        self.columns = columns
        self.collected = Collector(today)
        self.evidence = OrderEvidence()
        for each in columns.unused():
            self.collected.leave_out(Left.COLUMN, each)

    def reading(self) -> Reading:
        """Return all that is found in the table."""
        questions, order = tuple(self.asked_of_columns()), None
        if not questions:
            order = self._look_ahead()
            questions = tuple(self.asked_of_rows(order))
            if order and not questions:
                self._read_on(order)
            questions += tuple(self.asked_of_values())
        return Reading(
            self.name,
            tuple(self.collected.entries),
            tuple(self.collected.rejected),
            questions,
            tuple(self.unmapped()),
            self.collected.left_out(),
            self.interpretation(order),
        )

    def asked_of_columns(self) -> Iterator[Question]:
        """Yield what must be known before a row is looked at."""
        yield from ()

    def asked_of_rows(self, order: DateOrder | None) -> Iterator[Question]:
        """Yield what must be known, now that all rows were seen, before one is read."""
        if order is None:
            answer = f"--date-order {self.order_example}"
            yield Question(Asked.DATE_ORDER, answer, (self.evidence.example,))

    def asked_of_values(self) -> Iterator[Question]:
        """Yield what must be known of the values that were met."""
        yield from ()

    def see(self, row: Row) -> None:
        """Learn from a row before any is read."""
        self.evidence.see(self.day_text(row))

    def day_text(self, row: Row) -> str:
        """Return the day as a row has it."""
        return self.columns.cell(row, "day")

    def fits(self, row: Row) -> bool:
        """Tell whether a row has a cell for each column; report it if not."""
        return self.collected.fits(row, len(self.columns.header))

    @abstractmethod
    def read(self, row: Row, order: DateOrder) -> None:
        """Collect what a row says, or report it."""

    def moment(self, row: Row, order: DateOrder) -> Moment | None:
        """Return when something was, as a row says; report the row if that can't be read."""
        clock = self.columns.cell(row, "time")
        return self.collected.moment(row.line, self.day_text(row), clock, order)

    def unmapped(self) -> Iterator[str]:
        """Yield the names of the other program that stand for nothing here."""
        yield from ()

    def interpretation(self, order: DateOrder | None) -> Interpretation:
        """Return how the table was understood."""
        return Interpretation(
            self.table.file.encoding,
            self.table.delimiter,
            order,
            columns=self.columns.pairs(),
            world_time=self.collected.world_time,
        )

    def _look_ahead(self) -> DateOrder | None:
        for row in self.table.rows():
            if len(row.cells) >= len(self.columns.header):
                self.see(row)
        return self.options.date_order or self.evidence.verdict()

    def _read_on(self, order: DateOrder) -> None:
        for row in self.table.rows():
            if self.fits(row):
                self.read(row, order)
