"""What an act is called and what it touched: the notice that every page listens to."""

from dataclasses import dataclass
from datetime import date

from second_wind.core.log.kinds import ActName as ActName
from second_wind.core.log.kinds import Noun as Noun


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that was done and can be taken back; `detail` is a file's name or the like."""

    id: int
    name: ActName
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed: kinds of things and days.

    Attributes
    ----------
    nouns : frozenset of Noun
        The kinds of things that changed.
    days : frozenset of date, or None
        The days that changed; None if it may be any.
    act : Act or None
        What was done, undone or redone; None if another process did it.
    """

    nouns: frozenset[Noun]
    days: frozenset[date] | None
    act: Act | None = None

    @classmethod
    def anything(cls) -> "Changes":
        """Return the notice that anything may have changed."""
        return cls(frozenset(Noun), None)

    def touch(self, *nouns: Noun) -> bool:
        """Tell whether one of these kinds changed."""
        return not self.nouns.isdisjoint(nouns)

    def touch_days(self, start: date, end: date) -> bool:
        """Tell whether a day from `start` to `end` (both included) may have changed."""
        return self.days is None or any(start <= each <= end for each in self.days)
