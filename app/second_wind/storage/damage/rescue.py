"""Chooses, of all that is known of a damaged journal, how each row was last.

Witnesses are the damaged file with its log, the acts in it, every copy that is proved, and what is
proved of the others. A row whose seal fits is right as of its moment; where witnesses disagree,
what each says is kept.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from second_wind.core.secrets.passphrase_key import Key
from second_wind.storage.damage.unlocking import opener_for
from second_wind.storage.damage.witnesses import Said, Witnesses, ask
from second_wind.storage.pages.salvage import (
    Change,
    Findings,
    changes_in_order,
    salvage,
    state_after,
)
from second_wind.storage.sqlite.faults import known_faults
from second_wind.storage.tables import migrations, shapes
from second_wind.storage.tables.rows import Rows, Values
from second_wind.storage.tables.sql import connection, in_memory

_TIMES = frozenset({"updated_at", "created_at"})
_LATER = "origin"
"""What rows of the first version lack."""


@dataclass(frozen=True, slots=True)
class Version:
    """A row as one witness has it: the damaged file itself, or the copy at `source`."""

    values: Values
    source: Path | None


@dataclass(frozen=True, slots=True)
class Dispute:
    """A row of which nobody can say how it was; the first version is the one that is used.

    Where there is but one, it is not what was written, and no other witness knows the row.
    """

    table: str
    versions: tuple[Version, ...]

    @property
    def id(self) -> str:
        """The row's id."""
        return str(self.versions[0].values["id"])

    @property
    def day(self) -> str:
        """The row's day, "" if it has none."""
        return str(self.versions[0].values.get("day", ""))


@dataclass(frozen=True, slots=True)
class Recovered:
    """What came of a recovery.

    Attributes
    ----------
    rows : what the damaged file, its log and its acts still held.
    backup : what the newest sound copy holds, empty tables if there is none.
    older : what only older copies hold.
    taken_from : the newest sound copy, None if there is none.
    passed_over : copies of which nothing could be used.
    used_in_part : damaged copies, of which only what their seals prove was used.
    lost_days : days of which an entry is neither here nor in a copy.
    disputes : rows of which no version is proved to be the last.
    doubtful_days : the days of those, and of rows of which an index tells something else.
    is_cut : whether the end of the file is missing, so that more may be lost than can be named.
    is_blind : whether the file's list of tables is damaged, so that the same holds.
    acts_ever : how many acts there ever were, here or in a copy.
    """

    rows: Rows
    backup: Rows
    older: Rows
    taken_from: Path | None = None
    passed_over: tuple[Path, ...] = ()
    used_in_part: tuple[Path, ...] = ()
    lost_days: frozenset[str] = frozenset()
    disputes: tuple[Dispute, ...] = ()
    doubtful_days: frozenset[str] = frozenset()
    is_cut: bool = False
    is_blind: bool = False
    acts_ever: int = 0

    def without_disputes(self) -> Rows:
        """Return the rows of which it is known how they were."""
        doubtful = {(each.table, each.versions[0].values["id"]) for each in self.disputes}
        return {
            table: {key: values for key, values in found.items() if (table, key) not in doubtful}
            for table, found in self.rows.items()
        }


@dataclass(slots=True)
class _Choice:
    """The states of one row: on its page, by its seal, by the last act, in copies, newest first."""

    on_page: list[Values] = field(default_factory=list)
    sealed: list[Values] = field(default_factory=list)
    by_act: list[Values] = field(default_factory=list)
    in_copies: list[Said] = field(default_factory=list)


def recover(journal: Path, copies: Sequence[Path] = (), key: Key | None = None) -> Recovered:
    """Read a damaged journal row by row, and compare it with its copies, the newest first.

    A copy that can't be read is passed over, and the next one is asked; of a damaged one, the rows
    count whose seals fit.

    Raises
    ------
    KnownError
        If the file can't be read at all.
    """
    asked = ask(copies, key)
    with known_faults(journal):
        found = salvage(journal, asked.roots or _roots(), opener_for(journal, key))
    result: Rows = {table: {} for table in shapes.columns()}
    disputes = []
    for table, keys in _choices(found, asked).items():
        for row, choice in keys.items():
            versions, is_sure = _versions(choice, has_seals=found.has_seals)
            if versions:
                result[table][row] = versions[0].values
            if not is_sure:
                disputes.append(Dispute(table, tuple(versions)))
    doubtful = {each.day for each in disputes} | _contradicted(found, result)
    gone = _taken_back(found)
    return Recovered(
        rows=result,
        backup=_known_later(asked.newest, result, gone, is_ahead=_is_ahead(found, asked)),
        older=_known_later(asked.only_older(), {}, gone, is_ahead=False),
        taken_from=asked.taken_from,
        passed_over=tuple(asked.passed_over),
        used_in_part=tuple(asked.used_in_part),
        lost_days=_lost(found, result, asked),
        disputes=tuple(disputes),
        doubtful_days=frozenset(doubtful - {""}),
        is_cut=found.is_cut,
        is_blind=found.is_blind,
        acts_ever=max(found.acts_ever, asked.acts_ever),
    )


