"""One SQLite file: opened safely, brought to the newest version, written by one at a time."""

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.copy_errors import JournalReplaced
from second_wind.core.errors.journal_errors import (
    DamagedJournal,
    DiskFull,
    GarbledEntries,
    JournalBusy,
    JournalUnreachable,
)
from second_wind.core.secrets.passphrase_key import Key
from second_wind.storage.copies import backups
from second_wind.storage.damage.recognition import (
    recognise,
    refuse_emptied,
    refuse_log_of_another,
    refuse_log_of_before,
    refuse_newer,
    refuse_torn,
)
from second_wind.storage.file.unfinished import finish
from second_wind.storage.sqlite import encryption
from second_wind.storage.sqlite.disk_space import require_room
from second_wind.storage.sqlite.encryption import database_errors
from second_wind.storage.sqlite.faults import known_faults
from second_wind.storage.sqlite.soundness import faults_in
from second_wind.storage.tables import migrations
from second_wind.storage.tables.seals import Unsealed, unsealed, unsealed_in_share
from second_wind.storage.tables.sql import OpenDatabase, connection, execute

# Half-done statements stay in memory: SQLite would keep them in a file of everybody's folder.
_PRAGMAS = {"synchronous": "full", "foreign_keys": 1, "secure_delete": 1, "temp_store": "memory"}
_PATIENCE = 10.0
"""Seconds to wait for another process that is writing."""


