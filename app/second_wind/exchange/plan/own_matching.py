"""Our own entries met again: by their id, which they keep for life, then by where they came from.

An entry of the same import that was edited on one side only is the same one; of what there can only
be one of, such as a day of rest, a second one is a conflict unless it says the same.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields, replace
from uuid import UUID, uuid5

from second_wind.core.log.entries import AnyEntry
from second_wind.core.log.kinds import ENTRY_TYPES, noun_of, only_one
from second_wind.core.log.sources import base_key
from second_wind.exchange.plan.log import Log
from second_wind.exchange.plan.matching import Comparison, Conflict, content, met
from second_wind.journal.log.origins import is_edited

_COPIES = UUID("6d2a4f0e-5a0e-4f0f-9a55-1d1b8f6f3c52")

Key = tuple[object, ...]


def compared(found: Iterable[AnyEntry], log: Log) -> Comparison:
    """Compare entries with all that the journal holds."""
    stored = {each.id: each for kind in ENTRY_TYPES for each in log.entries(kind)}
    result, others = Comparison(), []
    unmet = dict(stored)
    for each in found:
        mine = unmet.pop(each.id, None)
        if mine is None:
            others.append(each)
        else:
            _compare(mine, each, result, stored)
    _compare_by_key(others, unmet.values(), result, stored)
    return result


def copy_id(entry: AnyEntry) -> str:
    """Return the id of a copy kept beside another version: the same for the same content."""
    values = [str(getattr(entry, each.name)) for each in fields(entry) if each.compare]
    return str(uuid5(_COPIES, "\0".join(values)))


def _compare_by_key(
    found: Iterable[AnyEntry],
    stored: Iterable[AnyEntry],
    result: Comparison,
    by_id: dict[str, AnyEntry],
) -> None:
    known: dict[Key, list[AnyEntry]] = defaultdict(list)
    for mine in stored:
        known[_natural_key(mine)].append(mine)
    incoming: dict[Key, list[AnyEntry]] = defaultdict(list)
    for each in found:
        incoming[_natural_key(each)].append(each)
    result.new += incoming.pop((), [])
    for key, alike in incoming.items():
        left = known[key]
        for trait in (content, _import):
            for mine, each in met(alike, left, trait, trait):
                _compare(mine, each, result, by_id)
        _compare_differing(alike, left, result, by_id)


def _compare_differing(
    found: list[AnyEntry],
    known: list[AnyEntry],
    result: Comparison,
    by_id: dict[str, AnyEntry],
) -> None:
    """Take what came of different imports for two things; where that is unknown, for one."""
    for each in found:
        mine = next((e for e in known if not (e.origin and each.origin)), None)
        if mine is None:
            result.new.append(each)
        else:
            known.remove(mine)
            _compare(mine, each, result, by_id)


def _compare(
    mine: AnyEntry, each: AnyEntry, result: Comparison, by_id: dict[str, AnyEntry]
) -> None:
    theirs = replace(each, id=mine.id)
    if content(mine) == content(each) or copy_id(theirs) in by_id:
        result.same.append(mine)
    elif each.origin and each.origin == mine.origin and not is_edited(each):
        result.edited.append(Conflict(mine, theirs))
    else:
        result.conflicts.append(Conflict(mine, theirs))


def _import(entry: AnyEntry) -> object:
    return entry.origin or None


def _natural_key(entry: AnyEntry) -> Key:
    """Return what tells two entries of two ids for the same, together with what they hold."""
    if not (found := only_one(entry)) and entry.source:
        return noun_of(type(entry)), entry.source, base_key(entry.source_id)
    return found
