"""Gathers what sound pages of a damaged journal, its log and its acts still hold, row by row."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from second_wind.storage.pages import cells
from second_wind.storage.pages.mending import mended
from second_wind.storage.pages.pages import Image, images, is_cut
from second_wind.storage.sqlite.page_cipher import Opener
from second_wind.storage.tables import seals, shapes
from second_wind.storage.tables.rows import Values, never_lived

_UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class ActState:
    """What is known of an act: when it was done or undone last, and whether it stands."""

    name: str
    at: str
    undone: bool


@dataclass(frozen=True, slots=True)
class Change:
    """A row before and after an act; `is_sealed` if that is proved by a seal."""

    act: int
    table: str
    before: Values | None
    after: Values
    is_sealed: bool = False


@dataclass(slots=True)
class Findings:
    """All that could be read.

    Attributes
    ----------
    rows : table to id to the states that were found, oldest first, in the shape of the table.
    sealed : table to id to those whose seal fits, so that they are what was written.
    has_seals : whether rows have seals at all: those of the first version have none.
    seen : table to rowid to id, of the rows that could be read.
    days, keys : table to rowid to the day or the id, as indexes say that are known for theirs.
    acts_ever : how many acts there ever were, as far as that can be told.
    is_cut : whether pages are missing at the end, so that some may be known to nothing here.
    is_blind : whether the list of tables is damaged, so that not every index could be asked, and
        a page that can't be read may have held rows.
    """

    rows: dict[str, dict[str, list[Values]]] = field(default_factory=lambda: _nested(list))
    sealed: dict[str, dict[str, list[Values]]] = field(default_factory=lambda: _nested(list))
    has_seals: bool = False
    seen: dict[str, dict[int, str]] = field(default_factory=lambda: _nested(str))
    days: dict[str, dict[int, str]] = field(default_factory=lambda: _nested(str))
    keys: dict[str, dict[int, str]] = field(default_factory=lambda: _nested(str))
    acts: dict[int, ActState] = field(default_factory=dict)
    changes: dict[int, Change] = field(default_factory=dict)
    acts_ever: int = 0
    is_cut: bool = False
    is_blind: bool = False


def salvage(path: Path, roots: Mapping[str, int], opener: Opener | None = None) -> Findings:
    """Read every page of a journal and its log; `roots` helps where its own list is damaged.

    Parameters
    ----------
    path : the damaged file, which is not touched.
    roots : the first page of each table and index, as in a sound journal of the same make. They
        hint at what a page holds; what an index says counts only where the file itself names it.
    opener : what decrypts a page, if the file is encrypted.
    """
    found = Findings()
    for image in images(path, opener):
        own = _own_roots(image)
        known, hints = _owners(image, own), _owners(image, dict(roots) | own)
        for number in sorted(image.fresh):
            hint = hints.get(number, _UNKNOWN)
            _read_page(image, number, known.get(number, _UNKNOWN), hint, found)
        found.is_cut = is_cut(image)
        found.is_blind = not _indexes() <= own.keys() and _hides_rows(image)
    _forget_strange_indexes(found)
    return found


def _hides_rows(image: Image) -> bool:
    """Tell whether rows may have stood on a page that can't be read; the first one has none."""
    return any(cells.hides_rows(image, number) for number in image.pages if number > 1)


def state_after(change: Change, act: ActState | None) -> Values | None:
    """Return how an act left a row by now, None if it was as if the row had never been."""
    if act is None or not act.undone:
        return change.after
    if act.name == "merge":  # taken back exactly
        return change.before
    if change.before is None:
        return never_lived(change.after) | {"updated_at": act.at}
    return change.before | {"updated_at": act.at}


def _nested(kind: type) -> Any:
    return defaultdict(lambda: {} if kind is str else defaultdict(kind))


def _own_roots(image: Image) -> dict[str, int]:
    """Return the first page of each table and index, as the file itself says, where it can."""
    roots, waiting, seen = {}, [1], set()
    while waiting:
        number = waiting.pop()
        if number in seen:
            continue
        seen.add(number)
        waiting += cells.children(image, number)
        for cell in cells.cells(image, number):
            if len(cell.values) == 5 and isinstance(cell.values[3], int) and cell.values[3]:
                roots[str(cell.values[1])] = cell.values[3]
    counts = Counter(roots.values())
    # Of two that claim the same page, one is garbled.
    return {name: root for name, root in roots.items() if counts[root] == 1}


def _owners(image: Image, roots: Mapping[str, int]) -> dict[int, str]:
    """Return which table or index each page belongs to, as far as the trees can be followed."""
    owners: dict[int, str] = {}
    for name, root in roots.items():
        waiting = [root]
        while waiting:
            number = waiting.pop()
            if number not in owners and number in image.pages:
                owners[number] = name
                waiting += cells.children(image, number)
    return owners