def _choices(found: Findings, asked: Witnesses) -> dict[str, dict[str, _Choice]]:
    choices: dict[str, dict[str, _Choice]] = {table: {} for table in shapes.columns()}
    for table, keys in found.rows.items():
        named = _names(found, table, asked)
        for key, states in keys.items():
            name = named.get(key, key)
            choice = choices[table].setdefault(name, _Choice())
            choice.on_page += [values | {"id": name} for values in states]
            choice.sealed += found.sealed[table].get(key, [])
    for change, state in _last_changes(found):
        choice = choices[change.table].setdefault(state["id"], _Choice())
        # Only the last act tells how the row is now.
        choice.by_act = [state]
        if change.is_sealed:
            choice.sealed = [*choice.sealed, state]
    for table, by_key in choices.items():
        for key, choice in by_key.items():
            choice.in_copies = asked.said.get((table, key), [])
    return choices


def _last_changes(found: Findings) -> Iterator[tuple[Change, Values]]:
    """Yield the last change of each row that is still there after it, and how it left the row."""
    last: dict[tuple[str, str], tuple[Change, Values]] = {}
    for change, act in changes_in_order(found):
        state = state_after(change, act)
        if state is not None:
            last[change.table, state["id"]] = (change, state)
    yield from last.values()


def _taken_back(found: Findings) -> set[tuple[str, str]]:
    """Return the rows that a merge brought and an undo took away without a trace."""
    gone = set()
    for change, act in changes_in_order(found):
        place = (change.table, change.after["id"])
        if state_after(change, act) is None:
            gone.add(place)
        else:
            gone.discard(place)
    return gone


def _names(found: Findings, table: str, asked: Witnesses) -> dict[str, str]:
    """Return, for ids that nothing else knows, those that the index has and others know, too."""
    known = {each.after["id"] for each in found.changes.values() if each.table == table}
    known |= asked.keys(table)
    sealed = found.sealed[table].keys()
    pairs = (
        (seen, found.keys[table].get(rowid, seen)) for rowid, seen in found.seen[table].items()
    )
    return {
        seen: name
        for seen, name in pairs
        if seen not in known and name in known and seen not in sealed
    }


def _versions(choice: _Choice, *, has_seals: bool) -> tuple[list[Version], bool]:
    """Return how a row was last, what else may be right, and whether the first is for sure.

    Nothing is returned if only copies know the row.
    """
    if not choice.on_page and not choice.by_act:
        return [], True
    if not has_seals:
        return _versions_without_seals(choice)
    sealed = _last_sealed(choice)
    strange = [
        each
        for each in (*choice.by_act, *choice.on_page)
        if each not in choice.sealed and not (sealed and _is_state_of(each, sealed))
    ]
    if not strange and sealed:
        others = _of_that_moment(choice.in_copies, sealed)
        return _beside(Version(sealed, None), others)
    latest = max(strange, key=_moment)
    for each in choice.in_copies:  # each is proved
        if _is_state_of(latest, each.values):
            return _newer_of(each, sealed)
    others = [Version(sealed, None)] if sealed else []
    others += [Version(each.values, each.source) for each in choice.in_copies[:1]]
    said = [Version(latest, None), *others]
    if sealed and _moment(sealed) > _moment(latest):
        said.sort(key=lambda each: each.values is not sealed)
    return said, False


def _last_sealed(choice: _Choice) -> Values | None:
    """Return the last state that is proved by its seal, on a page or by an act."""
    on_page = [each for each in choice.on_page if each in choice.sealed][-1:]
    by_act = [each for each in choice.by_act if each in choice.sealed]
    return max((*on_page, *by_act), key=_moment, default=None)


def _newer_of(copied: Said, sealed: Values | None) -> tuple[list[Version], bool]:
    """Return the later one of two proved states."""
    if sealed and _moment(sealed) > _moment(copied.values):
        return [Version(sealed, None)], True
    return [Version(copied.values, None)], True


