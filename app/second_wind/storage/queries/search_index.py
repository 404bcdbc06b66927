"""What is alive in a log, newest first, with an FTS5 index over its words: in memory alone.

It is made anew from the journal and holds nothing of its own, so it can't be damaged, hold back a
write, or keep a word that was deleted (decision 0014).
"""

import sqlite3
import weakref
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from second_wind.core.search.search_terms import SearchTerms

NEWEST = (1 << 63) - 1
"""A place before the newest one."""

_KIND_BITS, _ROW_BITS, _TIME_BITS = 5, 22, 12
_DAY_SHIFT = _KIND_BITS + _ROW_BITS + _TIME_BITS
_DAY_ONE = 1721424.5
"""The Julian date before the first day of the calendar, whose ordinal is 1."""
_KIND = (1 << _KIND_BITS) - 1
Whereabouts = tuple[int, str, str]
"""The place of an entry, its id, and when it was changed last."""
_BETWEEN = " \ue000 "
"""Stands between two texts, so that no phrase reaches from one into the next."""

_TABLES = """
CREATE TABLE entry (
    place INTEGER PRIMARY KEY, id TEXT NOT NULL, updated_at TEXT NOT NULL, words TEXT);
CREATE INDEX entry_unread ON entry(place) WHERE words IS NULL;
CREATE VIRTUAL TABLE found USING fts5(
    words, content='entry', content_rowid='place', prefix='1 2',
    tokenize="ascii tokenchars '#%&@$+<=>^`|~'");
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be listed.

    Attributes
    ----------
    terms : SearchTerms
        The words that have to occur.
    kinds : frozenset of int
        Numbers of the kinds of entries; empty for all.
    start, end : date or None
        The first and the last day.
    """

    terms: SearchTerms = field(default_factory=SearchTerms)
    kinds: frozenset[int] = frozenset()
    start: date | None = None
    end: date | None = None


def place_in_sql(at: str, day_start: int, kind: int) -> str:
    """Return, in SQL, the number by which rows are ordered: day, time, and what came first.

    `at` is the column of the time, or NULL; a time before `day_start` belongs to the night after
    the day.
    """
    hour = f"CAST(substr({at}, 1, 2) AS INTEGER)"
    minute = f"ifnull(1 + {hour} * 60 + substr({at}, 4, 2) + ({hour} < {day_start}) * 1440, 0)"
    day = f"CAST(julianday(day) - {_DAY_ONE} AS INTEGER)"
    return (
        f"({day} << {_DAY_SHIFT}) | ({minute} << {_KIND_BITS + _ROW_BITS})"
        f" | ((rowid & {(1 << _ROW_BITS) - 1}) << {_KIND_BITS}) | {kind}"
    )


def kind_of(place: int) -> int:
    """Return the number of the kind of entry at a place."""
    return place & _KIND


def day_of(place: int) -> date:
    """Return the day of a place."""
    return date.fromordinal(place >> _DAY_SHIFT)


