"""Which entries of a file are in the journal already: by their source and what an import brought.

Several entries may share an identity in the other program, such as two check-ins in one minute, or
the rows of two programs of one day. They are told apart by what was brought, whatever became of it
since: what was edited here is still known, and outlives the file.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from second_wind.core.log.entries import AnyEntry
from second_wind.core.log.sources import base_key, kept_key
from second_wind.journal.log.origins import with_origin

Trait = Callable[[AnyEntry], object]


@dataclass(frozen=True, slots=True)
class Conflict:
    """An entry that is there already with other content; `theirs` is as it would be stored."""

    mine: AnyEntry
    theirs: AnyEntry


@dataclass(slots=True)
class Comparison:
    """What is new, the same, the same but edited here since, or in conflict; what was deleted."""

    new: list[AnyEntry] = field(default_factory=list)
    same: list[AnyEntry] = field(default_factory=list)
    edited: list[Conflict] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    deleted: int = 0


class Deletions:
    """What a person has deleted of one source: each keeps one entry of a file away."""

    def __init__(self, removed: Iterable[tuple[str, str]] = ()) -> None:
        """Take identities, some of them digests, and origins, "" where unknown."""
        self._left = Counter((kept_key(key), origin) for key, origin in removed)

    def take(self, entry: AnyEntry, *, is_known: bool) -> bool:
        """Tell whether an entry was deleted: just this one, or one of its identity if unknown."""
        key = kept_key(entry.source_id), entry.origin if is_known else ""
        if not self._left[key]:
            return False
        self._left[key] -= 1
        return True


def compared(
    found: Iterable[AnyEntry],
    stored: Iterable[AnyEntry],
    removed: Iterable[tuple[str, str]] = (),
) -> Comparison:
    """Compare entries of one source with those stored from it, and with those deleted by hand."""
    known: dict[str, list[AnyEntry]] = defaultdict(list)
    for mine in stored:
        known[base_key(mine.source_id)].append(mine)
    incoming: dict[str, list[AnyEntry]] = defaultdict(list)
    for each in found:
        incoming[each.source_id].append(with_origin(each))
    result, deletions = Comparison(), Deletions(removed)
    for key, alike in incoming.items():
        _compare_alike(alike, known.get(key, []), deletions, result)
    return result


def content(entry: AnyEntry) -> AnyEntry:
    """Return the entry without its keys: equal to another that holds the same."""
    return replace(entry, id="", source="", source_id="")


def taken_over(mine: AnyEntry, theirs: AnyEntry) -> Conflict:
    """Return what differs, theirs under the keys of mine."""
    return Conflict(mine, replace(theirs, id=mine.id, source_id=mine.source_id))


def met(
    found: list[AnyEntry], known: list[AnyEntry], of_found: Trait, of_known: Trait
) -> list[tuple[AnyEntry, AnyEntry]]:
    """Return pairs with a trait in common, and take them from both; None is no trait."""
    waiting: dict[object, list[AnyEntry]] = defaultdict(list)
    for mine in reversed(known):
        waiting[of_known(mine)].append(mine)
    pairs = []
    for each in found:
        trait = of_found(each)
        if trait is not None and waiting[trait]:
            pairs.append((waiting[trait].pop(), each))
    _take(known, [mine for mine, _ in pairs])
    _take(found, [each for _, each in pairs])
    return pairs


def _compare_alike(
    found: list[AnyEntry], known: list[AnyEntry], deletions: Deletions, result: Comparison
) -> None:
    for trait in (_whole, content):
        result.same += [mine for mine, _ in met(found, known, trait, trait)]
    edited = met(found, known, _import, _import)
    result.edited += [taken_over(*pair) for pair in edited]
    _leave_deleted(found, deletions, result, is_known=True)
    result.conflicts += [taken_over(mine, each) for mine, each in zip(known, found, strict=False)]
    del found[: len(known)]
    _leave_deleted(found, deletions, result, is_known=False)
    result.new += found


def _leave_deleted(
    found: list[AnyEntry], deletions: Deletions, result: Comparison, *, is_known: bool
) -> None:
    gone = [each for each in found if deletions.take(each, is_known=is_known)]
    _take(found, gone)
    result.deleted += len(gone)


def _whole(entry: AnyEntry) -> object:
    return (entry.origin, content(entry)) if entry.origin else None


def _import(entry: AnyEntry) -> object:
    return entry.origin or None


def _take(some: list[AnyEntry], gone: Iterable[AnyEntry]) -> None:
    ids = {each.id for each in gone}
    some[:] = [each for each in some if each.id not in ids]
