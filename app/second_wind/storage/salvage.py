"""Gathers what sound pages of a damaged journal, its log and its acts still hold, row by row."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from second_wind.storage import cells, shapes
from second_wind.storage.page_cipher import Opener
from second_wind.storage.pages import Image, images, is_cut
from second_wind.storage.rows import Values, never_lived

_UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class ActState:
    """What is known of an act: when it was done or undone last, and whether it stands."""

    name: str
    at: str
    undone: bool


@dataclass(frozen=True, slots=True)
class Change:
    """A row before and after an act."""

    act: int
    table: str
    before: Values | None
    after: Values


@dataclass(slots=True)
class Findings:
    """All that could be read.

    Attributes
    ----------
    rows : table to id to the states that were found, each in the shape of its table.
    seen : table to rowid to id, of the rows that could be read.
    days, keys : table to rowid to the day or the id, as the indexes have it.
    is_cut : whether pages are missing at the end, so that some may be known to nothing here.
    """

    rows: dict[str, dict[str, list[Values]]] = field(default_factory=lambda: _nested(list))
    seen: dict[str, dict[int, str]] = field(default_factory=lambda: _nested(str))
    days: dict[str, dict[int, str]] = field(default_factory=lambda: _nested(str))
    keys: dict[str, dict[int, str]] = field(default_factory=lambda: _nested(str))
    acts: dict[int, ActState] = field(default_factory=dict)
    changes: dict[int, Change] = field(default_factory=dict)
    is_cut: bool = False


def salvage(path: Path, roots: Mapping[str, int], opener: Opener | None = None) -> Findings:
    """Read every page of a journal and its log; `roots` helps where its own list is damaged.

    Parameters
    ----------
    path : the damaged file, which is not touched.
    roots : the first page of each table and index, as in a sound journal of the same make.
    opener : what decrypts a page, if the file is encrypted.
    """
    found = Findings()
    for image in images(path, opener):
        owners = _owners(image, dict(roots) | _own_roots(image))
        for number in sorted(image.fresh):
            _read_page(image, number, owners.get(number, _UNKNOWN), found)
        found.is_cut = is_cut(image)
    return found


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
            if len(cell.values) == 5 and isinstance(cell.values[3], int):
                roots[str(cell.values[1])] = cell.values[3]
    return roots


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


def _read_page(image: Image, number: int, owner: str, found: Findings) -> None:
    if cells.kind(image, number) == cells.TABLE_LEAF:
        for cell in cells.cells(image, number):
            _read_row(cell, owner, found)
        return
    for cell in cells.cells(image, number):
        _read_index(cell.values, owner, found)


def _read_row(cell: cells.Cell, owner: str, found: Findings) -> None:
    for table in _candidates(owner):
        values = shapes.row_of(table, cell.values)
        if values is not None:
            states = found.rows[table][values["id"]]
            if values not in states:
                states.append(values)
            found.seen[table][cell.rowid] = values["id"]
            return
    _read_act(cell, found)


def _candidates(owner: str) -> Iterable[str]:
    """Return the tables that a row may belong to, the most likely first."""
    return sorted(shapes.columns(), key=lambda table: (table != owner, table))


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
        case [None, int(act), str(table), str(row), before, str(after), *_]:
            changed = _change(act, table, before, after)
            if changed is not None and changed.after["id"] == row:
                found.changes[cell.rowid] = changed


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
    return values if isinstance(values, dict) and shapes.fits(table, values) else None


def changes_in_order(found: Findings) -> Iterator[tuple[Change, ActState | None]]:
    """Yield every change that could be read with its act, oldest first."""
    for _, change in sorted(found.changes.items()):
        yield change, found.acts.get(change.act)
