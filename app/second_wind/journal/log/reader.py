"""Reads a journal: entries, days, the timeline and the settings of the log."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from second_wind.core.errors.entry_errors import NoSuchEntry
from second_wind.core.log.clock import Clock, day_of
from second_wind.core.log.entries import AnyEntry, CheckIn, Day, Entry, EntryType, Talk
from second_wind.core.log.kinds import Noun, noun_of
from second_wind.core.secrets.passphrase_key import Key
from second_wind.journal.log.changes import Act, ActName, Changes
from second_wind.journal.log.days import OF_A_DAY, AtHand, DaysOf
from second_wind.journal.log.settings import LogSettings
from second_wind.storage.file.read_only import opened
from second_wind.storage.tables import acts, entries, settings, trash
from second_wind.storage.tables.acts import ActRow
from second_wind.storage.tables.entries import Span
from second_wind.storage.tables.sql import connection

if TYPE_CHECKING:
    from second_wind.core.people.people import Contact
    from second_wind.journal.log.history import History
    from second_wind.journal.log.one_search import Found
    from second_wind.storage.queries.daily import Carried, DailyMarks, DailySums
    from second_wind.storage.queries.search_index import Wanted, Whereabouts
    from second_wind.storage.tables.trash import Deleted

E = TypeVar("E", bound=Entry)
Listener = Callable[[Changes], None]


class Reader:
    """One person's log to look at, and notices of what changes in it.

    Attributes
    ----------
    is_careful : bool
        Whether the seal of each row that is read has to fit. A window leaves that for later: it
        reads all of the file once, a while after its start.
    """

    def __init__(self, path: Path, clock: Clock, key: Key | None = None) -> None:
        """Open the journal at `path`, or begin a new one.

        Raises
        ------
        KnownError
            If the file can't be opened, is damaged, newer than this program, or not ours.
        """
        self.path = path
        self.clock = clock
        self._database = opened(path, clock.now(), key)
        self._refuse_damage()
        self._at_hand: AtHand | None = None
        self._listeners: list[Listener] = []
        self._settings: LogSettings | None = None
        self._history: History | None = None
        self._seen = self._database.foreign_change()
        self.is_careful = False

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
        if self._at_hand is not None:
            held = self._at_hand.entries(cast("EntryType", kind), start, end)
            if held is not None:
                return held
        self._prove([cast("EntryType", kind)], start, end)
        with self._database.reading() as database:
            return entries.between(database, kind, start, end)

    @contextmanager
    def at_once(self, spans: Mapping[EntryType, Span]) -> Iterator[None]:
        """Read several kinds, each of a span of days, by one query for as long as it is entered.

        Within, `entries` and what is made of them answer from what was read. Nothing is to be
        stored meanwhile.
        """
        for kind, (start, end) in spans.items():
            self._prove([kind], start, end)
        with self._database.reading() as database:
            self._at_hand = AtHand(spans, entries.several(database, spans))
        try:
            yield
        finally:
            self._at_hand = None

    def find(self, key: str) -> AnyEntry:
        """Return the entry with this id.

        Raises
        ------
        NoSuchEntry
            If there is none.
        """
        self._prove()
        with self._database.reading() as database:
            found = entries.find(database, key)
        if found is None:
            raise NoSuchEntry(key)
        return found

    def sourced(self, source: str) -> list[AnyEntry]:
        """Return what came from one other program."""
        self._prove()
        with self._database.reading() as database:
            return list(entries.sourced(database, source))

    def removed(self, source: str) -> list[tuple[str, str]]:
        """Return identity and origin of what one other program brought and a person deleted.

        What an undo took back doesn't count, so that it may be imported once more.
        """
        with self._database.reading() as database:
            return entries.removed(database, source)

    def own_feelings(self) -> list[str]:
        """Return every feeling ever chosen, the most frequent first."""
        self._prove([CheckIn])
        with self._database.reading() as database:
            return entries.own_feelings(database)

    def latest_talks(self) -> "list[Contact]":
        """Return when each name was talked to last; quick, however long the log is."""
        from second_wind.storage.queries.talks import latest

        self._prove([Talk])
        with self._database.reading() as database:
            return latest(database)

    def day(self, day: date) -> Day:
        """Return all that one day holds."""
        return self.days(day, day)[0]

    def days(self, start: date, end: date) -> list[Day]:
        """Return all that the days from `start` to `end` (both included) hold."""
        found = (each for kind in OF_A_DAY for each in self.entries(kind.type, start, end))
        return DaysOf(found, self.settings.day_start).between(start, end)

    def first_day(self) -> date | None:
        """Return the first day on which anything was logged, None if nothing ever was."""
        from second_wind.storage.queries.daily import first_day

        with self._database.reading() as database:
            return first_day(connection(database))

    def daily_sums(self, days: Collection[date] | None = None) -> "DailySums":
        """Return some days, or the whole log, summed by day."""
        from second_wind.storage.queries.daily import daily_sums  # only when it is analysed

        self._prove()
        with self._database.reading() as database:
            return daily_sums(connection(database), days)

    def daily_marks(self, carried: "Carried | None" = None) -> "DailyMarks":
        """Return what is marked on days, and what sources brought unless it is known."""
        from second_wind.storage.queries.daily import daily_marks

        with self._database.reading() as database:
            return daily_marks(connection(database), carried)

    def reading_beside(self) -> "Callable[[], tuple[DailySums, DailyMarks]] | None":
        """Return what reads the whole log on any thread, None where it lies in memory alone."""
        from second_wind.storage.queries.daily import whole_log

        database = self._database
        if database.is_read_only or self.is_careful or not database.is_open:
            return None

        def read() -> "tuple[DailySums, DailyMarks]":
            with database.reading_beside() as opened:
                return whole_log(opened)

        return read

    @property
    def history(self) -> "History":
        """Everything logged, to be listed and searched."""
        from second_wind.journal.log.history import History  # only when somebody searches

        if self._history is None:
            self._prove()
            self._history = History(self)
        return self._history

    def search(self, asked: "Wanted") -> "Iterator[Found]":
        """Yield what is found, newest first, as it comes; all of the log is proved before."""
        from second_wind.journal.log.one_search import hits

        self._prove()
        yield from hits(self, asked)

    def trash(self) -> "list[Deleted]":
        """Return what was deleted in the last 30 days and may be put back, the latest first."""
        self._prove()
        with self._database.reading() as database:
            return trash.contents(database, self.now(), self.settings.day_start)

    def whereabouts(
        self, kind: EntryType, number: int, days: Sequence[date] | None = None
    ) -> "list[Whereabouts]":
        """Return where the entries of a kind, which has this number, stand: of days, or all."""
        from second_wind.storage.queries.search_rows import whereabouts

        with self._database.reading() as database:
            return whereabouts(database, kind, number, self.settings.day_start, days)

    def with_ids(self, kind: EntryType, keys: Sequence[str]) -> list[AnyEntry]:
        """Return the entries of a kind that have these ids, in no order."""
        with self._database.reading() as database:
            return entries.with_ids(database, kind, keys)

    def linked_names(self) -> dict[str, str]:
        """Return the names of people and the companies of rejections, by id."""
        from second_wind.storage.queries.search_rows import linked_names

        with self._database.reading() as database:
            return linked_names(database)

    def days_linked_to(self, keys: Iterable[str]) -> list[tuple[Noun, set[date]]]:
        """Return the kinds and days of entries that are told with the names of these."""
        from second_wind.storage.queries.search_rows import days_linked_to

        with self._database.reading() as database:
            found = days_linked_to(database, keys)
            return [(Noun(noun), days) for noun, days in found]

    @property
    def settings(self) -> LogSettings:
        """The settings that belong to the log."""
        if self._settings is None:
            with self._database.reading() as database:
                self._settings = LogSettings.from_stored(settings.all_settings(database))
        return self._settings

    def next_undo(self) -> Act | None:
        """Return what an undo would take back."""
        with self._database.reading() as database:
            return _named(acts.next_undo(database))

    def next_redo(self) -> Act | None:
        """Return what a redo would do again."""
        with self._database.reading() as database:
            return _named(acts.next_redo(database))

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

    def _refuse_damage(self) -> None:
        """Write nothing to a damaged file; checking ten years takes some milliseconds."""
        try:
            self._database.refuse_damage()
        except BaseException:
            self._database.close(fold=False)
            raise

    def _prove(
        self, kinds: Iterable[EntryType] = (), start: date | None = None, end: date | None = None
    ) -> None:
        """Where somebody waits for one answer alone, refuse what is not as it was written."""
        if self.is_careful:
            days = (each.isoformat() if each else "" for each in (start, end))
            self._database.refuse_garbled([noun_of(each) for each in kinds], *days)

    def _publish(self, changes: Changes) -> None:
        self._settings = None
        if self._history is not None:
            self._history.take(changes)
        for each in tuple(self._listeners):
            each(changes)


def _named(row: ActRow | None) -> Act | None:
    # One whose name is garbled can't be offered; whoever asks to undo it hears why.
    is_known = row is not None and row.name in set(ActName)
    return Act(row.id, ActName(row.name), row.detail) if row and is_known else None