def _read_page(image: Image, number: int, owner: str, hint: str, found: Findings) -> None:
    if cells.kind(image, number) == cells.TABLE_LEAF:
        for cell in cells.cells(image, number):
            _read_row(cell, hint, found)
        return
    for cell in cells.cells(image, number):
        _read_index(cell.values, owner, found)


def _read_row(cell: cells.Cell, hint: str, found: Findings) -> None:
    row = _sealed_row(cell.values, hint, found)
    if row is not None:
        table, values = row
        found.sealed[table][values["id"]].append(values)
        _note(table, values, cell.rowid, found)
        return
    for table in _candidates(hint):
        unsealed = shapes.row_of(table, cell.values)
        if unsealed is not None:
            _note(table, unsealed, cell.rowid, found)
            return
    _read_act(cell, found)


def _note(table: str, values: Values, rowid: int, found: Findings) -> None:
    states = found.rows[table][values["id"]]
    if values in states:  # it was so before, and is so again
        states.remove(values)
    states.append(values)
    found.seen[table][rowid] = values["id"]


def _sealed_row(record: list[Any], hint: str, found: Findings) -> tuple[str, Values] | None:
    """Return a record as the row that its seal proves, if need be with one bit turned back."""
    candidates = [
        (table, *row)
        for table in _candidates(hint)
        if (row := shapes.unproved_row_of(table, record)) is not None and row[1]
    ]
    for table, values, seal in candidates:
        found.has_seals = True
        if seals.seal_of(table, values) == seal:
            return table, values
    for table, values, seal in candidates:
        was = mended(table, values, seal)
        if was is not None and shapes.fits(table, was, is_vouched_for=True):
            return table, was
    return None


def _candidates(owner: str) -> Iterable[str]:
    """Return the tables that a row may belong to, the most likely first."""
    return sorted(shapes.columns(), key=lambda table: (table != owner, table))


@cache
def _indexes() -> frozenset[str]:
    """Return the indexes that tell the days and the ids of rows."""
    return frozenset(
        name
        for table, names in shapes.columns().items()
        for name in (f"sqlite_autoindex_{table}_1", *([f"{table}_day"] if "day" in names else []))
    )


def _forget_strange_indexes(found: Findings) -> None:
    """Forget what an index says that mostly contradicts the rows: it is another one's."""
    for table, seen in found.seen.items():
        last = {key: states[-1].get("day") for key, states in found.rows[table].items()}
        days, keys = found.days[table], found.keys[table]
        if _contradicts({n: day for n, day in days.items() if n in seen}, seen, last):
            days.clear()
        if _contradicts({n: key for n, key in keys.items() if n in seen}, seen, None):
            keys.clear()


def _contradicts(
    told: Mapping[int, str], seen: Mapping[int, str], days: Mapping[str, Any] | None
) -> bool:
    right = [
        number
        for number, each in told.items()
        if each == (seen[number] if days is None else days[seen[number]])
    ]
    return len(right) < len(told) - len(right)


def _read_index(values: list[Any], owner: str, found: Findings) -> None:
    if len(values) != 2 or not isinstance(values[1], int) or not isinstance(values[0], str):
        return
    for table in shapes.columns():
        if owner == f"{table}_day":
            found.days[table][values[1]] = values[0]
        if owner == f"sqlite_autoindex_{table}_1":
            found.keys[table][values[1]] = values[0]


def _read_act(cell: cells.Cell, found: Findings) -> None:
    match cell.values:
        case [None, str(name), str(), str(at), int(undone)]:
            found.acts[cell.rowid] = ActState(name, at, bool(undone))
            found.acts_ever = max(found.acts_ever, cell.rowid)
        case [None, int(act), str(table), str(row), before, str(after), *seal]:
            changed = _change(act, table, before, after)
            if changed is None or changed.after["id"] != row:
                return
            values = (cell.rowid, act, table, row, before, after)
            fits = bool(seal) and seals.seal(seals.ACTS, *values) == seal[0]
            if fits or cell.rowid not in found.changes or not found.changes[cell.rowid].is_sealed:
                found.changes[cell.rowid] = replace(changed, is_sealed=fits)


def _change(act: int, table: str, before: Any, after: str) -> Change | None:
    if table not in shapes.columns():
        return None
    states = [_state(table, text) for text in (before, after)]
    if states[1] is None or (before is not None and states[0] is None):
        return None
    return Change(act, table, states[0], states[1])


def _state(table: str, text: Any) -> Values | None:
    try:
        values = json.loads(text) if isinstance(text, str) else None
    except ValueError:
        return None
    fits = isinstance(values, dict) and shapes.fits(table, values, is_vouched_for=True)
    return values if fits else None


def changes_in_order(found: Findings) -> Iterator[tuple[Change, ActState | None]]:
    """Yield every change that could be read with its act, oldest first."""
    for _, change in sorted(found.changes.items()):
        yield change, found.acts.get(change.act)
