"""What is done to a log: acts, each in one transaction, that can be taken back and done again."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from second_wind.core.errors.entry_errors import NothingToRedo, NothingToUndo
from second_wind.core.errors.journal_errors import DamagedJournal
from second_wind.core.log.clock import Clock
from second_wind.journal.log.changes import Act, ActName, Changes, Noun
from second_wind.storage.file.database import Database
from second_wind.storage.tables import acts
from second_wind.storage.tables.acts import ActRow, Footprint
from second_wind.storage.tables.sql import OpenDatabase

Write = Callable[[OpenDatabase, datetime], None]
"""Writes what an act does; it is given the moment that rows get."""


class Done(NamedTuple):
    """An act that is on the disk, and what it touched."""

    act: Act
    changes: Changes


def do(
    database: Database,
    clock: Clock,
    write: Write,
    name: ActName,
    *,
    detail: str = "",
    extend: Act | None = None,
) -> Done:
    """Do something as one act, or as more of `extend` if that is still the newest."""
    newest = extend.id if extend else None
    with database.writing() as writer:
        done, touched = acts.record(writer, write, name, detail, clock.now(), newest)
    return _done(done, touched)


def undo(database: Database, clock: Clock) -> Done:
    """Take back the last act.

    Raises
    ------
    NothingToUndo
        If no act is kept.
    """
    with database.writing() as writer:
        act = known(acts.next_undo(writer), database.path)
        if act is None:
            raise NothingToUndo
        touched = acts.undo(writer, act.id, clock.now(), exact=_is_exact(act))
    return _done(act, touched)


def redo(database: Database, clock: Clock) -> Done:
    """Do again the act that was undone last.

    Raises
    ------
    NothingToRedo
        If none was undone since the last new act.
    """
    with database.writing() as writer:
        act = known(acts.next_redo(writer), database.path)
        if act is None:
            raise NothingToRedo
        touched = acts.redo(writer, act.id, clock.now(), exact=_is_exact(act))
    return _done(act, touched)


def known(act: ActRow | None, path: Path) -> ActRow | None:
    """Pass an act that the program does.

    Raises
    ------
    DamagedJournal
        If its name is garbled: how to take it back can't be told then.
    """
    if act is not None and act.name not in set(ActName):
        raise DamagedJournal(path)
    return act


def _is_exact(act: ActRow) -> bool:
    """Tell whether undoing an act leaves no trace, so that what it brought may come once more.

    What came from another journal lives there: a trace of its undo would take it back there, too.
    """
    return act.name in (ActName.MERGE, ActName.IMPORT_OWN)


def _done(row: ActRow, touched: Footprint) -> Done:
    act = Act(row.id, ActName(row.name), row.detail)
    nouns = frozenset(Noun(each) for each in touched.nouns)
    return Done(act, Changes(nouns, touched.days, act))
