"""What a format makes of a file before anything is compared with the journal."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.entry_errors import DayNotReached, InvalidAmount, TooLong
from second_wind.core.errors.import_errors import Fault, Question, RejectedLine
from second_wind.core.log.entries import AnyEntry
from second_wind.core.log.validation import check
from second_wind.exchange.file.records import Row
from second_wind.exchange.values.dates import (
    DateOrder,
    Moment,
    clock_of,
    is_world_time,
    local_moment,
    moment_of,
)
from second_wind.exchange.values.options import Scale


class Left(StrEnum):
    """What was left out of an import on purpose."""

    UNANSWERED = "unanswered"
    OUTCOME = "outcome"
    COLUMN = "column"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that has no place here: what it is, its name in the file, how often it came."""

    what: Left
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Interpretation:
    """How a file was understood, for the person to see.

    Attributes
    ----------
    columns : tuple of pairs
        What is read (a key of `options.COLUMN_KEYS`), and the column that holds it.
    moods, ticks : tuple of pairs
        A name in the other program, and the mood or activity that it stands for.
    world_time : pair or None
        A time of no place as it is written, and as it was turned to that of this computer.
    """

    encoding: str = ""
    delimiter: str = ""
    date_order: DateOrder | None = None
    scale: Scale | None = None
    columns: tuple[tuple[str, str], ...] = ()
    moods: tuple[tuple[str, float], ...] = ()
    ticks: tuple[tuple[str, str], ...] = ()
    world_time: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a format found in a file.

    Attributes
    ----------
    entries : tuple of entries
        Those of other programs carry `source`, and `source_id` without a number.
    keeps_ids : bool
        Whether the entries are our own and are known by their ids.
    """

    format: str
    entries: tuple[AnyEntry, ...]
    rejected: tuple[RejectedLine, ...] = ()
    questions: tuple[Question, ...] = ()
    unmapped: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    interpretation: Interpretation = field(default_factory=Interpretation)
    keeps_ids: bool = False


@dataclass(slots=True)
class Collector:
    """Gathers entries and what can't be one, line by line."""

    today: date
    entries: list[AnyEntry] = field(default_factory=list)
    rejected: list[RejectedLine] = field(default_factory=list)
    left: Counter[tuple[Left, str]] = field(default_factory=Counter)
    world_time: tuple[str, str] | None = None

    def take(self, line: int, *entries: AnyEntry) -> None:
        """Keep the entries of a line if all of them may be stored, else report the line."""
        for each in entries:
            try:
                check(each, self.today)
            except KnownError as problem:
                self.reject(line, *_fault(problem))
                return
        self.entries.extend(entries)

    def reject(self, line: int, fault: Fault, given: str = "") -> None:
        """Report a line that is not taken."""
        self.rejected.append(RejectedLine(line, fault, given[:80]))

    def fits(self, row: Row, wanted: int) -> bool:
        """Tell whether a row has a cell for each column; report it if not.

        Empty cells too many are harmless: spreadsheets leave them.
        """
        found = len(row.cells)
        if row.is_open:
            self.reject(row.line, Fault.OPEN_QUOTE)
            return False
        if found < wanted or any(row.cells[wanted:]):
            fault = Fault.TOO_FEW if found < wanted else Fault.TOO_MANY
            self.reject(row.line, fault, f"{found}/{wanted}")
            return False
        return True

    def moment(self, line: int, day: str, clock: str, order: DateOrder) -> Moment | None:
        """Return when something was, as a row says; report the row if that can't be read."""
        moment, at = moment_of(day, order), clock_of(clock)
        if moment is None:
            self.reject(line, Fault.BAD_DAY if day else Fault.NO_DAY, day)
            return None
        if clock and at is None:
            self.reject(line, Fault.BAD_TIME, clock)
            return None
        found = replace(moment, at=at or moment.at)
        if at and is_world_time(clock):
            found = local_moment(moment.day, at) or found
        self.see_world_time(f"{day} {clock}".strip(), found)
        return found

    def see_world_time(self, text: str, moment: Moment) -> None:
        """Keep one time that was turned to that of this computer, to be shown."""
        if moment.at and moment.world and not self.world_time:
            self.world_time = (text, f"{moment.day} {moment.at:%H:%M}")

    def leave_out(self, what: Left, name: str = "") -> None:
        """Count something that has no place here."""
        self.left[what, name] += 1

    def left_out(self) -> tuple[LeftOut, ...]:
        """Return what was left out, and how often."""
        return tuple(LeftOut(what, name, count) for (what, name), count in self.left.items())


def _fault(problem: KnownError) -> tuple[Fault, str]:
    if isinstance(problem, DayNotReached):
        return Fault.FUTURE_DAY, problem.day.isoformat()
    if isinstance(problem, TooLong):
        return Fault.TOO_LONG, str(problem.highest)
    if isinstance(problem, InvalidAmount):
        return Fault.BAD_AMOUNT, problem.given
    return Fault.OUT_OF_SCALE, str(getattr(problem, "given", ""))
