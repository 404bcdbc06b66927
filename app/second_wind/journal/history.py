"""Everything logged, newest first: listed, filtered, and searched by its words."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from second_wind.core.entries import ENTRY_TYPES, AnyEntry, EntryType
from second_wind.core.excerpts import Excerpt, excerpt
from second_wind.core.search_terms import SearchTerms, terms, words
from second_wind.journal.changes import Changes, Noun
from second_wind.storage.entries import NOUNS
from second_wind.storage.search_index import (
    NEWEST,
    SearchIndex,
    Wanted,
    kind_of,
    place_of,
)
from second_wind.words.history import Names, told
from second_wind.words.labels import mood_steps

if TYPE_CHECKING:
    from second_wind.journal.reader import Reader

_MOST_DAYS = 500
"""A change of more days than these has everything read again."""
_AT_ONCE = 5_000
_KINDS = {Noun(NOUNS[kind]): number for number, kind in enumerate(ENTRY_TYPES)}
_NAMED = (Noun.PERSON, Noun.REJECTION)
"""Kinds whose names other entries are told with."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found.

    Attributes
    ----------
    title, excerpt : Excerpt
        What it is, and what is written in it, with the places of the words looked for.
    """

    entry: AnyEntry
    noun: Noun
    title: Excerpt
    excerpt: Excerpt

    @property
    def id(self) -> str:
        """The entry's id."""
        return self.entry.id

    @property
    def day(self) -> date:
        """The entry's day."""
        return self.entry.day


def wanted(
    text: str = "",
    kinds: Collection[EntryType] = (),
    start: date | None = None,
    end: date | None = None,
) -> Wanted:
    """Return what a typed text, kinds (none for all) and days (both included) ask for."""
    numbers = frozenset(_KINDS[Noun(NOUNS[each])] for each in kinds)
    return Wanted(terms(text), numbers, start, end)


class History:
    """Lists a log; reads it when first asked, and again what changes in it."""

    def __init__(self, journal: "Reader") -> None:
        """Read nothing yet."""
        self._journal = journal
        self._index: SearchIndex | None = None
        self._names = Names()
        self._changed: dict[Noun, set[date]] = {}

    def search(self, asked: Wanted, before: int = NEWEST, most: int = -1) -> list[Hit]:
        """Return what is found, newest first: before a place in time, at most so many."""
        return self.hits(self.places(asked, before, most), asked.terms)

    def places(self, asked: Wanted, before: int = NEWEST, most: int = -1) -> list[int]:
        """Return the places of what is found, newest first."""
        index = self._up_to_date()
        while asked.terms and not self.read_on(_AT_ONCE):
            pass
        return index.places(asked, before, most)

    def hits(self, places: Sequence[int], asked: SearchTerms) -> list[Hit]:
        """Return what stands at some places, in their order; what is gone is left out."""
        found = self._entries(self._up_to_date().ids(places))
        return [self._hit(place, found[place], asked) for place in places if place in found]

    def read_on(self, most: int) -> bool:
        """Read the words of some more entries; tell whether all are read.

        Meant to be called in idle moments, so that the first search need not wait.
        """
        index = self._up_to_date()
        unread = index.unread(most)
        found = self._entries(dict(unread))
        index.read((place, self._words(found.get(place))) for place, _ in unread)
        return len(unread) < most

    def take(self, changes: Changes) -> None:
        """Read again what changed, when it is next asked for."""
        if changes.days is None or Noun.SETTING in changes.nouns:
            self._index = None
            return
        for noun in changes.nouns:
            self._changed.setdefault(noun, set()).update(changes.days)
        if any(len(days) > _MOST_DAYS for days in self._changed.values()):
            self._index = None

    def forget(self) -> None:
        """Forget every word that was read."""
        self._index = None

    def _up_to_date(self) -> SearchIndex:
        if self._index is None:
            self._begin()
        elif self._changed:
            self._catch_up()
        assert self._index is not None
        return self._index

    def _begin(self) -> None:
        self._changed.clear()
        self._index = SearchIndex()
        steps = mood_steps(self._journal.settings.mood_names)
        self._names = Names(steps, self._journal.linked_names())
        for kind in ENTRY_TYPES:
            self._index.add(self._standing(kind, None))

    def _catch_up(self) -> None:
        assert self._index is not None
        changed, self._changed = self._changed, {}
        if not changed.keys().isdisjoint(_NAMED):
            self._rename(changed)
        for noun, days in changed.items():
            if noun in _KINDS:
                self._index.forget(_KINDS[noun], days)
                self._index.add(self._standing(ENTRY_TYPES[_KINDS[noun]], sorted(days)))

    def _rename(self, changed: dict[Noun, set[date]]) -> None:
        """Add to what changed the entries that are told with a name that changed."""
        before, after = self._names.linked, self._journal.linked_names()
        other = {key for key in {*before, *after} if before.get(key) != after.get(key)}
        self._names = Names(self._names.mood_steps, after)
        for noun, days in self._journal.days_linked_to(other):
            changed.setdefault(noun, set()).update(days)

    def _standing(self, kind: EntryType, days: Sequence[date] | None) -> Iterator[tuple[int, str]]:
        number, start = _KINDS[Noun(NOUNS[kind])], self._journal.settings.day_start
        for row, key, day, at in self._journal.whereabouts(kind, days):
            late = at is not None and at.hour < start
            yield place_of(day, at, late, row, number), key

    def _entries(self, ids: dict[int, str]) -> dict[int, AnyEntry]:
        found: dict[int, AnyEntry] = {}
        for number in {kind_of(place) for place in ids}:
            of_kind = {key: place for place, key in ids.items() if kind_of(place) == number}
            for each in self._journal.with_ids(ENTRY_TYPES[number], list(of_kind)):
                found[of_kind[each.id]] = each
        return found

    def _hit(self, place: int, entry: AnyEntry, asked: SearchTerms) -> Hit:
        said = told(entry, self._names)
        noun = Noun(NOUNS[ENTRY_TYPES[kind_of(place)]])
        return Hit(entry, noun, excerpt(said.title, asked), excerpt(said.body, asked))

    def _words(self, entry: AnyEntry | None) -> Iterator[list[str]]:
        if entry is not None:
            said = told(entry, self._names)
            yield from map(words, (said.title, *said.texts, *said.also))
