"""What a tick stands for: other programs say that something was done, not for how long."""

from dataclasses import dataclass
from enum import StrEnum

from second_wind.core.log.entries import (
    MOST_MINUTES,
    Activity,
    Exercise,
    Outing,
    OutingKind,
    Talk,
    Volunteering,
)
from second_wind.exchange.values.identity import Origin
from second_wind.exchange.values.numbers import minutes_of
from second_wind.words.base import numbers

_VOLUNTEERING_MINUTES = 60


class TickKind(StrEnum):
    """The kinds of activity that a tick can stand for."""

    EXERCISE = "exercise"
    NATURE = "nature"
    PHOTO = "photo"
    VOLUNTEERING = "volunteering"
    TALK = "talk"


@dataclass(frozen=True, slots=True)
class Tick:
    """An activity, with its minutes where it needs them."""

    kind: TickKind
    minutes: int | None = None

    def __str__(self) -> str:
        return f"{self.kind}:{self.minutes}" if self.minutes else str(self.kind)

    def activity(self, name: str, origin: Origin) -> Activity:
        """Return the activity that a tick named `name` stands for."""
        if self.kind is TickKind.EXERCISE:
            return Exercise(**origin, minutes=self.minutes or 0, kind=name)
        if self.kind is TickKind.VOLUNTEERING:
            return Volunteering(**origin, minutes=self.minutes or 0, note=name)
        if self.kind is TickKind.TALK:
            return Talk(**origin, minutes=self.minutes, note=name)
        return Outing(**origin, kind=OutingKind(self.kind), minutes=self.minutes, note=name)


def tick_of(text: str) -> Tick | None:
    """Return what "exercise:20", "nature" or "talk" says; None if it says nothing.

    Exercise needs its minutes; volunteering without any counts an hour.
    """
    name, separator, amount = text.strip().casefold().partition(":")
    if name not in set(TickKind):
        return None
    kind = TickKind(name)
    minutes = _minutes(amount) if separator else None
    if separator and (minutes is None or not 1 <= minutes <= MOST_MINUTES):
        return None
    if kind is TickKind.EXERCISE and minutes is None:
        return None
    if kind is TickKind.VOLUNTEERING and minutes is None:
        minutes = _VOLUNTEERING_MINUTES
    return Tick(kind, minutes)


def _minutes(text: str) -> int | None:
    """Return whole minutes from "20", "1:30" or "1h 30"; None for what is none, or not whole."""
    number = numbers.read_minutes(text)
    if number is None:
        return minutes_of(text)
    return int(number) if number == int(number) else None
