"""The plan of an import: what it would do, shown before anything is written."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from second_wind.core.errors.import_errors import NothingRead, Question, QuestionsOpen, RejectedLine
from second_wind.core.log.entries import AnyEntry, CheckIn, Rejection, new_id
from second_wind.core.log.kinds import Role, with_role
from second_wind.exchange.file.source_file import SourceFile, Watch, ignore
from second_wind.exchange.formats import own_json
from second_wind.exchange.formats.formats import reading_of
from second_wind.exchange.formats.reading import Interpretation, Left, LeftOut, Reading
from second_wind.exchange.plan import own_matching
from second_wind.exchange.plan.log import Log
from second_wind.exchange.plan.matching import Comparison, Conflict, compared
from second_wind.exchange.values.options import OnConflict, Options
from second_wind.journal.log.changes import ActName

if TYPE_CHECKING:
    from second_wind.journal.journal import Journal

_ACTIVITIES = tuple(each.type for each in with_role(Role.ACTIVITY))


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would bring, entry by entry, and all that it would not.

    Attributes
    ----------
    new, same : tuple of entries
        What is not in the journal yet, and what is there just so.
    edited : tuple of Conflict
        What is there from the same import, and was edited here since: it stays as it is.
    conflicts : tuple of Conflict
        What is there with other content.
    unmapped : tuple of str
        Names of the other program that stand for nothing here.
    questions : tuple of Question
        What must be answered before it can be carried out.
    """

    path: Path
    format: str
    new: tuple[AnyEntry, ...] = ()
    same: tuple[AnyEntry, ...] = ()
    edited: tuple[Conflict, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    rejected: tuple[RejectedLine, ...] = ()
    unmapped: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    interpretation: Interpretation = field(default_factory=Interpretation)

    @property
    def entries(self) -> Iterator[AnyEntry]:
        """All entries of the file, as they are there."""
        yield from self.new
        yield from self.same
        yield from (each.theirs for each in (*self.edited, *self.conflicts))

    @property
    def is_empty(self) -> bool:
        """Whether nothing in the file could be read as an entry, not even one deleted here."""
        deleted = any(each.what is Left.DELETED for each in self.left_out)
        return not (self.new or self.same or self.edited or self.conflicts or deleted)

    @property
    def first_day(self) -> date | None:
        """The first day of which the file tells."""
        return min((each.day for each in self.entries), default=None)

    @property
    def last_day(self) -> date | None:
        """The last day of which the file tells."""
        return max((each.day for each in self.entries), default=None)

    @property
    def check_ins(self) -> int:
        """How many check-ins the file holds."""
        return sum(isinstance(each, CheckIn) for each in self.entries)

    @property
    def activities(self) -> int:
        """How many activities the file holds."""
        return sum(isinstance(each, _ACTIVITIES) for each in self.entries)

    @property
    def rejections(self) -> int:
        """How many rejections the file holds."""
        return sum(isinstance(each, Rejection) for each in self.entries)


@dataclass(frozen=True, slots=True)
class _Writing:
    """What is to be stored."""

    add: tuple[AnyEntry, ...] = ()
    change: tuple[AnyEntry, ...] = ()
    delete: tuple[AnyEntry, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.add or self.change or self.delete)


def prepare(path: Path, options: Options, log: Log, watch: Watch = ignore) -> ImportPlan:
    """Return what an import of a file into a journal would do; nothing is written.

    Raises
    ------
    KnownError
        If the file can't be read, is in no format known, or an option doesn't fit it.
    """
    reading = reading_of(SourceFile.read(path, watch), options, log.today())
    comparison = _compared(reading, log)
    deleted = [LeftOut(Left.DELETED, "", comparison.deleted)] if comparison.deleted else []
    return ImportPlan(
        path,
        reading.format,
        tuple(comparison.new),
        tuple(comparison.same),
        tuple(comparison.edited),
        tuple(comparison.conflicts),
        reading.rejected,
        reading.unmapped,
        reading.questions,
        (*reading.left_out, *deleted),
        reading.interpretation,
    )


def carry_out(
    plan: ImportPlan, journal: "Journal", on_conflict: OnConflict = OnConflict.MINE
) -> int:
    """Write what a plan brings, after a backup and as one act; return how many entries.

    Raises
    ------
    QuestionsOpen
        If something must be asked first.
    """
    if plan.questions:
        raise QuestionsOpen(plan.path, plan.questions)
    writing = _writing(plan, on_conflict)
    if not writing:
        return 0
    journal.back_up(reason="import")
    journal.store(
        add=writing.add,
        change=writing.change,
        delete=writing.delete,
        name=ActName.IMPORT_OWN if plan.format == own_json.NAME else ActName.IMPORT,
        detail=plan.path.name,
    )
    return len(writing.add) + len(writing.change)


def require_entries(plan: ImportPlan) -> None:
    """Refuse a plan that can't be carried out.

    Raises
    ------
    QuestionsOpen
        If something must be asked first.
    NothingRead
        If no row of the file could be read as an entry.
    """
    if plan.questions:
        raise QuestionsOpen(plan.path, plan.questions)
    if plan.is_empty:
        outcomes = sum(each.count for each in plan.left_out if each.what is Left.OUTCOME)
        raise NothingRead(plan.path, next(iter(plan.rejected), None), outcomes)


def _compared(reading: Reading, log: Log) -> Comparison:
    if reading.keeps_ids:
        return own_matching.compared(reading.entries, log)
    by_source: dict[str, list[AnyEntry]] = defaultdict(list)
    for each in reading.entries:
        by_source[each.source].append(each)
    result = Comparison()
    for source, found in by_source.items():
        part = compared(found, log.sourced(source), log.removed(source))
        result.new += part.new
        result.same += part.same
        result.edited += part.edited
        result.conflicts += part.conflicts
        result.deleted += part.deleted
    return result


def _writing(plan: ImportPlan, on_conflict: OnConflict) -> _Writing:
    if on_conflict is OnConflict.BOTH:
        return _Writing(add=(*plan.new, *(_copy(each, plan.format) for each in plan.conflicts)))
    if on_conflict is OnConflict.THEIRS:
        return _theirs(plan.new, plan.conflicts)
    return _Writing(add=plan.new)


def _theirs(new: tuple[AnyEntry, ...], conflicts: tuple[Conflict, ...]) -> _Writing:
    """Let theirs replace mine; an entry that became one of another kind can't stay the same row."""
    alike = [each for each in conflicts if type(each.mine) is type(each.theirs)]
    others = [each for each in conflicts if type(each.mine) is not type(each.theirs)]
    return _Writing(
        add=(*new, *(replace(each.theirs, id=new_id()) for each in others)),
        change=tuple(each.theirs for each in alike),
        delete=tuple(each.mine for each in others),
    )


def _copy(conflict: Conflict, file_format: str) -> AnyEntry:
    """Return theirs as an entry of its own, beside mine; one of ours is known by its id again."""
    is_ours = file_format == own_json.NAME
    key = own_matching.copy_id(conflict.theirs) if is_ours else new_id()
    return replace(conflict.theirs, id=key)
