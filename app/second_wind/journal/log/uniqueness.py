"""Things of which a log holds only one, and what would become a second."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from second_wind.core.errors.entry_errors import ThereAlready
from second_wind.core.log.entries import AnyEntry
from second_wind.core.log.kinds import only_one
from second_wind.core.log.sources import base_key

if TYPE_CHECKING:
    from second_wind.journal.log.reader import Reader


def refuse_twins(journal: "Reader", entries: Iterable[AnyEntry]) -> None:
    """Pass entries to put back, none of which the log or the others hold in another row.

    Raises
    ------
    ThereAlready
        If one of them is such a twin.
    """
    seen: set[tuple[object, ...]] = set()
    sources: dict[str, list[AnyEntry]] = {"": []}
    for each in entries:
        if each.source not in sources:
            sources[each.source] = journal.sourced(each.source)
        key = only_one(each)
        came_again = any(_is_later_import(other, each) for other in sources[each.source])
        if came_again or key in seen or (key and _is_held(journal, each, key)):
            raise ThereAlready
        if key:
            seen.add(key)


def _is_later_import(other: AnyEntry, entry: AnyEntry) -> bool:
    """Tell whether another entry is the same, brought once more; a file may hold it twice."""
    if other.logged_at is None or entry.logged_at is None or not entry.origin:
        return False
    same = base_key(other.source_id) == base_key(entry.source_id) and other.origin == entry.origin
    return same and other.logged_at > entry.logged_at


def _is_held(journal: "Reader", entry: AnyEntry, key: tuple[object, ...]) -> bool:
    return any(only_one(each) == key for each in journal.entries(type(entry)))
