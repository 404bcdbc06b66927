"""Any CSV: one row a day or a moment, its columns told by the person or known by name."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from second_wind.core.errors.entry_errors import InvalidMood
from second_wind.core.errors.import_errors import Asked, Fault, Question
from second_wind.core.log.entries import AnyEntry, CheckIn
from second_wind.exchange.file.columns import Columns, chosen_columns, known_columns, plain_name
from second_wind.exchange.file.safe_cells import opened
from second_wind.exchange.file.table import Row, Table
from second_wind.exchange.formats.activity_columns import (
    ACTIVITY_KEYS,
    ActivityColumns,
    UnreadableAmount,
)
from second_wind.exchange.formats.number_columns import NumberColumns
from second_wind.exchange.formats.reading import Collector, Interpretation, Left, Reading
from second_wind.exchange.values.dates import DateOrder, Moment, OrderEvidence
from second_wind.exchange.values.identity import identity, origin_of, written
from second_wind.exchange.values.moods import MoodReader, named_moods, scale_in_name
from second_wind.exchange.values.options import Options

NAME = "csv"
SOURCE = "csv"
NAMES = {
    "day": ("day", "date", "full date", "datetime", "date time", "timestamp", "start"),
    "time": ("time", "at", "clock"),
    "mood": ("mood", "moods", "mood score", "mood rating", "rating", "happiness"),
    "note": ("note", "notes", "comment", "comments", "journal"),
    "feelings": ("feelings", "feeling", "emotions", "emotion"),
    "exercise": ("exercise", "exercise minutes", "workout", "workout minutes"),
    "outing": ("outing", "outings", "nature", "outdoors"),
    "volunteering": ("volunteering", "volunteering hours", "volunteer"),
    "talk": ("talk", "talks"),
}
_VALUES = ("mood", "note", "feelings", *ACTIVITY_KEYS)
_COUNTED = {"id", "index", "nr", "no", "number", "row", "year"}
_UNANSWERED = {"", "na", "n/a", "nan", "null", "none", "-", "–"}


def recognises(table: Table) -> bool:
    """Tell whether a header names a day and something of the day."""
    found = known_columns(table.header, NAMES) if table.has_header else {}
    return "day" in found and any(key in found for key in _VALUES)


def read(table: Table, options: Options, today: date) -> Reading:
    """Return the check-ins and activities of the table."""
    return _Reader(table, options, today).reading()


@dataclass(slots=True)
class _Reader:
    table: Table
    options: Options
    today: date
    columns: Columns = field(init=False)
    moods: MoodReader = field(init=False)
    activities: ActivityColumns = field(init=False)
    collected: Collector = field(init=False)
    unread: NumberColumns = field(init=False)
    example: str = ""

    def __post_init__(self) -> None:
        self.columns = Columns(self.table.header, _places(self.table, self.options))
        scale = self.options.scale
        if scale is None and "mood" in self.columns:
            scale = scale_in_name(self.columns.name("mood"))
        self.moods = MoodReader(named_moods(self.options), scale)
        self.activities = ActivityColumns(self.columns, self.options, SOURCE)
        self.unread = NumberColumns(self._places_unread())
        self.collected = Collector(self.today)
        for each in self.columns.unused():
            self.collected.leave_out(Left.COLUMN, each)

    def reading(self) -> Reading:
        missing = tuple(self._missing_columns())
        order = None if missing else self._look_ahead()
        if order:
            for row in self.table.rows():
                self._read(row, order)
        return Reading(
            NAME,
            tuple(self.collected.entries),
            tuple(self.collected.rejected),
            missing or tuple(self._questions(order)),
            tuple(self.moods.unknown),
            self.collected.left_out(),
            Interpretation(
                self.table.file.encoding,
                self.table.delimiter,
                order,
                self.moods.scale,
                self.columns.pairs(),
                tuple(self.moods.met.items()),
                self.activities.ticks(),
                self.collected.world_time,
            ),
        )

    def _missing_columns(self) -> Iterator[Question]:
        header = self.table.header
        if "day" not in self.columns:
            yield Question(Asked.DAY_COLUMN, _column_answer("day", header, 0), header)
        if not any(key in self.columns for key in _VALUES):
            yield Question(Asked.VALUE_COLUMN, _column_answer("mood", header, 1), header)

    def _places_unread(self) -> dict[int, str]:
        """Return the columns of which one may hold the moods: where words alone would be read."""
        is_told = any(key in NAMES for key in self.options.columns)
        if is_told or any(key in self.columns for key in ("mood", *ACTIVITY_KEYS)):
            return {}
        unread = set(self.columns.unused())
        names = enumerate(self.columns.header)
        return {i: e for i, e in names if e in unread and plain_name(e) not in _COUNTED}

    def _asked_for_mood(self) -> Question:
        """Ask which column holds the moods, so that none is left behind without a word."""
        names = self.unread.names()
        known = [f"{key}={name}" for key, name in self.columns.pairs() if key != "day"]
        answer = ",".join((f"mood={names[0]}", *known))
        return Question(Asked.MOOD_COLUMN, f'--columns "{answer}"', names)

    def _look_ahead(self) -> DateOrder | None:
        """See all rows once: the order of the dates, and whether amounts are ticks."""
        evidence = OrderEvidence()
        for row in self.table.rows():
            if len(row.cells) >= len(self.columns.header):
                evidence.see(self.columns.cell(row, "day"))
                self.activities.see(row)
                self.unread.see(row)
        self.example = evidence.example
        return self.options.date_order or evidence.verdict()

    def _questions(self, order: DateOrder | None) -> Iterator[Question]:
        if order is None:
            yield Question(Asked.DATE_ORDER, "--date-order dmy", (self.example,))
        if self.unread.names():
            yield self._asked_for_mood()
        yield from self.moods.questions()
        yield from self.activities.questions()

    def _read(self, row: Row, order: DateOrder) -> None:
        if not self.collected.fits(row, len(self.columns.header)):
            return
        moment = self._moment(row, order)
        if moment is None:
            return
        try:
            check_in = self._check_in(row, moment)
            activities = self.activities.entries(row, moment)
        except InvalidMood as problem:
            self.collected.reject(row.line, Fault.OUT_OF_SCALE, problem.given)
        except UnreadableAmount as problem:
            self.collected.reject(row.line, Fault.BAD_AMOUNT, str(problem))
        else:
            if check_in is not None or activities:
                found: list[AnyEntry] = [check_in] if check_in else []
                self.collected.take(row.line, *found, *activities)

    def _moment(self, row: Row, order: DateOrder) -> Moment | None:
        text, clock = self.columns.cell(row, "day"), self.columns.cell(row, "time")
        return self.collected.moment(row.line, text, clock, order)

    def _check_in(self, row: Row, moment: Moment) -> CheckIn | None:
        text = self.columns.cell(row, "mood")
        answered = text.casefold() not in _UNANSWERED
        mood = self.moods.mood(text) if answered else None
        note = opened(self.columns.cell(row, "note"))
        feelings = _words(self.columns.cell(row, "feelings"))
        if mood is None and (answered or not (note or feelings)):
            if "mood" in self.columns and not answered:
                self.collected.leave_out(Left.UNANSWERED)
            return None
        return CheckIn(
            **origin_of(moment, SOURCE, identity("mood", written(moment))),
            mood=mood,
            note=note,
            feelings=feelings,
            original=text if answered else "",
        )


def _places(table: Table, options: Options) -> dict[str, int]:
    """Return the columns: with some named by the person, only day and time are added by name."""
    chosen = chosen_columns(table, {k: v for k, v in options.columns.items() if k in NAMES})
    names = {k: v for k, v in NAMES.items() if k not in chosen and (not chosen or k == "day")}
    known = known_columns(table.header, names, tuple(chosen.values()))
    return known | chosen


def _words(text: str) -> tuple[str, ...]:
    for mark in (";", "|"):
        text = text.replace(mark, ",")
    return tuple(dict.fromkeys(opened(each.strip()) for each in text.split(",") if each.strip()))


def _column_answer(key: str, header: tuple[str, ...], place: int) -> str:
    fitting = (each for each in header if plain_name(each))
    name = next((each for i, each in enumerate(fitting) if i == place), str(place + 1))
    return f'--columns "{key}={name}"'
