"""Exports of other programs that are known by their looks, and not read yet.

As a plain table they would come out wrong without a word: their rows are not days, or their
numbers are no moods. They are named and refused, whatever columns are told.
"""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from second_wind.exchange.file.columns import known_columns, plain_name
from second_wind.exchange.file.table import Table
from second_wind.exchange.values.numbers import number_of

_ROWS_LOOKED_AT = 500
_LOOP = "Loop Habit Tracker"
_LOOP_WORDS = {"YES_MANUAL", "YES_AUTO"}
_LOOP_MARKS = {*_LOOP_WORDS, "NO", "SKIP", "UNKNOWN", ""}
_LOOP_NUMBERS = {-1.0, 0.0, 1.0, 2.0, 3.0}
_LOOP_TELLING = {-1.0, 2.0, 3.0}

_TEXTS = (
    ("Pixels", re.compile(r'\[\s*\{(?=[^}]*"date")(?=[^}]*"(?:scores|entries)"\s*:\s*\[)')),
    ("Pixy", re.compile(r'"rating"\s*:\s*"(?:extremely_|very_)?(?:good|bad|neutral)"')),
    ("Daily You", re.compile(r'\{(?=[^{}\[]*"timeCreated")(?=[^{}\[]*"text")')),
    ("Apple Health", re.compile(r"<(?:!DOCTYPE\s+)?HealthData\b")),
    ("Nomie", re.compile(r'"(?:nomie|trackables|trackers)"\s*:', re.IGNORECASE)),
)


_OURS = (
    {"check_ins", "exercise_minutes", "volunteering_hours", "rest"},
    {"activity", "counts_as_exercise", "practised"},
    {"how_met", "to_lean_on", "keep_in_touch_days"},
)


def is_own_summary(table: Table) -> bool:
    """Tell whether our own export wrote a table that can't bring back what was logged."""
    return any(each <= set(table.header) for each in _OURS)


def program_of_table(table: Table, known: dict[str, tuple[str, ...]]) -> str | None:
    """Return the program that wrote a table, None if it is none of these.

    A table with columns `known` by name, the day's apart, is one of days though it ticks them off.
    """
    if not (table.has_header and table.header):
        return None
    names = {plain_name(each) for each in table.header}
    found = next((name for name, fits in _HEADERS if fits(names, table)), None)
    if found:
        return found
    is_plain = known_columns(table.header, known).keys() - {"day"}
    return _LOOP if _is_loop(table, is_plain=bool(is_plain)) else None


def program_of_text(beginning: str) -> str | None:
    """Return the program that wrote a text in JSON or XML, None if it is none of these."""
    return next((name for name, pattern in _TEXTS if pattern.search(beginning)), None)


def _is_bearable(names: set[str], _table: Table) -> bool:
    return {"date", "category", "detail"} <= names and "rating amount" in names


def _is_how_we_feel(names: set[str], table: Table) -> bool:
    tags = (each.casefold().startswith(("tags (", "mood key")) for each in table.header)
    return {"date", "mood"} <= names and any(tags)


def _is_emoods(names: set[str], _table: Table) -> bool:
    return {"date", "depressed", "elevated", "irritability"} <= names


_HEADERS: tuple[tuple[str, Callable[[set[str], Table], bool]], ...] = (
    ("Bearable", _is_bearable),
    ("How We Feel", _is_how_we_feel),
    ("eMoods", _is_emoods),
)


def _is_loop(table: Table, *, is_plain: bool) -> bool:
    """Tell whether it is Loop's list of check marks, in words or, as it was, in numbers."""
    if plain_name(table.header[0]) != "date":
        return False
    cells = set(_cells(table))
    if cells & _LOOP_WORDS:
        return True
    numbers = {number_of(each) for each in cells if each not in _LOOP_MARKS}
    return (
        not is_plain
        and not table.header[-1]
        and numbers <= _LOOP_NUMBERS
        and bool(numbers & _LOOP_TELLING)
    )


def _cells(table: Table) -> Iterator[str]:
    for row in islice(table.rows(), _ROWS_LOOKED_AT):
        yield from row.cells[1:]