class Database:
    """An open journal file.

    Attributes
    ----------
    path : Path
        Where it lies.
    key : Key or None
        What it is encrypted with, None if it is plain.
    """

    def __init__(self, path: Path, now: datetime, key: Key | None = None) -> None:
        """Open the file at `path`, and make it and its directory if there is none.

        Raises
        ------
        KnownError
            If it can't be opened, is locked, damaged, newer than this program, or not ours.
        """
        self.path = path
        self._is_released = False
        with known_faults(path):
            finish(path)
            refuse_emptied(path)
            make_private(path)
            require_room(path)
            # Before it is opened: whatever is put in its place from now on is another file.
            self._identity, self._drive = _identity(path), _drive(path)
            refuse_log_of_another(path)
            recognise(path, key)
            refuse_torn(path)
            refuse_log_of_before(path, key)
            with _held_open(path, key):
                self._opened = encryption.opened(path, key, _PRAGMAS, _PATIENCE)
                self.key = self._opened.key
                try:
                    self._bring_up_to_date(now)
                    self._log_identity = self._find_log()
                except BaseException:
                    self._opened.close()
                    raise

    @property
    def is_open(self) -> bool:
        """Whether the file is still open."""
        return self._opened.is_open

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be written."""
        return False

    @property
    def is_released(self) -> bool:
        """Whether the file was let go of for a while."""
        return self._is_released

    def close(self, *, fold: bool = True) -> None:
        """Close the file; SQLite then folds the write-ahead log into it, unless it was refused."""
        if not fold:
            with _held_open(self.path, self.key):
                self._opened.close()
            return
        with suppress(KnownError, OSError):
            if self.is_replaced:
                self.give_up_log()
        self._opened.close()

    def release(self) -> None:
        """Close the file for a while: that nothing can be read or stored is no bug then."""
        self._is_released = True
        self.close()

    @property
    def is_replaced(self) -> bool:
        """Whether another file lies in this one's place, or none.

        Raises
        ------
        JournalUnreachable
            If the drive is gone: what lies there now is the folder that it was mounted on.
        """
        with known_faults(self.path):
            differs = self.is_open and _identity(self.path) != self._identity
        if differs:
            self.require_drive()
        return differs

    def require_drive(self) -> None:
        """Refuse to go on where the drive was taken away.

        Raises
        ------
        JournalUnreachable
        """
        with known_faults(self.path):
            if _drive(self.path) != self._drive:
                raise JournalUnreachable(self.path)

    def give_up_log(self) -> None:
        """Take the log of a file that was replaced from beside the new one.

        SQLite would play it into the new file, over what that holds. It leaves the log there when
        it closes a file that was replaced. What the log says is still read by this connection.
        """
        if _identity(_log(self.path)) == self._log_identity:
            for suffix in ("-wal", "-shm"):
                self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)

    @contextmanager
    def writing(self) -> Iterator[OpenDatabase]:
        """Hold the one writing transaction; what was written is on the disk when it ends.

        Raises
        ------
        KnownError
            JournalReplaced, before anything is written to a file that nobody would find again; or
            what SQLite reports.
        """
        self._refuse_released()
        try:
            require_room(self.path)
            with (
                self._blaming_damage(self._opened),
                known_faults(self.path),
                self._opened.atomic("IMMEDIATE"),
            ):
                if self.is_replaced:
                    raise JournalReplaced(self.path)
                yield self._opened
        except DiskFull:
            self._shorten_log()
            raise

    def fold(self) -> None:
        """Fold the write-ahead log into the file now; closing would not tell that it failed.

        Raises
        ------
        KnownError
            If it could not be done; then the log is still needed.
        """
        with self.reading() as database:
            (busy, *_) = execute(database, "PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise JournalBusy(self.path)

    def _shorten_log(self) -> None:
        """Give back the room that an act took which was too large; a smaller one may fit then."""
        with suppress(KnownError):
            self.fold()

    @contextmanager
    def reading(self) -> Iterator[OpenDatabase]:
        """Read, with SQLite's errors made known."""
        self._refuse_released()
        with self._blaming_damage(self._opened), known_faults(self.path):
            yield self._opened

    @contextmanager
    def reading_beside(self) -> Iterator[OpenDatabase]:
        """Read by a connection of its own, on any thread, with SQLite's errors made known."""
        self._refuse_released()
        with known_faults(self.path):
            beside = OpenDatabase(encryption.read_only(self.path, self.key), self.key)
        with closing(beside), self._blaming_damage(beside), known_faults(self.path):
            yield beside

    @contextmanager
    def _blaming_damage(self, database: OpenDatabase) -> Iterator[None]:
        """Blame what is no known error on damage, if what was read is damaged; else it is a bug."""
        try:
            yield
        except KnownError:
            raise
        except Exception as error:
            if database.is_open:
                self._refuse_unproved_in(database, error)
            raise

    def foreign_change(self) -> int:
        """Return a number that changes when another connection has written."""
        with self.reading() as database:
            return int(execute(database, "PRAGMA data_version").fetchone()[0])

    def refuse_damage(self) -> None:
        """Refuse pages, indexes and settings that are damaged; ten years take 30 milliseconds.

        An index may lack a day that the rows have, so this is the thorough look.

        Raises
        ------
        DamagedJournal
        """
        with self.reading() as database:
            opened = connection(database)
            if faults_in(opened, is_thorough=True):
                raise DamagedJournal(self.path)
            if unsealed(opened, ["setting"]):
                raise GarbledEntries(self.path)

    def refuse_garbled(self, tables: Collection[str], start: str = "", end: str = "") -> None:
        """Refuse rows that are not what was written: of some tables or all, of days or all.

        Raises
        ------
        DamagedJournal
        """
        with self.reading() as database:
            found = unsealed(connection(database), tables, start, end)
            if found:
                raise _garbled(self.path, found)

    def refuse_garbled_share(self, number: int) -> None:
        """Refuse a share of all rows that is not what was written; numbers in turn reach them all.

        Raises
        ------
        DamagedJournal
        """
        with self.reading() as database:
            found = unsealed_in_share(connection(database), number)
            if found:
                raise _garbled(self.path, found)

    def refuse_unproved(self, reason: Exception | None = None) -> None:
        """Read all of it, and refuse what is not what was written; `reason` led to the look.

        Raises
        ------
        DamagedJournal
        """
        self._refuse_unproved_in(self._opened, reason)

    def _refuse_unproved_in(self, database: OpenDatabase, reason: Exception | None) -> None:
        from second_wind.storage.pages.proof import damage_of, proof_of

        with known_faults(self.path):
            opened = connection(database)
            found = proof_of(opened, self.path)
            if not found.is_sound:
                raise damage_of(found, opened, self.path) from reason

    def count_on(self) -> None:
        """Let copies of a journal that was begun anew, or came, be newer than those of before.

        Which copy is the newest is told by the number of acts, and another file counts its own.
        """
        from second_wind.storage.copies.copy_order import acts_known, count_on

        # A folder that can't be read, a full disk: only the order of copies depends on it.
        with suppress(KnownError), known_faults(self.path):
            copies = backups.listed(self.path)
            if copies:
                acts = acts_known(copies, self.key)
                count_on(connection(self._opened), acts)

    def _bring_up_to_date(self, now: datetime) -> None:
        if 0 < self._version() < migrations.newest():
            self._refuse_unproved()
            backups.make(self._opened, self.path, now, "before-migration")
        is_new = self._version() == 0
        if self._version() < migrations.newest():
            with self._opened.atomic("EXCLUSIVE"):
                # Another process may have done it while we waited for the lock.
                migrations.migrate(self._opened, self._version())
        if is_new:
            self.count_on()
        refuse_newer(self.path, self._version())
        execute(self._opened, "PRAGMA journal_mode = wal").fetchall()

    def _refuse_unproved(self) -> None:
        """Refuse to bring garbage up to date: it would be sealed as if it had been written."""
        from second_wind.storage.pages.proof import refuse_unproved, witness_of

        copies = [each.path for each in backups.dated(self.path, self.key)]
        witness = witness_of(copies, self._version(), self.key)
        refuse_unproved(connection(self._opened), self.path, witness)

    def _refuse_released(self) -> None:
        if self._is_released:
            raise JournalUnreachable(self.path)

    def _find_log(self) -> tuple[int, int]:
        # SQLite makes the log with the first reading.
        execute(self._opened, "SELECT count(*) FROM sqlite_schema").fetchall()
        return _identity(_log(self.path))

    def _version(self) -> int:
        return int(execute(self._opened, "PRAGMA user_version").fetchone()[0])


@contextmanager
def _held_open(path: Path, key: Key | None) -> Iterator[None]:
    """Keep SQLite from folding a log into a file that is refused: that hides what is missing.

    It folds when the last connection goes, but not when that one only reads.
    """
    log = _log(path)
    with ExitStack() as last:
        with suppress(*database_errors(KnownError, OSError)):
            if log.stat().st_size:
                reader = last.enter_context(closing(encryption.read_only(path, key)))
                reader.execute("SELECT count(*) FROM sqlite_schema").fetchall()
        yield


def _garbled(path: Path, found: Iterable[Unsealed]) -> GarbledEntries:
    from second_wind.storage.pages.proof import garbled

    return garbled(path, found)


def _identity(path: Path) -> tuple[int, int]:
    """Return what tells a file from another that was put in its place, such as by a sync."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return 0, 0
    return found.st_dev, found.st_ino


def _drive(path: Path) -> int:
    """Return what tells the drive that a file's folder lies on."""
    return path.parent.stat().st_dev


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def make_folder(path: Path) -> None:
    """Make the directory of a file, for the person alone, unless it exists."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)


def make_private(path: Path) -> None:
    """Make the file and its directory, for the person alone, unless they exist."""
    make_folder(path)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
