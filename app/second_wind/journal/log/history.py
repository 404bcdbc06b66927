"""Everything logged, newest first: listed, filtered, and searched by its words."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol

from second_wind.core.log.entries import AnyEntry, EntryType
from second_wind.core.log.kinds import ENTRY_TYPES, KINDS, Noun, noun_of
from second_wind.core.search.excerpts import Excerpt, excerpt
from second_wind.core.search.search_terms import SearchTerms, terms, words
from second_wind.journal.log.changes import Changes
from second_wind.journal.log.settings import LogSettings
from second_wind.storage.queries.search_index import (
    NEWEST,
    SearchIndex,
    Wanted,
    Whereabouts,
    kind_of,
)
from second_wind.storage.tables.fields import stamp
from second_wind.words.base.labels import mood_steps
from second_wind.words.entries.wording import Names, Told, told

_MOST_DAYS = 500
"""More changed days than these are not looked up one by one."""
_AT_ONCE = 5_000
_AT_A_TIME = 200
_KINDS = {each.noun: number for number, each in enumerate(KINDS)}
_NAMED = tuple(each.noun for each in KINDS if each.named_by)
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
    numbers = frozenset(_KINDS[noun_of(each)] for each in kinds)
    return Wanted(terms(text), numbers, start, end)


class Log(Protocol):
    """What is asked of a log to list it; the journal's reader knows History, not the reverse."""

    @property
    def settings(self) -> LogSettings:
        """The settings of the log."""

    def now(self) -> datetime:
        """Return the moment."""

    def linked_names(self) -> dict[str, str]:
        """Return the names of what other entries refer to, by id."""

    def days_linked_to(self, keys: Iterable[str]) -> list[tuple[Noun, set[date]]]:
        """Return the days of entries that refer to some ids, by kind."""

    def whereabouts(
        self, kind: EntryType, number: int, days: Sequence[date] | None = None
    ) -> list[Whereabouts]:
        """Return where the entries of a kind, which has this number, stand: of days, or all."""

    def with_ids(self, kind: EntryType, keys: Sequence[str]) -> list[AnyEntry]:
        """Return the entries of a kind with some ids."""


