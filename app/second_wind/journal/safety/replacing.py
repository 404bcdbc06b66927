"""A return to a copy over a damaged journal, and what the copy lacks of all that is known."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from second_wind.core.errors.base import KnownError
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.log.days import days_of
from second_wind.journal.safety.rescue import Counts, put_in_place, report_damage
from second_wind.storage.damage.snapshots import snapshot
from second_wind.storage.tables import rows
from second_wind.storage.tables.rows import Rows, Values

_UNNAMED = ("setting", rows.STATE)


@dataclass(frozen=True, slots=True)
class Lacking:
    """What a copy lacks that lies in another file, or has in an older state: how much, and when."""

    path: Path
    counts: Counts
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Replaced:
    """What came of it.

    Attributes
    ----------
    aside : Path
        Where the damaged file lies now.
    lacking : tuple of Lacking
        What the file set aside has, and what the newest sound copy has beyond that.
    is_known : bool
        Whether it could be told at all.
    """

    aside: Path
    lacking: tuple[Lacking, ...]
    is_known: bool


def replace_by(
    journal: Path, copy: Path, now: datetime, key: Key | None = None, second: Path | None = None
) -> Replaced:
    """Put a sound copy in a damaged journal's place.

    Raises
    ------
    KnownError
        If the copy can't be read, or a program has the journal open; then nothing was changed.
    """
    with snapshot(copy, key) as database:
        held = rows.read(database)
    try:
        report = report_damage(journal, key, second)
    except KnownError:  # nothing of the file can be read
        return Replaced(put_in_place(journal, copy, now, key), (), is_known=False)
    aside = put_in_place(journal, copy, now, key)
    mine, newest = report.found.rows, report.found.backup
    found = [_lacking(aside, _not_in(held, mine))]
    if report.backup is not None:
        beyond = _not_in(mine, _not_in(held, newest))
        found.append(_lacking(report.backup.path, beyond))
    return Replaced(aside, tuple(each for each in found if each.counts), is_known=True)


def _not_in(held: Rows, others: Rows) -> Rows:
    """Return the rows that a file lacks, or has in an older state."""
    return {
        table: {
            key: values
            for key, values in found.items()
            if _says_later(held.get(table, {}).get(key), values)
        }
        for table, found in others.items()
    }


def _says_later(held: Values | None, other: Values) -> bool:
    if held is None:
        return other["deleted_at"] is None
    is_same = rows.content(held) == rows.content(other)
    lives_alike = (held["deleted_at"] is None) == (other["deleted_at"] is None)
    return not (is_same and lives_alike) and str(other["updated_at"]) > str(held["updated_at"])


def _lacking(path: Path, found: Rows) -> Lacking:
    counts = {table: len(by_key) for table, by_key in found.items()}
    counts = {table: n for table, n in counts.items() if n and table not in _UNNAMED}
    return Lacking(path, counts, days_of(frozenset(_day_texts(found))))


def _day_texts(found: Rows) -> Iterator[str]:
    for by_key in found.values():
        yield from (str(values.get("day", "")) for values in by_key.values())
