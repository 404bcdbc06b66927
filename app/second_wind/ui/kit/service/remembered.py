"""What was offered, shown and asked: it tells of entries, so it lies with them in the journal."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TypeVar

from second_wind.core.errors.base import KnownError
from second_wind.core.people.reminders import Memory
from second_wind.core.people.support import OfferState
from second_wind.journal.journal import Journal

T = TypeVar("T", date, datetime)

_LINES = "lines"
_OFFERED, _WAVED_AWAY = "support/offered", "support/waved_away"
_SHOWN, _PUT_OFF = "reminder/shown", "reminder/put_off"
_LATER_FOR, _LATER_AT = "reminder/later_for", "reminder/later_at"
NAMES = (_LINES, _OFFERED, _WAVED_AWAY, _SHOWN, _PUT_OFF, _LATER_FOR, _LATER_AT)
"""The same that the window's ini file had for them up to 0.9."""
_YES = "true"


class Remembered:
    """Reads and writes it; what can't be written now is known all the same, and written later."""

    def __init__(self, journal: Journal) -> None:
        """Remember in a journal."""
        self._journal = journal
        self._unwritten: dict[str, str] = {}

    @property
    def support_offers(self) -> OfferState:
        """When Support was offered last, and whether such offers were waved away for good."""
        return OfferState(_read(date, self._text(_OFFERED)), self._text(_WAVED_AWAY) == _YES)

    @support_offers.setter
    def support_offers(self, state: OfferState) -> None:
        waved = _YES if state.is_waved_away else ""
        self._put({_OFFERED: _written(state.last), _WAVED_AWAY: waved})

    def shown_lines(self, day: date) -> set[int]:
        """Return which kind lines were shown on a day, so that none comes twice."""
        stored_day, _, numbers = self._text(_LINES).partition(" ")
        same_day = stored_day == day.isoformat()
        return {int(each) for each in numbers.split() if each.isdecimal()} if same_day else set()

    def remember_lines(self, day: date, numbers: Iterable[int]) -> None:
        """Remember which kind lines were shown on a day."""
        self._put({_LINES: " ".join([day.isoformat(), *map(str, sorted(numbers))])})

    @property
    def reminders(self) -> Memory:
        """What became of the reminders so far."""
        return Memory(
            _days(self._text(_SHOWN)),
            _days(self._text(_PUT_OFF)),
            _read(date, self._text(_LATER_FOR)),
            _read(datetime, self._text(_LATER_AT)),
        )

    @reminders.setter
    def reminders(self, memory: Memory) -> None:
        self._put(
            {
                _SHOWN: " ".join(map(date.isoformat, memory.shown)),
                _PUT_OFF: " ".join(map(date.isoformat, memory.put_off)),
                _LATER_FOR: _written(memory.later_for),
                _LATER_AT: _written(memory.later_at),
            }
        )

    def _text(self, name: str) -> str:
        known = self._unwritten.get(name)
        return self._journal.remembered(name) if known is None else known

    def _put(self, texts: dict[str, str]) -> None:
        self._unwritten |= texts
        try:
            self._journal.remember(self._unwritten)
        except KnownError:  # such as a full disk, of which whoever logs is told
            return
        self._unwritten = {}


def _written(value: date | None) -> str:
    return value.isoformat() if value is not None else ""


def _read(kind: type[T], text: str) -> T | None:
    """Read a value; one that another hand has written counts as none."""
    try:
        value = kind.fromisoformat(text)
    except ValueError:
        return None
    return None if isinstance(value, datetime) and value.tzinfo is None else value


def _days(text: str) -> tuple[date, ...]:
    found = (_read(date, each) for each in text.split())
    return tuple(each for each in found if each is not None)
