"""Any CSV: one row a day or a moment, its columns told by the person or known by name."""

from collections.abc import Iterator
from dataclasses import replace
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
from second_wind.exchange.formats.reading import Interpretation, Left
from second_wind.exchange.formats.table_reader import TableReader
from second_wind.exchange.values.dates import DateOrder, Moment
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


class Reader(TableReader):
    """Reads check-ins and activities."""

    name = NAME

    def __init__(self, table: Table, options: Options, today: date) -> None:
        """Find the columns."""
        super().__init__(table, options, today, Columns(table.header, _places(table, options)))
        scale = options.scale
        if scale is None and "mood" in self.columns:
            scale = scale_in_name(self.columns.name("mood"))
        self.moods = MoodReader(named_moods(options), scale)
        self.activities = ActivityColumns(self.columns, options, SOURCE)
        self.unread = NumberColumns(self._places_unread())

    def asked_of_columns(self) -> Iterator[Question]:
        """Ask for the columns without which there is nothing to read."""
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

    def see(self, row: Row) -> None:
        """Learn the order of the dates, and whether amounts are ticks."""
        super().see(row)
        self.activities.see(row)
        self.unread.see(row)

    def asked_of_values(self) -> Iterator[Question]:
        """Ask for moods that may stand in a column of numbers, and for what is not known."""
        if self.unread.names():
            yield self._asked_for_mood()
        yield from self.moods.questions()
        yield from self.activities.questions()

    def unmapped(self) -> Iterator[str]:
        """Yield the names that are no mood that is known."""
        yield from self.moods.unknown

    def interpretation(self, order: DateOrder | None) -> Interpretation:
        """Add what the moods and the ticks were taken for."""
        return replace(
            super().interpretation(order),
            scale=self.moods.scale,
            moods=tuple(self.moods.met.items()),
            ticks=self.activities.ticks(),
        )

    def read(self, row: Row, order: DateOrder) -> None:
        """Collect a check-in and activities."""
        moment = self.moment(row, order)
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
