"""The journal: reads for everyone, and the only way to write."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from second_wind.core.errors.base import KnownError
from second_wind.core.errors.copy_errors import JournalReplaced
from second_wind.core.errors.entry_errors import NoSuchEntry
from second_wind.core.log.clock import Clock
from second_wind.core.log.entries import AnyEntry
from second_wind.core.log.validation import check
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.files import tidying
from second_wind.journal.files.copies import REPLACED, made_last, moment_text
from second_wind.journal.keeping import Rejoined
from second_wind.journal.log import acts
from second_wind.journal.log.acts import Done, Write
from second_wind.journal.log.changes import Act, ActName, Changes
from second_wind.journal.log.days import days_of
from second_wind.journal.log.settings import LogSettings, check_settings
from second_wind.journal.remembering import Remembering
from second_wind.storage.copies.backups import unproved
from second_wind.storage.tables import entries, rows, settings, trash
from second_wind.storage.tables.sql import OpenDatabase, connection

if TYPE_CHECKING:
    from second_wind.journal.analysis.kept import KeptAnalysis
    from second_wind.journal.files.merging import MergePlan
    from second_wind.journal.log.clashes import Answer, Answers, Clash


class Journal(Remembering):
    """One person's log: each act is one transaction that can be taken back, and tells listeners."""

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
        super().__init__(path, clock, second_place, key)
        self._analysis: KeptAnalysis | None = None
        self._rejoined: list[Callable[[Rejoined], None]] = []
        self._last_stored = 0
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
        self.own_thread.rest()  # a copy that is being made is the last one
        try:
            if not copy or not self._database.is_open or self.is_read_only:
                return None
            with suppress(KnownError):  # else the next start says what is wrong with the new file
                if self.is_replaced:
                    self._rejoin()  # and tell nobody: those who listened may be gone
            problem = self._damage_at_a_glance() or self._copies.make_on_closing()
            with suppress(KnownError):
                tidying.collect_photos(self._database, self.now())
            return problem
        finally:
            self._history = None  # no word stays in memory
            self._database.close()

    def _damage_at_a_glance(self) -> KnownError | None:
        """Return what is wrong with a share of all rows, where one act alone is done and it closes.

        Copies prove them all, but not each minute: who goes on logging hears of damage soon.
        """
        if not (self.is_careful and self._last_stored):
            return None
        try:
            self._database.refuse_garbled_share(self._last_stored)
        except KnownError as error:
            return error
        return None

    @property
    def analysis(self) -> "KeptAnalysis":
        """The log as arrays and what they say, kept as long as they say it."""
        from second_wind.journal.analysis.kept import KeptAnalysis  # numpy only when it is needed

        if self._analysis is None:
            self._analysis = KeptAnalysis(self)
        return self._analysis

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
            entries.add(database, added, self.now())

        return self._act(write, name, detail=detail, extend=extend)

    def put_back(self, deleted: Iterable[AnyEntry]) -> Act:
        """Let deleted entries be alive again, as one act.

        Raises
        ------
        KnownError
            ThereAlready, if there can only be one of something and there is one; then nothing was
            changed.
        """
        from second_wind.journal.log.uniqueness import refuse_twins

        some = list(deleted)
        refuse_twins(self, some)
        return self.store(add=some, name=ActName.PUT_BACK)

    def wipe_deleted(self) -> None:
        """Wipe what was deleted for good, now; acts that would still know it can't be undone."""
        with self._database.writing() as database:
            trash.wipe_all(database)
        self._publish(Changes.anything())

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

        return self._act(write, ActName.SETTINGS)

    def undo(self) -> Act:
        """Take back the last act, whichever process made it.

        Raises
        ------
        NothingToUndo
            If no act is kept.
        """
        return self._tell(acts.undo(self._database, self.clock))

    def redo(self) -> Act:
        """Do again the act that was undone last.

        Raises
        ------
        NothingToRedo
            If none was undone since the last new act.
        """
        return self._tell(acts.redo(self._database, self.clock))

    # Copies

    def restore(self, copy: Path) -> Act:
        """Return to what a copy holds, after a copy of what there is now, as one act.

        As an act it reaches other windows on this journal like any change, is whole or not at all
        whenever the program is killed, and can be undone; what was logged since the copy counts as
        deleted.

        Raises
        ------
        KnownError
            If the copy can't be read; then nothing was changed. DamagedJournal with the path of the
            journal itself, if that is not what was written: then `replace_by` is the way back.
        """
        from second_wind.storage.damage.snapshots import snapshot
        from second_wind.storage.merge import restoring

        with snapshot(copy, self._given) as other:
            wanted = rows.read(other)
        self.back_up("before-restore")

        def write(database: OpenDatabase, now: datetime) -> None:
            restoring.restore(database, wanted, now)

        moment = moment_text(self.path, copy, self.now())
        return self._act(write, ActName.RESTORE, detail=moment)

    def replace_by(self, copy: Path) -> Path:
        """Put a copy in the place of a damaged file; return where that was set aside.

        Nothing of a damaged file can be written over safely, so this is no act.

        Raises
        ------
        KnownError
            If the copy can't be read, or another program has the journal open; then nothing was
            changed, and the file is open as before.
        """
        from second_wind.journal.safety.rescue import put_in_place  # only for a damaged file

        self.release()
        try:
            return put_in_place(self.path, copy, self.now(), self._given)
        finally:
            self.resume()

    def merge(self, plan: "MergePlan", answers: "Answers | None" = None) -> Act:
        """Carry a merge out, after a copy of what there is now, as one act; photos come along.

        Of what was changed on both sides, and has no answer, the later state stays.
        """
        from second_wind.journal.files import bringing

        self.back_up("before-merge")
        self.bring_photos(plan)
        write = bringing.merge(plan, answers or {})
        return self._act(write, ActName.MERGE, detail=plan.path.name)

    def answer(self, answers: "Sequence[tuple[Clash, Answer]]") -> Act:
        """Carry out what was chosen for things that waited for it, as one act."""
        from second_wind.journal.files import bringing

        return self._act(bringing.answer(answers), ActName.MERGE)

    # The file

    def on_rejoining(self, listener: Callable[[Rejoined], None]) -> None:
        """Call `listener` each time the log turned to a file that was put in its file's place."""
        self._rejoined.append(listener)

    def rejoin_if_replaced(self) -> bool:
        """Turn to the file that another program put in this one's place, if one did.

        What was logged here and is not in the new file is merged into it, as one act that can be
        taken back, after a copy of what either holds.

        Raises
        ------
        KnownError
            If the new file can't be read; then the old one stays open, to be read alone.
        """
        return self._rejoined_if_replaced() is not None

    def _rejoined_if_replaced(self) -> Rejoined | None:
        if not self._database.is_replaced:
            self._copy_of_old = None
            return None
        done = self._rejoin()
        self._publish(Changes.anything())
        for each in tuple(self._rejoined):
            each(done)
        return done

    def _rejoin(self) -> Rejoined:
        from second_wind.journal.files import bringing
        from second_wind.journal.files.merging import plan_of
        from second_wind.storage.merge.lineage import lineage
        from second_wind.storage.merge.waiting import unanswered
        from second_wind.storage.tables.seals import rows_with_seals, unsealed

        with self._database.reading() as database:
            held = rows_with_seals(connection(database))  # garbage is brought nowhere
            left_out = frozenset(each.day for each in unsealed(connection(database)))
            held_acts = lineage(connection(database))
        copy = self._copied_once()
        self._turn_to_new_file()
        self._database.count_on()
        held[rows.STATE] = unanswered(held[rows.STATE])
        with self._database.reading() as database:
            new, new_acts = rows.read(connection(database)), lineage(connection(database))
        plan = plan_of(copy, new, held, new_acts, held_acts)
        came = plan_of(self.path, held, new, held_acts, new_acts)
        if plan:
            write = bringing.merge_and_wait(plan)
            acts.do(self._database, self.clock, write, ActName.MERGE, detail=self.path.name)
        else:
            with self._database.writing() as database:
                bringing.remember(database, held)
        is_proved = copy not in unproved(self.path)
        return Rejoined(copy, plan, came, is_proved, days_of(left_out))

    def finish_rejoining(self) -> "MergePlan | None":
        """Bring over what a process that was killed meanwhile had still to bring; return it.

        No copy is made between that of the old file and the act, so the newest one tells.
        """
        from second_wind.journal.files import bringing

        newest = made_last(self.path, self.now())
        if newest is None or newest.reason != REPLACED or self.is_read_only:
            return None
        self._database.count_on()
        plan = self.plan_merge(newest.path)
        if plan:
            write = bringing.merge_and_wait(plan)
            self._act(write, ActName.MERGE, detail=self.path.name)
        else:
            with self._database.writing() as database:
                bringing.remember(database, plan.theirs)
        return plan or None

    def _act(
        self, write: Write, name: ActName, *, detail: str = "", extend: Act | None = None
    ) -> Act:
        """Do something as one act, if need be in the file that was put in this one's place."""
        try:
            done = acts.do(self._database, self.clock, write, name, detail=detail, extend=extend)
        except JournalReplaced:
            from second_wind.journal.files import bringing

            rejoined = self._rejoined_if_replaced()
            if rejoined is None:
                raise
            # The number of an act in the old file means another one in the new.
            write = bringing.keep_unseen(write, rejoined.brought.theirs)
            done = acts.do(self._database, self.clock, write, name, detail=detail)
        return self._tell(done)

    def _publish(self, changes: Changes) -> None:
        if self._analysis is not None:
            self._analysis.take(changes)
        super()._publish(changes)

    def _tell(self, done: Done) -> Act:
        """Publish what was done, when it is on the disk."""
        self._last_stored = done.act.id
        if done.changes.nouns:
            self._publish(done.changes)
        return done.act


def _require(done: bool, entry: AnyEntry) -> None:
    if not done:
        raise NoSuchEntry(entry.id)