def _is_state_of(garbled: Values, proved: Values) -> bool:
    """Tell whether a state that is not as it was written was meant to be a proved one."""
    return _moment(garbled) == _moment(proved) or _differ_in_times(garbled, proved)


def _beside(first: Version, others: Iterable[Version]) -> tuple[list[Version], bool]:
    differing = [each for each in others if not _are_alike(each.values, first.values)]
    return [first, *differing], not differing


def _of_that_moment(copies: Iterable[Said], values: Values) -> list[Version]:
    same = (each for each in copies if _moment(each.values) == _moment(values))
    return [Version(each.values, each.source) for each in same]


def _versions_without_seals(choice: _Choice) -> tuple[list[Version], bool]:
    """Return the same for a journal of the first version, where nothing is proved by itself."""
    last = max(map(_moment, choice.on_page + choice.by_act))
    copied = [each for each in choice.in_copies if _moment(each.values) == last]
    if copied:  # a proved copy of the same moment settles it
        return [Version(copied[0].values, None)], True
    said = [each for each in (*choice.by_act, *reversed(choice.on_page)) if _moment(each) == last]
    return _beside(Version(said[0], None), (Version(each, None) for each in said[1:]))


def _moment(values: Values) -> str:
    return str(values["updated_at"])


def _differ_in_times(one: Values, other: Values) -> bool:
    return all(one.get(name) == other.get(name) for name in one.keys() - _TIMES)


def _are_alike(one: Values, other: Values) -> bool:
    # By value: SQLite keeps a whole number as such on its page, and as 4.0 in an act.
    return all(one.get(name) == other.get(name) for name in one.keys() - {_LATER})


def _is_ahead(found: Findings, asked: Witnesses) -> bool:
    """Tell whether the damaged file knows of later acts than every copy."""
    return found.acts_ever > asked.acts_ever


def _known_later(copied: Rows, mine: Rows, gone: Set[tuple[str, str]], *, is_ahead: bool) -> Rows:
    """Return what copies have, but for what was taken back since.

    Where the file `is_ahead` of them, a later moment in a copy comes from a clock that was wrong.
    """
    return {
        table: {
            key: mine[table][key] if is_ahead and key in mine.get(table, {}) else values
            for key, values in by_key.items()
            if (table, key) not in gone
        }
        for table, by_key in copied.items()
    }


def _lost(found: Findings, result: Rows, asked: Witnesses) -> frozenset[str]:
    """Return the days of entries that an index still knows, and nothing else."""
    days = set()
    for table, by_rowid in found.days.items():
        known = result[table].keys() | asked.keys(table)
        unread = {rowid: day for rowid, day in by_rowid.items() if rowid not in found.seen[table]}
        keys = found.keys[table]
        days |= {day for rowid, day in unread.items() if rowid in keys and keys[rowid] not in known}
        nameless = [day for rowid, day in unread.items() if rowid not in keys]
        if len(nameless) > _only_elsewhere(found, table, known, asked):
            days |= set(nameless)
    return frozenset(days)


def _only_elsewhere(found: Findings, table: str, known: Set[str], asked: Witnesses) -> int:
    """Return how many of the rows of which an index has the day alone are known all the same.

    A journal keeps every row, and gives each new one the next number. So where no number is
    missing, whatever a copy or an act knows, and nobody read, is among those rows.
    """
    numbers, named = found.days[table].keys(), set(found.keys[table].values())
    if len(numbers) < max(numbers, default=0):
        return 0
    told = {each.after["id"] for each in found.changes.values() if each.table == table}
    elsewhere, read = (told & known) | asked.keys(table), set(found.seen[table].values())
    # An id that was read, and that nothing else knows, may be one of them, garbled.
    return len(elsewhere - read - named) - len(read - elsewhere - named)


def _contradicted(found: Findings, result: Rows) -> set[str]:
    """Return the days of rows of which an index tells another day or id, as it may be right.

    A row whose seal fits is right itself.
    """
    days = set()
    for table, seen in found.seen.items():
        for rowid, key in seen.items():
            values, day = result[table].get(key), found.days[table].get(rowid)
            if values is None or day is None or key in found.sealed[table]:
                continue
            if values.get("day") != day or found.keys[table].get(rowid, key) != key:
                days |= {str(values.get("day", "")), day}
    return days


def _roots() -> dict[str, int]:
    """Return the first page of each table and index of a journal just begun."""
    with closing(in_memory()) as memory:
        migrations.migrate(memory, 0)
        listed = connection(memory).execute(
            "SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0"
        )
        return dict(listed.fetchall())
