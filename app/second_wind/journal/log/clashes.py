"""What was changed on both sides since they were one: both states, and what becomes of them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID, uuid5

from second_wind.core.log.entries import AnyEntry
from second_wind.core.log.kinds import KINDS
from second_wind.storage.merge.doubles import is_edited
from second_wind.storage.merge.merging import Place, rank
from second_wind.storage.tables import entries, rows
from second_wind.storage.tables.fields import stamp
from second_wind.storage.tables.rows import Values

_TWINS = UUID("0b9e6c52-2f0c-4a5e-9f59-0d6a7f2f6a3c")
_KINDS = {str(each.noun): each.type for each in KINDS}


class Answer(StrEnum):
    """What becomes of something that was changed on both sides."""

    LATER = "later"
    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


Answers = Mapping[Place, Answer]
"""What was chosen, by table and id."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A row that was changed here and there since both journals knew the same of it."""

    table: str
    mine: Values
    theirs: Values

    @property
    def place(self) -> Place:
        """The table and the id of the row."""
        return self.table, self.mine["id"]

    @property
    def is_mine_later(self) -> bool:
        """Whether it was changed later here."""
        return rank(self.mine) >= rank(self.theirs)

    @property
    def is_by_hand(self) -> bool:
        """Whether the earlier change was typed by hand, and the later one came with an import."""
        later, older = (self.mine, self.theirs)[:: 1 if self.is_mine_later else -1]
        if later["deleted_at"] or older["deleted_at"] or not later.get("origin"):
            return False
        # Back to what one import brought can only have come by hand.
        is_other_import = later["origin"] != older["origin"]
        return is_other_import and is_edited(self.table, older) and not is_edited(self.table, later)

    @property
    def is_mine_first(self) -> bool:
        """Whether what is here stays until somebody chooses: the later, but hand before import."""
        return self.is_mine_later != self.is_by_hand

    @property
    def here(self) -> AnyEntry | None:
        """What it says here; None if it was deleted, or is no entry."""
        return _entry(self.table, self.mine)

    @property
    def there(self) -> AnyEntry | None:
        """What it says there; None if it was deleted, or is no entry."""
        return _entry(self.table, self.theirs)

    @property
    def day(self) -> date | None:
        """The day of the log that it belongs to; None for a setting."""
        day = self.theirs.get("day")
        return date.fromisoformat(day) if day else None

    @property
    def changed(self) -> tuple[datetime, datetime]:
        """When it was changed here, and there (UTC)."""
        mine, theirs = (each["updated_at"] for each in (self.mine, self.theirs))
        return datetime.fromisoformat(mine), datetime.fromisoformat(theirs)

    @property
    def can_be_both(self) -> bool:
        """Whether both can stay: a setting has one value, and what is deleted is no entry."""
        return self.here is not None and self.there is not None


def states(clash: Clash, answer: Answer, now: datetime) -> Iterator[tuple[Place, list[Values]]]:
    """Yield the rows that an answer writes, each with its states one after the other.

    What is not kept is written first, so that the act knows it: nobody is asked about it again.
    """
    keeps_mine = _keeps_mine(clash, answer)
    kept, other = (clash.mine, clash.theirs) if keeps_mine else (clash.theirs, clash.mine)
    if rank(kept) < rank(other):
        kept = kept | {"updated_at": max(stamp(now), _just_after(other["updated_at"]))}
    yield clash.place, [other, kept] if keeps_mine else [kept]
    if answer is Answer.BOTH and clash.can_be_both:
        twin = _twin(other)
        yield (clash.table, twin["id"]), [twin]


def _keeps_mine(clash: Clash, answer: Answer) -> bool:
    if answer is Answer.BOTH and (clash.here is None) != (clash.there is None):
        return clash.here is not None
    if answer in (Answer.MINE, Answer.THEIRS):
        return answer is Answer.MINE
    return clash.is_mine_first


def _twin(values: Values) -> Values:
    """Return a state as a row of its own: the same on both computers."""
    text = json.dumps(values, sort_keys=True)
    return values | {"id": str(uuid5(_TWINS, text)), "created_at": values["updated_at"]}


def _entry(table: str, values: Values) -> AnyEntry | None:
    kind = _KINDS.get(table)
    if kind is None or rows.shown(values)["deleted_at"] is not None:
        return None
    (entry,) = entries.read(kind, [[values[name] for name in entries.columns(kind)]])
    return entry


def _just_after(moment: str) -> str:
    return stamp(datetime.fromisoformat(moment) + timedelta(microseconds=1))
