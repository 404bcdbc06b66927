"""Safe copies of the journal: when one is due, and what came of it."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.copy_errors import NoSuchCopy
from second_wind.core.errors.journal_errors import DamagedJournal
from second_wind.core.log.clock import Clock
from second_wind.core.log.records import record
from second_wind.core.secrets.passphrase_key import Key
from second_wind.storage.copies import backups
from second_wind.storage.file.database import Database
from second_wind.storage.tables import rows, state
from second_wind.storage.tables.rows import Rows
from second_wind.storage.tables.sql import OpenDatabase, connection

INTERVAL = timedelta(minutes=10)
"""At least so much lies between two regular copies while the journal is open."""

SHORTEST_INTERVAL = timedelta(minutes=1)
"""At least so much lies between two copies on closing, for scripts that log many things."""

REPLACED = "replaced"
"""Why a copy is made of a journal whose file another program has replaced."""


@record(frozen=True, slots=True)
class SafeCopy:
    """One copy: when (UTC) and why it was made, and how many bytes it has.

    Where it is misdated, a clock was wrong: then `made_at` is when another copy was made that holds
    nearly as much, as far as can be told, and its name tells another moment.
    """

    path: Path
    made_at: datetime
    reason: str
    size: int
    is_misdated: bool = False


class Copies:
    """The copies of one open journal."""

    def __init__(self, database: Database, clock: Clock, second: Path | None = None) -> None:
        """Remember what to copy, and the second place for it; nothing is read yet."""
        self.database = database
        self._clock = clock
        self.second_place = second
        self.second_place_problem: KnownError | None = None

    def make(self, reason: str, *, or_unproved: bool = False) -> Path:
        """Make a proved copy and return its path; that the second place is gone stops nothing.

        Before what is open is given up, a damaged one is copied, too, under a name that says so.
        """
        self.database.require_drive()
        with self.database.reading() as opened:
            return self._make(opened, reason, or_unproved=or_unproved)

    def _make(self, opened: OpenDatabase, reason: str, *, or_unproved: bool = False) -> Path:
        now, journal = self._clock.now(), self.database.path
        if not or_unproved and self._is_cut(opened):
            raise DamagedJournal(journal)
        copy = backups.make(opened, journal, now, reason, or_unproved=or_unproved)
        self.second_place_problem = None
        if self.second_place is not None:
            from second_wind.computer import second_place

            try:
                second_place.mirror(journal, self.second_place, now, self.database.key)
            except KnownError as error:
                self.second_place_problem = error
        return copy

    def make_if_due(self) -> Path | None:
        """Make a copy if something changed since the last one and that is old enough.

        It may be done on any thread: the journal is read beside whoever has it open.
        """
        database = self.database
        if database.is_read_only or database.is_replaced or not self._is_due(INTERVAL):
            return None
        database.require_drive()
        with database.reading_beside() as opened:
            return self._make(opened, "regular") if self._has_changed(opened) else None

    def make_on_closing(self) -> KnownError | None:
        """Make a copy if something changed, and return why it failed instead of raising it.

        That something was typed and is not stored counts, too.
        """
        try:
            is_due = self._is_due(SHORTEST_INTERVAL)
            is_due = is_due and (self._has_new_acts() or self._has_new_drafts())
            made = self.make("close") if is_due else None
        except KnownError as error:
            return error
        return self.second_place_problem if made else None

    def last(self) -> datetime | None:
        """Return when the newest copy was made (UTC), as far as clocks were right."""
        made, now = backups.moments(self.database.path), self._clock.now()
        return max((each for each in made if each <= now), default=max(made, default=None))

    def _is_due(self, interval: timedelta) -> bool:
        return is_old_enough(backups.moments(self.database.path), self._clock.now(), interval)

    def _has_new_drafts(self) -> bool:
        """Tell whether something was typed since the last copy; one more copy does no harm."""
        from second_wind.journal.log.draft_texts import DRAFT

        with self.database.reading() as database:
            typed = state.last_written(database, DRAFT)
        last = self.last()
        return typed is not None and (last is None or typed > last)

    def _has_new_acts(self) -> bool:
        with self.database.reading() as opened:
            return self._has_changed(opened)

    def _is_cut(self, opened: OpenDatabase) -> bool:
        """Tell whether the journal lacks what its newest copy has: its log was cut short, say.

        A copy of it would soon be the newest, and nothing would tell any more what is missing.
        """
        from second_wind.storage.copies.copy_order import reach_in
        from second_wind.storage.pages.proof import forgotten_days

        journal, key = self.database.path, self.database.key
        newest = max(
            ((each.reach, each.path) for each in backups.dated(journal, key) if each.reach),
            default=None,
        )
        mine = connection(opened)
        if newest is None or newest[0].acts <= reach_in(mine).acts:
            return False
        theirs = _rows_of(newest[1], key)
        return bool(forgotten_days(mine, rows.read(mine), theirs))

    def _has_changed(self, opened: OpenDatabase) -> bool:
        """Tell whether acts were done that no copy has; the newest one mostly tells at once."""
        from second_wind.storage.copies.copy_order import reach_in, reach_of

        reached = reach_in(connection(opened))
        if not reached.last:  # nothing was logged yet, or not since all acts were forgotten
            return False
        copies = reversed(backups.listed(self.database.path))
        reaches = (reach_of(each, self.database.key) for each in copies)
        return all(each != reached for each in reaches)

    def save_to(self, target: Path) -> None:
        """Write a proved copy to a file, over whatever it held."""
        with self.database.reading() as database:
            backups.save_to(database, self.database.path, target)

    def use_second_place(self, folder: Path | None) -> None:
        """Use another second place from now on, or none."""
        self.second_place = folder
        self.second_place_problem = None


def _rows_of(copy: Path, key: Key | None) -> Rows:
    """Return the rows of a copy, none if it is not sound: then it is no witness."""
    from second_wind.storage.damage.snapshots import snapshot

    found: Rows = {}
    with suppress(KnownError), snapshot(copy, key) as database:
        found = rows.read(database)
    return found


def is_old_enough(copies: Iterable[datetime], now: datetime, interval: timedelta) -> bool:
    """Tell whether the last copy is `interval` old, or there is none.

    Copies dated after `now` don't count: a clock that was wrong once must not stop all others.
    """
    last = max((each for each in copies if each <= now), default=None)
    return last is None or now - last >= interval


def safe_copies(
    journal: Path,
    key: Key | None = None,
    now: datetime | None = None,
    *,
    place: Path | None = None,
) -> list[SafeCopy]:
    """Return the copies of a journal, newest first, whether it can be opened or not.

    The newest is the one that holds most, whatever the clock said when it was made. They lie beside
    the journal, or in a second place.

    Raises
    ------
    JournalUnreachable
        If their folder can't be read.
    """
    found = []
    for each in reversed(backups.dated(journal, key, now, place)):
        with suppress(FileNotFoundError):  # another process may thin them meanwhile
            reason, size = backups.reason_of(journal, each.path), each.path.stat().st_size
            found.append(SafeCopy(each.path, each.moment, reason, size, each.is_misdated))
    return found


def made_last(journal: Path, now: datetime) -> SafeCopy | None:
    """Return the copy that was made last, as clocks tell, whatever it holds."""
    found = ((path, backups.made_at(journal, path)) for path in backups.listed(journal))
    made = [(moment, path) for path, moment in found if moment and moment <= now]
    if not made:
        return None
    moment, path = max(made)
    return SafeCopy(path, moment, backups.reason_of(journal, path), path.stat().st_size)


def find_copy(journal: Path, name: str) -> Path:
    """Return the copy of that name, or the file at that path: a copy from another place.

    Raises
    ------
    NoSuchCopy
        If there is none.
    """
    for path in (backups.directory(journal) / name, Path(name).expanduser()):
        if name and path.is_file():
            return path
    raise NoSuchCopy(name)


def moment_text(journal: Path, copy: Path, now: datetime) -> str:
    """Return when a copy was made, in local time, or its name if that tells no moment."""
    made = backups.made_at(journal, copy)
    return f"{made.astimezone(now.tzinfo):%Y-%m-%d %H:%M}" if made else copy.name
