"""Daylio's CSV in all its shapes: 2018, common, newest, and the one without time."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from second_wind.core.errors.import_errors import Asked, Fault, Question
from second_wind.core.log.entries import AnyEntry, CheckIn
from second_wind.core.log.scale import from_other_scale
from second_wind.exchange.file.columns import Columns
from second_wind.exchange.file.markup import plain_text
from second_wind.exchange.file.table import Row, Table
from second_wind.exchange.formats.reading import Collector, Interpretation, Left, Reading
from second_wind.exchange.values.dates import DateOrder, Moment, OrderEvidence
from second_wind.exchange.values.identity import identity, origin_of, written
from second_wind.exchange.values.moods import MoodReader, named_moods
from second_wind.exchange.values.options import Options, Scale

NAME = "daylio-csv"
SOURCE = "daylio"
SCALE = Scale(1, 5)
LEVELS: Mapping[str, int] = {"rad": 5, "good": 4, "meh": 3, "bad": 2, "awful": 1}
"""The five moods that Daylio begins with; people rename them and add others."""

_KNOWN = {
    "full_date",
    "year",
    "date",
    "weekday",
    "time",
    "mood",
    "activities",
    "scales",
    "note_title",
    "note",
}
_BETWEEN_ACTIVITIES = "|"


def recognises(table: Table) -> bool:
    """Tell whether the header is one of Daylio's, whatever columns it has come to have besides."""
    names = {each.casefold() for each in table.header}
    is_daylios = "full_date" in names or {"date", "weekday"} <= names
    is_shorter = "date" in names and names <= _KNOWN
    return {"mood", "activities"} <= names and (is_daylios or is_shorter)


def read(table: Table, options: Options, today: date) -> Reading:
    """Return the check-ins, and the activities that were told to stand for something."""
    return _Reader(table, options, today).reading()


@dataclass(slots=True)
class _Reader:
    table: Table
    options: Options
    today: date
    columns: Columns = field(init=False)
    moods: MoodReader = field(init=False)
    collected: Collector = field(init=False)
    unmapped: Counter[str] = field(default_factory=Counter)
    ticks: dict[str, str] = field(default_factory=dict)
    lines: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        header = self.table.header
        names = {each.casefold(): i for i, each in enumerate(header)}
        self.columns = Columns(header, {k: place for k, place in names.items() if k in _KNOWN})
        levels = {name: from_other_scale(each, 1, 5) for name, each in LEVELS.items()}
        self.moods = MoodReader(levels | named_moods(self.options))
        self.collected = Collector(self.today)
        for each in self.columns.unused():
            self.collected.leave_out(Left.COLUMN, each)

    def reading(self) -> Reading:
        order, doubt = self._date_order()
        if order:
            for row in self.table.rows():
                self._read(row, order)
        return Reading(
            NAME,
            tuple(self.collected.entries),
            tuple(self.collected.rejected),
            (*doubt, *self.moods.questions()),
            (*self.moods.unknown, *(name for name, _ in self.unmapped.most_common())),
            self.collected.left_out(),
            Interpretation(
                self.table.file.encoding,
                self.table.delimiter,
                order,
                SCALE,
                self.columns.pairs(),
                tuple(self.moods.met.items()),
                tuple(self.ticks.items()),
                self.collected.world_time,
            ),
        )

    def _date_order(self) -> tuple[DateOrder | None, tuple[Question, ...]]:
        if self.options.date_order:
            return self.options.date_order, ()
        evidence = OrderEvidence()
        for row in self.table.rows():
            if len(row.cells) >= len(self.columns.header):
                evidence.see(self._day_text(row))
        order = evidence.verdict()
        question = Question(Asked.DATE_ORDER, "--date-order dmy", (evidence.example,))
        return order, () if order else (question,)

    def _day_text(self, row: Row) -> str:
        if "full_date" in self.columns:
            return self.columns.cell(row, "full_date")
        return f"{self.columns.cell(row, 'date')} {self.columns.cell(row, 'year')}".strip()

    def _read(self, row: Row, order: DateOrder) -> None:
        if self._is_misshapen(row) or self._is_repeated(row):
            return
        moment = self._moment(row, order)
        if moment is None:
            return
        name = self.columns.cell(row, "mood")
        mood = self.moods.mood(name) if name else None
        if name and mood is None:
            return
        activities, others = self._activities(row, moment)
        note = self._note(row, others)
        if not (name or note or activities):
            self.collected.leave_out(Left.UNANSWERED)
            return
        entries: list[AnyEntry] = [*activities]
        if name or note:
            origin = origin_of(moment, SOURCE, identity(written(moment)))
            entries.append(CheckIn(**origin, mood=mood, note=note, original=name))
        self.collected.take(row.line, *entries)

    def _is_misshapen(self, row: Row) -> bool:
        wanted = len(self.columns.header)
        if len(row.cells) > wanted and not self.columns.cell(row, "mood"):
            # With a cell too many and none in its place, the cells have moved.
            self.collected.reject(row.line, Fault.TOO_MANY, f"{len(row.cells)}/{wanted}")
            return True
        return not self.collected.fits(row, wanted)

    def _is_repeated(self, row: Row) -> bool:
        """Tell whether the whole row stood there before; without a time, two may be two."""
        if not self.columns.cell(row, "time"):
            return False
        first = self.lines.setdefault(hash(row.cells), row.line)
        if first != row.line:
            self.collected.reject(row.line, Fault.REPEATED, str(first))
        return first != row.line

    def _moment(self, row: Row, order: DateOrder) -> Moment | None:
        text, clock = self._day_text(row), self.columns.cell(row, "time")
        return self.collected.moment(row.line, text, clock, order)

    def _activities(self, row: Row, moment: Moment) -> tuple[list[AnyEntry], list[str]]:
        """Return the activities that stand for something here, and the names of the others."""
        found: list[AnyEntry] = []
        others = []
        for each in self.columns.cell(row, "activities").split(_BETWEEN_ACTIVITIES):
            name = each.strip()
            tick = self.options.map_activity.get(name.casefold())
            if tick and name:
                key = identity(name, written(moment))
                found.append(tick.activity(name, origin_of(moment, SOURCE, key)))
                self.ticks[name] = str(tick)
            elif name:
                others.append(name)
                self.unmapped[name] += 1
        return found, others

    def _note(self, row: Row, activities: list[str]) -> str:
        """Return the note with all that has no place of its own here."""
        parts = (
            self.columns.cell(row, "note_title"),
            plain_text(self.columns.cell(row, "note")),
            f" {_BETWEEN_ACTIVITIES} ".join(activities),
            self.columns.cell(row, "scales"),
        )
        return "\n".join(each for each in parts if each)
