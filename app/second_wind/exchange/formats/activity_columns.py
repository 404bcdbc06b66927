"""The columns of a table that hold activities: minutes, hours, a place, or a tick."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from second_wind.core.errors.import_errors import Asked, Question
from second_wind.core.log.entries import Activity, Exercise, Outing, OutingKind, Talk, Volunteering
from second_wind.exchange.file.columns import Columns
from second_wind.exchange.file.safe_cells import opened
from second_wind.exchange.file.table import Row
from second_wind.exchange.values.dates import Moment
from second_wind.exchange.values.identity import Origin, identity, origin_of, written
from second_wind.exchange.values.numbers import is_no, is_yes, minutes_of, number_of
from second_wind.exchange.values.options import Options
from second_wind.exchange.values.ticks import Tick

ACTIVITY_KEYS = ("exercise", "outing", "volunteering", "talk")
_OFFERED = {"exercise": "exercise:20", "outing": "nature", "volunteering": "volunteering:60"}
_MINUTES_PER_HOUR = 60


class UnreadableAmount(ValueError):
    """A cell that holds no amount."""


@dataclass(slots=True)
class ActivityColumns:
    """Reads the cells of activities; a first pass must `see` all rows."""

    columns: Columns
    options: Options
    source: str
    amounts: set[str] = field(default_factory=set)
    asked: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, dict[str, None]] = field(default_factory=dict)
    ticked: set[str] = field(default_factory=set)

    def see(self, row: Row) -> None:
        """Learn whether a column holds amounts: then a 1 is one minute, and not a tick."""
        for key in ACTIVITY_KEYS:
            cell = self.columns.cell(row, key)
            number = number_of(cell)
            if number is None and is_yes(cell):
                self.ticked.add(key)
            if number is not None and number not in (0, 1):
                self.amounts.add(key)
                self.numbers.setdefault(key, {})[cell] = None

    def entries(self, row: Row, moment: Moment) -> list[Activity]:
        """Return the activities of a row; none for those that must be asked first.

        Raises
        ------
        UnreadableAmount
            If a cell holds no amount.
        """
        found = (self._entry(key, self.columns.cell(row, key), moment) for key in ACTIVITY_KEYS)
        return [each for each in found if each]

    def questions(self) -> Iterator[Question]:
        """Yield what must be asked about ticks, told for a column of numbers or not told."""
        for key in ACTIVITY_KEYS:
            if key in self.amounts and key not in self.ticked and self._tick(key):
                name = self.columns.name(key)
                yield Question(Asked.TICK_OR_AMOUNT, "--map-activity", (name, *self.numbers[key]))
        for key, name in self.asked.items():
            yield Question(Asked.TICK, f'--map-activity "{name}={_OFFERED[key]}"', (name,))

    def ticks(self) -> tuple[tuple[str, str], ...]:
        """Return what the ticks of each column stand for, as far as it was told."""
        known = ((key, self._tick(key)) for key in ACTIVITY_KEYS if key in self.columns)
        return tuple((self.columns.name(key), str(tick)) for key, tick in known if tick)

    def _tick(self, key: str) -> Tick | None:
        told = self.options.map_activity
        return told.get(self.columns.name(key).casefold()) or told.get(key)

    def _entry(self, key: str, text: str, moment: Moment) -> Activity | None:
        if is_no(text) or minutes_of(text) == 0:
            return None
        name = self.columns.name(key)
        identifier = identity(key, name, written(moment))
        if is_yes(text) and not (key in self.amounts and number_of(text) is not None):
            return self._ticked(key, moment, identifier)
        origin = origin_of(moment, self.source, identifier)
        if key == "talk":
            return Talk(**origin, note=opened(text))
        if key == "outing":
            return _outing(text, origin)
        minutes = _minutes(text, _MINUTES_PER_HOUR if key == "volunteering" else 1)
        if minutes == 0:
            return None
        kind = Exercise if key == "exercise" else Volunteering
        return kind(**origin, minutes=minutes)

    def _ticked(self, key: str, moment: Moment, identifier: str) -> Activity | None:
        tick = self._tick(key)
        origin = origin_of(moment, self.source, identifier)
        if tick:
            return tick.activity("", origin)
        if key == "talk":
            return Talk(**origin)
        self.asked[key] = self.columns.name(key)
        return None


def _outing(text: str, origin: Origin) -> Outing:
    if text.casefold() in set(OutingKind):
        return Outing(**origin, kind=OutingKind(text.casefold()))
    minutes = minutes_of(text)
    return Outing(**origin, minutes=minutes) if minutes else Outing(**origin, place=opened(text))


def _minutes(text: str, per_unit: int) -> int:
    minutes = minutes_of(text, per_unit)
    if minutes is None:
        raise UnreadableAmount(text)
    return minutes
