"""The journal: reads for everyone, and the only way to write."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from second_wind.core.clock import Clock
from second_wind.core.copy_errors import SameJournal
from second_wind.core.entries import AnyEntry
from second_wind.core.errors import KnownError, NoSuchEntry, NothingToRedo, NothingToUndo
from second_wind.core.validation import check
from second_wind.journal import tidying
from second_wind.journal.changes import Act, ActName, Changes, Noun
from second_wind.journal.copies import Copies, moment_text
from second_wind.journal.merging import MergePlan, plan_of
from second_wind.journal.reader import Reader
from second_wind.journal.settings import LogSettings, check_settings
from second_wind.storage import acts, entries, merging, restoring, rows, settings
from second_wind.storage.acts import ActRow, Footprint
from second_wind.storage.snapshots import snapshot
from second_wind.storage.sql import OpenDatabase, connection


class Journal(Reader):
    """One person's log: each act is one transaction that can be taken back, and tells listeners."""

    def __init__(self, path: Path, clock: Clock, second_place: Path | None = None) -> None:
        """Open the journal at `path`, or begin a new one; copies also go to the second place.

        Raises
        ------
        KnownError
            If the file can't be opened, is damaged, newer than this program, or not ours.
        """
        super().__init__(path, clock)
        self._copies = Copies(self._database, clock, second_place)
        # Nobody is kept from the journal because it can't be tidied now.
        with suppress(KnownError):
            tidying.empty_trash(self._database, clock.now())

    def close(self, *, copy: bool = True) -> KnownError | None:
        """Make a copy if something was logged since the last one, and close the file.

        Returns
        -------
        KnownError or None
            Why there is no copy, or none in the second place; the journal is closed all the same,
            and what it holds is safe.
        """
        try:
            if not copy or not self._database.is_open:
                return None
            problem = self._copies.make_on_closing()
            with suppress(KnownError):
                tidying.collect_photos(self._database, self.now())
            return problem
        finally:
            self._database.close()

    # Writing

    def store(
        self,
        *,
        add: Iterable[AnyEntry] = (),
        change: Iterable[AnyEntry] = (),
        delete: Iterable[AnyEntry] = (),
        name: ActName,
        detail: str = "",
        extend: Act | None = None,
    ) -> Act:
        """Store additions, changes and deletions as one act.

        With `extend`, and if that act is still the newest, they become a part of it and are
        taken back with it.

        Raises
        ------
        KnownError
            If an entry can't be stored; then nothing was changed.
        """
        added, changed, deleted = list(add), list(change), list(delete)
        for each in (*added, *changed):
            check(each, self.today())

        def write(database: OpenDatabase, now: datetime) -> None:
            # Deletions first: what is added may take the place of what goes.
            for each in deleted:
                _require(entries.delete(database, each, now), each)
            for each in changed:
                _require(entries.change(database, each, now), each)
            entries.add(database, added, now)

        return self._act(write, name, detail, extend)

    def change_settings(self, new: LogSettings) -> Act:
        """Store settings that belong to the log.

        Raises
        ------
        InvalidAmount
            If one is out of range; then nothing was changed.
        """
        check_settings(new)

        def write(database: OpenDatabase, now: datetime) -> None:
            before = LogSettings.from_stored(settings.all_settings(database)).stored()
            for name, value in new.stored().items():
                if before[name] != value:
                    settings.put(database, name, value, now)

        return self._act(write, ActName.SETTINGS, "", None)

    def undo(self) -> Act:
        """Take back the last act, whichever process made it.

        Raises
        ------
        NothingToUndo
            If no act is kept.
        """
        with self._database.writing() as database:
            act = acts.next_undo(database)
            if act is None:
                raise NothingToUndo
            touched = acts.undo(database, act.id, self.now(), exact=_is_exact(act))
        return self._tell(act, touched)

    def redo(self) -> Act:
        """Do again the act that was undone last.

        Raises
        ------
        NothingToRedo
            If none was undone since the last new act.
        """
        with self._database.writing() as database:
            act = acts.next_redo(database)
            if act is None:
                raise NothingToRedo
            touched = acts.redo(database, act.id, self.now(), exact=_is_exact(act))
        return self._tell(act, touched)

    # Copies

    def back_up(self, reason: str) -> Path:
        """Make a proved copy of the journal and return its path."""
        return self._copies.make(reason)

    def back_up_if_due(self) -> Path | None:
        """Make a copy if something was logged, by whom ever, since one 10 minutes ago or more.

        Meant to be called on start and each minute; cheap when nothing is due.

        Raises
        ------
        KnownError
            If the copy can't be made.
        """
        return self._copies.make_if_due()

    def last_backup(self) -> datetime | None:
        """Return when the newest copy was made (UTC)."""
        return self._copies.last()

    @property
    def second_place_problem(self) -> KnownError | None:
        """Why the last copy is not in the second place; None if it is or there is none."""
        return self._copies.second_place_problem

    def restore(self, copy: Path) -> Act:
        """Return to what a copy holds, after a copy of what there is now, as one act.

        As an act it reaches other windows on this journal like any change, is whole or not at all
        whenever the program is killed, and can be undone; what was logged since the copy counts as
        deleted.

        Raises
        ------
        KnownError
            If the copy can't be read; then nothing was changed.
        """
        with snapshot(copy) as other:
            wanted = rows.read(other)
        self.back_up("before-restore")

        def write(database: OpenDatabase, now: datetime) -> None:
            restoring.restore(database, wanted, now)

        return self._act(write, ActName.RESTORE, moment_text(self.path, copy, self.now()), None)

    def plan_merge(self, other: Path) -> MergePlan:
        """Return what a merge of another journal of the same person would do.

        Raises
        ------
        KnownError
            If the other journal can't be read.
        """
        if other.exists() and other.samefile(self.path):
            raise SameJournal(other)
        with snapshot(other) as theirs, self._database.reading() as mine:
            return plan_of(other, rows.read(connection(mine)), rows.read(theirs))

    def merge(self, plan: MergePlan) -> Act:
        """Carry a merge out, after a copy of what there is now, as one act; photos come along."""
        self.back_up("before-merge")
        tidying.bring_photos(plan.path, plan.theirs, self.path)

        def write(database: OpenDatabase, _now: datetime) -> None:
            merging.write(connection(database), plan.theirs)

        return self._act(write, ActName.MERGE, plan.path.name, None)

    def _act(
        self,
        write: Callable[[OpenDatabase, datetime], None],
        name: ActName,
        detail: str,
        extend: Act | None,
    ) -> Act:
        newest = extend.id if extend else None
        with self._database.writing() as database:
            done, touched = acts.record(database, write, name, detail, self.now(), newest)
        return self._tell(done, touched)

    def _tell(self, done: ActRow, touched: Footprint) -> Act:
        """Publish what was done, when it is on the disk."""
        act = Act(done.id, ActName(done.name), done.detail)
        if touched.nouns:
            nouns = frozenset(Noun(each) for each in touched.nouns)
            self._publish(Changes(nouns, touched.days, act))
        return act


def _is_exact(act: ActRow) -> bool:
    """Tell whether undoing an act leaves no trace, so that what it brought may come once more."""
    return act.name == ActName.MERGE


def _require(done: bool, entry: AnyEntry) -> None:
    if not done:
        raise NoSuchEntry(entry.id)
