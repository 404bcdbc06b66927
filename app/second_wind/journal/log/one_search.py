"""A search by who asks once: from the newest entry on, each told as soon as it is found.

An index of all words, as `history` makes for a window, takes longer than to read them.
"""

from collections.abc import Iterator
from typing import NamedTuple

from second_wind.core.log.entries import AnyEntry
from second_wind.core.log.kinds import ENTRY_TYPES
from second_wind.core.search.excerpts import shortened
from second_wind.core.search.search_terms import SearchTerms
from second_wind.journal.log.history import Log, entries_at, texts_of
from second_wind.storage.queries.search_index import Wanted, between
from second_wind.words.base.labels import mood_steps
from second_wind.words.base.quoting import isolated
from second_wind.words.entries.wording import Names, Told, told

_FIRST, _THEN = 200, 2_000
"""Entries that are read at once."""


class Found(NamedTuple):
    """Something that was found, and what is shown of it."""

    entry: AnyEntry
    text: str


def hits(log: Log, asked: Wanted) -> Iterator[Found]:
    """Yield what is found, newest first."""
    names = Names(mood_steps(log.settings.mood_names), log.linked_names())
    standing = _standing(log, asked)
    begin, size = 0, _FIRST
    while begin < len(standing):
        some = standing[begin : begin + size]
        found = entries_at(log, dict(some))
        for entry in (found[place] for place, _ in some if place in found):
            said = told(entry, names)
            if asked.terms.are_in(texts_of(said)):
                yield Found(entry, _shown(said, asked.terms))
        begin, size = begin + size, _THEN


def _standing(log: Log, asked: Wanted) -> list[tuple[int, str]]:
    """Return the places of entries that may be meant, newest first, with their ids."""
    first, last = between(asked)
    kinds = asked.kinds or range(len(ENTRY_TYPES))
    found = (each for kind in kinds for each in log.whereabouts(ENTRY_TYPES[kind], kind))
    return sorted(((at, key) for at, key, _ in found if first <= at <= last), reverse=True)


def _shown(said: Told, asked: SearchTerms) -> str:
    cut = (isolated(shortened(each, asked)) for each in (said.title, said.body))
    return " · ".join(filter(None, cut))
