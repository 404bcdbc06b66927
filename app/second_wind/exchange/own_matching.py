"""Our own entries met again: by their id, which they keep for life, then by their source."""

from collections.abc import Iterable
from dataclasses import fields, replace
from uuid import UUID, uuid5

from second_wind.core.entries import ENTRY_TYPES, AnyEntry, Rest, StepMark
from second_wind.exchange.log import Log
from second_wind.exchange.matching import Comparison, Conflict, content

_COPIES = UUID("6d2a4f0e-5a0e-4f0f-9a55-1d1b8f6f3c52")

Key = tuple[str, ...]


def compared(found: Iterable[AnyEntry], log: Log) -> Comparison:
    """Compare entries with all that the journal holds."""
    stored = [each for kind in ENTRY_TYPES for each in log.entries(kind)]
    by_id = {each.id: each for each in stored}
    by_key = {key: each for each in stored if (key := _natural_key(each))}
    result = Comparison()
    for each in found:
        key = _natural_key(each)
        mine = by_id.get(each.id) or (by_key.get(key) if key else None)
        if mine is None:
            result.new.append(each)
        elif content(mine) == content(each) or copy_id(each) in by_id:
            result.same.append(mine)
        else:
            result.conflicts.append(Conflict(mine, replace(each, id=mine.id)))
    return result


def copy_id(entry: AnyEntry) -> str:
    """Return the id of a copy kept beside another version: the same for the same content."""
    values = [str(getattr(entry, each.name)) for each in fields(entry) if each.compare]
    return str(uuid5(_COPIES, "\0".join(values)))


def _natural_key(entry: AnyEntry) -> Key | None:
    """Return what there can only be one of, besides the id; None if there is no such thing."""
    if entry.source:
        return "source", entry.source, entry.source_id
    if isinstance(entry, Rest):
        return "rest", entry.day.isoformat()
    if isinstance(entry, StepMark):
        return "step", entry.rejection, str(entry.step)
    return None