class SearchIndex:
    """Entries by their place; `found` follows once their words are read."""

    def __init__(self) -> None:
        """Begin without entries."""
        self._memory = sqlite3.connect(":memory:", isolation_level=None)
        self._memory.executescript(_TABLES)
        # One transaction for life: to end one makes FTS5 write out and merge what it gathered.
        self._memory.execute("BEGIN")
        weakref.finalize(self, self._memory.close)

    def of_kind(self, kind: int, days: Sequence[date] | None = None) -> dict[int, tuple[str, str]]:
        """Return the ids of a kind's entries, and when they were changed, by their places."""
        spans = [_span(date.min, date.max)] if days is None else [_span(day, day) for day in days]
        found = {}
        for span in spans:
            rows = self._memory.execute(
                "SELECT place, id, updated_at FROM entry WHERE place BETWEEN ? AND ?"
                f" AND place & {_KIND} = {kind}",
                span,
            )
            found.update({place: (key, moment) for place, key, moment in rows})
        return found

    def put(self, entries: Iterable[Whereabouts]) -> None:
        """Take in entries, over those in the same places; their words are still unread."""
        rows = list(entries)
        self.drop(place for place, *_ in rows)
        self._memory.executemany("INSERT INTO entry (place, id, updated_at) VALUES (?, ?, ?)", rows)

    def drop(self, places: Iterable[int]) -> None:
        """Forget what stands at some places."""
        gone = [(place,) for place in places]
        self._memory.executemany(
            "INSERT INTO found (found, rowid, words) SELECT 'delete', place, words FROM entry"
            " WHERE place = ? AND words IS NOT NULL",
            gone,
        )
        self._memory.executemany("DELETE FROM entry WHERE place = ?", gone)

    def unread(self, most: int) -> list[tuple[int, str]]:
        """Return some places whose words are still to be read, the newest first, with their ids."""
        return self._memory.execute(
            "SELECT place, id FROM entry WHERE words IS NULL ORDER BY place DESC LIMIT ?", (most,)
        ).fetchall()

    def read(self, texts: Iterable[tuple[int, Iterable[Sequence[str]]]]) -> None:
        """Take in the words of entries, text by text, by place."""
        # Upwards: each step down would make FTS5 write out what it gathered.
        joined = [
            (_BETWEEN.join(map(" ".join, each)), place) for place, each in sorted(texts, key=_place)
        ]
        self._memory.executemany("UPDATE entry SET words = ? WHERE place = ?", joined)
        self._memory.executemany("INSERT INTO found (words, rowid) VALUES (?, ?)", joined)

    def places(self, wanted: Wanted, before: int = NEWEST, most: int = -1) -> list[int]:
        """Return places, newest first, that come before a place in time; at most so many."""
        conditions, values = _conditions(wanted, before)
        name, table = ("rowid", "found") if wanted.terms else ("place", "entry")
        rows = self._memory.execute(
            f"SELECT {name} FROM {table} WHERE {' AND '.join(conditions).format(place=name)}"
            f" ORDER BY {name} DESC LIMIT ?",
            (*values, most),
        )
        return [place for (place,) in rows]

    def ids(self, places: Sequence[int]) -> dict[int, str]:
        """Return the ids of entries by their places."""
        marks = ", ".join("?" * len(places))
        rows = self._memory.execute(
            f"SELECT place, id FROM entry WHERE place IN ({marks})", tuple(places)
        )
        return dict(rows.fetchall())

    def check(self) -> None:
        """Raise what SQLite finds wrong with the index."""
        self._memory.execute("INSERT INTO found (found, rank) VALUES ('integrity-check', 1)")


def _place(text: tuple[int, object]) -> int:
    return text[0]


def _conditions(wanted: Wanted, before: int) -> tuple[list[str], list[object]]:
    """Return conditions with `{place}` in them, and their values."""
    first, last = between(wanted)
    conditions, values = ["{place} BETWEEN ? AND ?"], [first, min(last, before - 1)]
    if wanted.kinds:
        numbers = ", ".join(map(str, sorted(wanted.kinds)))
        conditions.append(f"{{place}} & {_KIND} IN ({numbers})")
    if wanted.terms:
        conditions.append("found MATCH ?")
        return conditions, [*values, _match(wanted.terms)]
    return conditions, [*values]


def between(wanted: Wanted) -> tuple[int, int]:
    """Return the first and the last place of the days that are wanted."""
    return _span(wanted.start or date.min, wanted.end or date.max)


def _span(start: date, end: date) -> tuple[int, int]:
    return start.toordinal() << _DAY_SHIFT, ((end.toordinal() + 1) << _DAY_SHIFT) - 1


def _match(terms: SearchTerms) -> str:
    """Return terms in the language of FTS5; a word holds no quotation mark."""
    return " AND ".join(
        f'"{" ".join(phrase)}"{" *" if is_open else ""}'
        for phrase, is_open in zip(terms.phrases, terms.open, strict=True)
    )
