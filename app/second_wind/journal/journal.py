"""The journal: reads for everyone, and the only way to write."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from second_wind.core.clock import Clock, day_of
from second_wind.core.entries import AnyEntry, Day, Entry
from second_wind.core.errors import KnownError, NoSuchEntry, NothingToRedo, NothingToUndo
from second_wind.core.validation import check
from second_wind.journal.changes import Act, ActName, Changes, Noun
from second_wind.journal.copies import Copies
from second_wind.journal.days import SHOWN, DaysOf
from second_wind.journal.settings import LogSettings, check_settings
from second_wind.storage import acts, daily, entries, settings
from second_wind.storage.acts import ActRow, Footprint
from second_wind.storage.database import Database
from second_wind.storage.sql import OpenDatabase

if TYPE_CHECKING:
    from second_wind.core.timeline import Timeline

E = TypeVar("E", bound=Entry)
Listener = Callable[[Changes], None]


class Journal:
    """One person's log: each act is one transaction that can be taken back, and tells listeners."""

    def __init__(self, path: Path, clock: Clock) -> None:
        """Open the journal at `path`, or begin a new one.

        Raises
        ------
        KnownError
            If the file can't be opened, is damaged, newer than this program, or not ours.
        """
        self.path = path
        self.clock = clock
        self._database = Database(path, clock.now())
        self._copies = Copies(self._database, clock)
        self._listeners: list[Listener] = []
        self._timeline: Timeline | None = None
        self._settings: LogSettings | None = None
        self._seen = self._database.foreign_change()

    def close(self, *, copy: bool = True) -> KnownError | None:
        """Make a copy if something was logged since the last one, and close the file.

        Returns
        -------
        KnownError or None
            Why there is no copy; the journal is closed all the same, and what it holds is safe.
        """
        copied = copy and self._database.is_open
        try:
            return self._copies.make_on_closing() if copied else None
        finally:
            self._database.close()

    # Time

    def now(self) -> datetime:
        """Return the local time."""
        return self.clock.now()

    def today(self) -> date:
        """Return the day that it is now, by the person's own start of the day."""
        return day_of(self.now(), self.settings.day_start)

    # Reading

    def entries(self, kind: type[E], start: date | None = None, end: date | None = None) -> list[E]:
        """Return the entries of one kind from `start` to `end` (both included), oldest first."""
        with self._database.reading() as database:
            return entries.between(database, kind, start, end)

    def find(self, key: str) -> AnyEntry:
        """Return the entry with this id.

        Raises
        ------
        NoSuchEntry
            If there is none.
        """
        with self._database.reading() as database:
            found = entries.find(database, key)
        if found is None:
            raise NoSuchEntry(key)
        return found

    def sourced(self, source: str) -> dict[str, AnyEntry]:
        """Return what came from one other program, by its identity there."""
        with self._database.reading() as database:
            return {each.source_id: each for each in entries.sourced(database, source)}

    def own_feelings(self) -> list[str]:
        """Return every feeling ever chosen, the most frequent first."""
        with self._database.reading() as database:
            return entries.own_feelings(database)

    def day(self, day: date) -> Day:
        """Return all that one day holds."""
        return self.days(day, day)[0]

    def days(self, start: date, end: date) -> list[Day]:
        """Return all that the days from `start` to `end` (both included) hold."""
        found = (each for kind in SHOWN for each in self.entries(kind, start, end))
        return DaysOf(found, self.settings.day_start).between(start, end)

    def timeline(self) -> "Timeline":
        """Return the whole log as arrays; kept until something changes."""
        from second_wind.journal.timelines import timeline_of  # numpy only when it is needed

        if self._timeline is None:
            with self._database.reading() as database:
                sums = daily.daily_sums(database)
            self._timeline = timeline_of(sums, self.today())
        return self._timeline

    @property
    def settings(self) -> LogSettings:
        """The settings that belong to the log."""
        if self._settings is None:
            with self._database.reading() as database:
                self._settings = LogSettings.from_stored(settings.all_settings(database))
        return self._settings

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

    def next_undo(self) -> Act | None:
        """Return what an undo would take back."""
        with self._database.reading() as database:
            return _named(acts.next_undo(database))

    def next_redo(self) -> Act | None:
        """Return what a redo would do again."""
        with self._database.reading() as database:
            return _named(acts.next_redo(database))

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
            touched = acts.undo(database, act.id, self.now())
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
            touched = acts.redo(database, act.id, self.now())
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

    # Notices

    def subscribe(self, listener: Listener) -> None:
        """Call `listener` with every change from now on."""
        self._listeners.append(listener)

    def notice_foreign_changes(self) -> bool:
        """Tell listeners if another process has written; cheap enough for once a second."""
        seen = self._database.foreign_change()
        if seen == self._seen:
            return False
        self._seen = seen
        self._publish(Changes.anything())
        return True

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

    def _publish(self, changes: Changes) -> None:
        self._timeline = None
        self._settings = None
        for each in tuple(self._listeners):
            each(changes)


def _require(done: bool, entry: AnyEntry) -> None:
    if not done:
        raise NoSuchEntry(entry.id)


def _named(row: ActRow | None) -> Act | None:
    return Act(row.id, ActName(row.name), row.detail) if row else None
