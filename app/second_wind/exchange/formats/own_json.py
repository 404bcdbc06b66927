"""Our own JSON, in and out: all that was logged, one entry a line, ids kept."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import MISSING, fields, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from second_wind.core.errors.import_errors import BrokenExport, NewerExport, TooManyRows
from second_wind.core.log.entries import AnyEntry, EntryType
from second_wind.core.log.kinds import KINDS
from second_wind.exchange.file.source_file import SourceFile
from second_wind.exchange.file.table import MOST_ROWS
from second_wind.exchange.formats.own_values import Unfit, read_value, written_value
from second_wind.exchange.formats.reading import Collector, Interpretation, Reading
from second_wind.words.base.printable import escaped

if TYPE_CHECKING:
    from second_wind.journal.journal import Journal

NAME = "json"
FORMAT = "second-wind"
VERSION = 1
LISTS = {each.plural: each.type for each in KINDS}

_A_DAY = timedelta(days=1)
_BRACKETS_PER_ENTRY = 3
"""An entry is one object with at most two lists in it."""


def write(journal: "Journal", out: TextIO, start: date | None, end: date | None) -> int:
    """Write all entries from `start` to `end` (both included); return how many."""
    out.write(f'{{\n"format": "{FORMAT}",\n"version": {VERSION}')
    count = 0
    for name, kind in LISTS.items():
        entries = sorted(journal.entries(kind, start, end), key=_order)
        lines = ",\n".join(_line(each) for each in entries)
        out.write(f',\n"{name}": [\n{lines}\n]' if lines else f',\n"{name}": []')
        count += len(entries)
    out.write("\n}\n")
    return count


def read(file: SourceFile, today: date) -> Reading | None:
    """Return the entries of a file of ours, None if it is one of another program.

    Raises
    ------
    ImportProblem
        If it is of a newer version, or holds something that can't be.
    """
    whole = _parsed(file)
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        return None
    _refuse_newer(file.path, whole.get("version"))
    unknown = whole.keys() - {"format", "version", *LISTS}
    if unknown:
        raise BrokenExport(file.path, min(unknown))
    collected = Collector(today)
    for name, kind in LISTS.items():
        for place, entry in _entries(file.path, name, kind, whole.pop(name, [])):
            collected.take(place, _without_times_to_come(entry, today))
    _refuse_repeated(file.path, collected.entries)
    return Reading(
        NAME,
        tuple(collected.entries),
        tuple(collected.rejected),
        interpretation=Interpretation(file.encoding),
        keeps_ids=True,
    )


def _order(entry: AnyEntry) -> tuple[date, str, str]:
    at = getattr(entry, "at", None)
    return entry.day, at.isoformat() if at else "", entry.id


def _line(entry: AnyEntry) -> str:
    values = {
        each.name: written_value(getattr(entry, each.name))
        for each in fields(entry)
        if getattr(entry, each.name) != each.default
    }
    return escaped(json.dumps({k: v for k, v in values.items() if v != []}, ensure_ascii=False))


def _parsed(file: SourceFile) -> Any:
    with file.stream() as stream:
        text = stream.read().lstrip("\ufeff")
    # Empty objects by the million take twenty times the memory of their text.
    if text.count("{") + text.count("[") > _BRACKETS_PER_ENTRY * MOST_ROWS:
        raise TooManyRows(file.path, MOST_ROWS)
    try:
        return json.loads(text)
    except json.JSONDecodeError as problem:
        raise BrokenExport(file.path, f"{problem.lineno}:{problem.colno}") from problem
    except (ValueError, RecursionError) as problem:  # a number or a nesting without end
        raise BrokenExport(file.path, "1:1") from problem


def _refuse_newer(path: Path, version: Any) -> None:
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise BrokenExport(path, "version")
    if version > VERSION:
        raise NewerExport(path, version, VERSION)


def _entries(path: Path, name: str, kind: EntryType, values: Any) -> Iterator[tuple[int, AnyEntry]]:
    if not isinstance(values, list):
        raise BrokenExport(path, name)
    for number, each in enumerate(values, start=1):
        values[number - 1] = None  # let go of what is read already
        yield number, _entry(path, f"{name} {number}", kind, each)


def _entry(path: Path, place: str, kind: EntryType, values: Any) -> AnyEntry:
    if not isinstance(values, dict):
        raise BrokenExport(path, place)
    known = {each.name: each for each in fields(kind)}
    needed = {n for n, e in known.items() if e.default is e.default_factory is MISSING} | {"id"}
    for name in sorted(needed - values.keys()) + sorted(values.keys() - known.keys()):
        raise BrokenExport(path, f"{place} {name}")
    found = {}
    for name, value in values.items():
        try:
            found[name] = read_value(kind, name, value)
        except Unfit as problem:
            raise BrokenExport(path, f"{place} {name}") from problem
    return kind(**found)


def _without_times_to_come(entry: AnyEntry, today: date) -> AnyEntry:
    """Leave out a time that no clock here has shown yet: in a merge it would count for ever."""
    times = (each.date() for each in (entry.logged_at, entry.changed_at) if each)
    if any(each > today + _A_DAY for each in times):
        return replace(entry, logged_at=None, changed_at=None)
    return entry


def _refuse_repeated(path: Path, entries: Iterable[AnyEntry]) -> None:
    seen: set[str] = set()
    for each in entries:
        if each.id in seen:
            raise BrokenExport(path, each.id)
        seen.add(each.id)
