"""Daylio's CSV in all its shapes: 2018, common, newest, and the one without time."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from second_wind.core.errors.import_errors import Fault, Question
from second_wind.core.log.entries import AnyEntry, CheckIn
from second_wind.core.log.scale import from_other_scale
from second_wind.exchange.file.columns import Columns
from second_wind.exchange.file.markup import plain_text
from second_wind.exchange.file.table import Row, Table
from second_wind.exchange.formats.reading import Interpretation, Left
from second_wind.exchange.formats.table_reader import TableReader
from second_wind.exchange.values.dates import DateOrder, Moment
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


class Reader(TableReader):
    """Reads check-ins, and the activities that were told to stand for something."""

    name = NAME

    def __init__(self, table: Table, options: Options, today: date) -> None:
        """Know the columns by Daylio's names."""
        names = {each.casefold(): i for i, each in enumerate(table.header)}
        known = {key: place for key, place in names.items() if key in _KNOWN}
        super().__init__(table, options, today, Columns(table.header, known))
        levels = {name: from_other_scale(each, 1, 5) for name, each in LEVELS.items()}
        self.moods = MoodReader(levels | named_moods(options))
        self._others: Counter[str] = Counter()
        self._ticks: dict[str, str] = {}
        self._lines: dict[int, int] = {}

    def asked_of_values(self) -> Iterator[Question]:
        """Ask what names of moods mean."""
        yield from self.moods.questions()

    def unmapped(self) -> Iterator[str]:
        """Yield the names of moods and of activities, the most frequent of these first."""
        yield from self.moods.unknown
        yield from (name for name, _ in self._others.most_common())

    def interpretation(self, order: DateOrder | None) -> Interpretation:
        """Add what the moods and the activities were taken for."""
        return replace(
            super().interpretation(order),
            scale=SCALE,
            moods=tuple(self.moods.met.items()),
            ticks=tuple(self._ticks.items()),
        )

    def day_text(self, row: Row) -> str:
        """Return the day as a row has it, in one column or in two."""
        if "full_date" in self.columns:
            return self.columns.cell(row, "full_date")
        return f"{self.columns.cell(row, 'date')} {self.columns.cell(row, 'year')}".strip()

    def read(self, row: Row, order: DateOrder) -> None:
        """Collect a check-in and activities."""
        if self._is_repeated(row):
            return
        moment = self.moment(row, order)
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

    def fits(self, row: Row) -> bool:
        """Tell whether a row has a cell for each column; report it if not."""
        wanted = len(self.columns.header)
        if len(row.cells) > wanted and not self.columns.cell(row, "mood"):
            # With a cell too many and none in its place, the cells have moved.
            self.collected.reject(row.line, Fault.TOO_MANY, f"{len(row.cells)}/{wanted}")
            return False
        return super().fits(row)

    def _is_repeated(self, row: Row) -> bool:
        """Tell whether the whole row stood there before; without a time, two may be two."""
        if not self.columns.cell(row, "time"):
            return False
        first = self._lines.setdefault(hash(row.cells), row.line)
        if first != row.line:
            self.collected.reject(row.line, Fault.REPEATED, str(first))
        return first != row.line

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
                self._ticks[name] = str(tick)
            elif name:
                others.append(name)
                self._others[name] += 1
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
