"""Dates and times as other programs write them, and the order of day and month in a file."""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from enum import StrEnum
from itertools import combinations

from second_wind.exchange.values.months import month_of

_WEEKDAY = (
    r"(?:(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mer|jeu|ven|sam|dim"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|mié|jue|vie|sáb|dom"
    r"|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|seg|ter|qua|qui|sex"
    r"|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|gio|sab)\.?,?\s+)?"
)
_NAME = r"([^\W\d_]{3,12})"
_NUMERIC = re.compile(r"([0-9]{1,4})([-/.])\s?([0-9]{1,2})\2\s?([0-9]{1,4})\.?")
_COMPACT = re.compile(r"((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])")
_DAY_MONTH = re.compile(
    rf"([0-9]{{1,2}})(?:st|nd|rd|th|er|º|ª|°)?(?:\.\s*|[\s/-]+)(?:de\s+)?{_NAME}"
    r"(?:\.?,?[\s/-]+|\.)(?:del?\s+)?([0-9]{4}|[0-9]{2})",
    re.IGNORECASE,
)
# A spreadsheet cuts years to two digits: "19-Aug-26", "Aug 19, 26".
_MONTH_DAY = re.compile(
    rf"{_NAME}\.?[\s-]+([0-9]{{1,2}})(?:st|nd|rd|th)?(?:,?\s+([0-9]{{4}})|,\s+([0-9]{{2}}))",
    re.IGNORECASE,
)
_TIME = (
    r"([0-9]{1,2})(?:[:.h]([0-5][0-9])(?::[0-5][0-9](?:[.,][0-9]+)?)?)?\s*([ap])?\.?(?:m\.?)?"
    r"\s*(?:z|utc|gmt|[+-][0-9]{2}:?[0-9]{2})?"
)
_WORLD_TIME = re.compile(r"[0-9]\s*(?:z|utc)\s*$", re.IGNORECASE)
_CLOCK = re.compile(_TIME, re.IGNORECASE)
_MOMENT = re.compile(rf"{_WEEKDAY}(.+?)(?:(?:\s*[,t]\s*|\s+)({_TIME}))?", re.IGNORECASE)
_FIRST_YEAR = 1900
_TURN_OF_CENTURY = 70


class DateOrder(StrEnum):
    """The order in which a program writes day, month and year."""

    YMD = "ymd"
    DMY = "dmy"
    MDY = "mdy"


@dataclass(frozen=True, slots=True)
class Moment:
    """A calendar day and, where one was written, a time on it.

    Attributes
    ----------
    world : str
        The same in world time, where it was written so: on a journey it stays what it is.
    """

    day: date
    at: time | None = None
    world: str = ""


def clock_of(text: str) -> time | None:
    """Return a time of day, to the minute, from "18:50" or "6:50 pm"; None if it is none."""
    found = _CLOCK.fullmatch(text.strip())
    if not found or (found[2] is None and found[3] is None):
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        if hour > 12 and half == "a":
            return None
        hour = hour % 12 + 12 * (half == "p") if hour <= 12 else hour
    return time(hour, minute) if hour < 24 else None


def moment_of(text: str, order: DateOrder) -> Moment | None:
    """Return the day, and the time if there is one; None if the text is no date in this order.

    An offset is passed over: it is the clock of the place that shows the day. World time, which is
    that of no place, is turned to that of this computer.
    """
    written, at = _parts(text)
    day = _readings(written).get(order)
    if day and at and is_world_time(text):
        return local_moment(day, at)
    return Moment(day, at) if day else None


def is_world_time(text: str) -> bool:
    """Tell whether a time is written as that of no place, such as "02:30:00Z"."""
    return bool(_WORLD_TIME.search(text))


def local_moment(day: date, at: time) -> Moment | None:
    """Return when a moment of world time was by this computer's clock, None if it can't tell."""
    world = datetime.combine(day, at, UTC)
    try:
        local = world.astimezone()
    except (OverflowError, OSError, ValueError):  # before and after what the system reckons with
        return None
    return Moment(local.date(), local.time(), f"{world:%Y-%m-%dT%H:%MZ}")


def looks_like_moment(text: str) -> bool:
    """Tell whether a text is a date in any order."""
    return bool(_readings(_parts(text)[0]))


@dataclass(slots=True)
class OrderEvidence:
    """What the dates of a file say about the order in which they are written."""

    viable: set[DateOrder] = field(default_factory=lambda: set(DateOrder))
    differing: set[frozenset[DateOrder]] = field(default_factory=set)
    seen: int = 0
    example: str = ""

    def see(self, text: str) -> None:
        """Take one date into account; a text that is no date in any order says nothing."""
        readings = _readings(_parts(text)[0])
        if not readings:
            return
        self.seen += 1
        self.viable &= readings.keys()
        for one, other in combinations(readings, 2):
            if readings[one] != readings[other]:
                self.differing.add(frozenset((one, other)))
                self.example = self.example or text

    def verdict(self) -> DateOrder | None:
        """Return the order, None if several give different days or the dates contradict."""
        left = [each for each in DateOrder if each in self.viable]
        if any(frozenset(pair) in self.differing for pair in combinations(left, 2)):
            return None
        return left[0] if left else None


def _parts(text: str) -> tuple[str, time | None]:
    text = text.strip()
    found = _MOMENT.fullmatch(text) if len(text) <= 80 else None
    if not found:
        return text, None
    at = clock_of(found[2]) if found[2] else None
    # "Sep 22 2020": what looked like an hour is the year.
    return (found[1], at) if at or not found[2] else (text, None)


def _readings(text: str) -> dict[DateOrder, date]:
    """Return the day that each order reads; one that leaves no doubt is the same in all."""
    numeric = _NUMERIC.fullmatch(text)
    if numeric and len(numeric[1]) < 3:
        return _short_readings(numeric[1], numeric[3], numeric[4])
    day = _plain_day(text)
    return dict.fromkeys(DateOrder, day) if day else {}


def _plain_day(text: str) -> date | None:
    numeric = _NUMERIC.fullmatch(text)
    if numeric:
        return _day(numeric[1], numeric[3], numeric[4]) if len(numeric[1]) == 4 else None
    compact = _COMPACT.fullmatch(text)
    if compact:
        return _day(*compact.groups())
    day_first, month_first = _DAY_MONTH.fullmatch(text), _MONTH_DAY.fullmatch(text)
    if day_first:
        return _day(day_first[3], _month(day_first[2]), day_first[1])
    if month_first:
        return _day(month_first[3] or month_first[4], _month(month_first[1]), month_first[2])
    return None


def _short_readings(first: str, second: str, third: str) -> dict[DateOrder, date]:
    found = {
        DateOrder.DMY: _day(third, second, first),
        DateOrder.MDY: _day(third, first, second),
    }
    if len(third) < 3:
        found[DateOrder.YMD] = _day(first, second, third)
    return {order: day for order, day in found.items() if day}


def _month(name: str) -> str:
    return str(month_of(name) or 0)


def _day(year: str, month: str, day: str) -> date | None:
    if len(year) not in (2, 4) or len(day) > 2:
        return None
    number = int(year)
    if len(year) == 2:
        number += 2000 if number < _TURN_OF_CENTURY else 1900
    try:
        return date(number, int(month), int(day)) if number >= _FIRST_YEAR else None
    except ValueError:
        return None
