"""A log together with its safe copies and the file that it lies in."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.copy_errors import SameJournal
from second_wind.core.errors.journal_errors import (
    DamagedJournal,
    JournalReadOnly,
    JournalUnreachable,
)
from second_wind.core.log.clock import Clock
from second_wind.core.log.records import record
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.files.copies import REPLACED, Copies, safe_copies
from second_wind.journal.log.changes import Changes
from second_wind.journal.log.reader import Reader
from second_wind.journal.own_thread import OwnThread
from second_wind.storage.file.read_only import opened
from second_wind.storage.tables import acts, rows
from second_wind.storage.tables.sql import connection

if TYPE_CHECKING:
    from concurrent.futures import Future

    from second_wind.journal.files.merging import MergePlan
    from second_wind.journal.files.returning import ReturnPlan
    from second_wind.journal.log.clashes import Clash


@record(frozen=True, slots=True)
class Rejoined:
    """What became of a log whose file was replaced.

    Attributes
    ----------
    copy : Path
        The safe copy of what the old file held.
    brought : MergePlan
        What of it the new file lacked; what was changed on both sides waits for an answer.
    came : MergePlan
        What came with the new file.
    is_proved, left_out : bool, tuple of date
        Whether the old file was as it was written, and the days of what was not: it stays behind.
    """

    copy: Path
    brought: "MergePlan"
    came: "MergePlan"
    is_proved: bool = True
    left_out: tuple[date, ...] = ()


class Keeper(Reader):
    """Makes safe copies of the log and tells what a return to one, or a merge, would change."""

    def __init__(
        self,
        path: Path,
        clock: Clock,
        second_place: Path | None = None,
        key: Key | None = None,
    ) -> None:
        """Open the journal at `path`, or begin a new one; copies also go to the second place.

        Raises
        ------
        KnownError
            If the file can't be opened, is damaged, newer than this program, or not ours.
        """
        super().__init__(path, clock, key)
        self.own_thread = OwnThread()
        self._given = key
        self._copy_of_old: Path | None = None
        self._copies = Copies(self._database, clock, second_place)

    @property
    def key(self) -> Key | None:
        """What the journal is encrypted with, None if it is plain."""
        return self._database.key

    def back_up(self, reason: str) -> Path:
        """Make a proved copy of the journal and return its path.

        Raises
        ------
        KnownError
            If it can't be made.
        """
        if self.is_read_only:
            raise JournalReadOnly(self.path)
        return self._copies.make(reason)

    def back_up_if_due(self) -> "Future[Path | None]":
        """Have a copy made if something was logged since one 10 minutes ago or more.

        Meant to be called on start and each minute; nobody has to wait for it. Its result is the
        copy's path, None if none is due, or a KnownError if it can't be made.
        """
        return self.own_thread.do(self._copies.make_if_due)

    def back_up_before_end(self) -> KnownError | None:
        """Make the copy that closing makes, and return why there is none, or not everywhere."""
        return None if self.is_read_only else self._copies.make_on_closing()

    def save_copy(self, target: Path) -> None:
        """Write a proved copy to a file of the person's choice, over whatever it held.

        Raises
        ------
        KnownError
            If it can't be written there, or is the journal itself; then nothing was changed.
        """
        if target.exists() and target.samefile(self.path):
            raise SameJournal(target)
        self._copies.save_to(target)

    def use_second_place(self, folder: Path | None) -> None:
        """Let copies from now on also go to a folder, or only lie beside the journal."""
        self._copies.use_second_place(folder)

    def last_backup(self) -> datetime | None:
        """Return when the newest copy was made (UTC)."""
        return self._copies.last()

    def last_saved(self) -> datetime | None:
        """Return when something was stored last (UTC), None if nothing ever was."""
        with self._database.reading() as database:
            # A change of the key empties the acts, not the journal.
            return acts.last_moment(database) or rows.last_written(connection(database))

    @property
    def second_place(self) -> Path | None:
        """Where copies also go; None if that is nowhere else."""
        return self._copies.second_place

    @property
    def second_place_problem(self) -> KnownError | None:
        """Why the last copy is not in the second place; None if it is or there is none."""
        return self._copies.second_place_problem

    @property
    def is_replaced(self) -> bool:
        """Whether another program put another file in the journal's place, or took it away."""
        return self._database.is_replaced

    @property
    def is_read_only(self) -> bool:
        """Whether it lies where nothing can be written: it can be read alone."""
        return self._database.is_read_only

    @property
    def is_released(self) -> bool:
        """Whether the file was let go of for a while: what is shown is read again afterwards."""
        return self._database.is_released

    def release(self) -> None:
        """Let go of the file, so that another can be put in its place; `resume` follows.

        Until then nothing can be read or stored: that is a known error.
        """
        self.own_thread.rest()
        self._database.release()

    def resume_with(self, key: Key | None) -> None:
        """Resume when the file has another key now, or none."""
        self._given = key
        self.resume()

    def resume(self) -> None:
        """Open what lies in the file's place now, and let everyone look again.

        Raises
        ------
        KnownError
            If it can't be opened.
        """
        self._open()
        self._publish(Changes.anything())

    def plan_restore(self, copy: Path) -> "ReturnPlan":
        """Return what a return to a copy would change.

        Raises
        ------
        KnownError
            If the copy can't be read; DamagedJournal with the path of the journal itself, if that
            is not what was written.
        """
        from second_wind.journal.files.returning import plan_of
        from second_wind.storage.damage.snapshots import snapshot

        self.refuse_unproved()
        with snapshot(copy, self._given) as other, self._database.reading() as mine:
            return plan_of(copy, rows.read(connection(mine)), rows.read(other))

    def refuse_unproved(self) -> None:
        """Read all of the journal, and refuse what is not what was written.

        Raises
        ------
        DamagedJournal
        """
        self._database.refuse_unproved()

    def plan_merge(self, other: Path) -> "MergePlan":
        """Return what a merge of another journal of the same person would do.

        Raises
        ------
        KnownError
            If the other journal can't be read.
        """
        from second_wind.storage.file.swap import set_aside_files

        if other.exists() and other.samefile(self.path):
            raise SameJournal(other)
        try:
            return self._plan_merge(other)
        except DamagedJournal:
            if other.resolve() not in set_aside_files(self.path.resolve()):
                raise
            return self._plan_merge_of_damaged(other)

    def _plan_merge_of_damaged(self, other: Path) -> "MergePlan":
        """Return what a merge of the file would do that lay here before: what is proved of it."""
        # Only for a damaged file.
        from second_wind.journal.files.merging import plan_of
        from second_wind.journal.log.days import days_of
        from second_wind.storage.damage.rescue import recover
        from second_wind.storage.merge.lineage import lineage
        from second_wind.storage.merge.waiting import unanswered

        copies = [each.path for each in safe_copies(self.path, self._given)]
        found = recover(other, copies, self._given)
        there = found.without_disputes()
        there[rows.STATE] = unanswered(there[rows.STATE])
        with self._database.reading() as mine:
            here, known = rows.read(connection(mine)), lineage(connection(mine))
        plan = plan_of(other, here, there, known)
        left_out = days_of(frozenset(each.day for each in found.disputes))
        return replace(plan, is_damaged=True, left_out=left_out)

    def _plan_merge(self, other: Path) -> "MergePlan":
        from second_wind.journal.files.merging import plan_of
        from second_wind.storage.damage.snapshots import snapshot
        from second_wind.storage.merge.lineage import lineage
        from second_wind.storage.merge.waiting import unanswered

        with snapshot(other, self._given) as theirs, self._database.reading() as mine:
            here, there = rows.read(connection(mine)), rows.read(theirs)
            # It was answered by an act of that journal; here its number means another.
            there[rows.STATE] = unanswered(there[rows.STATE])
            return plan_of(other, here, there, lineage(connection(mine)), lineage(theirs))

    def waiting_clashes(self) -> "list[Clash]":
        """Return what was changed on both sides and still waits for an answer."""
        from second_wind.journal.log.clashes import Clash
        from second_wind.storage.merge.waiting import waiting

        with self._database.reading() as database:
            return [Clash(*each) for each in waiting(database)]

    def bring_photos(self, plan: "MergePlan") -> None:
        """Bring the photos that a merge needs, before it; it may be called from the pool."""
        from second_wind.journal.files.tidying import bring_photos

        bring_photos(plan.path, plan.theirs, self.path, self._given, own=self.key)

    def _copied_once(self) -> Path:
        """Return a copy of the old file, to which nothing is written any more.

        Where the new file can't be read, this is tried each second.
        """
        if self._copy_of_old is None or not self._copy_of_old.exists():
            # What is open here is given up next, so a damaged one is copied, too.
            self._copy_of_old = self._copies.make(REPLACED, or_unproved=True)
        return self._copy_of_old

    def _turn_to_new_file(self) -> None:
        """Open what lies in the file's place now, and let go of the old file.

        Raises
        ------
        KnownError
            If it can't be read, or its folder is gone; then the old file stays open.
        """
        from second_wind.storage.damage.snapshots import snapshot

        self._database.give_up_log()
        if self.path.exists():
            with snapshot(self.path, self._given):
                pass  # proved before the old one is let go
        elif not self.path.parent.is_dir():
            raise JournalUnreachable(self.path)
        self._database.close()
        self._open()
        self._copy_of_old = None

    def _open(self) -> None:
        self._database = opened(self.path, self.now(), self._given)
        self._copies.database = self._database
        self._seen = self._database.foreign_change()
