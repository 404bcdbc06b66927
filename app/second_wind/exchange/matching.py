"""Which entries of a file are in the journal already: by identity, then by content.

Several entries may share an identity in the other program, such as two check-ins in one minute.
They are told apart by what they hold, and numbered `#2`, `#3` only when stored, so that a file
that has grown at either end still meets its own entries again.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from second_wind.core.entries import AnyEntry

_NUMBER = re.compile(r"#[0-9]+$")


@dataclass(frozen=True, slots=True)
class Conflict:
    """An entry that is there already with other content; `theirs` is as it would be stored."""

    mine: AnyEntry
    theirs: AnyEntry


@dataclass(slots=True)
class Comparison:
    """What is new, the same, or in conflict."""

    new: list[AnyEntry] = field(default_factory=list)
    same: list[AnyEntry] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)


@dataclass(slots=True)
class FreeKeys:
    """Gives each further entry of one identity a number that nobody has."""

    taken: set[str]
    _numbers: dict[str, int] = field(default_factory=dict)

    def take(self, key: str) -> str:
        """Return the key itself if it is free, else with the next number that is."""
        number = self._numbers.get(key, 1)
        while (candidate := key if number == 1 else f"{key}#{number}") in self.taken:
            number += 1
        self._numbers[key] = number
        self.taken.add(candidate)
        return candidate


def compared(found: Iterable[AnyEntry], stored: Mapping[str, AnyEntry]) -> Comparison:
    """Compare entries of one source with those stored from it, by `source_id`."""
    known: dict[str, list[AnyEntry]] = defaultdict(list)
    for mine in stored.values():
        known[base_key(mine.source_id)].append(mine)
    incoming: dict[str, list[AnyEntry]] = defaultdict(list)
    for each in found:
        incoming[each.source_id].append(each)
    result, keys = Comparison(), FreeKeys(set(stored))
    for key, alike in incoming.items():
        _compare_alike(alike, known.get(key, []), keys, result)
    return result


def base_key(key: str) -> str:
    """Return the identity in the other program, without the number given here."""
    return _NUMBER.sub("", key)


def content(entry: AnyEntry) -> AnyEntry:
    """Return the entry without its keys: equal to another that holds the same."""
    return replace(entry, id="", source="", source_id="")


def _compare_alike(
    found: list[AnyEntry], known: list[AnyEntry], keys: FreeKeys, result: Comparison
) -> None:
    by_content: dict[AnyEntry, list[AnyEntry]] = defaultdict(list)
    for mine in known:
        by_content[content(mine)].append(mine)
    unmet = []
    for each in found:
        met = by_content.get(content(each))
        if met:
            result.same.append(met.pop(0))
        else:
            unmet.append(each)
    left = [mine for alike in by_content.values() for mine in alike]
    for mine, each in zip(left, unmet, strict=False):
        theirs = replace(each, id=mine.id, source_id=mine.source_id)
        result.conflicts.append(Conflict(mine, theirs))
    for each in unmet[len(left) :]:
        result.new.append(replace(each, source_id=keys.take(each.source_id)))
