"""A damaged journal: what can be saved of it, what only a copy has, and the choice between them."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from enum import StrEnum
from pathlib import Path

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.copy_errors import NoSoundCopy
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.files.copies import SafeCopy, safe_copies
from second_wind.journal.files.doubts import to_remember
from second_wind.journal.log.days import days_of
from second_wind.journal.safety.copy_contents import last_day
from second_wind.storage.copies import backups
from second_wind.storage.copies.copy_order import acts_known, count_on
from second_wind.storage.damage.rescue import Dispute, Recovered, recover
from second_wind.storage.damage.snapshots import snapshot
from second_wind.storage.file.database import Database, make_folder, make_private
from second_wind.storage.file.rewriting import renew
from second_wind.storage.file.swap import begin_new, copy_private, place_for_new, set_aside, swap
from second_wind.storage.merge.merging import merged
from second_wind.storage.sqlite.encryption import MAGIC, begin_of, connect
from second_wind.storage.sqlite.faults import known_faults
from second_wind.storage.tables import rows
from second_wind.storage.tables.rows import Rows
from second_wind.storage.tables.sql import connection
from second_wind.words.files import disputes

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
        Days with an entry of which nobody can say for sure how it was; worth a look.
    only_older, only_older_days : Counts, tuple of date
        What neither has, but an older copy.
    copies_problem : KnownError or None
        Why no copy could be asked.
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
    only_older: Counts = field(default_factory=dict)
    only_older_days: tuple[date, ...] = ()
    copies_problem: KnownError | None = None

    @property
    def passed_over(self) -> tuple[Path, ...]:
        """Copies of which nothing could be used."""
        return self.found.passed_over

    @property
    def used_in_part(self) -> tuple[Path, ...]:
        """Damaged copies, of which only what their seals prove was used."""
        return self.found.used_in_part

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """Entries of which no version is proved, and what each witness says, in order of days."""
        return tuple(sorted(self.found.disputes, key=lambda each: (each.day, each.table)))

    @property
    def is_blind(self) -> bool:
        """Whether the list of what the file holds is damaged, so that more may be lost."""
        return self.found.is_blind

    @property
    def is_cut(self) -> bool:
        """Whether the end of the file is missing, so that more may be lost than can be named."""
        return self.found.is_cut

    @property
    def is_surely_complete(self) -> bool:
        """Whether nothing tells that more is missing or in doubt than what is named."""
        return not (self.is_cut or self.is_blind or self.doubtful_days or self.disputes)

    @property
    def last_recovered(self) -> date | None:
        """The last day of which something was read from the damaged journal."""
        return last_day(self.found.rows)

    @property
    def last_in_backup(self) -> date | None:
        """The last day of which the copy holds something."""
        return last_day(self.found.backup)


def report_damage(
    journal: Path, key: Key | None = None, second_place: Path | None = None
) -> DamageReport:
    """Read what a damaged journal, its log and all its copies hold; nothing is changed.

    Raises
    ------
    KnownError
        If the file can't be read at all.
    """
    copies, problem = _all_copies(journal, key, second_place)
    found = recover(journal, [each.path for each in copies], key)
    backup = next((each for each in copies if each.path == found.taken_from), None)
    mine, theirs = found.rows, found.backup
    older = _without(found.older, mine)
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
        _counts(older),
        _days(older),
        problem,
    )


def source_in(journal: Path, zone: tzinfo | None) -> Callable[[Path | None], str]:
    """Return what tells in words where a version of an entry was found."""

    def said(source: Path | None) -> str:
        if source is None:
            return disputes.in_file()
        made = backups.made_at(journal, source)
        return (
            disputes.in_copy(made.astimezone(zone).date())
            if made
            else disputes.in_this(source.name)
        )

    return said


def _all_copies(
    journal: Path, key: Key | None, second_place: Path | None
) -> tuple[list[SafeCopy], KnownError | None]:
    """Return the copies here and in the second place, the newest first, and what kept some away."""
    copies: list[SafeCopy] = []
    problem = None
    for place in (None, *([second_place] if second_place else [])):
        try:
            copies += safe_copies(journal, key, place=place)
        except KnownError as error:
            problem = error
    # One of the same name may be whole in one place alone, so both are asked.
    return sorted(copies, key=lambda each: each.made_at, reverse=True), problem


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
        copied = _together(report.found.backup, report.found.older)
        for table, more in merged(report.found.rows, copied).items():
            states[table] |= {values["id"]: values for values in more}
    states[rows.STATE] |= to_remember(report.disputes, now)
    _write_new(report.journal, states, now, report.key)
    _count_on(report.journal, report.key, report.found.acts_ever)
    return _swapped(report.journal, now, report.key)


def put_in_place(journal: Path, copy: Path, now: datetime, key: Key | None = None) -> Path:
    """Put a sound copy in a damaged journal's place, and return where that was set aside.

    Raises
    ------
    KnownError
        If the copy can't be read, or a program has the journal open; then nothing was changed.
    """
    with snapshot(copy, key):
        with known_faults(journal):
            make_folder(journal)  # a new computer has none
        new = begin_new(journal)
    with known_faults(new):
        copy_private(copy, new)
    if key is not None and begin_of(new) == MAGIC:  # a copy of before the passphrase
        renew(new, None, key)
    _count_on(journal, key, acts_known([journal, *backups.listed(journal)], key))
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


def _count_on(journal: Path, key: Key | None, acts: int) -> None:
    """Let the file that shall take the journal's place count its acts on from where all were.

    To take its place is one more, so that what is copied from now on is later than every copy.
    """
    new = place_for_new(journal)
    with known_faults(new), closing(connect(new, key)) as database:
        count_on(database, acts + 1)


def _together(one: Rows, other: Rows) -> Rows:
    return {table: found | other.get(table, {}) for table, found in one.items()}


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
