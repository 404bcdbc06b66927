"""A damaged journal: what can be saved of it, what only a copy has, and the choice between them."""

from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from second_wind.core.copy_errors import NoSoundCopy
from second_wind.core.errors import KnownError
from second_wind.core.key import Key
from second_wind.journal.checking import days_of
from second_wind.journal.copies import SafeCopy, safe_copies
from second_wind.journal.copy_contents import last_day
from second_wind.storage import backups, rows
from second_wind.storage.database import Database, make_private
from second_wind.storage.faults import known_faults
from second_wind.storage.merging import merged
from second_wind.storage.recovery import Recovered, recover
from second_wind.storage.rows import Rows
from second_wind.storage.snapshots import snapshot
from second_wind.storage.soundness import is_sound
from second_wind.storage.sql import connection
from second_wind.storage.swap import begin_new, copy_private, set_aside, swap

Counts = Mapping[str, int]
"""Kind of thing to how many are alive."""


class Use(StrEnum):
    """What shall become the journal."""

    RECOVERED = "recovered"
    BACKUP = "backup"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class DamageReport:
    """What could be saved, beside what the newest sound copy holds.

    Attributes
    ----------
    recovered, in_backup : Counts
        What was read from the damaged journal, and what the copy holds.
    only_recovered, only_backup : Counts
        What one of them has and the other doesn't know.
    only_recovered_days, only_backup_days : tuple of date
        The days of those: they would go missing if only the other one were used.
    lost_days : tuple of date
        Days with an entry that neither has.
    doubtful_days : tuple of date
        Days with an entry that was found in two versions; worth a look.
    """

    journal: Path
    backup: SafeCopy | None
    recovered: Counts
    in_backup: Counts
    only_recovered: Counts
    only_backup: Counts
    only_recovered_days: tuple[date, ...]
    only_backup_days: tuple[date, ...]
    lost_days: tuple[date, ...]
    doubtful_days: tuple[date, ...]
    found: Recovered
    key: Key | None = None

    @property
    def is_cut(self) -> bool:
        """Whether the end of the file is missing, so that more may be lost than can be named."""
        return self.found.is_cut

    @property
    def last_recovered(self) -> date | None:
        """The last day of which something was read from the damaged journal."""
        return last_day(self.found.rows)

    @property
    def last_in_backup(self) -> date | None:
        """The last day of which the copy holds something."""
        return last_day(self.found.backup)


def report_damage(journal: Path, key: Key | None = None) -> DamageReport:
    """Read what a damaged journal, its log and its copies hold; nothing is changed.

    Raises
    ------
    KnownError
        If the file can't be read at all.
    """
    backup = next((each for each in safe_copies(journal, key) if is_sound(each.path, key)), None)
    found = recover(journal, backup.path if backup else None, key)
    mine, theirs = found.rows, found.backup
    return DamageReport(
        journal,
        backup,
        _counts(mine),
        _counts(theirs),
        _counts(_without(mine, theirs)),
        _counts(_without(theirs, mine)),
        _days(_without(mine, theirs)),
        _days(_without(theirs, mine)),
        days_of(found.lost_days),
        days_of(found.doubtful_days),
        found,
        key,
    )


def carry_out(report: DamageReport, use: Use, now: datetime) -> Path:
    """Put what was chosen in the journal's place, and return where the damaged file was set aside.

    Raises
    ------
    NoSoundCopy, JournalOpen
        If there is no copy to use, or a program has the journal open; then nothing was changed.
    """
    if use is Use.BACKUP:
        if report.backup is None:
            raise NoSoundCopy(report.journal)
        return put_in_place(report.journal, report.backup.path, now, report.key)
    states: Rows = {table: dict(found) for table, found in report.found.rows.items()}
    if use is Use.BOTH:
        for table, more in merged(report.found.rows, report.found.backup).items():
            states[table] |= {values["id"]: values for values in more}
    _write_new(report.journal, states, now, report.key)
    return _swapped(report.journal, now, report.key)


def put_in_place(journal: Path, copy: Path, now: datetime, key: Key | None = None) -> Path:
    """Put a sound copy in a damaged journal's place, and return where that was set aside.

    Raises
    ------
    KnownError
        If the copy can't be read, or a program has the journal open; then nothing was changed.
    """
    with snapshot(copy, key):
        new = begin_new(journal)
    with known_faults(new):
        copy_private(copy, new)
    return _swapped(journal, now, key)


def bring_back(journal: Path, copy: Path, now: datetime, key: Key | None = None) -> None:
    """Put a sound copy where the journal is missing or holds nothing.

    Raises
    ------
    KnownError
        If the copy can't be read, or the place can't be written.
    """
    _left_of(put_in_place(journal, copy, now, key))


def fill_place(report: DamageReport, use: Use, now: datetime) -> Path | None:
    """Put what was chosen where the journal is missing or empty; return where its log lies now.

    Raises
    ------
    NoSoundCopy, KnownError
        If there is no copy to use, or the place can't be written.
    """
    return _left_of(carry_out(report, use, now))


def clear_place(journal: Path, now: datetime) -> Path | None:
    """Set what lies in the journal's place aside by name, so that a new one can begin.

    SQLite would delete a log without its file, and it may be all that is left.

    Returns
    -------
    Path or None
        Where it lies now; None if there was nothing in it, nor in its log.

    Raises
    ------
    KnownError
        If it can't be moved, or a program has the journal open; then nothing was changed.
    """
    with known_faults(journal):
        if not journal.exists():
            if not _log_of(journal).exists():
                return None
            make_private(journal)
    return _left_of(set_aside(journal, now))


def _left_of(aside: Path) -> Path | None:
    """Return what holds something of what was set aside; a file without content goes."""
    if aside.stat().st_size:
        return aside
    aside.unlink()
    return _log_of(aside) if _log_of(aside).exists() else None


def _log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _swapped(journal: Path, now: datetime, key: Key | None) -> Path:
    with known_faults(journal):
        make_private(journal)  # where it is missing, its log may still have to be set aside
    aside = swap(journal, now)
    # It is in place: that there is no room for one more copy of it changes nothing.
    with (
        suppress(KnownError),
        closing(Database(journal, now, key)) as database,
        database.reading() as reader,
    ):
        backups.make(reader, journal, now, "recovered")
    return aside


def _write_new(journal: Path, states: Rows, now: datetime, key: Key | None) -> None:
    """Begin a new journal with these rows, beside the damaged one."""
    new = begin_new(journal)
    with closing(Database(new, now, key)) as database:
        with database.writing() as writer:
            for table, found in states.items():
                rows.put(connection(writer), table, found.values())
        database.fold()


def _without(one: Rows, other: Rows) -> Rows:
    """Return the live rows of one that the other doesn't know, not even as deleted."""
    return {
        table: {
            key: values
            for key, values in rows.alive(found).items()
            if key not in other.get(table, {})
        }
        for table, found in one.items()
    }


def _counts(found: Rows) -> Counts:
    numbers = {table: len(rows.alive(by_key)) for table, by_key in found.items()}
    unnamed = {"setting", rows.STATE}
    return {table: number for table, number in numbers.items() if number and table not in unnamed}


def _days(found: Rows) -> tuple[date, ...]:
    return days_of(frozenset(_day_texts(found)))


def _day_texts(found: Rows) -> Iterator[str]:
    for by_key in found.values():
        for values in by_key.values():
            yield str(values.get("day", ""))