class History:
    """Lists a log; reads it when first asked, and again what changes in it."""

    def __init__(self, journal: Log) -> None:
        """Read nothing yet."""
        self._journal = journal
        self._index: SearchIndex | None = None
        self._names = Names()
        self._told_with: tuple[object, ...] = ()
        self._read_at = ""
        # Days that changed since; None if it may be any.
        self._changed: dict[Noun, set[date] | None] = {}

    def search(self, asked: Wanted, before: int = NEWEST, most: int = -1) -> list[Hit]:
        """Return what is found, newest first: before a place in time, at most so many."""
        return self.hits(self.places(asked, before, most), asked.terms)

    def places(
        self, asked: Wanted, before: int = NEWEST, most: int = -1, *, wait: bool = True
    ) -> list[int]:
        """Return the places of what is found, newest first.

        Without `wait` what is still unread is not searched: see `is_read`.
        """
        index = self._up_to_date()
        if asked.terms and not self.read_on(_AT_A_TIME) and wait:
            while not self.read_on(_AT_ONCE):
                pass
        return index.places(asked, before, most)

    @property
    def is_read(self) -> bool:
        """Whether the words of every entry are read."""
        return not self._up_to_date().unread(1)

    def hits(self, places: Sequence[int], asked: SearchTerms) -> list[Hit]:
        """Return what stands at some places, in their order; what is gone is left out."""
        found = self.standing_at(places, asked)
        return [found[place] for place in places if place in found]

    def standing_at(self, places: Sequence[int], asked: SearchTerms) -> dict[int, Hit]:
        """Return what stands at some places, by place; what is gone is left out."""
        found = self._entries(self._up_to_date().ids(places))
        return {place: self._hit(each, asked) for place, each in found.items()}

    def entries(self, places: Sequence[int]) -> list[AnyEntry]:
        """Return the entries at some places, in their order; what is gone is left out."""
        index, found = self._up_to_date(), {}
        for start in range(0, len(places), _AT_ONCE):
            found.update(self._entries(index.ids(places[start : start + _AT_ONCE])))
        return [found[place] for place in places if place in found]

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
        for noun in changes.nouns:
            known = self._changed.setdefault(noun, set())
            if changes.days is None or known is None:
                self._changed[noun] = None
            else:
                known.update(changes.days)

    def forget(self) -> None:
        """Forget every word that was read."""
        self._index = None

    def _up_to_date(self) -> SearchIndex:
        settings = self._journal.settings
        told_with = settings.day_start, settings.mood_names
        if self._index is None or told_with != self._told_with:
            self._index, self._read_at, self._told_with = SearchIndex(), "", told_with
            steps = mood_steps(settings.mood_names)
            self._names = Names(steps, self._journal.linked_names())
            self._changed = dict.fromkeys(_KINDS)
        if self._changed:
            self._catch_up(self._index)
        return self._index

    def _catch_up(self, index: SearchIndex) -> None:
        now, changed, self._changed = stamp(self._journal.now()), self._changed, {}
        renamed = self._rename() if not changed.keys().isdisjoint(_NAMED) else {}
        for noun in changed.keys() & _KINDS.keys():
            self._compare(index, noun, changed[noun])
        for noun, days in renamed.items():
            index.put(self._standing(noun, sorted(days)))
        self._read_at = now

    def _compare(self, index: SearchIndex, noun: Noun, days: Collection[date] | None) -> None:
        """Take in what is new or changed on some days, and drop what is gone."""
        some = None if days is None or len(days) > _MOST_DAYS else sorted(days)
        before = index.of_kind(_KINDS[noun], some)
        after = self._standing(noun, some)
        index.drop(before.keys() - {place for place, *_ in after})
        # What was changed at the moment of the last reading may have been changed since.
        index.put(
            (place, key, moment)
            for place, key, moment in after
            if before.get(place) != (key, moment) or moment >= self._read_at
        )

    def _rename(self) -> dict[Noun, set[date]]:
        """Return the days of entries that are told with a name that changed."""
        before, after = self._names.linked, self._journal.linked_names()
        self._names = replace(self._names, linked=after)
        other = {key for key in {*before, *after} if before.get(key) != after.get(key)}
        renamed: dict[Noun, set[date]] = {}
        for noun, days in self._journal.days_linked_to(other):
            renamed.setdefault(noun, set()).update(days)
        return renamed

    def _standing(self, noun: Noun, days: Sequence[date] | None) -> list[Whereabouts]:
        number = _KINDS[noun]
        return self._journal.whereabouts(ENTRY_TYPES[number], number, days)

    def _entries(self, ids: dict[int, str]) -> dict[int, AnyEntry]:
        return entries_at(self._journal, ids)

    def _hit(self, entry: AnyEntry, asked: SearchTerms) -> Hit:
        said, noun = told(entry, self._names), noun_of(type(entry))
        return Hit(entry, noun, excerpt(said.title, asked), excerpt(said.body, asked))

    def _words(self, entry: AnyEntry | None) -> Iterator[list[str]]:
        if entry is not None:
            yield from map(words, texts_of(told(entry, self._names)))


def entries_at(log: Log, ids: Mapping[int, str]) -> dict[int, AnyEntry]:
    """Return the entries at some places, of which the ids are known; what is gone is left out."""
    found: dict[int, AnyEntry] = {}
    for number in {kind_of(place) for place in ids}:
        of_kind = {key: place for place, key in ids.items() if kind_of(place) == number}
        for each in log.with_ids(ENTRY_TYPES[number], list(of_kind)):
            found[of_kind[each.id]] = each
    return found


def texts_of(said: Told) -> tuple[str, ...]:
    """Return the texts of an entry in which words are looked for."""
    return (said.title, *said.texts, *said.also)
